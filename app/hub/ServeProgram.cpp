#include "CommandLine.h"
#include "HubServer.h"
#include "StopSignal.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Result<int> serveProgram(const Invocation& invocation)
{
    Options options(u"Answers counters until SIGINT or SIGTERM."_s);
    options.takeConfig();
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    KB_TRY(const auto config, options.config());
    const StopSignal stop; // before any thread begins
    const SystemClock clock;
    SecureRandom random;
    KB_TRY(const auto core, HubCore::open(config, clock, random));
    HubServer server(*core);
    KB_CHECK(server.start());
    const auto scheme = config.http.tls() ? "https" : "http";
    std::fprintf(stderr, "listening on %s://%s:%d\n", scheme, qPrintable(config.http.address), int(server.port()));
    stop.wait();
    server.stop();
    return 0;
}

Result<int> openApiProgram(const Invocation& invocation)
{
    Options options(u"Prints the OpenAPI 3.1 document of the REST interface."_s);
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    const SystemClock clock;
    SecureRandom random;
    IdSource ids(clock, random);
    // Only the routes are asked: no database stands behind them.
    const blobs::BlobStore blobs({});
    casework::ItemShelf shelf({});
    journal::CommandGate gate(clock, random, {}, {});
    journal::ReactionRunner reactions(clock, random, gate.projections(), {});
    std::mutex writing;
    FeedBell bell;
    ContactBook contacts(writing);
    const FailureManual manual;
    const Problems problems(manual);
    const HttpMetrics metrics;
    const HubRoutes routes(
        {clock, random, ids, gate, reactions, shelf, blobs, writing, bell, contacts, {}}, problems, metrics);
    invocation.print(routes.document());
    return 0;
}

} // namespace kuaiban::hub
