#include "Invariants.h"

#include "modules/base/Json.h"
#include "modules/forms/FormPaths.h"
#include "modules/journal/CommandLog.h"
#include "modules/journal/JournalVerifier.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using journal::Command;
using journal::Event;
using journal::Verdict;

namespace {

using Recorded = std::optional<journal::LoggedCommand>;

Recorded recorded(VirtualWorld& world, const QString& command)
{
    return journal::CommandLog(*world.hub().connection).find(command).value_or(std::nullopt);
}

QStringList allStreams(VirtualWorld& world)
{
    return world.hub()
        .connection
        ->list("SELECT stream FROM stream WHERE kind = 'case' ORDER BY stream", {},
            [](const store::Row& row) { return row.text(0); })
        .value_or(QStringList{});
}

QString nameOf(const Counter& counter)
{
    return counter.who.name;
}

// A counter for each ledger.
template<class Visit>
void forEachCounter(VirtualWorld& world, Visit visit)
{
    for (int who = 0; who < static_cast<int>(world.counters().size()); ++who)
        visit(*world.counters()[static_cast<size_t>(who)], world.ledger(who));
}

QStringList membersOf(VirtualWorld& world, const QString& account)
{
    return world.hub()
        .connection
        ->list("SELECT stream FROM feed_member WHERE account = ? ORDER BY stream", {account},
            [](const store::Row& row) { return row.text(0); })
        .value_or(QStringList{});
}

} // namespace

QStringList acknowledgedOnce(VirtualWorld& world)
{
    QStringList found;
    QHash<QString, int> effects; // of each remark's text
    for (const auto& stream : allStreams(world)) {
        const auto events = world.hub().events(stream);
        for (const auto& event : events) {
            const auto entry = recorded(world, event.command);
            // What was added to a merged case stands in its survivor as well, by the same command: see
            // survivorsHaveAll.
            if (event.type == "RemarkAdded"_L1 && (!entry || entry->stream == stream))
                ++effects[event.personal.value("text"_L1).toString()];
            if (!entry || entry->answer.verdict != Verdict::Applied)
                found.append(u"%1 of %2 comes from a command that did not count"_s.arg(event.type, stream));
        }
    }
    forEachCounter(world, [&](const Counter& counter, const Ledger& ledger) {
        for (auto told = ledger.told.begin(); told != ledger.told.end(); ++told) {
            const Verdict said = told->recorded;
            if (said == Verdict::Wait)
                continue; // nothing was promised
            const auto entry = recorded(world, told.key());
            if (!entry) {
                found.append(u"%1: %2 was answered %3 and is not known"_s.arg(
                    nameOf(counter), told.key(), journal::verdictName(said)));
            } else if (said == Verdict::Applied && entry->answer.verdict != Verdict::Applied) {
                found.append(u"%1: %2 was applied and is %3"_s.arg(
                    nameOf(counter), told.key(), journal::verdictName(entry->answer.verdict)));
            }
        }
        for (const auto& command : ledger.made) {
            if (command.type != "AddRemark"_L1)
                continue;
            const auto entry = recorded(world, command.id);
            const int wanted = entry && entry->answer.verdict == Verdict::Applied ? 1 : 0;
            // Done again under another id the same words count once, too.
            const int there = effects.value(command.body.value("text"_L1).toString());
            if (wanted == 1 ? there != 1 : there > 1)
                found.append(u"%1: the effect of %2 is there %3 times"_s.arg(nameOf(counter), command.id).arg(there));
        }
    });
    return found;
}

QStringList feedWithoutGaps(VirtualWorld& world)
{
    QStringList found;
    forEachCounter(world, [&](const Counter& counter, const Ledger&) {
        const sync::LocalStreams local(*counter.user);
        const auto& hub = world.hub();
        const auto rest =
            journal::Feed(*hub.connection).page({counter.who.id, {}}, local.cursor(counter.who.id).value_or(0), 10);
        if (!rest || !rest->rows.isEmpty())
            found.append(nameOf(counter) + u": has not read its feed to the end"_s);
        for (const auto& stream : membersOf(world, counter.who.id)) {
            const auto here = local.events(stream).value_or(QList<Event>{});
            const auto there = world.hub().events(stream);
            if (here.size() != there.size())
                found.append(
                    u"%1: %2 of %3 events of %4"_s.arg(nameOf(counter)).arg(here.size()).arg(there.size()).arg(stream));
            for (qsizetype i = 0; i < std::min(here.size(), there.size()); ++i) {
                if (here.at(i).toJson() != there.at(i).toJson())
                    found.append(u"%1: event %2 of %3 is another"_s.arg(nameOf(counter)).arg(i + 1).arg(stream));
            }
        }
    });
    return found;
}

QStringList sameOnBothSides(VirtualWorld& world)
{
    QStringList found;
    forEachCounter(world, [&](Counter& counter, const Ledger&) {
        const auto members = membersOf(world, counter.who.id);
        const auto outbox = counter.desk().outbox().value_or(QList<sync::OutboxItem>{});
        for (const auto& stream : members) {
            const bool waits = std::any_of(outbox.begin(), outbox.end(),
                [&](const sync::OutboxItem& item) { return item.command.stream == stream; });
            if (waits)
                continue;
            if (const QString difference = counter.difference(stream); !difference.isEmpty())
                found.append(u"%1: %2 differs: %3"_s.arg(nameOf(counter), stream, difference));
        }
    });
    return found;
}

QStringList orderKept(VirtualWorld& world)
{
    QStringList found;
    for (const auto& stream : allStreams(world)) {
        const auto events = world.hub().events(stream);
        QSet<QString> later; // by their nature
        for (const auto& event : events) {
            for (const auto& id : event.body.value("commands"_L1).toArray())
                later.insert(id.toString());
            // What a merging brings follows when the hub comes to it.
            if (const auto entry = recorded(world, event.command); entry && entry->stream != stream)
                later.insert(event.command);
        }
        forEachCounter(world, [&](const Counter& counter, const Ledger& ledger) {
            qsizetype last = -1;
            for (const auto& event : events) {
                const qsizetype place = ledger.order.indexOf(event.command);
                if (place < 0 || later.contains(event.command))
                    continue;
                if (place < last)
                    found.append(u"%1: %2 came too late on %3"_s.arg(nameOf(counter), event.command, stream));
                last = std::max(last, place);
            }
        });
    }
    return found;
}

namespace {

// Of an edit that counts: each value stands, was there, or stands in a conflict.
void checkEdit(VirtualWorld& world, const Command& command, QStringList& found)
{
    casework::Case state;
    QHash<QString, QJsonValue> before;
    QHash<QString, QList<Event>> made;
    const auto edits = command.body.value("edits"_L1).toArray();
    const auto events = world.hub().events(command.stream);
    bool isThere = false;
    for (const auto& event : events) {
        if (event.command == command.id) {
            if (!std::exchange(isThere, true)) {
                for (const auto& edit : edits) {
                    const QString path = edit["path"_L1].toString();
                    before.insert(path, forms::valueAt(state.values, path));
                }
            }
            made[event.body.value("path"_L1).toString()].append(event);
        }
        state = casework::evolve(std::move(state), event);
    }
    if (!isThere)
        return; // all of it had been entered by somebody else
    for (const auto& edit : edits) {
        const QString path = edit["path"_L1].toString();
        const QJsonValue value = edit["value"_L1];
        const auto keeps = [&](const Event& event) {
            const auto content = event.personal;
            return content.value(event.type == "FieldConflicted"_L1 ? "client"_L1 : "value"_L1) == value;
        };
        const auto& own = made.value(path);
        if (before.value(path) != value && std::none_of(own.begin(), own.end(), keeps))
            found.append(u"%1: the value of %2 is nowhere"_s.arg(command.id, path));
    }
}

} // namespace

QStringList nothingLost(VirtualWorld& world)
{
    QStringList found;
    forEachCounter(world, [&](Counter& counter, const Ledger& ledger) {
        QHash<QString, sync::OutboxState> kept;
        const auto items = counter.desk().outbox().value_or(QList<sync::OutboxItem>{});
        for (const auto& item : items)
            kept.insert(item.command.id, item.state);
        QSet<QString> needless;
        const auto notes = counter.desk().needlessWork().value_or(QList<sync::NeedlessCommand>{});
        for (const auto& note : notes)
            needless.insert(note.command.id);
        for (const auto& id : ledger.order) {
            const auto entry = recorded(world, id);
            const auto& command = ledger.made.value(id);
            const bool waits = kept.contains(id);
            if (waits && kept.value(id) != sync::OutboxState::Attention)
                found.append(u"%1: %2 %3 never came through"_s.arg(nameOf(counter), command.type, id));
            const bool counts = entry && entry->answer.verdict == Verdict::Applied;
            const bool isReplaced = ledger.doneAgain.contains(id) &&
                                    std::any_of(ledger.made.begin(), ledger.made.end(), [&](const Command& later) {
                                        return later.instead == id || (!command.instead.isEmpty() && later.id != id &&
                                                                          later.instead == command.instead);
                                    });
            const bool wasNeedless = needless.contains(id) && command.type != "AddRemark"_L1; // a remark always adds
            if (!counts && !waits && !wasNeedless && !isReplaced && !ledger.givenUp.contains(id))
                found.append(u"%1: %2 %3 is gone"_s.arg(nameOf(counter), command.type, id));
            if (entry && entry->answer.verdict == Verdict::Held && !waits)
                found.append(
                    u"%1: %2 %3 was left alone and may still be admitted"_s.arg(nameOf(counter), command.type, id));
            if (counts && command.type == "EditFields"_L1)
                checkEdit(world, command, found);
        }
    });
    return found;
}

QStringList survivorsHaveAll(VirtualWorld& world)
{
    QStringList found;
    for (const auto& stream : allStreams(world)) {
        const auto merged = world.hub().state(stream);
        if (merged.phase != casework::Phase::Merged)
            continue;
        auto survivor = merged;
        while (survivor.phase == casework::Phase::Merged)
            survivor = world.hub().state(survivor.mergedInto);
        const auto lacks = [&](const QString& what) {
            found.append(u"%1 of %2 is not in its survivor"_s.arg(what, stream));
        };
        for (const auto& remark : merged.remarks) {
            const auto times = std::count_if(survivor.remarks.begin(), survivor.remarks.end(),
                [&](const casework::Remark& one) { return one.text == remark.text && one.by == remark.by; });
            if (times != 1)
                lacks(u"a remark (%1 times)"_s.arg(times));
        }
        QSet<QString> pages;
        for (const auto& material : survivor.materials) {
            for (const auto& page : material.pages)
                pages.insert(page.digest);
        }
        for (const auto& material : merged.materials) {
            for (const auto& page : material.pages) {
                if (!pages.contains(page.digest))
                    lacks(u"a page of "_s + material.id);
            }
        }
        const bool named = std::any_of(survivor.merged.begin(), survivor.merged.end(),
            [&](const casework::MergedCase& one) { return one.number == merged.number; });
        if (!named && merged.mergedInto == survivor.id)
            lacks(u"the number"_s);
        if (!survivor.makers.contains(merged.makers))
            lacks(u"a maker"_s);
    }
    return found;
}

QStringList filesComplete(VirtualWorld& world)
{
    QStringList found;
    forEachCounter(world, [&](Counter& counter, const Ledger& ledger) {
        for (const auto& command : ledger.made) {
            if (!recorded(world, command.id))
                continue;
            for (const auto& digest : command.files) {
                if (!world.hub().blobs.read(digest))
                    found.append(u"%1: a file of %2 is not at the hub"_s.arg(nameOf(counter), command.id));
            }
        }
        if (const auto left = sync::Outbox(*counter.user).allFiles(); !left || !left->isEmpty())
            found.append(nameOf(counter) + u": files never came through"_s);
    });
    return found;
}

QStringList journalSound(VirtualWorld& world)
{
    QStringList found;
    const auto report = journal::verifyJournal(*world.hub().connection, nullptr);
    if (!report)
        return {report.error().code};
    found += report->problems;
    QHash<QString, QString> numbers;
    for (const auto& stream : allStreams(world)) {
        const auto state = world.hub().state(stream);
        if (!state.exists())
            continue;
        if (numbers.contains(state.number))
            found.append(u"%1 is the number of two cases"_s.arg(state.number));
        numbers.insert(state.number, stream);
        forEachCounter(world, [&](const Counter& counter, const Ledger& ledger) {
            for (const auto& command : ledger.made) {
                if (command.stream == stream && casework::opens(command.type) &&
                    command.body.value("number"_L1) != state.number && !ledger.givenUp.contains(command.id))
                    found.append(u"%1: the receipt of %2 bears another number"_s.arg(nameOf(counter), stream));
            }
        });
    }
    return found;
}

QStringList breaches(VirtualWorld& world)
{
    QStringList found;
    for (const auto& invariant : Invariants) {
        for (const auto& breach : invariant.check(world))
            found.append(QString::fromLatin1(invariant.name) + u": "_s + breach);
    }
    return found;
}

} // namespace kuaiban::test
