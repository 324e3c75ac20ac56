#include "FormDefinition.h"

#include "DefinitionReader.h"
#include "FormErrors.h"
#include "FormPaths.h"

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

struct FormDefinition::Data
{
    QJsonObject json;
    FormEnvironment environment;
    DefinitionParts parts;
    QHash<QString, FieldPlace> places;
    QSet<QString> roots;
};

namespace {

void addRoots(QSet<QString>& roots, const std::optional<expr::Expression>& expression)
{
    if (!expression)
        return;
    for (const auto& path : expression->references())
        roots.insert(path.section(u'.', 0, 0));
}

void addRoots(QSet<QString>& roots, const Field& field)
{
    addRoots(roots, field.required.expression);
    addRoots(roots, field.visibleWhen);
    addRoots(roots, field.derived);
    for (const auto& column : field.columns)
        addRoots(roots, column);
}

} // namespace

std::shared_ptr<const FormDefinition::Data> FormDefinition::read(
    const QJsonObject& json, const FormEnvironment& environment, QList<Error>& findings)
{
    auto data = std::make_shared<Data>();
    data->json = json;
    data->environment = environment;
    data->parts = readDefinition(json, data->environment, findings, false);
    checkDefinition(data->parts, findings);
    for (qsizetype s = 0; s < data->parts.sections.size(); ++s) {
        const auto& section = data->parts.sections[s];
        addRoots(data->roots, section.visibleWhen);
        for (qsizetype f = 0; f < section.fields.size(); ++f) {
            data->places.insert(section.fields[f].id, FieldPlace{s, f});
            addRoots(data->roots, section.fields[f]);
        }
    }
    for (const auto& check : data->parts.checks)
        addRoots(data->roots, check.when);
    return data;
}

Result<FormDefinition> FormDefinition::parse(const QJsonObject& json, const FormEnvironment& environment)
{
    QList<Error> findings;
    auto data = read(json, environment, findings);
    if (!findings.isEmpty())
        return fail(findings.first());
    return FormDefinition(std::move(data));
}

QList<Error> FormDefinition::findings(const QJsonObject& json, const FormEnvironment& environment)
{
    QList<Error> findings;
    auto parts = readDefinition(json, environment, findings, true);
    checkDefinition(parts, findings);
    return findings;
}

const QString& FormDefinition::id() const
{
    return m_data->parts.id;
}

qint64 FormDefinition::revision() const
{
    return m_data->parts.revision;
}

const QJsonObject& FormDefinition::json() const
{
    return m_data->json;
}

const QList<Section>& FormDefinition::sections() const
{
    return m_data->parts.sections;
}

const QList<Check>& FormDefinition::checks() const
{
    return m_data->parts.checks;
}

const FormEnvironment& FormDefinition::environment() const
{
    return m_data->environment;
}

const QList<FieldPlace>& FormDefinition::evaluationOrder() const
{
    return m_data->parts.order;
}

bool FormDefinition::reads(const QString& root) const
{
    return m_data->roots.contains(root);
}

const Field* FormDefinition::fieldAt(const QString& path) const
{
    const auto parts = path.split(u'.');
    const auto place = m_data->places.constFind(parts.first());
    if (place == m_data->places.cend())
        return nullptr;
    const Field& field = m_data->parts.sections[place->section].fields[place->field];
    if (parts.size() == 1)
        return &field;
    if (field.kind != FieldKind::Table)
        return nullptr;
    if (parts.size() == 2)
        return parts[1] == "order"_L1 ? &field : nullptr;
    if (parts[1] != "rows"_L1 || !isRowId(parts[2]) || parts.size() > 4)
        return nullptr;
    return parts.size() == 3 ? &field : field.column(parts[3]);
}

bool FormDefinition::isProtected(const QString& path) const
{
    const auto* field = fieldAt(path);
    if (!field)
        return false;
    const auto* outer = fieldAt(path.section(u'.', 0, 0));
    return field->isProtected || outer->isProtected ||
           std::any_of(
               field->columns.begin(), field->columns.end(), [](const Field& column) { return column.isProtected; });
}

QStringList FormDefinition::bindingFields() const
{
    QStringList ids;
    for (const auto& section : sections()) {
        for (const auto& field : section.fields) {
            if (field.isBinding)
                ids.append(field.id);
            for (const auto& column : field.columns) {
                if (column.isBinding)
                    ids.append(field.id + u'.' + column.id);
            }
        }
    }
    return ids;
}

bool FormDefinition::belongsTo(const QString& step, const QString& path) const
{
    const auto place = m_data->places.constFind(path.section(u'.', 0, 0));
    return place != m_data->places.cend() && m_data->parts.sections[place->section].steps.contains(step);
}

Done FormDefinition::checkEdit(const QString& path, bool isSubmitted) const
{
    const auto* field = fieldAt(path);
    if (!field)
        return fail(fieldUnknown(path));
    const auto place = m_data->places.value(path.section(u'.', 0, 0));
    const bool isLater = !m_data->parts.sections[place.section].steps.isEmpty();
    if (field->derived || isLater || (isSubmitted && isProtected(path)))
        return fail(fieldNotEditable(path));
    return {};
}

} // namespace kuaiban::forms
