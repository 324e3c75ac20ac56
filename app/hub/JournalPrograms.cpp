#include "api/HubErrors.h"
#include "CatalogueCheck.h"
#include "CommandLine.h"
#include "modules/journal/JournalVerifier.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Result<int> verifyProgram(const Invocation& invocation)
{
    Options options(u"Checks every chain of the journal; exits with 1 when something is not sound."_s);
    options.takeConfig();
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    KB_TRY(const auto config, options.config());
    const SystemClock clock;
    SecureRandom random;
    KB_TRY(const auto core, HubCore::open(config, clock, random));
    KB_TRY(const auto report, journal::verifyJournal(core->main(), core->signer()));
    invocation.print({{u"sound"_s, report.sound()}, {u"events"_s, report.events}, {u"streams"_s, report.streams},
        {u"positions"_s, report.positions}, {u"checkpoints"_s, report.checkpoints},
        {u"unsigned_checkpoints"_s, report.unsignedCheckpoints},
        {u"erased_personal_parts"_s, report.erasedPersonalParts},
        {u"problems"_s, QJsonArray::fromStringList(report.problems)}});
    return report.sound() ? 0 : 1;
}

Result<int> rebuildProgram(const Invocation& invocation)
{
    Options options(u"Makes the projections (accounts, definitions, cases, tasks) anew from the journal."_s);
    options.takeConfig();
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    KB_TRY(const auto config, options.config());
    const SystemClock clock;
    SecureRandom random;
    KB_TRY(const auto core, HubCore::open(config, clock, random));
    KB_TRY(const qint64 events, journal::rebuild(core->main(), core->parts().gate.projections()));
    invocation.print(QJsonObject{{u"events"_s, events}});
    return 0;
}

Result<int> catalogueProgram(const Invocation& invocation)
{
    Options options(u"Reads all definitions below a folder of resources; exits with 1 when one is broken."_s);
    options.argument(u"check"_s, u"the only action"_s);
    options.argument(u"folder"_s, u"folder of resources"_s);
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    const auto words = options.positional();
    if (words.size() != 2 || words.constFirst() != "check"_L1)
        return fail(commandLineWrong(u"catalogue check DIR"_s));
    KB_TRY(const auto report, checkCatalogue(words.constLast()));
    QJsonArray problems;
    for (const auto& problem : report.problems)
        problems.append(problem.toJson());
    invocation.print({{u"definitions"_s, report.definitions.size()}, {u"problems"_s, problems}});
    return problems.isEmpty() ? 0 : 1;
}

} // namespace kuaiban::hub
