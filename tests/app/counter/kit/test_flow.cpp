#include "KitTest.h"

#include "app/counter/kit/FlowGraph.h"
#include "app/counter/kit/StepTrail.h"

#include <QSignalSpy>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void geometry_oneRow_isConnectedInOrder();
    void geometry_noRoom_wrapsAndOverlapsNothing_data();
    void geometry_noRoom_wrapsAndOverlapsNothing();
    void geometry_parallelNodes_standAboveOneAnother();
    void geometry_nothing_isEmpty();
    void graph_text_fitsItsBox();
    void graph_keys_walkAndChoose();
    void graph_narrow_growsDownwards();
    void graph_spoken_tellsEveryStep();
    void trail_states_areSpokenAndSized();

private:
    static bool crosses(const QPolygonF& link, const QRect& box)
    {
        for (qsizetype i = 1; i < link.size(); ++i) {
            const QRectF leg = QRectF(link[i - 1], link[i]).normalized().adjusted(0, 0, 0.01, 0.01);
            if (leg.intersects(QRectF(box).adjusted(1, 1, -1, -1)))
                return true;
        }
        return false;
    }
};

void TestFlow::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestFlow::geometry_oneRow_isConnectedInOrder()
{
    const FlowGeometry flow = arrangeFlow({{QSize(90, 48)}, {QSize(80, 48)}, {QSize(70, 48)}}, 600);
    QCOMPARE(flow.boxes.size(), 3);
    QCOMPARE(flow.links.size(), 2);
    QCOMPARE(flow.size.height(), 48);
    QCOMPARE(flow.size.width(), flow.boxes[2][0].right() + 1);
    for (qsizetype i = 1; i < 3; ++i) {
        QVERIFY(flow.boxes[i][0].left() > flow.boxes[i - 1][0].right());
        QCOMPARE(flow.links[i - 1].front(), QPointF(flow.boxes[i - 1][0].right() + 1, 24));
        QCOMPARE(flow.links[i - 1].back(), QPointF(flow.boxes[i][0].left(), 24));
    }
}

void TestFlow::geometry_noRoom_wrapsAndOverlapsNothing_data()
{
    QTest::addColumn<int>("width");
    QTest::addRow("wide") << 1200;
    QTest::addRow("two rows") << 420;
    QTest::addRow("narrow") << 220;
    QTest::addRow("one a row") << 120;
}

void TestFlow::geometry_noRoom_wrapsAndOverlapsNothing()
{
    QFETCH(int, width);
    const QVector<QVector<QSize>> sizes{
        {QSize(90, 48)}, {QSize(100, 48)}, {QSize(80, 48), QSize(84, 48)}, {QSize(70, 48)}, {QSize(96, 48)}};
    const FlowGeometry flow = arrangeFlow(sizes, width);
    QVector<QRect> boxes;
    for (const QVector<QRect>& stage : flow.boxes)
        boxes += stage;
    QCOMPARE(boxes.size(), 6);
    const QRect whole(QPoint(0, 0), QSize(width, flow.size.height()));
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        QVERIFY(whole.contains(boxes[i]));
        for (qsizetype k = i + 1; k < boxes.size(); ++k)
            QVERIFY(!boxes[i].intersects(boxes[k]));
        for (const QPolygonF& link : flow.links) {
            QVERIFY(!crosses(link, boxes[i]));
            for (const QPointF& corner : link)
                QVERIFY2(corner.x() >= 0 && corner.x() <= width && corner.y() >= 0 && corner.y() <= flow.size.height(),
                    "a connector leaves the picture");
        }
    }
    QCOMPARE(flow.links.size(), 1 + 2 + 2 + 1);
}

void TestFlow::geometry_parallelNodes_standAboveOneAnother()
{
    const FlowGeometry flow = arrangeFlow({{QSize(90, 48)}, {QSize(80, 48), QSize(80, 48)}, {QSize(70, 48)}}, 600);
    QCOMPARE(flow.boxes[1][0].left(), flow.boxes[1][1].left());
    QVERIFY(flow.boxes[1][1].top() > flow.boxes[1][0].bottom());
    QCOMPARE(flow.boxes[0][0].center().y(), flow.boxes[2][0].center().y());
    QVERIFY(flow.boxes[0][0].top() > 0); // in the middle beside the two
    for (const QPolygonF& link : flow.links)
        for (qsizetype i = 1; i < link.size(); ++i)
            QVERIFY(qFuzzyCompare(link[i].x(), link[i - 1].x()) ||
                    qFuzzyCompare(link[i].y(), link[i - 1].y())); // right angles
}

void TestFlow::geometry_nothing_isEmpty()
{
    QCOMPARE(arrangeFlow({}, 500).size, QSize(0, 0));
}

void TestFlow::graph_text_fitsItsBox()
{
    const Look look = lookAt(1.25);
    FlowGraph graph(look);
    const FlowNode node{u"a"_s, u"办结发放"_s, u"陈思远 11-21 09:31"_s, StepState::Done};
    graph.setSteps({node});
    const int detail = QFontMetrics(look.font(TextRole::Hint)).horizontalAdvance(node.detail);
    QVERIFY(graph.sizeHint().width() >= detail + 24);
    QVERIFY(graph.sizeHint().height() >= look.lineHeight(TextRole::Strong) + look.lineHeight(TextRole::Hint));
}

void TestFlow::graph_keys_walkAndChoose()
{
    FlowGraph graph(lookAt());
    graph.setStages({{{u"a"_s, u"受理"_s, {}, StepState::Done}},
        {{u"b"_s, u"会签"_s, {}, StepState::Current}, {u"c"_s, u"会签"_s, {}, StepState::Open}},
        {{u"d"_s, u"办结"_s, {}, StepState::Open}}});
    QSignalSpy chosen(&graph, &FlowGraph::nodeChosen);
    graph.resize(600, 120);
    QVERIFY(showActive(&graph));
    QCOMPARE(graph.currentId(), u"b"_s); // starts where the case is
    QTest::keyClick(&graph, Qt::Key_Right);
    QTest::keyClick(&graph, Qt::Key_Right);
    QTest::keyClick(&graph, Qt::Key_Right);
    QCOMPARE(graph.currentId(), u"d"_s);
    QTest::keyClick(&graph, Qt::Key_Return);
    QCOMPARE(chosen.front().front().toString(), u"d"_s);
    QTest::mouseClick(&graph, Qt::LeftButton, {}, QPoint(10, graph.heightForWidth(600) / 2));
    QCOMPARE(graph.currentId(), u"a"_s);
}

void TestFlow::graph_narrow_growsDownwards()
{
    FlowGraph graph(lookAt());
    QVector<FlowNode> steps;
    for (int i = 0; i < 8; ++i)
        steps.append({QString::number(i), u"复审"_s, u"陈思远 09:31"_s, StepState::Open});
    graph.setSteps(steps);
    QVERIFY(graph.heightForWidth(300) > 2 * graph.heightForWidth(2000));
}

void TestFlow::graph_spoken_tellsEveryStep()
{
    FlowGraph graph(lookAt());
    graph.setSteps(
        {{u"a"_s, u"受理"_s, u"陈思远 09:31"_s, StepState::Done}, {u"b"_s, u"初审"_s, {}, StepState::Blocked}});
    QCOMPARE(graph.accessibleDescription(), u"受理: 已完成 陈思远 09:31, 初审: 已中止"_s);
    QCOMPARE(graph.accessibleName(), u"办理过程"_s);
}

void TestFlow::trail_states_areSpokenAndSized()
{
    StepTrail trail(lookAt());
    trail.setSteps({{u"读卡"_s, StepState::Done}, {u"填表"_s, StepState::Current}, {u"材料"_s, StepState::Open}});
    QCOMPARE(trail.accessibleDescription(), u"读卡: 已完成, 填表: 进行中, 材料: 待办"_s);
    const int three = trail.sizeHint().width();
    trail.setSteps({{u"读卡"_s, StepState::Done}});
    QVERIFY(trail.sizeHint().width() < three);
    QList<Mark> marks;
    for (const StepState state : {StepState::Done, StepState::Current, StepState::Open, StepState::Blocked}) {
        QVERIFY(!marks.contains(markOf(state)));
        marks.append(markOf(state));
    }
}

QTEST_MAIN(TestFlow)
#include "test_flow.moc"
