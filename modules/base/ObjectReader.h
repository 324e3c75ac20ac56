#pragma once

#include "Result.h"

#include <QDate>
#include <QJsonArray>
#include <QStringList>

#include <optional>

namespace kuaiban {

// Reads the fields of one JSON object and remembers the first mistake, so that a whole definition can be read in
// straight lines and checked once with finish(). Fields nobody asked for are allowed: newer writers may know more.
class ObjectReader
{
public:
    explicit ObjectReader(QJsonObject object, QString path = {});

    QString text(const QString& name);                                  // required, not empty
    QString textOr(const QString& name, const QString& otherwise = {}); // optional
    qint64 integer(const QString& name);                                // required
    qint64 integerOr(const QString& name, qint64 otherwise);            // optional
    bool flagOr(const QString& name, bool otherwise);                   // optional
    QDate date(const QString& name);                                    // required, YYYY-MM-DD
    QJsonObject object(const QString& name);                            // required
    QJsonObject objectOr(const QString& name);                          // optional
    QJsonArray array(const QString& name);                              // required
    QJsonArray arrayOr(const QString& name);                            // optional
    QStringList textsOr(const QString& name);                           // optional array of texts
    QString oneOf(const QString& name, const QStringList& allowed);     // required

    QString pathOf(const QString& name) const;
    void reject(const QString& name, const QString& expected); // a rule of the caller's own failed
    bool failed() const { return m_error.has_value(); }
    Done finish() const;

private:
    QJsonValue required(const QString& name);

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace kuaiban
