#pragma once

#include "modules/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <any>
#include <map>
#include <typeindex>

namespace kuaiban::hub {

// Header fields in the order they came; names compare without regard to case (RFC 9110 section 5.1).
class HttpHeaders
{
public:
    struct Field
    {
        QString name;
        QString value;
    };

    void add(const QString& name, const QString& value) { m_fields.append({name, value}); }
    void set(const QString& name, const QString& value); // replaces all fields of that name
    [[nodiscard]] bool has(QStringView name) const;
    [[nodiscard]] QString value(QStringView name) const; // repeated fields are joined by ", "
    [[nodiscard]] int count(QStringView name) const;
    [[nodiscard]] const QList<Field>& fields() const { return m_fields; }

private:
    QList<Field> m_fields;
};

// The decoded query of a request. A plus sign stays a plus sign (RFC 3986): "+08:00" in a time needs no escape.
class HttpQuery
{
public:
    void add(const QString& name, const QString& value) { m_items.append({name, value}); }
    [[nodiscard]] bool has(QStringView name) const;
    [[nodiscard]] QString value(QStringView name, const QString& otherwise = {}) const; // the first of that name
    [[nodiscard]] QStringList values(QStringView name) const;
    [[nodiscard]] const QList<QPair<QString, QString>>& items() const { return m_items; }

private:
    QList<QPair<QString, QString>> m_items;
};

// What filters leave behind for handlers (the signed-in account, for example), one value a type.
class Attributes
{
public:
    template<class T>
    void set(T value)
    {
        m_values.insert_or_assign(std::type_index(typeid(T)), std::any(std::move(value)));
    }

    template<class T>
    [[nodiscard]] const T* find() const
    {
        const auto it = m_values.find(std::type_index(typeid(T)));
        return it == m_values.end() ? nullptr : std::any_cast<T>(&it->second);
    }

private:
    std::map<std::type_index, std::any> m_values;
};

struct HttpRequest
{
    QString id;                         // UUIDv7; travels back as X-Request-Id and stands in the access log
    QString method;                     // as sent: "GET", "HEAD", "POST" …
    QString path;                       // decoded, without the query
    QStringList segments;               // the path cut at its slashes, each part decoded
    QHash<QString, QString> pathValues; // what stands at {id} of the route's template
    HttpQuery query;
    HttpHeaders headers;
    QByteArray body;                            // after content decoding
    QString remoteAddress;                      // of the client, seen through trusted proxies
    bool secure = false;                        // came by TLS, here or at a trusted proxy
    QString language = QStringLiteral("zh_CN"); // "zh_CN" or "en", from Accept-Language
    Attributes attributes;
};

struct HttpResponse
{
    int status = 200;
    QString contentType = QStringLiteral("application/json");
    QByteArray body;
    HttpHeaders headers; // further fields; Content-Length, Date and Connection are the server's
    QString failureCode; // for the access log, set by Problems

    static HttpResponse json(const QJsonObject& object, int status = 200);
    static HttpResponse json(const QJsonArray& array, int status = 200);
    static HttpResponse text(
        const QByteArray& utf8, const QString& contentType = QStringLiteral("text/plain; charset=utf-8"));
    static HttpResponse empty(int status = 204);
};

// The JSON object in the body; http.media-type unless it says it is JSON, base.json if it is not.
Result<QJsonObject> jsonBody(const HttpRequest& request);

// The better of "zh_CN" and "en" for an Accept-Language field (RFC 9110 section 12.5.4); Chinese when in doubt.
QString languageOf(const QString& acceptLanguage);

// Whether a list field such as Accept-Encoding names the token without q=0.
bool acceptsToken(const QString& list, QLatin1StringView token);

} // namespace kuaiban::hub
