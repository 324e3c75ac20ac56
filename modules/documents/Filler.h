#pragma once

#include "Template.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace kuaiban::documents {

// Puts the data of one paper into the texts of its template and remembers what is missing. A missing value never
// prints as a blank by accident: finish() must be asked before anything is drawn. Not thread-safe.
class Filler
{
public:
    Filler(QString templateName, QJsonObject data)
        : m_templateName(std::move(templateName))
        , m_data(std::move(data))
    {}

    QString text(const Text& text);
    // Fields are looked up in `row` first, then in the data; `path` names the row in a failure, as in "materials[2]".
    QString text(const Text& text, const QJsonObject& row, const QString& path);
    // The rows of a list field; a missing or empty list counts as a missing field.
    QList<QJsonObject> rows(const QString& list);
    bool holds(const QList<Condition>& conditions) const;
    // The bytes that a field holds in base64; none when it has no value. Those that are no base64 are empty.
    std::optional<QByteArray> bytes(const QString& field) const;

    // `documents.missing-field` (all of them at once) or `documents.field-format`.
    Done finish() const;

private:
    QString value(const Text::Segment& segment, const QJsonObject& row, const QString& path);

    QString m_templateName;
    QJsonObject m_data;
    QStringList m_missing;
    std::optional<Error> m_malformed;
};

} // namespace kuaiban::documents
