#include "FormReading.h"

#include "CaseWords.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/forms/FormEvaluation.h"
#include "modules/forms/FormPaths.h"
#include "modules/forms/RegisterComparison.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using forms::FieldKind;

namespace {

class Reader
{
public:
    Reader(const casework::Case& state, const casework::PreparedItem& item, const CodeWords& words,
        const ReadingManner& manner)
        : m_case(state)
        , m_item(item)
        , m_words(words)
        , m_manner(manner)
    {
        for (const auto& difference : forms::registerDifferences(item.form, state.values, state.registered))
            m_registered.insert(difference.path, {difference.registered, difference.differs});
        m_seen = forms::evaluate(item.form, state.values, casework::formContext(state));
    }

    FormReading read() const
    {
        FormReading reading;
        reading.hasRegister = !m_registered.isEmpty();
        for (const auto& section : m_item.form.sections())
            readSection(section, reading.blocks);
        return reading;
    }

private:
    struct Registered
    {
        QJsonValue value;
        bool differs = false;
    };

    // What has a value is shown in any case: what was decided on must never be hidden by a rule read again later.
    bool isShown(const forms::Field& field) const
    {
        const auto value = m_case.values.value(field.id);
        return m_seen.at(field.id).isVisible || !(value.isUndefined() || value.isNull());
    }

    void readSection(const forms::Section& section, QVector<FormBlock>& blocks) const
    {
        FormBlock open{section.title.in(m_manner.language)};
        for (const auto& field : section.fields) {
            if (!isShown(field))
                continue;
            if (field.kind != FieldKind::Table) {
                open.rows.append(row(field));
                continue;
            }
            FormBlock table = tableBlock(field);
            if (open.rows.isEmpty()) {
                table.title = open.title;
            } else {
                blocks.append(open);
                open.rows.clear();
            }
            open.title.clear();
            blocks.append(table);
        }
        if (!open.isEmpty())
            blocks.append(open);
    }

    ComparisonRow row(const forms::Field& field) const
    {
        const auto value = m_case.values.value(field.id);
        ComparisonRow row{field.label.in(m_manner.language), valueWords(field, value, m_words, m_manner.full), {}};
        if (const auto known = m_registered.constFind(field.id); known != m_registered.constEnd()) {
            row.registered = valueWords(field, known->value, m_words, m_manner.full);
            row.differs = known->differs;
        }
        if (!row.reported.isEmpty())
            row.origin = originWords(field.derived ? u"derived"_s : m_case.origins.value(field.id).toString());
        return row;
    }

    FormBlock tableBlock(const forms::Field& field) const
    {
        FormBlock block;
        block.tableName = field.label.in(m_manner.language);
        for (const auto& column : field.columns)
            block.heads.append(column.label.in(m_manner.language));
        const auto table = m_case.values.value(field.id).toObject();
        for (const auto& id : forms::rowIds(table)) {
            const auto cells = table.value("rows"_L1).toObject().value(id).toObject();
            QStringList line;
            for (const auto& column : field.columns)
                line.append(valueWords(column, cells.value(column.id), m_words, m_manner.full));
            block.lines.append(line);
        }
        return block;
    }

    const casework::Case& m_case;
    const casework::PreparedItem& m_item;
    const CodeWords& m_words;
    ReadingManner m_manner;
    QHash<QString, Registered> m_registered;
    forms::FormState m_seen;
};

} // namespace

FormReading readForm(const casework::Case& state, const casework::PreparedItem& item, const CodeWords& words,
    const ReadingManner& manner)
{
    return Reader(state, item, words, manner).read();
}

QString pathLabel(const forms::FormDefinition& form, const QString& path, const QString& language)
{
    const auto parts = path.split(u'.');
    const auto* whole = form.fieldAt(parts.constFirst());
    if (!whole)
        return path;
    QString label = whole->label.in(language);
    if (const auto* column = parts.size() > 3 ? whole->column(parts[3]) : nullptr)
        label += u" · "_s + column->label.in(language);
    return label;
}

} // namespace kuaiban::counter
