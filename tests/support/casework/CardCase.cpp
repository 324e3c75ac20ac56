#include "tests/support/casework/CardCase.h"

#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseEvolution.h"
#include "modules/registry/Persons.h"

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using namespace casework;

const CardHolder Woman{
    u"林素梅"_s, u"21060319760221028"_s, u"2"_s, QDate(1976, 2, 21), u"辽宁省丹东市振安区示范路9号"_s};
const CardHolder Child{
    u"林小满"_s, u"21060320160601034"_s, u"1"_s, QDate(2016, 6, 1), u"辽宁省丹东市振安区示范路9号"_s};
const QString NewCard = u"A10000017"_s;

// What the maker of a card enters.
QJsonObject made(const QJsonObject& other)
{
    QJsonObject values{{u"newCard"_s, NewCard}, {u"cardId"_s, u"0123456789ABCDEF0123456789ABCDEF"_s},
        {u"newAccount"_s, u"6217990000000000121"_s}, {u"madeOn"_s, u"2026-11-20"_s}, {u"quality"_s, true}};
    for (auto it = other.begin(); it != other.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

registry::PersonRecord holder(const CardHolder& person, const QString& cardState)
{
    auto record = worker(person, u"female-50"_s, 250);
    if (cardState.isEmpty())
        record.cards.clear();
    else
        record.cards.first().state = cardState;
    return record;
}

CardWorld::CardWorld()
{
    if (const auto opened = open(); !opened)
        qFatal("%s", qPrintable(logLine(opened.error())));
    if (!grant(dispatcher, u"card-maker"_s, u"2106"_s))
        qFatal("the maker has no post");
}

QDate CardWorld::today() const
{
    return legalDate(clock.nowMs());
}

journal::Command CardWorld::opening(const ClaimDraft& draft)
{
    return write.make(clerk, ids.next(), u"OpenCase"_s, claimBody(draft, *item(), write.freshNumber()));
}

journal::Command CardWorld::complete(const Actor& by, const QString& stream, const QJsonObject& values)
{
    return write.onTask(by, stream, u"CompleteTask"_s, {{u"values"_s, values}});
}

std::shared_ptr<const PreparedItem> CardWorld::item()
{
    const auto found = shelf.currentItem(*connection, u"card-application"_s);
    if (!found || !*found)
        qFatal("%s", found ? "no such item" : qPrintable(logLine(found.error())));
    return *found;
}

ClaimDraft CardWorld::draft(
    const CardHolder& person, const registry::PersonRecord& known, const QString& scenario, const QJsonObject& typed)
{
    QJsonObject all{{u"promise"_s, true}, {u"way"_s, u"batch"_s}, {u"delivery"_s, u"window"_s},
        {u"bank"_s, u"虚构银行"_s}, {u"phone"_s, u"13900000001"_s}};
    if (scenario == "lost"_L1)
        all.insert(u"reason"_s, u"lost"_s);
    for (auto it = typed.begin(); it != typed.end(); ++it)
        all.insert(it.key(), it.value());
    return itemDraft(*item(), person, &known, today(), scenario, all);
}

Case CardWorld::caseOf(const QString& stream)
{
    const auto history = events(stream);
    return fold(history);
}

QString CardWorld::opened(const QString& scenario, const QString& cardState, const QString& way)
{
    const auto known = holder(Woman, cardState);
    if (!keepRecord(*connection, known))
        return {};
    const auto command = opening(draft(Woman, known, scenario, {{u"way"_s, way}}));
    return say(command) == "applied"_L1 ? command.stream : QString();
}

registry::PersonRecord CardWorld::registered()
{
    const auto found = registry::Persons(*connection).recordByIdNo(citizenId(Woman.digits17));
    return found && *found ? **found : registry::PersonRecord();
}

bool CardWorld::approved(const QString& stream)
{
    return say(write.claim(reviewer, stream)) == "applied"_L1 && say(write.approve(reviewer, stream)) == "applied"_L1;
}

} // namespace kuaiban::test
