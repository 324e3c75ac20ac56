#include "HttpMessage.h"

#include "HttpErrors.h"
#include "modules/base/Json.h"

#include <QJsonDocument>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

bool sameName(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

struct Preference
{
    QString token;
    double weight = 0;
};

// The items of a list field with their q values; an unreadable q counts as 0, so that it asks for nothing.
QList<Preference> preferences(const QString& list)
{
    QList<Preference> result;
    const auto items = list.split(u',', Qt::SkipEmptyParts);
    for (const auto& item : items) {
        const auto parts = item.split(u';');
        Preference preference{parts.first().trimmed().toLower(), 1};
        for (qsizetype i = 1; i < parts.size(); ++i) {
            const auto parameter = parts[i].trimmed();
            if (parameter.startsWith("q="_L1, Qt::CaseInsensitive))
                preference.weight = parameter.sliced(2).toDouble();
        }
        result.append(preference);
    }
    return result;
}

} // namespace

void HttpHeaders::set(const QString& name, const QString& value)
{
    m_fields.removeIf([&name](const Field& field) { return sameName(field.name, name); });
    add(name, value);
}

bool HttpHeaders::has(QStringView name) const
{
    return count(name) > 0;
}

QString HttpHeaders::value(QStringView name) const
{
    QString joined;
    bool first = true;
    for (const auto& field : m_fields) {
        if (!sameName(field.name, name))
            continue;
        joined += first ? field.value : ", "_L1 + field.value;
        first = false;
    }
    return joined;
}

int HttpHeaders::count(QStringView name) const
{
    return static_cast<int>(std::count_if(
        m_fields.begin(), m_fields.end(), [name](const Field& field) { return sameName(field.name, name); }));
}

bool HttpQuery::has(QStringView name) const
{
    return std::any_of(m_items.begin(), m_items.end(), [name](const auto& item) { return item.first == name; });
}

QString HttpQuery::value(QStringView name, const QString& otherwise) const
{
    const auto it =
        std::find_if(m_items.begin(), m_items.end(), [name](const auto& item) { return item.first == name; });
    return it == m_items.end() ? otherwise : it->second;
}

QStringList HttpQuery::values(QStringView name) const
{
    QStringList list;
    for (const auto& item : m_items) {
        if (item.first == name)
            list.append(item.second);
    }
    return list;
}

HttpResponse HttpResponse::json(const QJsonObject& object, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse HttpResponse::json(const QJsonArray& array, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse HttpResponse::text(const QByteArray& utf8, const QString& contentType)
{
    HttpResponse response;
    response.contentType = contentType;
    response.body = utf8;
    return response;
}

HttpResponse HttpResponse::empty(int status)
{
    HttpResponse response;
    response.status = status;
    response.contentType.clear();
    return response;
}

Result<QJsonObject> jsonBody(const HttpRequest& request)
{
    const auto type = request.headers.value(u"Content-Type").section(u';', 0, 0).trimmed().toLower();
    if (type != "application/json"_L1)
        return fail(mediaTypeWrong(u"application/json"_s));
    return parseObject(request.body);
}

QString languageOf(const QString& acceptLanguage)
{
    double chinese = 0;
    double english = 0;
    for (const auto& [token, weight] : preferences(acceptLanguage)) {
        const auto primary = token.section(u'-', 0, 0);
        if (primary == "zh"_L1)
            chinese = std::max(chinese, weight);
        else if (primary == "en"_L1)
            english = std::max(english, weight);
    }
    return english > chinese ? u"en"_s : u"zh_CN"_s;
}

bool acceptsToken(const QString& list, QLatin1StringView token)
{
    const auto all = preferences(list);
    const auto named = std::find_if(all.begin(), all.end(), [token](const auto& item) { return item.token == token; });
    return named != all.end() && named->weight > 0;
}

} // namespace kuaiban::hub
