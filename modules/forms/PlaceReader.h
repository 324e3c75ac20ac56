#pragma once

#include "LocalText.h"
#include "modules/base/Failure.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace kuaiban::forms {

// Reads one object of a definition and reports every mistake with its place, instead of stopping at the first.
class PlaceReader
{
public:
    PlaceReader(QJsonObject object, QString place, QList<Error>& findings)
        : m_object(std::move(object))
        , m_place(std::move(place))
        , m_findings(findings)
    {}

    QString placeOf(const QString& name) const { return m_place.isEmpty() ? name : m_place + u'.' + name; }
    const QString& place() const { return m_place; }
    bool has(const QString& name) const { return m_object.contains(name); }
    QJsonValue value(const QString& name); // for what the functions below do not cover

    QString text(const QString& name); // required, not empty
    QString textOr(const QString& name);
    qint64 integerOr(const QString& name, qint64 otherwise, qint64 least, qint64 most);
    bool flagOr(const QString& name, bool otherwise);
    LocalText localText(const QString& name); // required, both languages
    LocalText localTextOr(const QString& name);
    QJsonArray array(const QString& name); // required, not empty
    QJsonArray arrayOr(const QString& name);
    QStringList textsOr(const QString& name); // a text or an array of texts

    void reject(const QString& name, const QString& expected);
    void report(const Error& error) { m_findings.append(error); }
    void reportUnreadKeys(); // what nobody asked for

private:
    QJsonObject m_object;
    QString m_place;
    QList<Error>& m_findings;
    QSet<QString> m_read;
};

} // namespace kuaiban::forms
