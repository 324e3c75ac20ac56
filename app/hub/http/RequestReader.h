#pragma once

// Part of HttpServer.cpp: nothing else may include this, because it brings Beast with it.

#include "HttpErrors.h"
#include "RequestPipeline.h"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <limits>
#include <optional>

namespace kuaiban::hub {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

// One request being read: Beast's parser, and what this server asks of a request beyond it.
class RequestReader
{
public:
    using Parser = http::request_parser<http::string_body>;

    explicit RequestReader(const HttpSettings& settings)
        : m_settings(settings)
    {}

    Parser& begin()
    {
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_settings.headerLimit));
        m_parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // refusal() checks it and can say more
        return *m_parser;
    }

    Parser& body(qint64 limit)
    {
        m_parser->body_limit(static_cast<std::uint64_t>(limit)); // for chunked bodies, whose length shows at the end
        return *m_parser;
    }

    QByteArray takeBody()
    {
        const auto& text = m_parser->get().body();
        QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
        m_parser.reset();
        return bytes;
    }

    [[nodiscard]] bool complete() const { return m_parser->is_done(); }
    [[nodiscard]] bool http10() const { return m_parser->get().version() == 10; }
    [[nodiscard]] bool keepAlive() const { return m_parser->keep_alive(); }
    [[nodiscard]] QByteArrayView target() const
    {
        const auto text = m_parser->get().target();
        return {text.data(), static_cast<qsizetype>(text.size())};
    }

    // Method and headers. Taken before the body is read, so that fields in a chunked body's trailer never count.
    [[nodiscard]] HttpRequest head() const
    {
        const auto text = [](beast::string_view view) {
            return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size()));
        };
        HttpRequest request;
        request.method = text(m_parser->get().method_string());
        for (const auto& field : m_parser->get())
            request.headers.add(text(field.name_string()), text(field.value()));
        return request;
    }

    // What speaks against the request now that its headers are known.
    [[nodiscard]] std::optional<Error> refusal(const Exchange& exchange) const
    {
        const auto hosts = exchange.request.headers.count(u"Host");
        if (hosts > 1 || (hosts == 0 && !http10())) // RFC 9112 section 3.2
            return requestMalformed(QStringLiteral("Host"));
        if (exchange.refusal)
            return exchange.refusal;
        const auto length = m_parser->content_length();
        if (length && *length > static_cast<std::uint64_t>(exchange.bodyLimit))
            return bodyTooLarge(exchange.bodyLimit);
        return std::nullopt;
    }

    [[nodiscard]] bool expectsContinue(const Exchange& exchange) const
    {
        const auto expect = exchange.request.headers.value(u"Expect");
        return !http10() && expect.compare(u"100-continue", Qt::CaseInsensitive) == 0;
    }

    // The client's mistake, in contrast to the connection's end.
    static bool isSyntax(error_code error)
    {
        static const auto& category = http::make_error_code(http::error::bad_method).category();
        return error && error.category() == category && error != http::error::partial_message &&
               error != http::error::end_of_stream;
    }

    [[nodiscard]] Error syntaxError(error_code error, const Exchange& exchange) const
    {
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            return headersTooLarge(m_settings.headerLimit);
        if (error == http::error::body_limit)
            return bodyTooLarge(exchange.bodyLimit);
        return requestMalformed(QString::fromStdString(error.message()));
    }

private:
    const HttpSettings& m_settings;
    std::optional<Parser> m_parser;
};

} // namespace kuaiban::hub
