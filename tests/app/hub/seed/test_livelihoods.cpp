#include "modules/codes/Numbers.h"
#include "People.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Number = ManyPeople;

} // namespace

class TestLivelihoods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cards_numbers_areValidUniqueAndMarked();
    void cards_states_fitTheirDates();
    void insurances_months_fitTheAge();
    void insurances_states_fitTheLife();
    void terminations_reports_fitPausedInsurance();
    void demo_peopleOfTheSimulator_comeFirst();
    void demo_unemployedPeople_areEligibleOrNot_data();
    void demo_unemployedPeople_areEligibleOrNot();

private:
    QList<registry::Unit> m_units;
    QList<registry::PersonRecord> m_records;
};

void TestLivelihoods::initTestCase()
{
    const SyntheticPopulation::Order order{Number, 1, Today};
    m_units = (*SyntheticPopulation::make(shippedAreas(), order))->units();
    m_records = people(order);
}

void TestLivelihoods::cards_numbers_areValidUniqueAndMarked()
{
    QSet<QString> numbers;
    QSet<QString> accounts;
    for (const auto& record : m_records) {
        for (const auto& card : record.cards) {
            QVERIFY2(codes::checkCardNumber(card.cardNo), qPrintable(card.cardNo));
            QVERIFY2(codes::checkBankCard(card.bankAccount), qPrintable(card.bankAccount));
            QCOMPARE(card.bankAccount.size(), 19);
            QVERIFY(card.bankAccount.startsWith(u"6217990000") || card.bankAccount.startsWith(u"6228480000"));
            QVERIFY(card.bank.contains(u"合成"));
            QVERIFY(!numbers.contains(card.cardNo) && !accounts.contains(card.bankAccount));
            numbers.insert(card.cardNo);
            accounts.insert(card.bankAccount);
            if (!card.cardId.isEmpty())
                QVERIFY2(QRegularExpression(u"^[0-9]{6}[0-9A-F]{26}$"_s).match(card.cardId).hasMatch(),
                    qPrintable(card.cardId));
        }
    }
    QVERIFY(numbers.size() > Number * 3 / 4);
}

void TestLivelihoods::cards_states_fitTheirDates()
{
    QMap<QString, int> states;
    for (const auto& record : m_records) {
        for (const auto& card : record.cards) {
            ++states[card.state];
            QCOMPARE(card.issued.isValid(), card.state != u"20");
            if (!card.issued.isValid())
                continue;
            QVERIFY(card.issued >= record.person.birth && card.issued <= Today);
            QCOMPARE(card.expires, card.issued.addYears(10));
            if (card.state == u"40" || card.state == u"30")
                QVERIFY(card.expires >= Today);
            if (card.state == u"70")
                QVERIFY(card.expires < Today);
            if (record.person.isDead())
                QCOMPARE(card.state, u"60"_s);
        }
    }
    for (const auto& state : {u"20"_s, u"30"_s, u"40"_s, u"51"_s, u"52"_s, u"60"_s, u"70"_s})
        QVERIFY2(states.value(state) > 0, qPrintable(state));
    QVERIFY(states.value(u"40"_s) > Number * 6 / 10);
}

void TestLivelihoods::insurances_months_fitTheAge()
{
    for (const auto& record : m_records) {
        for (const auto& insurance : record.insurances) {
            const bool fromBirth = insurance.kind == u"390";
            const auto earliest = fromBirth ? record.person.birth : record.person.birth.addYears(16);
            const auto where = record.person.idNo + u' ' + insurance.kind;
            QVERIFY2(insurance.firstOn >= earliest, qPrintable(where));
            QVERIFY2(insurance.since >= insurance.firstOn, qPrintable(where));
            QVERIFY2(insurance.since <= Today, qPrintable(where));
            const auto last = insurance.until.isValid() ? insurance.until : Today;
            QVERIFY2(last >= insurance.firstOn && last <= Today, qPrintable(where));
            QVERIFY2(
                insurance.months >= 0 && insurance.months <= monthsFrom(insurance.firstOn, last), qPrintable(where));
            QVERIFY2(insurance.baseFen >= 0 && insurance.baseFen < 3'000'000, qPrintable(where));
        }
    }
}

void TestLivelihoods::insurances_states_fitTheLife()
{
    QSet<QString> unitIds;
    for (const auto& unit : m_units)
        unitIds.insert(unit.id);
    QMap<QString, int> employments;
    int suspended = 0;
    for (const auto& record : m_records) {
        QSet<QString> kinds;
        ++employments[record.person.employment];
        for (const auto& insurance : record.insurances) {
            QVERIFY(!kinds.contains(insurance.kind));
            kinds.insert(insurance.kind);
            QVERIFY(insurance.unit.isEmpty() || unitIds.contains(insurance.unit));
            QCOMPARE(insurance.isPaying(), !insurance.until.isValid());
            QCOMPARE(insurance.isPaying(), insurance.reason.isEmpty());
            QVERIFY(!record.person.isDead() || insurance.state == u"3");
            suspended += insurance.state == u"2" ? 1 : 0;
        }
        if (record.person.employment == u"50")
            QVERIFY(!record.insurance("210"_L1)->isPaying());
    }
    QVERIFY(suspended > Number / 100);
    for (const auto& state : {u"10"_s, u"30"_s, u"50"_s, u"90"_s})
        QVERIFY2(employments.value(state) > Number / 100, qPrintable(state));
    const auto dead = std::count_if(m_records.begin(), m_records.end(),
        [](const registry::PersonRecord& record) { return record.person.isDead() && record.person.diedOn < Today; });
    QVERIFY2(dead >= Number / 1000 && dead < Number * 3 / 100, qPrintable(QString::number(dead)));
}

void TestLivelihoods::terminations_reports_fitPausedInsurance()
{
    QSet<QString> reasons;
    int reports = 0;
    int late = 0;
    for (const auto& record : m_records) {
        for (const auto& report : record.terminations) {
            ++reports;
            reasons.insert(report.reason);
            QCOMPARE(report.person, record.person.id);
            const auto* insurance = record.insurance("210"_L1);
            QVERIFY(insurance && insurance->unit == report.unit);
            if (!record.person.isDead())
                QCOMPARE(insurance->until, report.endedOn);
            QVERIFY(report.reportedOn >= report.endedOn && report.reportedOn <= Today);
            late += report.endedOn.daysTo(report.reportedOn) > 15 ? 1 : 0;
        }
    }
    QVERIFY(reports > Number / 100 && reports < Number / 10);
    QVERIFY(late > 0 && late < reports / 4);
    QVERIFY(reasons.size() > 5 && reasons.contains(u"31"_s));
}

void TestLivelihoods::demo_peopleOfTheSimulator_comeFirst()
{
    const auto script = simulatorPeople();
    QHash<QString, registry::PersonRecord> byNumber;
    for (const auto& record : m_records.first(script.size()))
        byNumber.insert(record.person.idNo, record);
    for (const auto& key : script.keys()) {
        const auto card = script.value(key).toObject();
        const auto found = byNumber.constFind(card.value(u"id_no"_s).toString());
        QVERIFY2(found != byNumber.constEnd(), qPrintable(key));
        QCOMPARE(found->person.name, card.value(u"name"_s).toString());
        QVERIFY2(found->person.area.startsWith(u"2106"), qPrintable(key));
        QVERIFY2(!found->cards.isEmpty() && !found->insurances.isEmpty(), qPrintable(key));
    }
    const auto months = [&](const QString& idNo) { return byNumber.value(idNo).insurance("210"_L1)->months; };
    QCOMPARE(months(u"210603197408251261"_s), 186);
    QCOMPARE(byNumber.value(u"210603197408251261"_s).terminations.first().reason, u"24"_s);
    QVERIFY(byNumber.value(u"210603197408251261"_s).currentCard()->canReceive(Today));
    QVERIFY(months(u"210681199506091538"_s) < 12);
    QCOMPARE(byNumber.value(u"210681199506091538"_s).currentCard()->state, u"70"_s);
    QCOMPARE(byNumber.value(u"210603196603120027"_s).person.employment, u"90"_s);
}

void TestLivelihoods::demo_unemployedPeople_areEligibleOrNot_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("months");
    QTest::addColumn<int>("unclaimed");
    QTest::addColumn<bool>("eligible");
    QTest::newRow("laid off after fifteen years") << u"zhang-xiumei"_s << 186 << 0 << true;
    QTest::newRow("contract ended") << u"guan-lihua"_s << 38 << 0 << true;
    QTest::newRow("claims again") << u"ma-guoqing"_s << 86 << 11 << true;
    QTest::newRow("resigned") << u"jin-mingzhe"_s << 74 << 0 << false;
    QTest::newRow("under a year") << u"zhao-qiang"_s << 8 << 0 << false;
}

void TestLivelihoods::demo_unemployedPeople_areEligibleOrNot()
{
    QFETCH(QString, key);
    QFETCH(int, months);
    QFETCH(int, unclaimed);
    QFETCH(bool, eligible);
    const auto card = simulatorPeople({u"idcard-unemployed"_s}).value(key).toObject();
    const auto found = std::find_if(m_records.begin(), m_records.end(),
        [&](const registry::PersonRecord& one) { return one.person.idNo == card.value("id_no"_L1).toString(); });
    QVERIFY(found != m_records.end());
    QCOMPARE(found->person.employment, u"50"_s);
    const auto* insurance = found->insurance("210"_L1);
    QVERIFY(insurance);
    QCOMPARE(insurance->state, u"2"_s);
    QCOMPARE(insurance->months, months);
    QCOMPARE(found->terminations.size(), 1);
    const auto facts = registry::formFacts(*found);
    QCOMPARE(facts.value("unclaimedMonths"_L1).toInt(), unclaimed);
    const qint64 counted = months - facts.value("usedMonths"_L1).toInteger();
    const bool involuntary = found->terminations.first().reason != "31"_L1;
    QCOMPARE(involuntary && counted >= 12, eligible);
    if (eligible)
        QVERIFY(found->currentCard()->canReceive(Today));
}

QTEST_GUILESS_MAIN(TestLivelihoods)
#include "test_livelihoods.moc"
