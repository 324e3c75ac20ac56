#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Of some items a person may have one case open only; the second is taken, flagged and waits for a supervisor.
class TestDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void second_ofTheSamePerson_isTakenAndFlagged();
    void second_otherwise_isFree_data();
    void second_otherwise_isFree();
    void second_isKnownByNumberNotByName();
    void flagged_case_isNotDecided();
    void flagged_case_mayBeNotAcceptedOrVoided();
    void release_needsSupervisorAndReason_data();
    void release_needsSupervisorAndReason();
    void release_twice_changesNothing();
    void key_isFreedWhenTheFirstCloses_data();
    void key_isFreedWhenTheFirstCloses();
    void key_fallsToTheSecondWhenTheFirstCloses();
    void notAcceptedAtOnce_holdsNoKey();
    void subject_notApplicant_countsAsThePerson();
    void setParty_movesTheKey();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }
    journal::Command opening(const test::Actor& by, const QJsonObject& applicant = test::party());
    QString opened(const test::Actor& by, const QJsonObject& applicant = test::party());
    QString claimed(const QString& stream);

    const QJsonObject m_other = test::party(u"欧阳小明"_s, u"21060319910505115"_s);
    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestDuplicates::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition(), test::uniqueMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

journal::Command TestDuplicates::opening(const test::Actor& by, const QJsonObject& applicant)
{
    auto command = m_write->openMatter(by);
    command.body.insert(u"item"_s, u"unique-matter"_s);
    command.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, applicant}});
    return command;
}

QString TestDuplicates::opened(const test::Actor& by, const QJsonObject& applicant)
{
    const auto command = opening(by, applicant);
    return say(command) == "applied"_L1 ? command.stream : QString();
}

QString TestDuplicates::claimed(const QString& stream)
{
    return say(m_write->claim(m_world->reviewer, stream));
}

void TestDuplicates::second_ofTheSamePerson_isTakenAndFlagged()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    const QString third = opened(m_world->jack);
    QCOMPARE(m_world->state(first).duplicateOf, QString());
    QCOMPARE(m_world->state(second).duplicateOf, first);
    QCOMPARE(m_world->state(third).duplicateOf, first);
    QCOMPARE(m_world->state(second).phase, Phase::InProgress);
    QCOMPARE(m_world->row(second).duplicateOf, first);
    QCOMPARE(m_world->row(first).duplicateOf, QString());
}

void TestDuplicates::second_otherwise_isFree_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("another person") << u"unique-matter"_s << true;
    QTest::newRow("another item") << u"sample-matter"_s << false;
}

void TestDuplicates::second_otherwise_isFree()
{
    QFETCH(QString, item);
    QFETCH(bool, isOther);
    QVERIFY(!opened(m_world->clerk).isEmpty());
    for (int i = 0; i < 2; ++i) {
        auto command = opening(m_world->secondClerk, isOther && i == 0 ? m_other : test::party());
        command.body.insert(u"item"_s, item);
        if (isOther && i == 1)
            break;
        act(command);
        QCOMPARE(m_world->state(command.stream).duplicateOf, QString());
    }
}

void TestDuplicates::second_isKnownByNumberNotByName()
{
    const QString first = opened(m_world->clerk);
    auto renamed = test::party(u"张秀"_s);
    QCOMPARE(m_world->state(opened(m_world->secondClerk, renamed)).duplicateOf, first);
    auto nameless = test::party();
    nameless.insert(u"idKind"_s, u"99"_s); // another kind of paper with the same digits
    QCOMPARE(m_world->state(opened(m_world->secondClerk, nameless)).duplicateOf, QString());
    const QJsonObject numberless{{u"name"_s, u"无号人"_s}, {u"idKind"_s, u"99"_s}, {u"source"_s, u"card"_s}};
    QVERIFY(!opened(m_world->clerk, numberless).isEmpty());
    QCOMPARE(m_world->state(opened(m_world->clerk, numberless)).duplicateOf, QString()); // nothing to tell them by
}

void TestDuplicates::flagged_case_isNotDecided()
{
    QVERIFY(!opened(m_world->clerk).isEmpty());
    const QString second = opened(m_world->secondClerk);
    QCOMPARE(claimed(second), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, second)), u"refused casework.duplicate"_s);
    QCOMPARE(say(m_write->refuse(m_world->reviewer, second, u"重复。"_s)), u"refused casework.duplicate"_s);
    act(m_write->releaseDuplicate(m_world->supervisor, second));
    QCOMPARE(m_world->state(second).duplicateOf, QString());
    QCOMPARE(m_world->row(second).duplicateOf, QString());
    act(m_write->approve(m_world->reviewer, second));
}

void TestDuplicates::flagged_case_mayBeNotAcceptedOrVoided()
{
    QVERIFY(!opened(m_world->clerk).isEmpty());
    const QString second = opened(m_world->secondClerk);
    QCOMPARE(claimed(second), u"applied"_s);
    act(m_write->sendBack(m_world->reviewer, second, u"accept"_s, u"已有一件。"_s)); // not a final word
    act(m_write->refuseAcceptance(m_world->secondClerk, second, u"60"_s));
    act(m_write->voidCase(m_world->supervisor, opened(m_world->secondClerk), u"重复收件"_s));
}

void TestDuplicates::release_needsSupervisorAndReason_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("answer");
    QTest::newRow("a clerk") << u"clerk"_s << u"不重复"_s << u"refused casework.right"_s;
    QTest::newRow("a reviewer") << u"reviewer"_s << u"不重复"_s << u"refused casework.right"_s;
    QTest::newRow("without reason") << u"supervisor"_s << u" "_s << u"refused casework.reason"_s;
    QTest::newRow("who entered it") << u"jack"_s << u"不重复"_s << u"refused casework.maker-checks"_s;
    QTest::newRow("a supervisor with a reason") << u"supervisor"_s << u"不重复"_s << u"applied"_s;
}

void TestDuplicates::release_needsSupervisorAndReason()
{
    QFETCH(QString, who);
    QFETCH(QString, reason);
    QFETCH(QString, answer);
    const QHash<QString, test::Actor> actors{{u"clerk"_s, m_world->clerk}, {u"reviewer"_s, m_world->reviewer},
        {u"supervisor"_s, m_world->supervisor}, {u"jack"_s, m_world->jack}};
    QVERIFY(!opened(m_world->clerk).isEmpty());
    const QString second = opened(m_world->jack);
    QCOMPARE(say(m_write->make(actors.value(who), second, u"ReleaseDuplicate"_s, {{u"reason"_s, reason}})), answer);
}

void TestDuplicates::release_twice_changesNothing()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    act(m_write->releaseDuplicate(m_world->supervisor, second));
    const qint64 version = m_world->version(second);
    act(m_write->releaseDuplicate(m_world->supervisor, second));
    QCOMPARE(m_world->version(second), version);
    QCOMPARE(m_world->state(opened(m_world->jack)).duplicateOf, first); // the key is still the first one's
}

void TestDuplicates::key_isFreedWhenTheFirstCloses_data()
{
    QTest::addColumn<QString>("way");
    for (const auto* way : {"completed", "refused", "not accepted", "voided"})
        QTest::addRow("%s", way) << QString::fromLatin1(way);
}

void TestDuplicates::key_isFreedWhenTheFirstCloses()
{
    QFETCH(QString, way);
    const QString first = opened(m_world->clerk);
    if (way == "voided"_L1) {
        act(m_write->voidCase(m_world->supervisor, first, u"误收"_s));
    } else {
        QCOMPARE(claimed(first), u"applied"_s);
        if (way == "completed"_L1) {
            act(m_write->approve(m_world->reviewer, first));
            act(m_write->claim(m_world->approver, first));
            act(m_write->approve(m_world->approver, first));
        } else if (way == "refused"_L1) {
            act(m_write->refuse(m_world->reviewer, first, u"不符合条件。"_s));
        } else {
            act(m_write->sendBack(m_world->reviewer, first, u"accept"_s, u"请核对。"_s));
            act(m_write->refuseAcceptance(m_world->clerk, first, u"20"_s));
        }
    }
    QCOMPARE(m_world->state(opened(m_world->secondClerk)).duplicateOf, QString());
}

void TestDuplicates::key_fallsToTheSecondWhenTheFirstCloses()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    act(m_write->voidCase(m_world->supervisor, first, u"误收"_s));
    QCOMPARE(m_world->state(second).duplicateOf, first); // a person still says what it is
    QCOMPARE(m_world->state(opened(m_world->clerk)).duplicateOf, second);
}

void TestDuplicates::notAcceptedAtOnce_holdsNoKey()
{
    auto refused = opening(m_world->clerk);
    refused.type = u"RefuseAcceptance"_s;
    refused.body.insert(u"reason"_s, u"30"_s);
    act(refused);
    QCOMPARE(m_world->state(opened(m_world->secondClerk)).duplicateOf, QString());
}

void TestDuplicates::subject_notApplicant_countsAsThePerson()
{
    const QString first = opened(m_world->clerk);
    auto forHim = opening(m_world->secondClerk, m_other);
    forHim.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, m_other}, {u"subject"_s, test::party()}});
    act(forHim);
    QCOMPARE(m_world->state(forHim.stream).duplicateOf, first);
    QCOMPARE(m_world->state(opened(m_world->secondClerk, m_other)).duplicateOf, QString());
}

void TestDuplicates::setParty_movesTheKey()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    const QString others = opened(m_world->jack, m_other);
    act(m_write->setParty(m_world->supervisor, second, u"applicant"_s, m_other)); // it was somebody else's
    QCOMPARE(m_world->state(second).duplicateOf, others);
    const auto third = test::party(u"司马小红"_s, u"21060319920606226"_s);
    act(m_write->setParty(m_world->supervisor, second, u"subject"_s, third));
    QCOMPARE(m_world->state(second).duplicateOf, QString());
    QCOMPARE(m_world->row(second).duplicateOf, QString());
    act(m_write->setParty(m_world->supervisor, first, u"applicant"_s, m_other));
    QCOMPARE(m_world->state(first).duplicateOf, others);
    QCOMPARE(m_world->state(opened(m_world->clerk)).duplicateOf, QString()); // nobody holds that key any more
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "test_duplicates.moc"
