#include "SourceValues.h"

#include "FieldRules.h"
#include "FormPaths.h"

#include <QJsonArray>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

// JSON as the field stores it, or undefined. Sources are written by others: codes may come as numbers, months as days.
QJsonValue fitted(const Field& field, const QJsonValue& json)
{
    if (isBlank(json))
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue candidate = json;
    const bool wantsText = field.type().is(expr::Kind::String);
    if (wantsText && json.isDouble() && json.toInteger(-1) >= 0)
        candidate = QString::number(json.toInteger());
    else if (field.kind == FieldKind::Month && json.toString().size() == 10)
        candidate = json.toString().first(7);
    if (!fieldValue(field, candidate))
        return QJsonValue(QJsonValue::Undefined);
    return field.kind == FieldKind::Decimal && candidate.isDouble() ? QString::number(candidate.toInteger())
                                                                    : candidate;
}

QJsonValue filledTable(const Field& table, const QJsonArray& list)
{
    QJsonObject rows;
    QJsonArray order;
    for (const auto& item : list) {
        const auto source = item.toObject();
        QJsonObject row;
        for (const auto& column : table.columns) {
            const auto cell =
                column.derived ? QJsonValue(QJsonValue::Undefined) : fitted(column, source.value(column.id));
            if (!cell.isUndefined())
                row.insert(column.id, cell);
        }
        if (row.isEmpty())
            continue;
        QString id = source.value("id"_L1).toString();
        if (!isRowId(id) || rows.contains(id))
            id = u'r' + QString::number(order.size() + 1);
        rows.insert(id, row);
        order.append(id);
    }
    return order.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonObject{{u"rows"_s, rows}, {u"order"_s, order}};
}

// insurances["210"].months → insurances.210.months
QString dotted(QString source)
{
    return source.replace("[\""_L1, "."_L1).remove("\"]"_L1);
}

} // namespace

QJsonValue sourceValue(const Field& field, const QJsonObject& world, const QString& source)
{
    const auto json = valueAt(world, dotted(source));
    return field.kind == FieldKind::Table ? filledTable(field, json.toArray()) : fitted(field, json);
}

} // namespace kuaiban::forms
