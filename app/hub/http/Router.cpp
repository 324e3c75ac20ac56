#include "Router.h"

#include <QSet>

#include <optional>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

QStringList cut(const QString& pathTemplate)
{
    return pathTemplate.sliced(pathTemplate.startsWith(u'/') ? 1 : 0).split(u'/');
}

bool isValue(const QString& segment)
{
    return segment.size() > 2 && segment.startsWith(u'{') && segment.endsWith(u'}');
}

// Smaller is better: one bit a segment, set where a value had to be taken. None if the path is another one.
std::optional<quint64> distance(const QStringList& pattern, const QStringList& segments)
{
    if (pattern.size() != segments.size())
        return std::nullopt;
    quint64 bits = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        bits <<= 1;
        if (isValue(pattern[i])) {
            if (segments[i].isEmpty())
                return std::nullopt;
            bits |= 1;
        } else if (pattern[i] != segments[i]) {
            return std::nullopt;
        }
    }
    return bits;
}

QString shape(const Route& route)
{
    auto segments = cut(route.path);
    for (auto& segment : segments) {
        if (isValue(segment))
            segment = u"{}"_s;
    }
    return route.method + u" /"_s + segments.join(u'/');
}

QStringList mistakesOf(const Route& route)
{
    static const QStringList methods{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    QStringList list;
    if (!methods.contains(route.method))
        list += u"unknown method"_s;
    if (!route.path.startsWith(u'/') || route.path.size() > 200)
        list += u"malformed path"_s;
    const auto segments = cut(route.path);
    for (const auto& segment : segments) {
        const auto inner = isValue(segment) ? segment.sliced(1).chopped(1) : segment;
        if (inner.isEmpty() || inner.contains(u'{') || inner.contains(u'}'))
            list += u"malformed path"_s;
    }
    const auto names = valueNames(route.path);
    if (QSet<QString>(names.begin(), names.end()).size() != names.size())
        list += u"a value stands twice in the path"_s;
    if (!route.handler == !route.instant)
        list += u"needs one handler"_s;
    if (route.instant && route.access != Access::Public)
        list += u"an instant route passes no filter, so it must be public"_s;
    if (route.doc.summary.isEmpty() || route.doc.tag.isEmpty())
        list += u"summary and tag are missing"_s;
    for (const auto& parameter : route.doc.parameters) {
        if (parameter.in == RouteParameter::In::Path && !names.contains(parameter.name))
            list += u"documents {%1}, which is not in the path"_s.arg(parameter.name);
    }
    if (route.doc.responseType == "application/json"_L1 && route.doc.responseSchema.isEmpty() &&
        route.doc.responseStatus != 204)
        list += u"the schema of the answer is missing"_s;
    return list;
}

} // namespace

QStringList valueNames(const QString& pathTemplate)
{
    QStringList names;
    const auto segments = cut(pathTemplate);
    for (const auto& segment : segments) {
        if (isValue(segment))
            names += segment.sliced(1).chopped(1);
    }
    return names;
}

void Router::add(Route route)
{
    m_segments.append(cut(route.path));
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(const QString& method, const QStringList& segments) const
{
    const QString wanted = method == "HEAD"_L1 ? u"GET"_s : method;
    Match result;
    quint64 best = 0;
    qsizetype found = -1;
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        const auto bits = distance(m_segments[i], segments);
        if (!bits)
            continue;
        const auto& route = m_routes[static_cast<size_t>(i)];
        if (!result.allowed.contains(route.method))
            result.allowed += route.method;
        if (route.method == wanted && (found < 0 || *bits < best)) {
            found = i;
            best = *bits;
        }
    }
    if (result.allowed.contains("GET"_L1))
        result.allowed += u"HEAD"_s;
    if (!result.allowed.isEmpty()) {
        result.allowed += u"OPTIONS"_s;
        result.allowed.sort();
    }
    if (found < 0)
        return result;
    result.route = &m_routes[static_cast<size_t>(found)];
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const auto& pattern = m_segments[found][i];
        if (isValue(pattern))
            result.pathValues.insert(pattern.sliced(1).chopped(1), segments[i]);
    }
    return result;
}

QStringList Router::mistakes() const
{
    QStringList list;
    QSet<QString> shapes;
    for (const auto& route : m_routes) {
        auto found = mistakesOf(route);
        if (shapes.contains(shape(route)))
            found += u"registered twice"_s;
        shapes.insert(shape(route));
        found.removeDuplicates();
        for (const auto& mistake : std::as_const(found))
            list += "%1 %2: %3"_L1.arg(route.method, route.path, mistake);
    }
    return list;
}

} // namespace kuaiban::hub
