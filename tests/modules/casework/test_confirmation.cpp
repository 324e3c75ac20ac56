#include "tests/support/casework/CardCase.h"
#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseEvolution.h"

#include <QJsonArray>
#include <QtTest>

#include <functional>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// What the applicant signed on the screen when the case was taken, and how long it stands.
class TestConfirmation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signature_atOpening_isKept_data();
    void signature_atOpening_isKept();
    void signature_thatNamesNoFile_isRefused();
    void signature_notArrived_keepsFromDeciding();
    void signature_isPersonal();
    void change_ofWhatWasShown_outdatesIt_data();
    void change_ofWhatWasShown_outdatesIt();
    void work_onTheCase_leavesIt();
    void opening_otherwiseOnTheHub_isOutdated();

private:
    using Act = std::function<journal::Command(test::CaseCommands& write, const test::Actor& clerk, const QString&)>;

    QString say(const journal::Command& command) { return m_world->say(command); }
    QString opened(const Page& page) // a matter with this signature; its stream
    {
        auto command = m_write->openMatter(m_world->clerk);
        command.body.insert(u"signature"_s, QJsonArray{page.toJson()});
        return say(command) == "applied"_L1 ? command.stream : QString();
    }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestConfirmation::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestConfirmation::signature_atOpening_isKept_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("submitted") << u"OpenCase"_s;
    QTest::newRow("taken incomplete") << u"incomplete"_s;
    QTest::newRow("not accepted") << u"RefuseAcceptance"_s;
}

void TestConfirmation::signature_atOpening_isKept()
{
    QFETCH(QString, how);
    const Page page = m_write->page("signature");
    auto command = how == "incomplete"_L1         ? m_write->openIncomplete(m_world->clerk)
                   : how == "RefuseAcceptance"_L1 ? m_write->refuseAtOnce(m_world->clerk, u"10"_s)
                                                  : m_write->openMatter(m_world->clerk);
    command.body.insert(u"signature"_s, QJsonArray{page.toJson()});
    QCOMPARE(say(command), u"applied"_s);
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.confirmation.signature, QList<Page>{page});
    QVERIFY(!state.confirmation.isOutdated);
    QVERIFY(state.files().contains(page.digest));
    QCOMPARE(*m_world->connection->integer(
                 "SELECT COUNT(*) FROM case_file WHERE stream = ? AND digest = ?", {command.stream, page.digest}),
        1);
}

void TestConfirmation::signature_thatNamesNoFile_isRefused()
{
    auto command = m_write->openMatter(m_world->clerk);
    command.body.insert(u"signature"_s, QJsonArray{QJsonObject{{u"digest"_s, u"x"_s}}});
    QCOMPARE(say(command), u"refused blobs.digest"_s);
}

// Nobody decides on a case before he can see what was signed.
void TestConfirmation::signature_notArrived_keepsFromDeciding()
{
    const QString stream = opened(m_write->page("signature", false));
    QVERIFY(!stream.isEmpty());
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, stream)), u"refused casework.files-pending"_s);
    m_write->page("signature"); // it arrives
    QCOMPARE(say(m_write->approve(m_world->reviewer, stream)), u"applied"_s);
}

void TestConfirmation::signature_isPersonal()
{
    const Page page = m_write->page("signature");
    const QString stream = opened(page);
    const auto events = m_world->events(stream);
    QVERIFY(!events.isEmpty());
    QCOMPARE(events.constFirst().type, u"CaseOpened"_s);
    QVERIFY(!events.constFirst().body.contains("signature"_L1));
    auto erased = events.constFirst();
    erased.personal = {};
    QVERIFY(evolve({}, erased).confirmation.signature.isEmpty());
}

void TestConfirmation::change_ofWhatWasShown_outdatesIt_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("outdated");
    using test::Actor;
    using test::CaseCommands;
    QTest::newRow("a value") << Act([](CaseCommands& write, const Actor& clerk, const QString& stream) {
        return write.edit(clerk, stream, u"months"_s, 30, 31);
    }) << true;
    QTest::newRow("the same value") << Act([](CaseCommands& write, const Actor& clerk, const QString& stream) {
        return write.edit(clerk, stream, u"months"_s, 30, 30);
    }) << false;
    QTest::newRow("a party") << Act([](CaseCommands& write, const Actor& clerk, const QString& stream) {
        return write.setParty(clerk, stream, u"agent"_s, write.agentParty("authority"));
    }) << true;
    QTest::newRow("a paper") << Act([](CaseCommands& write, const Actor& clerk, const QString& stream) {
        return write.setMaterial(clerk, stream, write.material(u"wages"_s, u"工资流水"_s, "wages"));
    }) << true;
    QTest::newRow("a remark") << Act([](CaseCommands& write, const Actor& clerk, const QString& stream) {
        return write.remark(clerk, stream, u"已电话告知"_s);
    }) << false;
    QTest::newRow("a printed copy") << Act([](CaseCommands& write, const Actor& clerk, const QString& stream) {
        return write.make(clerk, stream, u"RecordPrint"_s, {{u"paper"_s, u"confirmation"_s}, {u"name"_s, u"确认单"_s}});
    }) << false;
}

void TestConfirmation::change_ofWhatWasShown_outdatesIt()
{
    QFETCH(Act, act);
    QFETCH(bool, outdated);
    const Page page = m_write->page("signature");
    auto opening = m_write->openIncomplete(m_world->clerk); // the window holds it on
    opening.body.insert(u"signature"_s, QJsonArray{page.toJson()});
    QCOMPARE(say(opening), u"applied"_s);
    const QString stream = opening.stream;
    const auto command = act(*m_write, m_world->clerk, stream);
    QCOMPARE(say(command), u"applied"_s);
    const auto state = m_world->state(stream);
    QCOMPARE(state.confirmation.isOutdated, outdated);
    QCOMPARE(state.confirmation.signature, QList<Page>{page}); // it was given, and stays evidence
}

// What the maker of a card enters was never confirmed by anybody.
void TestConfirmation::work_onTheCase_leavesIt()
{
    test::CardWorld world;
    const QString stream = world.opened(u"first"_s, {}, u"instant"_s);
    QVERIFY(!stream.isEmpty());
    QCOMPARE(world.say(world.complete(world.clerk, stream, test::made())), u"applied"_s);
    const auto state = world.caseOf(stream);
    QCOMPARE(state.values.value("newCard"_L1).toString(), test::NewCard);
    QVERIFY(state.values.contains("expiresOn"_L1)); // derived from what was entered
    QVERIFY(!state.confirmation.isOutdated);
}

void TestConfirmation::opening_otherwiseOnTheHub_isOutdated()
{
    auto command = m_write->openMatter(m_world->clerk);
    auto values = command.body.value("values"_L1).toObject();
    values.insert(u"years"_s, 99); // derived, and not what the hub finds
    command.body.insert(u"values"_s, values);
    command.body.insert(u"signature"_s, QJsonArray{m_write->page("signature").toJson()});
    QCOMPARE(say(command), u"applied"_s);
    const auto state = m_world->state(command.stream);
    QCOMPARE(state.differences.size(), 1);
    QVERIFY(state.confirmation.isOutdated);
}

QTEST_GUILESS_MAIN(TestConfirmation)
#include "test_confirmation.moc"
