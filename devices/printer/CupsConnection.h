#pragma once

#include "modules/base/Result.h"
#include "PagePrinter.h"
#include "QueueState.h"

#include <memory>

struct _http_s;

namespace kuaiban::devices {

enum class QueueJobState { Waiting, Held, Completed, Aborted, Cancelled };

// One connection to a CUPS server. Every call ends within a second once `stop` is requested.
class CupsConnection
{
public:
    // HOST:PORT or the path of a socket; empty: what the system says (CUPS_SERVER, client.conf).
    // `printer.server` when nobody answers.
    static Result<std::unique_ptr<CupsConnection>> open(const QString& server, const std::stop_token& stop);
    ~CupsConnection();
    Q_DISABLE_COPY_MOVE(CupsConnection)

    Result<QStringList> queues();
    Result<QueueState> queueState(const QString& queue);                   // `printer.queue-unknown`
    Result<int> submit(const QString& queue, const PrintRequest& request); // `printer.refused`
    Result<QueueJobState> jobState(int job);
    void cancel(int job); // as far as the server lets us

private:
    CupsConnection(_http_s* http, const std::stop_token& stop)
        : m_http(http)
        , m_stop(stop)
    {}

    Error lastError(const QString& queue) const;

    _http_s* m_http;
    std::stop_token m_stop;
};

} // namespace kuaiban::devices
