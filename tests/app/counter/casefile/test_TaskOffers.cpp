#include "app/counter/casefile/TaskOffers.h"
#include "SampleCase.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;
using casework::Case;
using casework::Phase;

namespace {

Worker worker(const QString& account, const QStringList& posts, const QString& area = u"2106"_s)
{
    Worker found{account, {}, samplePosts(), utcMs(QDate(2026, 11, 22), QTime(9, 0))};
    for (const auto& post : posts)
        found.grants.append({u"grant-"_s + post, post, area, {}, 0, 0});
    return found;
}

Case held(Case state, const QString& holder)
{
    state.tasks.last().state = casework::TaskState::Claimed;
    state.tasks.last().holder = holder;
    state.tasks.last().holderName = u"某人"_s;
    return state;
}

Case atStep(Case state, const QString& step)
{
    state.tasks.last().step = step;
    return state;
}

} // namespace

// What a person is offered for a case, and why not.
class TestTaskOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void person_beforeACase_isOffered_data();
    void person_beforeACase_isOffered();
    void decision_inTheWay_isNamed_data();
    void decision_inTheWay_isNamed();
    void voiding_byTheMaker_isOnlyAskedFor();

private:
    ItemPtr m_item = sampleItem();
};

void TestTaskOffers::person_beforeACase_isOffered_data()
{
    QTest::addColumn<Case>("state");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QString>("offered"); // letters, in the order of TaskOffers
    QTest::addColumn<WhyNot>("whyNot");
    const auto free = sampleCase();
    auto waiting = held(atStep(free, u"accept"_s), u"clerk"_s);
    waiting.phase = Phase::Supplement;
    auto completed = free;
    completed.phase = Phase::Completed;
    completed.tasks.clear();
    auto collected = completed;
    collected.collection.at = 1;
    auto voided = completed;
    voided.phase = Phase::Voided;
    const QStringList reviewer{u"reviewer"_s};
    const QStringList clerk{u"window-clerk"_s};
    const QStringList supervisor{u"supervisor"_s};
    QTest::newRow("reviewer, held by nobody")
        << free << u"liu"_s << reviewer << u"claim decide return refuse supplement"_s << WhyNot::Nothing;
    QTest::newRow("reviewer, his own") << held(free, u"liu"_s) << u"liu"_s << reviewer
                                       << u"release decide return refuse supplement hand-over settle"_s
                                       << WhyNot::Nothing;
    QTest::newRow("reviewer, a colleague's")
        << held(free, u"other"_s) << u"liu"_s << reviewer << u""_s << WhyNot::HeldByOther;
    QTest::newRow("reviewer, he made it")
        << free << u"clerk"_s << QStringList{u"reviewer"_s, u"window-clerk"_s} << u"ask-void"_s << WhyNot::Maker;
    QTest::newRow("reviewer, another step")
        << atStep(free, u"approve"_s) << u"liu"_s << reviewer << u""_s << WhyNot::NoRight;
    QTest::newRow("clerk, with the reviewers") << free << u"zhou"_s << clerk << u"ask-void"_s << WhyNot::NoRight;
    QTest::newRow("clerk, returned to him") << held(atStep(free, u"accept"_s), u"clerk"_s) << u"clerk"_s << clerk
                                            << u"hand-over settle continue ask-void"_s << WhyNot::Nothing;
    QTest::newRow("clerk, returned to another")
        << held(atStep(free, u"accept"_s), u"clerk"_s) << u"zhou"_s << clerk << u"ask-void"_s << WhyNot::AtWindow;
    QTest::newRow("clerk, another's supplement")
        << waiting << u"zhou"_s << clerk << u"take-over ask-void"_s << WhyNot::AtWindow;
    QTest::newRow("clerk, his supplement")
        << waiting << u"clerk"_s << clerk << u"hand-over settle continue ask-void"_s << WhyNot::Nothing;
    QTest::newRow("supervisor, a colleague's") << held(free, u"other"_s) << u"wang"_s << supervisor
                                               << u"transfer grab void supervise settle"_s << WhyNot::HeldByOther;
    QTest::newRow("supervisor, at the window")
        << waiting << u"wang"_s << supervisor << u"transfer void supervise settle"_s << WhyNot::AtWindow;
    QTest::newRow("clerk, completed") << completed << u"zhou"_s << clerk << u"collect"_s << WhyNot::Closed;
    QTest::newRow("clerk, collected") << collected << u"zhou"_s << clerk << u""_s << WhyNot::Closed;
    QTest::newRow("clerk, void") << voided << u"zhou"_s << clerk << u""_s << WhyNot::Closed;
}

void TestTaskOffers::person_beforeACase_isOffered()
{
    QFETCH(Case, state);
    QFETCH(QString, account);
    QFETCH(QStringList, posts);
    QFETCH(QString, offered);
    QFETCH(WhyNot, whyNot);
    const auto offers = offersFor(state, *m_item, worker(account, posts));
    const QList<QPair<bool, QString>> all{{offers.claim, u"claim"_s}, {offers.release, u"release"_s},
        {offers.decide, u"decide"_s}, {offers.giveBack, u"return"_s}, {offers.refuse, u"refuse"_s},
        {offers.supplement, u"supplement"_s}, {offers.handOver, u"hand-over"_s}, {offers.transfer, u"transfer"_s},
        {offers.grab, u"grab"_s}, {offers.voidCase, u"void"_s}, {offers.supervise, u"supervise"_s},
        {offers.settle, u"settle"_s}, {offers.continueHere, u"continue"_s}, {offers.takeOver, u"take-over"_s},
        {offers.collect, u"collect"_s}, {offers.askVoid, u"ask-void"_s}};
    QStringList words;
    for (const auto& [isOffered, word] : all) {
        if (isOffered)
            words.append(word);
    }
    QCOMPARE(words.join(u' '), offered);
    QCOMPARE(offers.whyNot, whyNot);
}

void TestTaskOffers::decision_inTheWay_isNamed_data()
{
    QTest::addColumn<Case>("state");
    QTest::addColumn<Obstacle>("obstacle");
    auto duplicate = sampleCase();
    duplicate.duplicateOf = u"another-stream"_s;
    auto uncertain = sampleCase();
    uncertain.uncertain = true;
    auto disputed = sampleCase();
    disputed.conflicts.append({u"c"_s, u"phone"_s, u"1"_s, u"2"_s, u"3"_s, u"k"_s});
    QTest::newRow("nothing") << sampleCase() << Obstacle::None;
    QTest::newRow("possible duplicate") << duplicate << Obstacle::Duplicate;
    QTest::newRow("time in doubt") << uncertain << Obstacle::UncertainTime;
    QTest::newRow("two entries") << disputed << Obstacle::Conflict;
}

void TestTaskOffers::decision_inTheWay_isNamed()
{
    QFETCH(Case, state);
    QFETCH(Obstacle, obstacle);
    const auto offers = offersFor(state, *m_item, worker(u"liu"_s, {u"reviewer"_s}));
    QVERIFY(offers.decide);
    QCOMPARE(offers.obstacle, obstacle);
}

void TestTaskOffers::voiding_byTheMaker_isOnlyAskedFor()
{
    auto state = sampleCase();
    const auto chief = worker(u"wang"_s, {u"supervisor"_s, u"window-clerk"_s});
    QVERIFY(offersFor(state, *m_item, chief).voidCase);
    state.makers.insert(u"wang"_s);
    QVERIFY(!offersFor(state, *m_item, chief).voidCase);
    QVERIFY(offersFor(state, *m_item, chief).askVoid);
}

QTEST_GUILESS_MAIN(TestTaskOffers)
#include "test_TaskOffers.moc"
