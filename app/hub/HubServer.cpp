#include "HubServer.h"

#include "api/HubCommands.h"
#include "Leases.h"
#include "modules/registry/BulkLoad.h"
#include "modules/store/OpenDatabase.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds ReactionPause{5}; // for those that failed; others are done with the request
constexpr std::chrono::minutes LeasePause{5};
constexpr std::chrono::milliseconds BellPause{500}; // so much later a counter hears of what it waits for

} // namespace

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
    , m_checkpoints(core, u"checkpoint"_s, std::chrono::seconds(core.config().checkpointSeconds),
          [&core](store::Connection& connection) { return core.checkpoint(connection); })
    , m_reactions(core, u"reactions"_s, ReactionPause,
          [&core](store::Connection& connection) { return react(core.parts(), connection); })
    , m_leases(core, u"leases"_s, LeasePause,
          [&core](store::Connection& connection) { return endLeases(core.parts(), connection); })
    , m_bell(core, u"bell"_s, BellPause,
          [&core](store::Connection& connection) { return core.parts().bell.ring(connection); })
{}

HubServer::~HubServer()
{
    stop();
}

Done HubServer::start()
{
    KB_CHECK(registry::BulkLoad::clearCutOff(m_core.main()));
    KB_CHECK(m_core.publishResources());
    KB_CHECK(react(m_core.parts(), m_core.main()));
    m_metrics.addGauge("kuaiban_feed_waiting", "Counters that wait on the feed.",
        [&bell = m_core.parts().bell] { return static_cast<double>(bell.waiting()); });
    KB_CHECK(m_server.start());
    KB_CHECK(m_checkpoints.start());
    KB_CHECK(m_reactions.start());
    KB_CHECK(m_leases.start());
    return store::isServerAddress(m_core.config().database) ? m_bell.start() : Done();
}

void HubServer::stop()
{
    m_server.stop();
    m_checkpoints.stop();
    m_reactions.stop();
    m_leases.stop();
    m_bell.stop();
    m_metrics.removeGauge("kuaiban_feed_waiting");
}

} // namespace kuaiban::hub
