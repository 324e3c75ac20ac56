#include "app/counter/casefile/CaseWay.h"
#include "SampleCase.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;
using casework::Phase;
using casework::TaskState;

namespace {

// Sample case: accepted by 陈思远, now open for review.
casework::Task done(const QString& step, const QString& outcome, const QString& by, QTime at)
{
    casework::Task task;
    task.id = step + u'-' + at.toString(u"HHmm"_s);
    task.step = step;
    task.state = TaskState::Done;
    task.outcome = outcome;
    task.holder = u"reviewer"_s;
    task.holderName = by;
    task.doneAt = utcMs(QDate(2026, 11, 21), at);
    return task;
}

casework::Task open(const QString& step, const QString& by = {})
{
    casework::Task task;
    task.id = step + u"-open"_s;
    task.step = step;
    task.holderName = by;
    return task;
}

// Each step as "title state detail".
QStringList way(const casework::Case& state)
{
    static const QHash<StepState, QString> names{{StepState::Open, u"open"_s}, {StepState::Current, u"current"_s},
        {StepState::Done, u"done"_s}, {StepState::Blocked, u"blocked"_s}};
    QStringList steps;
    for (const auto& node : wayOf(state, *sampleItem(), u"zh_CN"_s))
        steps.append(QStringList{node.title, names.value(node.state), node.detail}.join(u' ').trimmed());
    return steps;
}

} // namespace

// Where a case is on its way, as the boxes of the flow say it.
class TestCaseWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshCase_waitsAtItsFirstReview();
    void returnedCase_isAtTheWindow_andSaysWhoSentItBack();
    void resubmittedCase_isUnderReviewAgain();
    void supplement_saysThatItWaitsForPapers();
    void completedCase_isDoneToTheEnd();
    void refusedCase_endsBlocked();
    void history_isInOrder_withOpinionsAndRemarks();
};

void TestCaseWay::freshCase_waitsAtItsFirstReview()
{
    QCOMPARE(way(sampleCase()), (QStringList{u"受理 done 陈思远 11-21 09:31"_s, u"审核 current waits to be taken"_s,
                                    u"审批 open"_s, u"办结 open"_s}));
}

void TestCaseWay::returnedCase_isAtTheWindow_andSaysWhoSentItBack()
{
    auto state = sampleCase();
    state.tasks = {done(u"review"_s, u"returned"_s, u"柳青"_s, QTime(10, 5)), open(u"accept"_s, u"陈思远"_s)};
    QCOMPARE(way(state),
        (QStringList{u"受理 current 陈思远"_s, u"审核 blocked 柳青 11-21 10:05"_s, u"审批 open"_s, u"办结 open"_s}));
}

void TestCaseWay::resubmittedCase_isUnderReviewAgain()
{
    auto state = sampleCase();
    state.tasks = {done(u"review"_s, u"returned"_s, u"柳青"_s, QTime(10, 5)),
        done(u"accept"_s, u"resubmitted"_s, u"陈思远"_s, QTime(11, 0)), open(u"review"_s, u"柳青"_s)};
    QCOMPARE(way(state),
        (QStringList{u"受理 done 陈思远 11-21 11:00"_s, u"审核 current 柳青"_s, u"审批 open"_s, u"办结 open"_s}));
}

void TestCaseWay::supplement_saysThatItWaitsForPapers()
{
    auto state = sampleCase();
    state.phase = Phase::Supplement;
    state.tasks = {done(u"review"_s, u"supplement"_s, u"柳青"_s, QTime(10, 5)), open(u"accept"_s, u"陈思远"_s)};
    QCOMPARE(way(state).constFirst(), u"受理 current 陈思远 · waits for papers"_s);
    QCOMPARE(way(state).at(1), u"审核 blocked 柳青 11-21 10:05"_s);
}

void TestCaseWay::completedCase_isDoneToTheEnd()
{
    auto state = sampleCase();
    state.phase = Phase::Completed;
    state.closedAt = utcMs(QDate(2026, 11, 21), QTime(15, 0));
    state.tasks = {done(u"review"_s, u"reviewed"_s, u"柳青"_s, QTime(10, 5)),
        done(u"approve"_s, u"approved"_s, u"王平"_s, QTime(15, 0))};
    const auto steps = way(state);
    QCOMPARE(steps.at(1), u"审核 done 柳青 11-21 10:05"_s);
    QCOMPARE(steps.at(2), u"审批 done 王平 11-21 15:00"_s);
    QVERIFY2(steps.at(3).startsWith(u"办结 done"_s), qPrintable(steps.at(3)));
    QVERIFY2(steps.at(3).endsWith(u"11-21 15:00"_s), qPrintable(steps.at(3)));
}

void TestCaseWay::refusedCase_endsBlocked()
{
    auto state = sampleCase();
    state.phase = Phase::Refused;
    state.closedAt = utcMs(QDate(2026, 11, 21), QTime(15, 0));
    state.tasks = {done(u"review"_s, u"refused"_s, u"柳青"_s, QTime(15, 0))};
    const auto steps = way(state);
    QCOMPARE(steps.at(1), u"审核 blocked 柳青 11-21 15:00"_s);
    QCOMPARE(steps.at(2), u"审批 open"_s);
    QVERIFY2(steps.at(3).startsWith(u"办结 blocked"_s), qPrintable(steps.at(3)));
}

void TestCaseWay::history_isInOrder_withOpinionsAndRemarks()
{
    auto state = sampleCase();
    auto returned = done(u"review"_s, u"returned"_s, u"柳青"_s, QTime(10, 5));
    returned.opinion = u"照片不清楚"_s;
    state.tasks = {done(u"accept"_s, u"resubmitted"_s, u"陈思远"_s, QTime(11, 0)), returned};
    casework::Remark remark;
    remark.by = u"陈思远"_s;
    remark.text = u"已电话通知"_s;
    remark.at = utcMs(QDate(2026, 11, 21), QTime(10, 30));
    state.remarks = {remark};
    const auto rows = historyOf(state, *sampleItem(), u"zh_CN"_s);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).key, u"审核 11-21 10:05"_s);
    QVERIFY(rows.at(0).value.contains(u"照片不清楚"_s));
    QCOMPARE(rows.at(1).key, u"Remark 11-21 10:30"_s);
    QCOMPARE(rows.at(1).value, u"陈思远 · 已电话通知"_s);
    QCOMPARE(rows.at(2).key, u"受理 11-21 11:00"_s);
}

QTEST_MAIN(TestCaseWay)
#include "test_CaseWay.moc"
