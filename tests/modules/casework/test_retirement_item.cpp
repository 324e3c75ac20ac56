#include "tests/support/casework/ClaimCase.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseDecision.h"
#include "modules/registry/Persons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;

namespace {

const CardHolder Man{u"邵长河"_s, u"21060319660615019"_s, u"1"_s, QDate(1966, 6, 15), u"辽宁省丹东市振安区示范路8号"_s};
const CardHolder YoungerMan{
    u"邵长海"_s, u"21060319680415019"_s, u"1"_s, QDate(1968, 4, 15), u"辽宁省丹东市振安区示范路8号"_s};
const CardHolder Woman{
    u"林素梅"_s, u"21060319760221028"_s, u"2"_s, QDate(1976, 2, 21), u"辽宁省丹东市振安区示范路9号"_s};
const CardHolder Miner{
    u"石井生"_s, u"21060319710915019"_s, u"1"_s, QDate(1971, 9, 15), u"辽宁省丹东市振安区示范路7号"_s};

} // namespace

// 职工退休申请: what the item says of people who retire, asked of the deciding functions alone, and on a hub. Today is
// 2026-11-20.
class TestRetirementItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void retirement_atTheAge_isCalculatedFromTheRegister();
    void retirement_ofAWorker_knowsHerMonth();
    void scenario_decidesTheMonth_data();
    void scenario_decidesTheMonth();
    void retirement_withSomethingWrong_isRefused_data();
    void retirement_withSomethingWrong_isRefused();
    void specialTrade_needsItsYears_data();
    void specialTrade_needsItsYears();
    void materials_followTheScenario_data();
    void materials_followTheScenario();
    void completedRetirement_grantsThePension();
    void pensioner_cannotApplyTwice();

private:
    std::shared_ptr<const PreparedItem> item();
    QDate today() { return legalDate(m_world->clock.nowMs()); }
    ClaimDraft draft(const CardHolder& person, const registry::PersonRecord& known, const QString& scenario,
        const QJsonObject& typed = {});
    journal::Command opening(const ClaimDraft& draft)
    {
        return m_write->make(
            m_world->clerk, m_world->ids.next(), u"OpenCase"_s, claimBody(draft, *item(), m_write->freshNumber()));
    }
    QString refusal(const ClaimDraft& draft) { return refusalOf(*m_world, opening(draft)); }

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

void TestRetirementItem::init()
{
    m_world = std::make_unique<CaseWorld>();
    const auto opened = m_world->open();
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    m_write = std::make_unique<CaseCommands>(*m_world);
}

std::shared_ptr<const PreparedItem> TestRetirementItem::item()
{
    const auto found = m_world->shelf.currentItem(*m_world->connection, u"retirement"_s);
    if (!found || !*found)
        qFatal("%s", found ? "no such item" : qPrintable(logLine(found.error())));
    return *found;
}

ClaimDraft TestRetirementItem::draft(
    const CardHolder& person, const registry::PersonRecord& known, const QString& scenario, const QJsonObject& typed)
{
    QJsonObject all{{u"promise"_s, true}};
    for (auto it = typed.begin(); it != typed.end(); ++it)
        all.insert(it.key(), it.value());
    return itemDraft(*item(), person, &known, today(), scenario, all);
}

void TestRetirementItem::retirement_atTheAge_isCalculatedFromTheRegister()
{
    const auto application = draft(Man, worker(Man, u"male-60"_s, 418), u"due"_s);
    QCOMPARE(refusal(application), u"accepted"_s);
    const auto& values = application.values;
    QCOMPARE(values.value("age"_L1).toInt(), 60);
    QCOMPARE(values.value("statutoryMonth"_L1).toString(), u"2026-11"_s); // 60 years and 5 months
    QCOMPARE(values.value("delayMonths"_L1).toInt(), 5);
    QCOMPARE(values.value("earliestMonth"_L1).toString(), u"2026-06"_s);
    QCOMPARE(values.value("retiresIn"_L1).toString(), u"2026-11"_s);
    QCOMPARE(values.value("leastMonths"_L1).toInt(), 180);
    QCOMPARE(values.value("totalMonths"_L1).toInt(), 509);
    // 7,600 × 2.05 ÷ 2 × 509 ÷ 12 %, 120,000 ÷ 136.08, 7,600 × 1.05 × 91 ÷ 12 × 1.3 %
    QCOMPARE(values.value("basicPension"_L1).toInteger(), 330'426);
    QCOMPARE(values.value("accountPension"_L1).toInteger(), 88'183);
    QCOMPARE(values.value("transitionalPension"_L1).toInteger(), 78'670);
    QCOMPARE(values.value("monthlyPension"_L1).toInteger(), 497'279);
    QCOMPARE(values.value("fromMonth"_L1).toString(), u"2026-12"_s);
    QVERIFY(values.value("reasoning"_L1).toString().contains(u"136.08"_s));
    QVERIFY(values.value("ageReasoning"_L1).toString().contains(u"2026 年 11 月"_s));
    const auto command = opening(application);
    const auto decision = decide({}, command, m_world->deskFacts({}, command));
    QCOMPARE(decision.events.constFirst().body.value("dueOn"_L1).toString(), u"2026-12-18"_s); // twenty working days
}

void TestRetirementItem::retirement_ofAWorker_knowsHerMonth()
{
    const auto application = draft(Woman, worker(Woman, u"female-50"_s, 250), u"due"_s);
    QCOMPARE(application.values.value("statutoryMonth"_L1).toString(), u"2026-09"_s);
    QCOMPARE(application.values.value("delayMonths"_L1).toInt(), 7);
    QCOMPARE(refusal(application), u"accepted"_s);
}

void TestRetirementItem::scenario_decidesTheMonth_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("month");
    QTest::addColumn<QString>("said");
    // Born in April 1968: 60 years in April 2028 and ten months more, so February 2029; three years earlier lies before
    // 60, so not before April 2028.
    QTest::newRow("not yet of age") << u"due"_s << QString() << u"forms.check not-yet"_s;
    QTest::newRow("earlier than allowed") << u"early"_s << u"2026-12"_s << u"forms.check too-early"_s;
    QTest::newRow("earlier, but long ahead") << u"early"_s << u"2028-05"_s << u"forms.check early-ahead"_s;
    QTest::newRow("no month chosen") << u"early"_s << QString() << u"forms.required chosenMonth"_s;
    QTest::newRow("later than now, but before the age") << u"late"_s << u"2027-01"_s << u"forms.check too-late"_s;
}

void TestRetirementItem::scenario_decidesTheMonth()
{
    QFETCH(QString, scenario);
    QFETCH(QString, month);
    QFETCH(QString, said);
    const QJsonObject typed = month.isEmpty() ? QJsonObject() : QJsonObject{{u"chosenMonth"_s, month}};
    const auto application = draft(YoungerMan, worker(YoungerMan, u"male-60"_s, 400), scenario, typed);
    QCOMPARE(application.values.value("statutoryMonth"_L1).toString(), u"2029-02"_s);
    QCOMPARE(application.values.value("earliestMonth"_L1).toString(), u"2028-04"_s);
    QCOMPARE(refusal(application), said);
}

void TestRetirementItem::retirement_withSomethingWrong_isRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("refused");
    QTest::newRow("nothing") << u""_s << u"accepted"_s;
    QTest::newRow("too few months") << u"few"_s << u"forms.check too-few"_s;
    QTest::newRow("a woman's kind") << u"kind"_s << u"forms.check category-of-women"_s;
    QTest::newRow("a special kind without the scenario") << u"special"_s << u"forms.check category-ordinary"_s;
    QTest::newRow("insurance ended by retirement") << u"retired"_s << u"forms.check retired"_s;
    QTest::newRow("draws a pension") << u"drawing"_s << u"forms.check pensioner"_s;
    QTest::newRow("died") << u"dead"_s << u"forms.check died"_s;
    QTest::newRow("account closed") << u"closed"_s << u"forms.check card-account"_s;
    QTest::newRow("works from tomorrow on") << u"since"_s << u"forms.check working-since"_s;
    QTest::newRow("no promise") << u"promise"_s << u"forms.required promise"_s;
    QTest::newRow("a kind that no table knows") << u"code"_s << u"forms.code-unknown category"_s;
}

void TestRetirementItem::retirement_withSomethingWrong_isRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, refused);
    auto known = worker(Man, u"male-60"_s, what == "few"_L1 ? 60 : 418);
    if (what == "retired"_L1)
        known.insurances.first().reason = u"6501"_s;
    if (what == "dead"_L1)
        known.person.vital = u"2"_s;
    if (what == "closed"_L1)
        known.cards.first().bankState = u"3"_s;
    if (what == "drawing"_L1) {
        registry::Benefit pension;
        pension.id = u"019aa000-0000-5000-8000-000000000009"_s;
        pension.person = known.person.id;
        pension.kind = u"110"_s;
        pension.state = u"10"_s;
        known.benefits.append(pension);
    }
    const QHash<QString, QJsonObject> typed{{u"kind"_s, {{u"category"_s, u"female-55"_s}}},
        {u"special"_s, {{u"category"_s, u"special-55"_s}}}, {u"since"_s, {{u"workingSince"_s, u"2026-11-21"_s}}},
        {u"promise"_s, {{u"promise"_s, false}}}, {u"code"_s, {{u"category"_s, u"male-99"_s}}}};
    QCOMPARE(refusal(draft(Man, known, u"due"_s, typed.value(what))), refused);
}

void TestRetirementItem::specialTrade_needsItsYears_data()
{
    using Trades = QList<std::tuple<QString, QString, QString>>; // trade, from, to
    QTest::addColumn<Trades>("trades");
    QTest::addColumn<bool>("enough");
    QTest::newRow("none") << Trades{} << false;
    QTest::newRow("nine years underground") << Trades{{u"30"_s, u"1995-01"_s, u"2003-12"_s}} << true;
    QTest::newRow("a month less") << Trades{{u"30"_s, u"1995-01"_s, u"2003-11"_s}} << false;
    QTest::newRow("nine years at heights") << Trades{{u"10"_s, u"1995-01"_s, u"2003-12"_s}} << false;
    QTest::newRow("in two places together")
        << Trades{{u"30"_s, u"1995-01"_s, u"1999-12"_s}, {u"30"_s, u"2001-01"_s, u"2004-12"_s}} << true;
    QTest::newRow("of two trades, neither enough")
        << Trades{{u"30"_s, u"1995-01"_s, u"1999-12"_s}, {u"10"_s, u"2001-01"_s, u"2008-12"_s}} << false;
}

void TestRetirementItem::specialTrade_needsItsYears()
{
    using Trades = QList<std::tuple<QString, QString, QString>>;
    QFETCH(Trades, trades);
    QFETCH(bool, enough);
    QJsonObject rows;
    QJsonArray order;
    for (const auto& [trade, from, to] : trades) {
        order.append(u"r%1"_s.arg(order.size() + 1));
        rows.insert(order.last().toString(),
            QJsonObject{{u"unit"_s, u"某矿"_s}, {u"trade"_s, trade}, {u"from"_s, from}, {u"to"_s, to}});
    }
    const QJsonObject table{{u"rows"_s, rows}, {u"order"_s, order}};
    const auto application = draft(Miner, worker(Miner, u"male-60"_s, 418), u"special"_s,
        {{u"category"_s, u"special-55"_s}, {u"trades"_s, table}});
    QCOMPARE(refusal(application), enough ? u"accepted"_s : u"forms.check trade-months"_s);
}

void TestRetirementItem::materials_followTheScenario_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("paper"); // that this scenario alone asks for
    QTest::newRow("early") << u"early"_s << u"early-notice"_s;
    QTest::newRow("late") << u"late"_s << u"late-agreement"_s;
    QTest::newRow("special") << u"special"_s << u"trade-record"_s;
}

void TestRetirementItem::materials_followTheScenario()
{
    QFETCH(QString, scenario);
    QFETCH(QString, paper);
    const auto& person = scenario == "special"_L1 ? Miner : Man;
    const auto category = scenario == "special"_L1 ? u"special-55"_s : u"male-60"_s;
    const QJsonObject typed{{u"category"_s, category}, {u"chosenMonth"_s, u"2026-10"_s}};
    const auto papersOf = [&](const QString& of) {
        QStringList papers;
        for (const auto& entry : draft(person, worker(person, u"male-60"_s, 418), of, typed).materials)
            papers.append(entry.toObject().value("id"_L1).toString());
        return papers;
    };
    QVERIFY2(papersOf(scenario).contains(paper), qPrintable(papersOf(scenario).join(u' ')));
    QVERIFY(!papersOf(u"due"_s).contains(paper));
    QVERIFY(papersOf(u"due"_s).contains(u"application"_s));
}

void TestRetirementItem::completedRetirement_grantsThePension()
{
    QVERIFY(keepRecord(*m_world->connection, worker(Man, u"male-60"_s, 418)));
    const auto command = opening(draft(Man, worker(Man, u"male-60"_s, 418), u"due"_s));
    QStringList said{m_world->say(command)};
    said.append(m_world->say(m_write->claim(m_world->reviewer, command.stream)));
    said.append(m_world->say(m_write->approve(m_world->reviewer, command.stream)));
    said.append(m_world->say(m_write->claim(m_world->approver, command.stream)));
    said.append(m_world->say(m_write->approve(m_world->approver, command.stream)));
    QCOMPARE(said, QStringList(5, u"applied"_s));
    QCOMPARE(m_world->reactions->runDue(*m_world->connection).value_or(-1), 3);
    const auto found = registry::Persons(*m_world->connection).recordByIdNo(citizenId(Man.digits17));
    QVERIFY(found && *found);
    const auto& after = **found;
    QCOMPARE(after.person.employment, u"90"_s);
    const auto* insurance = after.insurance("110"_L1);
    QVERIFY(insurance);
    QCOMPARE(insurance->state, u"3"_s);
    QCOMPARE(insurance->reason, u"6501"_s);
    QCOMPARE(insurance->until, QDate(2026, 11, 30));
    QCOMPARE(after.benefits.size(), 1);
    const auto& pension = after.benefits.first();
    QCOMPARE(pension.kind, u"110"_s);
    QCOMPARE(pension.reason, u"male-60"_s);
    QCOMPARE(pension.fromMonth, QDate(2026, 12, 1));
    QCOMPARE(pension.stages, (QList<registry::BenefitStage>{{1, 0, 497'279}}));
    QCOMPARE(
        pension.parts, (QMap<QString, qint64>{{u"AIC240"_s, 330'426}, {u"AIC241"_s, 78'670}, {u"AIC242"_s, 88'183}}));
    QCOMPARE(pension.countedMonths, 509);
    QCOMPARE(registry::formFacts(after).value("usedMonths"_L1).toInt(), 0); // of unemployment insurance
}

void TestRetirementItem::pensioner_cannotApplyTwice()
{
    completedRetirement_grantsThePension();
    const auto found = registry::Persons(*m_world->connection).recordByIdNo(citizenId(Man.digits17));
    QVERIFY(found && *found);
    const auto again = refusal(draft(Man, **found, u"due"_s));
    QVERIFY2(again == "forms.check pensioner"_L1 || again == "forms.check retired"_L1, qPrintable(again));
}

QTEST_GUILESS_MAIN(TestRetirementItem)
#include "test_retirement_item.moc"
