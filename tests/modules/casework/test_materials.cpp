#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Materials with their pages: during the case, after the decision, and while files are still on their way.
class TestMaterials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void set_new_isAdded();
    void set_known_replacesIt();
    void set_notOfTheItem_isRefused_data();
    void set_notOfTheItem_isRefused();
    void set_pageThatNamesNoFile_isRefused();
    void remove_atTheWindow_takesItAway();
    void remove_unknown_isRefused();
    void remove_elsewhereThanAtTheWindow_isRefused();
    void pages_missing_blockTheDecisionAndSayHowMany();
    void late_material_standsBesideWhatWasDecided();
    void late_materialAgain_replacesTheLateOne();
    void late_missingFile_changesNothing();
    void remark_byPeopleOfTheCase_isKeptInEveryState();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestMaterials::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestMaterials::set_new_isAdded()
{
    const QString stream = m_write->openedFreeIntake();
    const auto paper = m_write->material(u"m-1"_s, u"个人申请书"_s, "page one");
    QCOMPARE(say(m_write->setMaterial(m_world->secondClerk, stream, paper)), u"applied"_s);
    const auto state = m_world->state(stream);
    QCOMPARE(state.materials, QList<CaseMaterial>{paper});
    QCOMPARE(state.files(), QStringList{paper.pages.constFirst().digest});
    QVERIFY(state.makers.contains(m_world->secondClerk.id));
}

void TestMaterials::set_known_replacesIt()
{
    const QString stream = m_write->openedMatter();
    auto claim = m_write->material(u"claim"_s, u"申请表"_s, "another page");
    claim.copies = 2;
    QCOMPARE(say(m_write->setMaterial(m_world->clerk, stream, claim)), u"applied"_s);
    const auto state = m_world->state(stream);
    QCOMPARE(state.materials.size(), 2);
    QCOMPARE(state.materials.constFirst(), claim);
}

void TestMaterials::set_notOfTheItem_isRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("not asked for") << u"diary"_s << u"日记"_s;
    QTest::newRow("no id") << QString() << u"申请表"_s;
    QTest::newRow("no name") << u"claim"_s << QString();
}

void TestMaterials::set_notOfTheItem_isRefused()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    const QString stream = m_write->openedMatter();
    QCOMPARE(say(m_write->setMaterial(m_world->clerk, stream, m_write->material(id, name, "x"))),
        u"refused casework.material-unknown"_s);
}

void TestMaterials::set_pageThatNamesNoFile_isRefused()
{
    auto claim = m_write->material(u"claim"_s, u"申请表"_s, "x");
    claim.pages.first().digest = u"sm3:never"_s; // it could never arrive, and the case never be decided
    const QString stream = m_write->openedMatter();
    QCOMPARE(say(m_write->setMaterial(m_world->clerk, stream, claim)), u"refused blobs.digest"_s);
    QCOMPARE(say(m_write->openFreeIntake(m_world->clerk, {claim.toJson()})), u"refused blobs.digest"_s);
}

void TestMaterials::remove_atTheWindow_takesItAway()
{
    const QString stream = m_write->openedMatter();
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"合同缺页。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->removeMaterial(m_world->clerk, stream, u"contract"_s)), u"applied"_s);
    const auto state = m_world->state(stream);
    QCOMPARE(state.materials.size(), 1);
    QCOMPARE(state.materials.constFirst().id, u"claim"_s);
}

void TestMaterials::remove_unknown_isRefused()
{
    const QString stream = m_write->openedMatter();
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"合同缺页。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->removeMaterial(m_world->clerk, stream, u"photo"_s)), u"refused casework.material-unknown"_s);
}

void TestMaterials::remove_elsewhereThanAtTheWindow_isRefused()
{
    const QString stream = m_write->openedMatter();
    QCOMPARE(say(m_write->removeMaterial(m_world->clerk, stream, u"contract"_s)), u"refused casework.not-holder"_s);
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->removeMaterial(m_world->reviewer, stream, u"contract"_s)), u"refused casework.wrong-step"_s);
}

void TestMaterials::pages_missing_blockTheDecisionAndSayHowMany()
{
    auto& world = *m_world;
    auto paper = m_write->material(u"m-1"_s, u"个人申请书"_s, "page one", false);
    const QByteArray second = "page two";
    paper.pages.append(m_write->material(u"x"_s, u"x"_s, second, false).pages.constFirst());
    const auto opening = m_write->openFreeIntake(world.clerk, {paper.toJson()});
    QCOMPARE(say(opening), u"applied"_s); // taking the case in never waits for files
    QCOMPARE(say(m_write->claim(world.dispatcher, opening.stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(world.dispatcher, opening.stream, u"养老保险科"_s)), u"applied"_s);
    QCOMPARE(say(m_write->claim(world.reviewer, opening.stream)), u"applied"_s);
    const auto answer = world.send(m_write->approve(world.reviewer, opening.stream));
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->reason->code, u"casework.files-pending"_s);
    QCOMPARE(answer->reason->fields.value("count"_L1).toInt(), 2);
    QVERIFY(world.blobs.put(second));
    QCOMPARE(say(m_write->refuse(world.reviewer, opening.stream, u"不同意"_s)), u"refused casework.files-pending"_s);
    QVERIFY(world.blobs.put("page one"));
    QCOMPARE(say(m_write->approve(world.reviewer, opening.stream)), u"applied"_s);
}

void TestMaterials::late_material_standsBesideWhatWasDecided()
{
    auto& world = *m_world;
    const auto decided = m_write->material(u"m-1"_s, u"个人申请书"_s, "decided on");
    const auto opening = m_write->openFreeIntake(world.clerk, {decided.toJson()});
    QCOMPARE(say(opening), u"applied"_s);
    QCOMPARE(say(m_write->voidCase(world.supervisor, opening.stream, u"误收"_s)), u"applied"_s);
    auto late = m_write->material(u"m-1"_s, u"个人申请书"_s, "came later");
    QCOMPARE(say(m_write->setMaterial(world.clerk, opening.stream, late)), u"applied"_s);
    late.late = true;
    const auto state = world.state(opening.stream);
    QCOMPARE(state.materials, (QList<CaseMaterial>{decided, late}));
    QCOMPARE(state.phase, Phase::Voided);
}

void TestMaterials::late_materialAgain_replacesTheLateOne()
{
    const QString stream = m_write->completed();
    QCOMPARE(
        say(m_write->setMaterial(m_world->clerk, stream, m_write->material(u"m-1"_s, u"证明"_s, "one"))), u"applied"_s);
    QCOMPARE(
        say(m_write->setMaterial(m_world->clerk, stream, m_write->material(u"m-1"_s, u"证明"_s, "two"))), u"applied"_s);
    const auto state = m_world->state(stream);
    QCOMPARE(state.materials.size(), 1);
    QVERIFY(state.materials.constFirst().late);
    QCOMPARE(state.materials.constFirst().pages, m_write->material(u"m-1"_s, u"证明"_s, "two").pages);
}

void TestMaterials::late_missingFile_changesNothing()
{
    const QString stream = m_write->completed();
    QCOMPARE(
        say(m_write->setMaterial(m_world->clerk, stream, m_write->material(u"m-1"_s, u"证明"_s, "on its way", false))),
        u"applied"_s);
    QCOMPARE(m_world->state(stream).phase, Phase::Completed);
    QCOMPARE(m_world->row(stream).phase, u"completed"_s);
}

void TestMaterials::remark_byPeopleOfTheCase_isKeptInEveryState()
{
    auto& world = *m_world;
    const QString stream = m_write->inReview();
    QCOMPARE(say(m_write->remark(world.clerk, stream, u" 申请人下午再来。 "_s)), u"applied"_s);
    QCOMPARE(say(m_write->remark(world.reviewer, stream, u"已电话核实。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->approve(world.reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->remark(world.supervisor, stream, u"归档前请复核页码。"_s)), u"applied"_s);
    QVERIFY(world.withdraw(world.clerk, u"window-clerk"_s));
    world.clock.advance(1000);
    QCOMPARE(say(m_write->remark(world.clerk, stream, u"再说一句。"_s)), u"held casework.right-withdrawn"_s);
    const auto remarks = world.state(stream).remarks;
    QCOMPARE(remarks.size(), 3);
    QCOMPARE(remarks.at(0).by, u"赵窗口"_s);
    QCOMPARE(remarks.at(0).text, u"申请人下午再来。"_s);
    QCOMPARE(remarks.at(2).by, u"吴领导"_s);
}

QTEST_GUILESS_MAIN(TestMaterials)
#include "test_materials.moc"
