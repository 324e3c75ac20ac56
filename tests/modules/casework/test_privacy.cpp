#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/base/FailureManual.h"
#include "modules/base/Json.h"
#include "modules/casework/CaseEvolution.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Data of citizens stand in the personal part of an event and nowhere else: that part can be erased by law.
class TestPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void events_ofAWholeLife_holdNoCitizenInTheirChainedBytes();
    void events_personalParts_holdWhatTheyShould();
    void events_ofRefusalAndCollection_holdNoCitizenInTheirChainedBytes();
    void refusals_ofWrongIdentities_neverQuoteThem_data();
    void refusals_ofWrongIdentities_neverQuoteThem();
    void fold_afterErasure_keepsTheCourseOfTheCase();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void checkChained(const QString& stream, int least);
    QString wholeLife(); // every command that carries words of or about a citizen

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    const QStringList m_secrets{u"张𠮷秀"_s, test::citizenId(u"21060319800101002"_s), u"13900000001"_s,
        u"13900000002"_s, u"13900000003"_s, u"珍珠路"_s, u"搬家时遗失"_s, u"补发退休审批表"_s, u"张某委托书"_s,
        u"张某本人"_s, u"张某重复"_s, u"李某代办"_s};
};

void TestPrivacy::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

QString TestPrivacy::wholeLife()
{
    auto& world = *m_world;
    auto opening = m_write->openFreeIntake(world.clerk, {m_write->material(u"m-1"_s, u"张某委托书"_s, "p").toJson()});
    auto parties = opening.body.value("parties"_L1).toObject();
    auto agent = m_write->agentParty("authority");
    agent.insert(u"name"_s, u"李某代办"_s);
    parties.insert(u"agent"_s, agent);
    opening.body.insert(u"parties"_s, parties);
    opening.times.uncertain = true;
    const QString stream = opening.stream;
    QStringList answers{say(opening)};
    const auto act = [&](const journal::Command& command) { answers.append(say(command)); };
    act(m_write->claim(world.dispatcher, stream));
    act(m_write->release(world.dispatcher, stream));
    act(m_write->claim(world.dispatcher, stream));
    act(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s));
    act(m_write->claim(world.reviewer, stream));
    act(m_write->edit(world.clerk, stream, u"phone"_s, u"13900000001"_s, u"13900000002"_s));
    act(m_write->edit(world.secondClerk, stream, u"phone"_s, u"13900000001"_s, u"13900000003"_s));
    act(m_write->settle(world.supervisor, stream, world.state(stream).conflicts.value(0).id, u"13900000003"_s));
    act(m_write->setMaterial(world.clerk, stream, m_write->material(u"m-2"_s, u"张某委托书"_s, "q")));
    act(m_write->remark(world.clerk, stream, u"张某本人下午来。"_s));
    act(m_write->confirmTime(world.supervisor, stream));
    act(m_write->requestSupplement(world.reviewer, stream, u"请张某本人签名。"_s));
    act(m_write->removeMaterial(world.clerk, stream, u"m-2"_s));
    act(m_write->resubmit(world.clerk, stream));
    act(m_write->claim(world.dispatcher, stream));
    act(m_write->dispatch(world.dispatcher, stream, u"养老保险科"_s));
    act(m_write->claim(world.reviewer, stream));
    act(m_write->sendBack(world.reviewer, stream, u"dispatch"_s, u"张某本人要求换科室。"_s));
    act(m_write->voidCase(world.jack, stream, u"张某重复申请。"_s));
    return answers.removeDuplicates() == 19 && answers.constFirst() == "applied"_L1 ? stream : QString();
}

void TestPrivacy::events_ofAWholeLife_holdNoCitizenInTheirChainedBytes()
{
    const QString stream = wholeLife();
    QVERIFY(!stream.isEmpty());
    checkChained(stream, 20);
}

void TestPrivacy::events_ofRefusalAndCollection_holdNoCitizenInTheirChainedBytes()
{
    auto refusing = m_write->refuseAtOnce(m_world->clerk, u"10"_s);
    refusing.body.insert(u"reasonText"_s, u"张某本人户籍不在本区。"_s);
    QCOMPARE(say(refusing), u"applied"_s);
    auto collecting = m_write->collect(m_world->clerk, refusing.stream, test::party());
    collecting.body.insert(u"papers"_s, QJsonArray{u"张某委托书"_s});
    QCOMPARE(say(collecting), u"applied"_s);
    checkChained(refusing.stream, 2);

    const auto incomplete = m_write->openIncomplete(m_world->clerk);
    QCOMPARE(say(incomplete), u"applied"_s);
    auto handing = m_write->handOver(m_world->clerk, incomplete.stream, m_world->secondClerk);
    handing.body.insert(u"reason"_s, u"张某本人改到邻窗。"_s);
    QCOMPARE(say(handing), u"applied"_s);
    auto party = m_write->setParty(m_world->secondClerk, incomplete.stream, u"agent"_s, m_write->agentParty("a"));
    party.body.insert(u"reason"_s, u"张某本人不能来。"_s);
    QCOMPARE(say(party), u"applied"_s);
    checkChained(incomplete.stream, 4);
}

void TestPrivacy::checkChained(const QString& stream, int least)
{
    QList<QByteArray> chained;
    QVERIFY(m_world->connection->run("SELECT bytes FROM event WHERE stream = ?", {stream},
        [&](const store::Row& row) { chained.append(row.bytes(0)); }));
    QVERIFY(chained.size() >= least);
    for (const auto& bytes : chained) {
        for (const auto& secret : m_secrets)
            QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(secret + u" in "_s + QString::fromUtf8(bytes)));
        QVERIFY2(!QString::fromUtf8(bytes).contains(u'张'), bytes.constData());
    }
}

void TestPrivacy::events_personalParts_holdWhatTheyShould()
{
    const QString stream = wholeLife();
    QVERIFY(!stream.isEmpty());
    QByteArray all;
    for (const auto& event : m_world->events(stream))
        all += canonicalBytes(event.personal);
    for (const auto& secret : m_secrets)
        QVERIFY2(all.contains(secret.toUtf8()), qPrintable(secret)); // otherwise the test above proves nothing
}

void TestPrivacy::refusals_ofWrongIdentities_neverQuoteThem_data()
{
    QTest::addColumn<QString>("idNo");
    QTest::newRow("wrong check digit") << u"210603198001010023"_s;
    QTest::newRow("15 digits") << u"210603800101002"_s;
    QTest::newRow("letters inside") << u"21060319800101OO2X"_s;
    QTest::newRow("too long") << u"2106031980010100212345"_s;
}

void TestPrivacy::refusals_ofWrongIdentities_neverQuoteThem()
{
    QFETCH(QString, idNo);
    auto command = m_write->openFreeIntake(m_world->clerk);
    auto party = test::party();
    party.insert(u"idNo"_s, idNo);
    command.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, party}});
    const auto answer = m_world->send(command);
    QVERIFY(answer && answer->reason);
    const QString said = QString::fromUtf8(canonicalBytes(answer->toJson()));
    QVERIFY2(!said.contains(idNo) && !said.contains(u"张𠮷秀"_s), qPrintable(said));
    const auto text = FailureManual().text(*answer->reason, u"zh_CN"_s);
    QVERIFY2(
        !text.what.contains(answer->reason->code), qPrintable(text.what)); // a text of its own, not the general one
}

void TestPrivacy::fold_afterErasure_keepsTheCourseOfTheCase()
{
    const QString stream = wholeLife();
    QVERIFY(!stream.isEmpty());
    const auto before = m_world->state(stream);
    auto events = m_world->events(stream);
    for (auto& event : events) {
        event.erased = !event.personal.isEmpty();
        event.personal = {};
    }
    const auto after = fold(events);
    QCOMPARE(after.phase, before.phase);
    QCOMPARE(after.number, before.number);
    QCOMPARE(after.dueOn, before.dueOn);
    QCOMPARE(after.makers, before.makers);
    QCOMPARE(after.applicantName(), QString());
    QCOMPARE(after.tasks.size(), before.tasks.size());
    for (qsizetype i = 0; i < after.tasks.size(); ++i) {
        auto task = before.tasks.at(i);
        task.opinion.clear();
        QCOMPARE(after.tasks.at(i), task);
    }
}

QTEST_GUILESS_MAIN(TestPrivacy)
#include "test_privacy.moc"
