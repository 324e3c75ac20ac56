#include "app/counter/casefile/CaseNotices.h"
#include "app/counter/casefile/CaseWords.h"
#include "app/counter/casefile/ConflictList.h"
#include "app/counter/casefile/PartyRows.h"
#include "app/counter/kit/ActionButton.h"
#include "SampleCase.h"

#include <QFontDatabase>
#include <QSignalSpy>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// What must be known of a case before it is read, and what can be done about it in its place.
class TestCaseNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notices_ofAnOrdinaryCase_areNone();
    void caseOfANewerProgram_isToldFirst();
    void uncertainTime_isConfirmedByASupervisorOnly();
    void duplicate_isOpenedByAll_releasedByASupervisor();
    void mergedCases_leadToEachOther();
    void taskThatLapsed_saysWhoseItWas();
    void admittedWork_saysWhoseItWas_andWhoAdmittedIt();
    void supplement_listsEverythingAtOnce();
    void typedIdentity_isTold_withItsReason();
    void filesOnTheirWay_areCounted();
    void closedCase_saysHowAndWhy();
    void collection_saysWhoAndWhat();
    void button_pressed_tellsTheAction();
    void sameNotices_shownAgain_keepTheirButtons();
    void dispute_shownInWords_isSettledByAButton();
    void dispute_forOthers_hasNoButtons();
    void difference_ofTheHub_isShown();
    void party_masked_hidesNameAndNumber();
    void material_inEachState_saysSo_data();
    void material_inEachState_saysSo();

private:
    QVector<CaseNotice> notices(const casework::Case& state, bool supervisor = false, qsizetype missing = 0)
    {
        TaskOffers offers;
        offers.supervise = supervisor;
        return noticesOf({state, *m_item, m_plain->words, offers, missing, u"zh_CN"_s});
    }

    ItemPtr m_item = sampleItem();
    std::unique_ptr<PlainWords> m_plain = std::make_unique<PlainWords>();
    Look m_look{{}, QFontDatabase::systemFont(QFontDatabase::GeneralFont)};
};

void TestCaseNotices::notices_ofAnOrdinaryCase_areNone()
{
    QVERIFY(notices(sampleCase()).isEmpty());
}

void TestCaseNotices::caseOfANewerProgram_isToldFirst()
{
    auto state = sampleCase();
    state.isBeyond = true;
    state.uncertain = true;
    QCOMPARE(notices(state).constFirst().id, u"beyond"_s);
}

void TestCaseNotices::uncertainTime_isConfirmedByASupervisorOnly()
{
    auto state = sampleCase();
    state.uncertain = true;
    QCOMPARE(notices(state).constFirst().id, u"time"_s);
    QVERIFY(notices(state).constFirst().actions.isEmpty());
    QCOMPARE(notices(state, true).constFirst().actions, QStringList{u"confirm-time"_s});
}

void TestCaseNotices::duplicate_isOpenedByAll_releasedByASupervisor()
{
    auto state = sampleCase();
    state.duplicateOf = u"0190a000-0000-7000-8000-000000000002"_s;
    QCOMPARE(notices(state).constFirst().actions, QStringList{u"open-duplicate"_s});
    QCOMPARE(notices(state, true).constFirst().actions,
        (QStringList{u"open-duplicate"_s, u"merge-duplicate"_s, u"release-duplicate"_s}));
}

void TestCaseNotices::mergedCases_leadToEachOther()
{
    auto later = sampleCase();
    later.phase = casework::Phase::Merged;
    later.closedAt = later.openedAt;
    later.mergedInto = u"0190a000-0000-7000-8000-000000000002"_s;
    later.mergedNumber = u"2106032026112400001"_s;
    const auto closed = notices(later).constFirst();
    QVERIFY(closed.notice.title.contains(u"Merged"_s));
    QVERIFY(closed.notice.text.contains(later.mergedNumber));
    QCOMPARE(closed.notice.tone, Tone::Normal);
    QCOMPARE(closed.actions, QStringList{u"open-merged"_s});
    auto survivor = sampleCase();
    survivor.merged.append({u"0190a000-0000-7000-8000-000000000003"_s, u"2106032026112400002"_s, u"测试吴"_s, 1});
    const auto told = notices(survivor).constFirst();
    QVERIFY(told.notice.title.contains(u"2106032026112400002"_s));
    QVERIFY(told.notice.text.contains(u"测试吴"_s));
}

void TestCaseNotices::taskThatLapsed_saysWhoseItWas()
{
    auto state = sampleCase();
    QVERIFY(!state.tasks.isEmpty());
    auto& task = state.tasks.last();
    task.state = casework::TaskState::Open;
    task.lapsedFrom = u"测试刘"_s;
    task.heardAt = utcMs({2026, 11, 20}, {17, 30});
    const auto told = notices(state).constFirst();
    QCOMPARE(told.id, u"lapsed"_s);
    QVERIFY(told.notice.title.contains(u"测试刘"_s));
    QVERIFY(told.notice.text.contains(u"11-20 17:30"_s));
    task.state = casework::TaskState::Done;
    QVERIFY(notices(state).isEmpty());
}

void TestCaseNotices::admittedWork_saysWhoseItWas_andWhoAdmittedIt()
{
    auto state = sampleCase();
    state.admissions.append({u"测试王"_s, u"测试陈"_s, utcMs({2026, 11, 20}, {9, 5})});
    const auto told = notices(state).constFirst();
    QCOMPARE(told.id, u"admitted"_s);
    for (const auto& part : {u"测试王"_s, u"测试陈"_s, u"11-20 09:05"_s})
        QVERIFY2(told.notice.title.contains(part), qPrintable(told.notice.title));
}

void TestCaseNotices::supplement_listsEverythingAtOnce()
{
    auto state = sampleCase();
    state.phase = casework::Phase::Supplement;
    state.supplement = {{{u"proof"_s, u"证明"_s, u"没有盖章"_s}, {{}, u"照片"_s, {}}}, u"2026-12-01"_s, u"刘敏"_s,
        state.openedAt, u"请补齐"_s};
    const auto waiting = notices(state).constFirst();
    QVERIFY(waiting.notice.title.contains(u"2026-12-01"_s));
    QVERIFY(waiting.notice.title.contains(u"刘敏"_s));
    QCOMPARE(waiting.notice.text, u"1. 证明 — 没有盖章\n2. 照片\n请补齐"_s);
    QCOMPARE(waiting.notice.tone, Tone::Attention);
    state.phase = casework::Phase::InProgress; // brought since
    QCOMPARE(notices(state).constFirst().notice.tone, Tone::Normal);
}

void TestCaseNotices::typedIdentity_isTold_withItsReason()
{
    auto state = sampleCase();
    auto party = state.parties.value("applicant"_L1).toObject();
    party.insert(u"source"_s, u"typed"_s);
    party.insert(u"typedReason"_s, u"10"_s);
    party.insert(u"proof"_s, QJsonArray{QJsonObject{{u"digest"_s, u"sm3:00"_s}}});
    state.parties.insert(u"applicant"_s, party);
    const auto typed = notices(state).constFirst();
    QCOMPARE(typed.id, u"typed"_s);
    QVERIFY(typed.notice.text.contains(u"10"_s)); // in words where the table is there
    QVERIFY(typed.notice.text.contains(u"1 page(s)"_s));
    const auto row = partyRows(state, m_plain->words, true).constFirst();
    QCOMPARE(row.tone, Tone::Attention);
}

void TestCaseNotices::filesOnTheirWay_areCounted()
{
    QVERIFY(notices(sampleCase(), false, 3).constFirst().notice.title.contains(u"3 page(s)"_s));
}

void TestCaseNotices::closedCase_saysHowAndWhy()
{
    auto state = sampleCase();
    state.phase = casework::Phase::NotAccepted;
    state.closedAt = state.openedAt;
    state.closedByName = u"陈思远"_s;
    state.closingReason = u"不属于本机构"_s;
    state.refusalOrgan = u"市医保局"_s;
    const auto closed = notices(state).constFirst();
    QVERIFY(closed.notice.title.contains(u"陈思远"_s));
    QVERIFY(closed.notice.text.contains(u"不属于本机构"_s));
    QVERIFY(closed.notice.text.contains(u"市医保局"_s));
    QCOMPARE(closed.notice.tone, Tone::Bad);
}

void TestCaseNotices::collection_saysWhoAndWhat()
{
    auto state = sampleCase();
    state.phase = casework::Phase::Completed;
    state.collection.at = state.openedAt;
    state.collection.collector = {{u"name"_s, u"李成林"_s}};
    state.collection.papers = {u"结果通知书"_s};
    state.collection.byName = u"陈思远"_s;
    const auto collected = notices(state).at(1);
    QVERIFY(collected.notice.title.contains(u"李成林"_s));
    QVERIFY(collected.notice.text.contains(u"结果通知书"_s));
}

void TestCaseNotices::button_pressed_tellsTheAction()
{
    auto state = sampleCase();
    state.uncertain = true;
    CaseNotices view(m_look);
    QSignalSpy chosen(&view, &CaseNotices::actionChosen);
    view.setNotices(notices(state, true));
    auto* button = view.findChild<ActionButton*>(u"confirm-time"_s);
    QVERIFY(button);
    button->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), u"confirm-time"_s);
    view.setNotices({});
    QVERIFY(view.isHidden());
}

void TestCaseNotices::sameNotices_shownAgain_keepTheirButtons()
{
    auto state = sampleCase();
    state.uncertain = true;
    CaseNotices view(m_look);
    view.setNotices(notices(state, true));
    const QPointer<ActionButton> button = view.findChild<ActionButton*>(u"confirm-time"_s);
    view.setNotices(notices(state, true)); // as after every sync
    QCOMPARE(view.findChild<ActionButton*>(u"confirm-time"_s), button.data());
    QVERIFY(!button->isHidden());
    view.setNotices(notices(state, true, 1));
    QVERIFY(button->parentWidget()->isHidden());
    QVERIFY(view.findChild<QWidget*>(u"notice-files"_s));
}

void TestCaseNotices::dispute_shownInWords_isSettledByAButton()
{
    auto state = sampleCase();
    state.conflicts.append({u"conflict-1"_s, u"wage"_s, 100000, 182000, 200000, u"command"_s});
    const auto disputes = disputesOf(state, *m_item, m_plain->words, {u"zh_CN"_s, true});
    QCOMPARE(disputes.constFirst().label, u"工资"_s);
    QCOMPARE(disputes.constFirst().hub, u"1,820.00 yuan"_s);
    QCOMPARE(disputes.constFirst().client, u"2,000.00 yuan"_s);
    ConflictList view(m_look);
    QSignalSpy settled(&view, &ConflictList::settled);
    view.setDisputes(disputes, true);
    const auto buttons = view.findChildren<ActionButton*>();
    QCOMPARE(buttons.size(), 2);
    buttons.at(1)->click();
    QCOMPARE(settled.constFirst().at(0).toString(), u"conflict-1"_s);
    QCOMPARE(settled.constFirst().at(1).toJsonValue(), QJsonValue(200000));
}

void TestCaseNotices::dispute_forOthers_hasNoButtons()
{
    auto state = sampleCase();
    state.conflicts.append({u"conflict-1"_s, u"phone"_s, QJsonValue::Null, u"1"_s, u"2"_s, u"command"_s});
    ConflictList view(m_look);
    view.setDisputes(disputesOf(state, *m_item, m_plain->words, {u"zh_CN"_s, true}), false);
    QVERIFY(view.findChildren<ActionButton*>().isEmpty());
    QVERIFY(!view.isHidden());
}

void TestCaseNotices::difference_ofTheHub_isShown()
{
    auto state = sampleCase();
    state.differences.append({u"months"_s, 30, 28});
    const auto dispute = disputesOf(state, *m_item, m_plain->words, {u"zh_CN"_s, true}).constFirst();
    QVERIFY(dispute.conflict.isEmpty());
    QCOMPARE(dispute.client, u"30"_s);
    QCOMPARE(dispute.hub, u"28"_s);
}

void TestCaseNotices::party_masked_hidesNameAndNumber()
{
    const auto row = partyRows(sampleCase(), m_plain->words, false).constFirst();
    QVERIFY(!row.value.contains(u"王桂兰"_s));
    QVERIFY(!row.value.contains(u"210603198001010028"_s));
    QVERIFY(partyRows(sampleCase(), m_plain->words, true).constFirst().value.contains(u"210603198001010028"_s));
}

void TestCaseNotices::material_inEachState_saysSo_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("late");
    QTest::addColumn<bool>("away");
    QTest::addColumn<QString>("words");
    QTest::addColumn<MaterialState>("mark");
    QTest::newRow("handed in") << u"supplied"_s << false << false << u"handed in"_s << MaterialState::Complete;
    QTest::newRow("deferred") << u"deferred"_s << false << false << u"2026-12-05"_s << MaterialState::Attention;
    QTest::newRow("commitment") << u"committed"_s << false << false << u"commitment"_s << MaterialState::Attention;
    QTest::newRow("shared data") << u"shared"_s << false << false << u"shared data"_s << MaterialState::Complete;
    QTest::newRow("late") << u"supplied"_s << true << false << u"after the decision"_s << MaterialState::Attention;
    QTest::newRow("pages missing") << u"supplied"_s << false << true << u"on their way"_s << MaterialState::Attention;
}

void TestCaseNotices::material_inEachState_saysSo()
{
    QFETCH(QString, state);
    QFETCH(bool, late);
    QFETCH(bool, away);
    QFETCH(QString, words);
    QFETCH(MaterialState, mark);
    casework::CaseMaterial material;
    material.state = state;
    material.dueOn = u"2026-12-05"_s;
    material.late = late;
    material.pages = {{u"sm3:aa"_s, u"image/png"_s, 1, 1, 300, 1}};
    const auto said = materialWords(material, away ? QSet<QString>{u"sm3:aa"_s} : QSet<QString>());
    QVERIFY2(said.text.contains(words), qPrintable(said.text));
    QCOMPARE(said.state, mark);
}

QTEST_MAIN(TestCaseNotices)
#include "test_CaseNotices.moc"
