#include "CaseEdits.h"

#include "modules/forms/FormPaths.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::CaseMaterial;

namespace {

QJsonValue orNull(const QJsonValue& value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

class Edits
{
public:
    Edits(const forms::FormDefinition& form, const QJsonObject& before, const QJsonObject& after,
        const QSet<QString>& faulty)
        : m_form(form)
        , m_before(before)
        , m_after(after)
        , m_faulty(faulty)
    {}

    QList<CaseCommand> commands()
    {
        for (const auto& section : m_form.sections()) {
            for (const auto& field : section.fields) {
                if (field.kind == forms::FieldKind::Table)
                    compareTable(field);
                else
                    compare(field.id);
            }
        }
        QList<CaseCommand> commands;
        if (!m_edits.isEmpty())
            commands.append({u"EditFields"_s, {{u"edits"_s, m_edits}}});
        if (!m_protected.isEmpty())
            commands.append({u"SetAccount"_s, {{u"edits"_s, m_protected}}});
        return commands;
    }

private:
    void compareTable(const forms::Field& table)
    {
        const auto before = m_before.value(table.id).toObject();
        const auto after = m_after.value(table.id).toObject();
        const auto rowsBefore = before.value("rows"_L1).toObject();
        const auto rowsAfter = after.value("rows"_L1).toObject();
        for (const auto& row : forms::rowIds(before)) {
            if (!rowsAfter.contains(row))
                compare(forms::rowPath(table.id, row));
        }
        for (const auto& row : forms::rowIds(after)) {
            if (!rowsBefore.contains(row)) {
                compare(forms::rowPath(table.id, row));
                continue;
            }
            for (const auto& column : table.columns)
                compare(forms::cellPath(table.id, row, column.id));
        }
    }

    void compare(const QString& path)
    {
        const auto base = orNull(forms::valueAt(m_before, path));
        const auto value = orNull(forms::valueAt(m_after, path));
        if (base == value || m_faulty.contains(path) || !m_form.checkEdit(path, false))
            return;
        if (m_form.isProtected(path))
            m_protected.append(QJsonObject{{u"path"_s, path}, {u"value"_s, value}});
        else
            m_edits.append(QJsonObject{{u"path"_s, path}, {u"base"_s, base}, {u"value"_s, value}});
    }

    const forms::FormDefinition& m_form;
    const QJsonObject& m_before;
    const QJsonObject& m_after;
    const QSet<QString>& m_faulty;
    QJsonArray m_edits;
    QJsonArray m_protected;
};

const CaseMaterial* find(const QList<CaseMaterial>& list, const QString& id)
{
    const auto found = std::find_if(
        list.begin(), list.end(), [&](const CaseMaterial& material) { return material.id == id && !material.late; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

QList<CaseCommand> valueCommands(
    const forms::FormDefinition& form, const QJsonObject& before, const QJsonObject& after, const QSet<QString>& faulty)
{
    return Edits(form, before, after, faulty).commands();
}

QList<CaseCommand> materialCommands(const QList<CaseMaterial>& before, const QList<CaseMaterial>& after)
{
    QList<CaseCommand> commands;
    for (const auto& material : after) {
        const auto* known = find(before, material.id);
        if (!material.late && (!known || *known != material))
            commands.append({u"SetMaterial"_s, {{u"material"_s, material.toJson()}}});
    }
    for (const auto& material : before) {
        if (!material.late && !find(after, material.id))
            commands.append({u"RemoveMaterial"_s, {{u"material"_s, material.id}}});
    }
    return commands;
}

} // namespace kuaiban::counter
