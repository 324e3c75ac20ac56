#include "HubServer.h"

#include "modules/registry/BulkLoad.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

HubServer::HubServer(HubCore& core)
    : m_core(core)
    , m_problems(m_manual, failureStatuses())
    , m_routes(core.parts(), m_problems, m_metrics)
    , m_server(core.config().http,
          {m_routes.served(), m_problems, m_metrics, core.parts().clock, core.parts().ids, core.workers(), {},
              [](const AccessRecord& record) {
                  if (record.status >= 500)
                      qWarning().noquote()
                          << record.requestId << record.method << record.route << record.status << record.failureCode;
              }})
    , m_checkpointer(core)
{}

HubServer::~HubServer()
{
    stop();
}

Done HubServer::start()
{
    KB_CHECK(registry::BulkLoad::clearCutOff(m_core.main()));
    KB_CHECK(m_core.publishResources());
    m_metrics.addGauge("kuaiban_feed_waiting", "Counters that wait on the feed.",
        [&bell = m_core.parts().bell] { return static_cast<double>(bell.waiting()); });
    KB_CHECK(m_server.start());
    return m_checkpointer.start();
}

void HubServer::stop()
{
    m_server.stop();
    m_checkpointer.stop();
    m_metrics.removeGauge("kuaiban_feed_waiting");
}

} // namespace kuaiban::hub
