#include "RequestTarget.h"

#include "HttpErrors.h"

#include <QStringDecoder>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

Result<QString> decoded(QByteArrayView raw)
{
    QByteArray bytes;
    bytes.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            const bool whole = i + 2 < raw.size();
            const int high = whole ? hexDigit(raw[i + 1]) : -1;
            const int low = whole ? hexDigit(raw[i + 2]) : -1;
            if (high < 0 || low < 0)
                return fail(requestMalformed(u"broken escape in the target"_s));
            c = static_cast<char>(high << 4 | low);
            i += 2;
        }
        if (c == '\0')
            return fail(requestMalformed(u"U+0000 in the target"_s));
        bytes.append(c);
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8(bytes);
    if (utf8.hasError())
        return fail(requestMalformed(u"the target is not UTF-8"_s));
    return text;
}

// "http://host/path" becomes "/path".
QByteArrayView withoutAuthority(QByteArrayView target)
{
    const auto scheme = target.indexOf("://");
    if (target.startsWith('/') || scheme < 0)
        return target;
    const auto rest = target.sliced(scheme + 3);
    const auto slash = rest.indexOf('/');
    return slash < 0 ? QByteArrayView("/") : rest.sliced(slash);
}

Result<HttpQuery> parseQuery(QByteArrayView text)
{
    HttpQuery query;
    while (!text.isEmpty()) {
        const auto end = text.indexOf('&');
        const auto item = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (item.isEmpty())
            continue;
        const auto equals = item.indexOf('=');
        KB_TRY(const auto name, decoded(equals < 0 ? item : item.first(equals)));
        KB_TRY(const auto value, decoded(equals < 0 ? QByteArrayView() : item.sliced(equals + 1)));
        query.add(name, value);
    }
    return query;
}

} // namespace

Result<RequestTarget> parseTarget(QByteArrayView target)
{
    target = withoutAuthority(target);
    if (const auto fragment = target.indexOf('#'); fragment >= 0)
        return fail(requestMalformed(u"a fragment in the target"_s));
    RequestTarget result;
    if (const auto mark = target.indexOf('?'); mark >= 0) {
        KB_TRY(result.query, parseQuery(target.sliced(mark + 1)));
        target = target.first(mark);
    }
    if (target == "*") {
        result.path = u"*"_s;
        return result;
    }
    if (!target.startsWith('/'))
        return fail(requestMalformed(u"the target does not begin with a slash"_s));
    target = target.sliced(1);
    for (bool more = true; more;) {
        const auto slash = target.indexOf('/');
        more = slash >= 0;
        KB_TRY(const auto segment, decoded(more ? target.first(slash) : target));
        result.segments.append(segment);
        if (more)
            target = target.sliced(slash + 1);
    }
    result.path = u'/' + result.segments.join(u'/');
    return result;
}

ClientOrigin clientOrigin(
    const QString& peer, bool secure, const HttpHeaders& headers, const QStringList& trustedProxies)
{
    if (!trustedProxies.contains(peer))
        return {peer, secure};
    ClientOrigin origin{peer, secure || headers.value(u"X-Forwarded-Proto") == "https"_L1};
    // Each proxy appends the peer it saw; from the right, the first address that is no proxy of ours is the client.
    auto chain = headers.value(u"X-Forwarded-For").split(u',', Qt::SkipEmptyParts);
    while (!chain.isEmpty()) {
        origin.address = chain.takeLast().trimmed();
        if (!trustedProxies.contains(origin.address))
            break;
    }
    return origin;
}

} // namespace kuaiban::hub
