#include "app/counter/parties/PersonWords.h"
#include "app/counter/session/Session.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;
using State = RegisterLookup::State;

namespace {

const QDate Today(2026, 11, 21);

QJsonObject card(const QString& validTo = u"2038-05-20"_s)
{
    auto party = test::party(u"王虚构"_s, u"21060319660312002"_s);
    party.insert(u"sex"_s, u"2"_s);
    party.insert(u"ethnicity"_s, u"11"_s);
    party.insert(u"birth"_s, u"1966-11-22"_s);
    party.insert(u"validTo"_s, validTo);
    return party;
}

QJsonObject record()
{
    return {{u"person"_s, QJsonObject{{u"phone"_s, u"13900000001"_s}, {u"vital"_s, u"1"_s}}},
        {u"cards"_s, QJsonArray{QJsonObject{{u"cardNo"_s, u"A12345678"_s}, {u"state"_s, u"60"_s}},
                         QJsonObject{{u"cardNo"_s, u"B12345678"_s}, {u"state"_s, u"40"_s}, {u"bankState"_s, u"1"_s}}}},
        {u"insurances"_s, QJsonArray{QJsonObject{{u"kind"_s, u"110"_s}, {u"state"_s, u"2"_s},
                                         {u"until"_s, u"2026-09-30"_s}, {u"months"_s, 112}, {u"unitName"_s, u"旧厂"_s}},
                              QJsonObject{{u"kind"_s, u"210"_s}, {u"state"_s, u"1"_s}, {u"months"_s, 96},
                                  {u"unitName"_s, u"虚构机械厂"_s}}}},
        {u"openCases"_s, QJsonArray{QJsonObject{{u"item"_s, u"claim"_s}, {u"number"_s, u"2106032026112100023"_s},
                             {u"openedAt"_s, qint64(1'795'222'800'000)}}}}};
}

QStringList titles(const QVector<Notice>& notices)
{
    QStringList list;
    for (const auto& notice : notices)
        list.append(notice.title);
    return list;
}

QStringList rowsOf(const PersonFacts& facts)
{
    QStringList rows;
    for (const auto& section : facts.sections) {
        for (const auto& row : section.rows)
            rows.append(row.key + u'=' + row.value);
    }
    return rows;
}

} // namespace

// What the left column says of a person.
class TestPersonWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void alerts_tellWhatIsWrong_data();
    void alerts_tellWhatIsWrong();
    void graveAlerts_standBesideTheName();
    void facts_ofACard_areMasked();
    void facts_ofTheRegister_areShown();
    void facts_ofAUnit_haveNoAge();
    void facts_ofATypedIdentity_sayTyped();

private:
    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
    casework::ItemShelf m_shelf{forms::FormEnvironment{}};
    std::unique_ptr<Session> m_session;
    std::unique_ptr<CodeWords> m_words; // without tables codes stand for themselves
};

void TestPersonWords::initTestCase()
{
    m_session = std::make_unique<Session>(
        Session::World{m_clock, m_random, m_ids, m_shelf}, Profile{}, Enrolment{}, SignedIn{});
    m_words = std::make_unique<CodeWords>(*m_session);
}

void TestPersonWords::cleanupTestCase()
{
    m_words.reset();
    m_session.reset();
}

void TestPersonWords::alerts_tellWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("party");
    QTest::addColumn<RegisterLookup::State>("state");
    QTest::addColumn<QJsonObject>("known");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QStringList>("alerts");
    auto dead = record();
    dead.insert(u"person"_s, QJsonObject{{u"vital"_s, u"2"_s}, {u"diedOn"_s, u"2026-01-05"_s}});
    auto old = card();
    old.insert(u"idNo"_s, u"210603660312002"_s);
    auto unit = card();
    unit.insert(u"kind"_s, u"unit"_s);
    QTest::newRow("nothing") << card() << State::Found << record() << u"other"_s << QStringList();
    QTest::newRow("same matter under way")
        << card() << State::Found << record() << u"claim"_s << QStringList{u"The same matter is under way"_s};
    QTest::newRow("no matter chosen yet") << card() << State::Found << record() << QString() << QStringList();
    QTest::newRow("dead") << card() << State::Found << dead << u"other"_s << QStringList{u"Registered as dead"_s};
    QTest::newRow("card out of date") << card(u"2026-11-20"_s) << State::NotAsked << QJsonObject() << QString()
                                      << QStringList{u"The ID card is out of date"_s};
    QTest::newRow("card ends today") << card(u"2026-11-21"_s) << State::NotAsked << QJsonObject() << QString()
                                     << QStringList();
    QTest::newRow("card without end") << card({}) << State::NotAsked << QJsonObject() << QString() << QStringList();
    QTest::newRow("15 digits") << old << State::NotAsked << QJsonObject() << QString()
                               << QStringList{u"Old 15-digit number"_s};
    QTest::newRow("not in the register") << card() << State::Unknown << QJsonObject() << QString()
                                         << QStringList{u"Not in the register"_s};
    QTest::newRow("a unit is not looked for there")
        << unit << State::Unknown << QJsonObject() << QString() << QStringList();
    QTest::newRow("offline") << card() << State::Away << QJsonObject() << QString()
                             << QStringList{u"Register out of reach"_s};
}

void TestPersonWords::alerts_tellWhatIsWrong()
{
    QFETCH(QJsonObject, party);
    QFETCH(RegisterLookup::State, state);
    QFETCH(QJsonObject, known);
    QFETCH(QString, item);
    QFETCH(QStringList, alerts);
    QCOMPARE(titles(personAlerts({party, {state, known}, item, {}, Today})), alerts);
}

void TestPersonWords::graveAlerts_standBesideTheName()
{
    const auto facts = personFacts({card(), {State::Found, record()}, u"claim"_s, {}, Today}, *m_words);
    QVERIFY(std::any_of(facts.lines.begin(), facts.lines.end(),
        [](const FactLine& line) { return line.tone == Tone::Bad && line.text == "The same matter is under way"_L1; }));
}

void TestPersonWords::facts_ofACard_areMasked()
{
    const auto facts = personFacts({card(), {}, {}, {}, Today}, *m_words);
    QCOMPARE(facts.name, u"王虚构"_s);
    QCOMPARE(facts.summary, u"女性 · 满族 · 59 year(s)"_s); // the birthday is tomorrow
    QCOMPARE(facts.lines.constFirst().text, u"ID card valid until 2038-05-20"_s);
    for (const auto& row : rowsOf(facts))
        QVERIFY2(!row.contains(card().value("idNo"_L1).toString()), qPrintable(row));
}

void TestPersonWords::facts_ofTheRegister_areShown()
{
    const auto names = [](const QString& item) { return item == "claim"_L1 ? u"失业金申领"_s : QString(); };
    const auto rows = rowsOf(personFacts({card(), {State::Found, record()}, {}, names, Today}, *m_words));
    QVERIFY(rows.contains(u"Phone=139****0001"_s));
    QVERIFY(rows.contains(u"110=2 2026-09 · 112 month(s)"_s));
    QVERIFY(rows.contains(u"210=1 · 96 month(s)"_s));
    QVERIFY(rows.contains(u"Unit=虚构机械厂"_s)); // of the kind that is being paid
    QVERIFY(rows.contains(u"Open cases=失业金申领"_s));
    const auto security = rows.filter(u"Security card"_s).value(0);
    QVERIFY2(security.contains(u"40"_s) && !security.contains(u"B12345678"_s), qPrintable(security)); // the one in use
}

void TestPersonWords::facts_ofAUnit_haveNoAge()
{
    const QJsonObject unit{{u"name"_s, u"虚构机械厂"_s}, {u"kind"_s, u"unit"_s}, {u"idNo"_s, u"91210600MA0000001X"_s},
        {u"source"_s, u"typed"_s}};
    const auto facts = personFacts({unit, {}, {}, {}, Today}, *m_words);
    QCOMPARE(facts.summary, u"Unit"_s);
    QVERIFY(rowsOf(facts).contains(u"Credit code=91210600MA0000001X"_s));
}

void TestPersonWords::facts_ofATypedIdentity_sayTyped()
{
    auto typed = card();
    typed.insert(u"source"_s, u"typed"_s);
    typed.insert(u"typedReason"_s, u"20"_s);
    const auto facts = personFacts({typed, {}, {}, {}, Today}, *m_words);
    QCOMPARE(facts.lines.constFirst().text, u"Typed by hand"_s);
    QCOMPARE(facts.lines.constFirst().tone, Tone::Attention);
}

QTEST_MAIN(TestPersonWords)
#include "test_person_words.moc"
