#include "HttpServer.h"

#include "Connection.h"
#include "TlsContext.h"

#include <fcntl.h>
#include <sys/resource.h>

#include <future>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using net::ip::tcp;

namespace {

constexpr auto AcceptPause = std::chrono::milliseconds(100); // when the process is out of descriptors
constexpr auto CutTimeout = std::chrono::seconds(2);         // for sockets to close after they were told to

// Every connection takes a descriptor, and the usual soft limit of 1024 is far below what the hub serves.
void raiseDescriptorLimit(int connections)
{
    constexpr rlim_t others = 512; // databases, files, logs
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const auto wanted = static_cast<rlim_t>(connections) + others;
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

class HttpServer::Engine
{
public:
    Engine(const HttpSettings& settings, const Parts& parts)
        : m_settings(settings)
        , m_parts(parts)
        , m_workers(settings.workers, settings.queueLimit, parts.makeContext)
        , m_pipeline(settings,
              {parts.router, parts.problems, parts.metrics, parts.clock, parts.filter, parts.accessLog}, m_workers)
        , m_io(settings.networkThreads)
        , m_acceptor(net::make_strand(m_io))
        , m_pause(m_acceptor.get_executor())
        , m_core{settings, m_pipeline, m_live, parts.metrics, parts.clock, parts.ids}
    {}

    Done start()
    {
        if (const auto mistakes = m_parts.router.mistakes(); !mistakes.isEmpty())
            return fail(routesWrong(mistakes.join("; "_L1)));
        if (m_settings.tls()) {
            KB_TRY(auto context, makeTlsContext(m_settings.certificateFile, m_settings.keyFile));
            m_tls.emplace(context.release());
        }
        KB_CHECK(listen());
        KB_CHECK(m_workers.start());
        raiseDescriptorLimit(m_settings.maxConnections + reserve());
        m_parts.metrics.addGauge("kuaiban_http_queue", "Requests that wait for a worker.",
            [this] { return static_cast<double>(m_workers.queued()); });
        m_work.emplace(m_io.get_executor());
        for (int i = 0; i < m_settings.networkThreads; ++i)
            m_threads.emplace_back([this] { runNetwork(); });
        net::post(m_acceptor.get_executor(), [this] { accept(); });
        return {};
    }

    quint16 port() const { return m_port; }

    void stop()
    {
        m_core.stopping = true;
        stopAccepting();
        m_live.finishAll();
        if (!m_live.waitUntilNone(m_settings.drainTimeout)) {
            m_live.abortAll();
            m_workers.interruptAll();
        }
        m_workers.stop();
        m_live.waitUntilNone(CutTimeout);
        m_work.reset();
        m_io.stop();
        for (auto& thread : m_threads)
            thread.join();
        m_parts.metrics.removeGauge("kuaiban_http_queue");
    }

private:
    // Connections beyond the limit that are still told why; after these the door is simply shut.
    int reserve() const { return std::max(16, m_settings.maxConnections / 10); }

    Done listen()
    {
        const auto refused = [this](const error_code& error) -> Done {
            if (error == net::error::address_in_use)
                return fail(portInUse(m_settings.address, m_settings.port));
            return fail(cannotListen(m_settings.address, m_settings.port, QString::fromStdString(error.message())));
        };
        error_code error;
        const auto address = net::ip::make_address(m_settings.address.toStdString(), error);
        if (error)
            return refused(error);
        const tcp::endpoint endpoint(address, m_settings.port);
        if (m_acceptor.open(endpoint.protocol(), error); error)
            return refused(error);
        fcntl(m_acceptor.native_handle(), F_SETFD, FD_CLOEXEC);           // a program that is started keeps no port
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error); // a restart must not wait for TIME_WAIT
        if (m_acceptor.bind(endpoint, error); error)
            return refused(error);
        if (m_acceptor.listen(net::socket_base::max_listen_connections, error); error)
            return refused(error);
        m_port = m_acceptor.local_endpoint(error).port();
        return {};
    }

    void stopAccepting()
    {
        std::promise<void> closed;
        net::post(m_acceptor.get_executor(), [this, &closed] {
            error_code ignored;
            m_acceptor.close(ignored);
            m_pause.cancel();
            closed.set_value();
        });
        closed.get_future().wait();
    }

    void accept()
    {
        if (!m_acceptor.is_open())
            return;
        m_acceptor.async_accept(net::make_strand(m_io), [this](error_code error, PlainStream::socket_type socket) {
            if (!m_acceptor.is_open())
                return;
            if (error) {
                m_pause.expires_after(AcceptPause);
                m_pause.async_wait([this](error_code) { accept(); });
                return;
            }
            admit(std::move(socket));
            accept();
        });
    }

    void admit(PlainStream::socket_type socket)
    {
        const int open = m_live.count();
        if (open >= m_settings.maxConnections + reserve()) {
            m_parts.metrics.connectionRefused();
            return; // the socket closes itself
        }
        const bool overload = open >= m_settings.maxConnections;
        if (m_tls)
            begin(std::make_shared<Connection<TlsStream>>(m_core, overload, std::move(socket), *m_tls));
        else
            begin(std::make_shared<Connection<PlainStream>>(m_core, overload, std::move(socket)));
    }

    template<class Stream>
    void begin(const std::shared_ptr<Connection<Stream>>& connection)
    {
        m_live.add(connection);
        connection->begin();
    }

    // What is thrown below (out of memory, mostly) ends the connection it happened in, not the hub.
    void runNetwork()
    {
        for (bool again = true; again;) {
            try {
                m_io.run();
                again = false;
            } catch (const std::exception&) {
                again = !m_io.stopped();
            }
        }
    }

    const HttpSettings& m_settings;
    const Parts& m_parts;
    LiveConnections m_live;
    WorkerPool m_workers;
    RequestPipeline m_pipeline;
    std::optional<net::ssl::context> m_tls;
    net::io_context m_io;
    std::optional<net::executor_work_guard<net::io_context::executor_type>> m_work;
    tcp::acceptor m_acceptor;
    net::steady_timer m_pause;
    ConnectionCore m_core;
    std::vector<std::thread> m_threads;
    quint16 m_port = 0;
};

HttpServer::HttpServer(HttpSettings settings, Parts parts)
    : m_settings(std::move(settings))
    , m_parts(std::move(parts))
{}

HttpServer::~HttpServer()
{
    stop();
}

Done HttpServer::start()
{
    if (m_engine)
        return {};
    auto engine = std::make_unique<Engine>(m_settings, m_parts);
    KB_CHECK(engine->start());
    m_engine = std::move(engine);
    return {};
}

quint16 HttpServer::port() const
{
    return m_engine ? m_engine->port() : 0;
}

bool HttpServer::running() const
{
    return m_engine != nullptr;
}

void HttpServer::stop()
{
    if (!m_engine)
        return;
    m_engine->stop();
    m_engine.reset();
}

} // namespace kuaiban::hub
