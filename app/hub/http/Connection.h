#pragma once

// Part of HttpServer.cpp: nothing else may include this, because it brings Beast with it.

#include "ConnectionCore.h"
#include "RequestReader.h"
#include "RequestTarget.h"
#include "ResponseHead.h"

#include <boost/asio/ssl.hpp>
#include <boost/beast/ssl.hpp>

#include <sys/socket.h>

#include <type_traits>

namespace kuaiban::hub {

using PlainStream = beast::basic_stream<net::ip::tcp, Strand>;
using TlsStream = beast::ssl_stream<PlainStream>;

// One client from accept to close. Everything runs on the strand of its socket except finishSoon(), abort() and the
// sinks handed out, which only post to it. A time limit of the stream closes the socket, which ends the operation that
// runs, and with it the last reference to the connection.
template<class Stream>
class Connection final : public LiveConnection, public std::enable_shared_from_this<Connection<Stream>>
{
    static constexpr bool Tls = std::is_same_v<Stream, TlsStream>;
    static constexpr std::size_t ReadChunk = 4096;
    static constexpr std::size_t BodyBuffer = 64 * 1024;
    static constexpr std::size_t LingerBytes = 8 * 1024 * 1024;
    static constexpr std::chrono::seconds LingerTime{2};

    enum class Phase { Opening, Idle, Reading, Answering, Writing, Closing };

public:
    // `overload`: accepted beyond the limit, only to be told so.
    template<class... Arguments>
    Connection(ConnectionCore& core, bool overload, Arguments&&... arguments)
        : m_core(core)
        , m_overload(overload)
        , m_stream(std::forward<Arguments>(arguments)...)
        , m_deadline(m_stream.get_executor())
        , m_buffer(static_cast<std::size_t>(core.settings.headerLimit) + BodyBuffer)
        , m_reader(core.settings)
    {
        m_core.metrics.connectionOpened();
    }

    ~Connection() override
    {
        forget();
        m_core.metrics.connectionClosed();
        m_core.live.remove(this);
    }

    void begin()
    {
        net::dispatch(m_stream.get_executor(), [self = this->shared_from_this()] { self->open(); });
    }

    void finishSoon() override
    {
        net::post(m_stream.get_executor(), [self = this->shared_from_this()] {
            if (self->m_phase == Phase::Idle)
                self->drop();
            else if (self->m_later)
                self->m_later->expire();
        });
    }

    void abort() override
    {
        net::post(m_stream.get_executor(), [self = this->shared_from_this()] { self->drop(); });
    }

private:
    PlainStream& lowest() { return beast::get_lowest_layer(m_stream); }

    template<class Method>
    auto then(Method method)
    {
        return beast::bind_front_handler(method, this->shared_from_this());
    }

    void open()
    {
        error_code ignored;
        lowest().socket().set_option(net::ip::tcp::no_delay(true), ignored);
        if (const auto peer = lowest().socket().remote_endpoint(ignored); !ignored)
            m_peer = QString::fromStdString(peer.address().to_string());
        if constexpr (Tls) {
            lowest().expires_after(m_core.settings.headTimeout);
            m_stream.async_handshake(net::ssl::stream_base::server, then(&Connection::onHandshake));
        } else {
            awaitRequest();
        }
    }

    void onHandshake(error_code error)
    {
        if (error)
            return drop();
        awaitRequest();
    }

    void awaitRequest()
    {
        if (m_core.stopping) // like an idle one, unless there are bytes whose loss would reset the answer before them
            return m_buffer.size() > 0 ? close() : drop();
        if (m_buffer.size() > 0)
            return readHead(); // pipelined
        m_phase = Phase::Idle;
        m_buffer.shrink_to_fit(); // a body may have made it large, and idle connections are many
        lowest().expires_after(m_served == 0 ? m_core.settings.headTimeout : m_core.settings.idleTimeout);
        m_stream.async_read_some(m_buffer.prepare(ReadChunk), then(&Connection::onFirstBytes));
    }

    void onFirstBytes(error_code error, std::size_t count)
    {
        if (error)
            return error == net::error::eof ? close() : drop();
        m_buffer.commit(count);
        readHead();
    }

    void readHead()
    {
        m_phase = Phase::Reading;
        lowest().expires_after(m_core.settings.headTimeout);
        http::async_read_header(m_stream, m_buffer, m_reader.begin(), then(&Connection::onHead));
    }

    void onHead(error_code error, std::size_t)
    {
        if (error == http::error::end_of_stream)
            return close();
        if (RequestReader::isSyntax(error)) {
            m_exchange = m_core.pipeline.beginUnread(m_core.ids.next());
            return refuse(m_reader.syntaxError(error, *m_exchange));
        }
        if (error)
            return drop();
        m_http10 = m_reader.http10();
        m_keepAlive = m_reader.keepAlive() && !m_overload;
        m_exchange = m_core.pipeline.begin(request(), m_reader.target());
        if (m_overload)
            return refuse(tooManyConnections(RetryAfterSeconds));
        if (const auto refusal = m_reader.refusal(*m_exchange))
            return refuse(*refusal);
        if (m_reader.complete())
            return dispatch();
        lowest().expires_after(m_core.settings.transferTimeout);
        if (!m_reader.expectsContinue(*m_exchange))
            return readBody();
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        net::async_write(m_stream, net::buffer(goOn), then(&Connection::onContinueSent));
    }

    HttpRequest request() const
    {
        auto request = m_reader.head();
        request.id = m_core.ids.next();
        const auto origin = clientOrigin(m_peer, Tls, request.headers, m_core.settings.trustedProxies);
        request.remoteAddress = origin.address;
        request.secure = origin.secure;
        return request;
    }

    void onContinueSent(error_code error, std::size_t)
    {
        if (error)
            return drop();
        readBody();
    }

    void readBody()
    {
        http::async_read(m_stream, m_buffer, m_reader.body(m_exchange->bodyLimit), then(&Connection::onBody));
    }

    void onBody(error_code error, std::size_t)
    {
        if (RequestReader::isSyntax(error))
            return refuse(m_reader.syntaxError(error, *m_exchange));
        if (error)
            return drop();
        dispatch();
    }

    void dispatch()
    {
        m_exchange->request.body = m_reader.takeBody();
        awaitAnswer();
        m_core.pipeline.run(m_exchange, replySink());
    }

    void awaitAnswer()
    {
        m_phase = Phase::Answering;
        lowest().expires_never();
        m_deadline.arm(m_core.settings.answerTimeout, this->shared_from_this(),
            [this] { respond(m_core.pipeline.problem(*m_exchange, answerTimedOut())); });
    }

    // A later turn makes replies of an earlier one void: the handler that missed its time limit still returns some day.
    RequestPipeline::Sink replySink()
    {
        return [self = this->shared_from_this(), turn = ++m_turn](HttpReply reply) {
            net::post(self->m_stream.get_executor(),
                [self, turn, reply = std::move(reply)]() mutable { self->onReply(turn, std::move(reply)); });
        };
    }

    void onReply(quint64 turn, HttpReply reply)
    {
        auto* later = std::get_if<LaterReply>(&reply);
        if (turn != m_turn || m_phase != Phase::Answering) {
            if (later)
                later->abandon();
            return;
        }
        if (!later)
            return respond(std::move(std::get<HttpResponse>(reply)));
        m_later = *later;
        m_deadline.arm(m_later->wait(), this->shared_from_this(), [this] {
            if (m_later)
                m_later->expire();
        });
        // Whoever holds the promise must not hold the connection: it may be kept for as long as it likes.
        m_later->attach(
            [weak = this->weak_from_this(), executor = m_stream.get_executor(), turn](LaterReply::Outcome outcome) {
                net::post(executor, [weak, turn, outcome = std::move(outcome)]() mutable {
                    if (const auto self = weak.lock())
                        self->onOutcome(turn, std::move(outcome));
                });
            });
        watchForHangUp(turn);
        if (m_core.stopping)
            m_later->expire();
    }

    void onOutcome(quint64 turn, LaterReply::Outcome outcome)
    {
        if (turn != m_turn || m_phase != Phase::Answering)
            return;
        m_later.reset();
        if (auto* response = std::get_if<HttpResponse>(&outcome))
            return respond(std::move(*response));
        awaitAnswer();
        m_core.pipeline.resume(m_exchange, std::move(std::get<ReplyStep>(outcome)), replySink());
    }

    // A client that leaves during a long poll shows by a readable socket without bytes. Once there are bytes (the next
    // pipelined request) nothing can be told any more, and the time limit of the poll must do.
    void watchForHangUp(quint64 turn)
    {
        lowest().socket().async_wait(
            net::socket_base::wait_read, [self = this->shared_from_this(), turn](error_code error) {
                if (error || turn != self->m_turn || self->m_phase != Phase::Answering)
                    return;
                char byte = 0;
                const auto count = ::recv(self->lowest().socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
                if (count == 0 || (count < 0 && errno != EAGAIN))
                    self->drop();
            });
    }

    // Ends the connection after the answer: what the client still sends belongs to a request that is refused.
    void refuse(const Error& error)
    {
        m_keepAlive = false;
        m_unread = true;
        respond(m_core.pipeline.problem(*m_exchange, error));
    }

    void respond(HttpResponse response)
    {
        ++m_turn;
        m_deadline.disarm();
        forgetLater();
        m_phase = Phase::Writing;
        m_response = std::move(response);
        m_keepAlive = m_keepAlive && !m_core.stopping;
        m_out = responseHead(m_response, {m_keepAlive, m_http10, m_exchange->id, m_core.clock.nowMs()});
        // One buffer: Beast 1.74's TLS stream ends a write of two early, without an error, when the second one is
        // larger than 16 KB.
        if (!m_exchange->head && !hasNoBody(m_response.status))
            m_out.append(m_response.body);
        lowest().expires_after(m_core.settings.transferTimeout);
        net::async_write(m_stream, net::buffer(m_out.constData(), static_cast<std::size_t>(m_out.size())),
            then(&Connection::onWritten));
    }

    void onWritten(error_code error, std::size_t)
    {
        if (error)
            return drop();
        m_core.pipeline.end(*std::exchange(m_exchange, nullptr), m_response);
        m_response = {};
        m_out = {};
        ++m_served;
        if (m_keepAlive)
            awaitRequest();
        else
            close();
    }

    // Closing with unread bytes makes TCP send a reset, which can overtake the answer. So the client is told that
    // nothing more comes, and what it still sends is thrown away for a moment.
    void close()
    {
        m_phase = Phase::Closing;
        lowest().expires_after(LingerTime);
        if constexpr (Tls) {
            if (m_unread)
                return discard();
            m_stream.async_shutdown(then(&Connection::onShutDown));
        } else {
            error_code ignored;
            lowest().socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
            discard();
        }
    }

    void discard()
    {
        m_buffer.clear();
        m_stream.async_read_some(m_buffer.prepare(ReadChunk), then(&Connection::onDiscarded));
    }

    void onDiscarded(error_code error, std::size_t count)
    {
        m_discarded += count;
        if (!error && m_discarded < LingerBytes)
            return discard();
        if constexpr (Tls) {
            if (!error)
                return m_stream.async_shutdown(then(&Connection::onShutDown));
        }
        drop();
    }

    void onShutDown(error_code) { drop(); }

    void drop()
    {
        m_phase = Phase::Closing;
        ++m_turn;
        m_deadline.disarm();
        forget();
        lowest().close();
    }

    void forgetLater()
    {
        if (m_later)
            m_later->abandon();
        m_later.reset();
    }

    void forget()
    {
        forgetLater();
        if (m_exchange)
            m_core.pipeline.endWithoutAnswer(*std::exchange(m_exchange, nullptr));
    }

    static constexpr int RetryAfterSeconds = 5;

    ConnectionCore& m_core;
    const bool m_overload;
    Stream m_stream;
    Deadline m_deadline;
    beast::flat_buffer m_buffer;
    RequestReader m_reader;
    QString m_peer;
    ExchangePtr m_exchange;
    std::optional<LaterReply> m_later;
    HttpResponse m_response;
    QByteArray m_out;
    Phase m_phase = Phase::Opening;
    quint64 m_turn = 0;
    quint64 m_served = 0;
    std::size_t m_discarded = 0;
    bool m_keepAlive = true;
    bool m_http10 = false;
    bool m_unread = false;
};

} // namespace kuaiban::hub
