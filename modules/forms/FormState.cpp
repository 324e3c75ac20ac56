#include "FormState.h"

#include "FormPaths.h"

#include <algorithm>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

void compare(QList<DerivedDifference>& list, const Field& field, const QString& path, const QJsonObject& seen,
    const QJsonObject& again)
{
    if (!field.derived)
        return;
    const auto before = valueAt(seen, path);
    const auto now = valueAt(again, path);
    const bool bothAbsent = (before.isNull() || before.isUndefined()) && (now.isNull() || now.isUndefined());
    if (!bothAbsent && before != now)
        list.append({path, before, now, field.isBinding});
}

} // namespace

bool FormState::isBlocked() const
{
    return std::any_of(
        problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::Block; });
}

QList<Problem> FormState::problemsAt(const QString& path) const
{
    QList<Problem> list;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(list),
        [&](const Problem& p) { return p.paths.contains(path); });
    return list;
}

QList<DerivedDifference> derivedDifferences(
    const FormDefinition& definition, const QJsonObject& seen, const FormState& again)
{
    QList<DerivedDifference> list;
    for (const auto& section : definition.sections()) {
        for (const auto& field : section.fields) {
            compare(list, field, field.id, seen, again.values);
            if (field.kind != FieldKind::Table)
                continue;
            auto ids = rowIds(seen.value(field.id).toObject());
            for (const auto& id : rowIds(again.values.value(field.id).toObject())) {
                if (!ids.contains(id))
                    ids.append(id);
            }
            for (const auto& id : ids) {
                for (const auto& column : field.columns)
                    compare(list, column, cellPath(field.id, id, column.id), seen, again.values);
            }
        }
    }
    return list;
}

} // namespace kuaiban::forms
