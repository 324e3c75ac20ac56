#include "app/counter/todo/QueueModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

namespace {

Entry entry(const QString& id, const QString& title = u"某人"_s)
{
    return {id, title};
}

casework::CaseRow row(const QString& phase = u"in-progress"_s)
{
    casework::CaseRow made;
    made.stream = u"s"_s;
    made.applicant = u"王桂兰"_s;
    made.number = u"2106032026112100023"_s;
    made.item = u"free-intake"_s;
    made.phase = phase;
    made.openedAt = utcMs(QDate(2026, 11, 21), QTime(9, 31));
    made.dueOn = u"2026-11-24"_s;
    return made;
}

} // namespace

// The rows of the queue: what they say, and that the view stays where it is.
class TestQueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_whateverComes_areSound();
    void entries_grownAtTheEnd_keepTheView();
    void end_inSight_asksForMore();
    void row_inWords_saysWhatMatters_data();
    void row_inWords_saysWhatMatters();
    void row_overdue_isBadInWordsToo();
    void filter_byItemAndDeadline_fits_data();
    void filter_byItemAndDeadline_fits();
};

void TestQueueModel::entries_whateverComes_areSound()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({}, false);
    model.setEntries({entry(u"a"_s), entry(u"b"_s)}, true);
    model.setEntries({entry(u"a"_s), entry(u"b"_s), entry(u"c"_s)}, false);
    model.setEntries({entry(u"b"_s)}, false);
    QCOMPARE(model.rowOf(u"b"_s), 0);
    QCOMPARE(model.rowOf(u"a"_s), -1);
    QCOMPARE(model.idAt(7), QString());
    model.setEntries({}, false);
    QCOMPARE(model.rowCount(), 0);
}

void TestQueueModel::entries_grownAtTheEnd_keepTheView()
{
    QueueModel model;
    QSignalSpy reset(&model, &QueueModel::modelReset);
    model.setEntries({entry(u"a"_s), entry(u"b"_s)}, true);
    QCOMPARE(reset.size(), 1);
    model.setEntries({entry(u"a"_s, u"另名"_s), entry(u"b"_s), entry(u"c"_s)}, false);
    QCOMPARE(reset.size(), 1); // the same rows and one more: nothing jumps
    QCOMPARE(model.index(0).data().toString(), u"另名"_s);
    QCOMPARE(model.rowCount(), 3);
    model.setEntries({entry(u"b"_s), entry(u"c"_s)}, false);
    QCOMPARE(reset.size(), 2);
}

void TestQueueModel::end_inSight_asksForMore()
{
    QueueModel model;
    QSignalSpy wanted(&model, &QueueModel::moreWanted);
    model.setEntries({entry(u"a"_s)}, false);
    model.fetchMore({});
    QCOMPARE(wanted.size(), 0);
    model.setEntries({entry(u"a"_s)}, true);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
}

void TestQueueModel::row_inWords_saysWhatMatters_data()
{
    QTest::addColumn<casework::CaseRow>("row");
    QTest::addColumn<QString>("aside");
    QTest::addColumn<QString>("hint");
    auto returned = row();
    returned.outcome = u"returned"_s;
    auto held = row();
    held.holder = u"other"_s;
    held.holderName = u"刘敏"_s;
    auto mine = held;
    mine.holder = u"me"_s;
    auto waiting = row(u"supplement"_s);
    waiting.supplementDue = u"2026-12-01"_s;
    auto doubtful = row();
    doubtful.uncertain = true;
    auto duplicate = row();
    duplicate.duplicateOf = u"t"_s;
    const QString plain = u"Taken 11-21 09:31 · 2106032026112100023"_s;
    QTest::newRow("plain") << row() << u"2 day(s) left"_s << plain;
    QTest::newRow("was returned") << returned << u"2 day(s) left"_s << u"was returned · "_s + plain;
    QTest::newRow("held by a colleague") << held << u"2 day(s) left"_s << u"刘敏 · "_s + plain;
    QTest::newRow("held by me") << mine << u"2 day(s) left"_s << plain;
    QTest::newRow("waits for papers") << waiting << u"papers by 12-01"_s << plain;
    QTest::newRow("time in doubt") << doubtful << u"2 day(s) left"_s << u"time in doubt · "_s + plain;
    QTest::newRow("possible duplicate") << duplicate << u"2 day(s) left"_s << u"possible duplicate · "_s + plain;
}

void TestQueueModel::row_inWords_saysWhatMatters()
{
    QFETCH(casework::CaseRow, row);
    QFETCH(QString, aside);
    QFETCH(QString, hint);
    const auto shown = entryOf(row, u"失业保险金申领"_s, u"me"_s, QDate(2026, 11, 22));
    QCOMPARE(shown.title, u"王*兰"_s); // masked in the list
    QCOMPARE(shown.line, u"失业保险金申领"_s);
    QCOMPARE(shown.aside, aside);
    QCOMPARE(shown.hint, hint);
}

void TestQueueModel::row_overdue_isBadInWordsToo()
{
    const auto late = entryOf(row(), {}, {}, QDate(2026, 11, 27));
    QCOMPARE(late.asideTone, Tone::Bad);
    QCOMPARE(late.aside, u"3 day(s) overdue"_s);
    const auto today = entryOf(row(), {}, {}, QDate(2026, 11, 24));
    QCOMPARE(today.aside, u"due today"_s);
    QCOMPARE(today.asideTone, Tone::Bad);
    QCOMPARE(entryOf(row(), {}, {}, QDate(2026, 11, 23)).asideTone, Tone::Attention);
}

void TestQueueModel::filter_byItemAndDeadline_fits_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<DueFilter>("due");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("isFitting");
    QTest::newRow("everything") << QString() << DueFilter::All << QDate(2026, 11, 1) << true;
    QTest::newRow("this matter") << u"free-intake"_s << DueFilter::All << QDate(2026, 11, 1) << true;
    QTest::newRow("another matter") << u"other"_s << DueFilter::All << QDate(2026, 11, 1) << false;
    QTest::newRow("soon, in time") << QString() << DueFilter::Soon << QDate(2026, 11, 22) << true;
    QTest::newRow("soon, on the day") << QString() << DueFilter::Soon << QDate(2026, 11, 24) << true;
    QTest::newRow("soon, far away") << QString() << DueFilter::Soon << QDate(2026, 11, 21) << false;
    QTest::newRow("soon, but overdue") << QString() << DueFilter::Soon << QDate(2026, 11, 25) << false;
    QTest::newRow("overdue") << QString() << DueFilter::Overdue << QDate(2026, 11, 25) << true;
    QTest::newRow("overdue, on the day") << QString() << DueFilter::Overdue << QDate(2026, 11, 24) << false;
}

void TestQueueModel::filter_byItemAndDeadline_fits()
{
    QFETCH(QString, item);
    QFETCH(DueFilter, due);
    QFETCH(QDate, today);
    QFETCH(bool, isFitting);
    QCOMPARE(fits(row(), item, due, today), isFitting);
    auto endless = row();
    endless.dueOn.clear();
    QCOMPARE(fits(endless, item, due, today), isFitting && due == DueFilter::All);
}

QTEST_GUILESS_MAIN(TestQueueModel)
#include "test_QueueModel.moc"
