#include "FormPaths.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

QJsonObject withNested(QJsonObject object, const QStringList& parts, const QJsonValue& value)
{
    const QString& name = parts.first();
    if (parts.size() > 1) {
        object.insert(name, withNested(object.value(name).toObject(), parts.sliced(1), value));
    } else if (value.isNull() || value.isUndefined()) {
        object.remove(name);
    } else {
        object.insert(name, value);
    }
    return object;
}

} // namespace

bool isRowId(const QString& text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

QString cellPath(const QString& table, const QString& rowId, const QString& column)
{
    return rowPath(table, rowId) + u'.' + column;
}

QString rowPath(const QString& table, const QString& rowId)
{
    return table + ".rows."_L1 + rowId;
}

QStringList rowIds(const QJsonObject& table)
{
    const auto rows = table.value("rows"_L1).toObject();
    QStringList ids;
    QSet<QString> seen;
    const auto take = [&](const QString& id) {
        if (rows.contains(id) && !seen.contains(id)) {
            seen.insert(id);
            ids.append(id);
        }
    };
    for (const auto& id : table.value("order"_L1).toArray())
        take(id.toString());
    for (const auto& id : rows.keys())
        take(id);
    return ids;
}

QJsonValue valueAt(const QJsonObject& values, const QString& path)
{
    QJsonValue value = values;
    for (const auto& part : path.split(u'.')) {
        if (!value.isObject())
            return QJsonValue(QJsonValue::Undefined);
        value = value.toObject().value(part);
    }
    return value;
}

QJsonObject withValueAt(const QJsonObject& values, const QString& path, const QJsonValue& value)
{
    const auto parts = path.split(u'.');
    auto result = withNested(values, parts, value);
    if (parts.size() < 3 || parts[1] != "rows"_L1)
        return result;
    // The order follows the rows, so that it never names one that is gone or leaves a new one to the end of the
    // alphabet.
    auto table = result.value(parts[0]).toObject();
    auto order = table.value("order"_L1).toArray();
    const QJsonValue id = parts[2];
    const bool exists = table.value("rows"_L1).toObject().contains(parts[2]);
    if (exists && !order.contains(id)) {
        order.append(id);
    } else if (!exists) {
        for (qsizetype i = order.size(); i > 0; --i) {
            if (order[i - 1] == id)
                order.removeAt(i - 1);
        }
    }
    table.insert("order"_L1, order);
    result.insert(parts[0], table);
    return result;
}

} // namespace kuaiban::forms
