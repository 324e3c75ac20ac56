#pragma once

#include <QJsonObject>
#include <QStringList>

namespace kuaiban::forms {

// Paths into the values of a form: "name", "periods.rows.<row id>.months", "periods.rows.<row id>", "periods.order".
// Whoever merges edits uses these, so that rows are always addressed by id.

bool isRowId(const QString& text); // 1 to 64 letters, digits and hyphens
QString cellPath(const QString& table, const QString& rowId, const QString& column);
QString rowPath(const QString& table, const QString& rowId);

// Ids of the rows of a table value in their order; rows that the order does not name follow, sorted by id.
QStringList rowIds(const QJsonObject& table);

// Undefined when there is nothing at the path.
QJsonValue valueAt(const QJsonObject& values, const QString& path);
// Sets a value; null or undefined removes it. A new row is appended to the order of its table, a removed one taken out.
QJsonObject withValueAt(const QJsonObject& values, const QString& path, const QJsonValue& value);

} // namespace kuaiban::forms
