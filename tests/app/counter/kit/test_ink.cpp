#include "app/counter/kit/InkPad.h"

#include <QPaintEvent>
#include <QPointingDevice>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::counter;

namespace {

using Way = QList<QPointF>;

// What was asked to be painted anew, all of it together.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget* watched) { watched->installEventFilter(this); }
    QRegion seen;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            seen += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

void moveMouse(QWidget* pad, const QPointF& to)
{
    QMouseEvent move(QEvent::MouseMove, to, pad->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(pad, &move);
}

void drawByMouse(QWidget* pad, const Way& way)
{
    QTest::mousePress(pad, Qt::LeftButton, {}, way.first().toPoint());
    for (const auto& point : way.mid(1))
        moveMouse(pad, point);
    QTest::mouseRelease(pad, Qt::LeftButton, {}, way.last().toPoint());
}

void sendPen(QWidget* pad, QEvent::Type type, const QPointF& at, double pressure, ulong ms)
{
    static const QPointingDevice pen(u"pen"_s, 7, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
    const auto held = type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton;
    QTabletEvent event(type, &pen, at, pad->mapToGlobal(at), pressure, 0, 0, 0, 0, 0, {}, Qt::LeftButton, held);
    event.setTimestamp(ms);
    QApplication::sendEvent(pad, &event);
}

// Rows of dark pixels in this column.
int thicknessAt(const QImage& image, int x)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return dark;
}

} // namespace

// A place to sign.
class TestInk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signed_byWhatWasDrawn_data();
    void signed_byWhatWasDrawn();
    void picture_hasRoomAround_atTwiceTheSize();
    void picture_ofNothing_isNull();
    void pressure_makesTheLineWider();
    void strokes_ofAPen_tellPlaceTimeAndPressure();
    void corner_ofAStroke_isRounded();
    void finger_writes_othersRest();
    void pen_whileTheHandLiesOnTheGlass_writesAlone();
    void pad_leftAndEnteredAgain_isAnotherStroke();
    void newPoint_repaintsOnlyItsSurroundings();
    void flood_ofPoints_isNotKept();
    void pad_hiddenWhileThePenIsDown_isFreeAgain();

private:
    std::unique_ptr<InkPad> m_pad;
};

void TestInk::init()
{
    m_pad = std::make_unique<InkPad>(Look({}, QFont()));
    m_pad->resize(640, 240);
    m_pad->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pad.get()));
}

void TestInk::signed_byWhatWasDrawn_data()
{
    QTest::addColumn<QList<Way>>("ways");
    QTest::addColumn<bool>("isSigned");
    Way circle;
    for (int i = 0; i <= 24; ++i)
        circle.append(QPointF(300, 120) + 60 * QPointF(std::cos(i * M_PI / 12), std::sin(i * M_PI / 12)));
    Way trembling;
    for (int i = 0; i < 200; ++i)
        trembling.append(QPointF(100 + 2 * i, 120 + (i % 2) * 2));
    QTest::newRow("nothing") << QList<Way>{} << false;
    QTest::newRow("a dot") << QList<Way>{{{100, 100}, {101, 101}}} << false;
    QTest::newRow("a dash") << QList<Way>{{{100, 100}, {200, 100}, {400, 104}}} << false;
    QTest::newRow("a dash by a trembling hand") << QList<Way>{trembling} << false;
    QTest::newRow("a large tick") << QList<Way>{{{100, 100}, {130, 160}, {150, 200}, {250, 60}, {300, 20}}} << false;
    QTest::newRow("a small squiggle") << QList<Way>{{{100, 100}, {110, 110}, {100, 115}, {112, 120}}} << false;
    QTest::newRow("two strokes across") << QList<Way>{{{100, 100}, {200, 100}}, {{150, 60}, {150, 160}}} << true;
    QTest::newRow("a round hand in one stroke") << QList<Way>{circle} << true;
}

void TestInk::signed_byWhatWasDrawn()
{
    QFETCH(QList<Way>, ways);
    QFETCH(bool, isSigned);
    for (const auto& way : ways)
        drawByMouse(m_pad.get(), way);
    QCOMPARE(m_pad->isSigned(), isSigned);
    m_pad->clear();
    QVERIFY(!m_pad->isSigned() && m_pad->isEmpty());
}

void TestInk::picture_hasRoomAround_atTwiceTheSize()
{
    drawByMouse(m_pad.get(), {{100, 100}, {200, 100}});
    drawByMouse(m_pad.get(), {{150, 60}, {150, 160}});
    const QImage picture = m_pad->picture();
    constexpr int edge = 16 + 4; // the room, and half a line with its blur
    QVERIFY2(std::abs(picture.width() - 2 * (100 + 2 * edge)) <= 4, qPrintable(QString::number(picture.width())));
    QVERIFY(std::abs(picture.height() - 2 * (100 + 2 * edge)) <= 4);
    QVERIFY(qGray(picture.pixel(picture.width() / 2, picture.height() / 2 - 20)) < 60); // on the upright stroke
    QCOMPARE(qGray(picture.pixel(4, 4)), 255);
    for (int x = 0; x < picture.width(); ++x)
        QCOMPARE(qGray(picture.pixel(x, 2 * 14)), 255); // the room is free
}

void TestInk::picture_ofNothing_isNull()
{
    QVERIFY(m_pad->picture().isNull());
    drawByMouse(m_pad.get(), {{100, 100}, {200, 100}});
    QVERIFY(!m_pad->picture().isNull());
    m_pad->clear();
    QVERIFY(m_pad->picture().isNull());
}

void TestInk::pressure_makesTheLineWider()
{
    sendPen(m_pad.get(), QEvent::TabletPress, {100, 100}, 0.05, 0);
    for (int i = 1; i <= 100; ++i)
        sendPen(m_pad.get(), QEvent::TabletMove, {100.0 + 4 * i, 100}, 0.05 + 0.0095 * i, i * 5);
    sendPen(m_pad.get(), QEvent::TabletRelease, {500, 100}, 0, 520);
    const QImage picture = m_pad->picture();
    const int light = thicknessAt(picture, 60);
    const int heavy = thicknessAt(picture, picture.width() - 60);
    QVERIFY2(light >= 1 && heavy >= light + 4, qPrintable(u"%1 and %2"_s.arg(light).arg(heavy)));
}

void TestInk::strokes_ofAPen_tellPlaceTimeAndPressure()
{
    sendPen(m_pad.get(), QEvent::TabletMove, {50, 50}, 0, 900); // hovers
    sendPen(m_pad.get(), QEvent::TabletPress, {100, 100}, 0.25, 1000);
    sendPen(m_pad.get(), QEvent::TabletMove, {140.25, 100}, 0.5, 1008);
    sendPen(m_pad.get(), QEvent::TabletRelease, {140.25, 100}, 0, 1010);
    sendPen(m_pad.get(), QEvent::TabletPress, {200, 120}, 1, 1500);
    sendPen(m_pad.get(), QEvent::TabletRelease, {200, 120}, 0, 1510);
    const auto expected = QJsonArray{QJsonArray{QJsonArray{100, 100, 0, 0.25}, QJsonArray{140.3, 100, 8, 0.5}},
        QJsonArray{QJsonArray{200, 120, 500, 1}}};
    QCOMPARE(m_pad->strokes(), expected);
}

// The corner itself stays free, the line runs inside of it.
void TestInk::corner_ofAStroke_isRounded()
{
    drawByMouse(m_pad.get(), {{100, 200}, {200, 120}, {300, 40}, {400, 120}, {500, 200}});
    const QImage seen = m_pad->grab().toImage();
    QVERIFY(qGray(seen.pixel(300, 40)) > 200);
    QVERIFY(qGray(seen.pixel(300, 60)) < 120);
}

void TestInk::finger_writes_othersRest()
{
    static const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_pad.get(), screen.get()).press(1, {100, 100});
    QTest::touchEvent(m_pad.get(), screen.get()).stationary(1).press(2, {400, 200});
    QTest::touchEvent(m_pad.get(), screen.get()).move(1, {200, 100}).move(2, {410, 210});
    QTest::touchEvent(m_pad.get(), screen.get()).stationary(1).release(2, {410, 210});
    QTest::touchEvent(m_pad.get(), screen.get()).move(1, {200, 150});
    QTest::touchEvent(m_pad.get(), screen.get()).release(1, {200, 150});
    const auto strokes = m_pad->strokes();
    QCOMPARE(strokes.size(), 1); // and no mouse was made of it
    QCOMPARE(strokes.at(0).toArray().size(), 3);
}

void TestInk::pen_whileTheHandLiesOnTheGlass_writesAlone()
{
    sendPen(m_pad.get(), QEvent::TabletPress, {100, 100}, 0.5, 0);
    QTest::mousePress(m_pad.get(), Qt::LeftButton, {}, {400, 200});
    moveMouse(m_pad.get(), {420, 200});
    sendPen(m_pad.get(), QEvent::TabletMove, {200, 100}, 0.5, 10);
    QTest::mouseRelease(m_pad.get(), Qt::LeftButton, {}, {420, 200});
    sendPen(m_pad.get(), QEvent::TabletMove, {200, 180}, 0.5, 20);
    const auto strokes = m_pad->strokes();
    QCOMPARE(strokes.size(), 1);
    QCOMPARE(strokes.at(0).toArray().size(), 3);
}

void TestInk::pad_leftAndEnteredAgain_isAnotherStroke()
{
    drawByMouse(m_pad.get(), {{100, 100}, {200, 100}, {200, -40}, {400, -40}, {400, 100}, {500, 100}});
    const auto strokes = m_pad->strokes();
    QCOMPARE(strokes.size(), 2);
    QCOMPARE(strokes.at(1).toArray().at(0).toArray().at(0).toDouble(), 400.0);
}

void TestInk::newPoint_repaintsOnlyItsSurroundings()
{
    QTest::mousePress(m_pad.get(), Qt::LeftButton, {}, {100, 100});
    for (int i = 1; i < 40; ++i)
        moveMouse(m_pad.get(), {100.0 + 8 * i, 100});
    QTest::qWait(50); // painted
    PaintWatch watch(m_pad.get());
    moveMouse(m_pad.get(), {420, 104});
    QTRY_VERIFY(!watch.seen.isEmpty());
    QVERIFY(watch.seen.boundingRect().contains(QPoint(420, 104)));
    QVERIFY2(watch.seen.boundingRect().width() < 60 && watch.seen.boundingRect().height() < 40,
        qPrintable(QDebug::toString(watch.seen)));
}

void TestInk::flood_ofPoints_isNotKept()
{
    QTest::mousePress(m_pad.get(), Qt::LeftButton, {}, {100, 100});
    for (int i = 0; i < 30'000; ++i)
        moveMouse(m_pad.get(), {double(10 + i % 600), double(10 + i % 200)});
    qsizetype points = 0;
    const auto strokes = m_pad->strokes();
    for (const auto& stroke : strokes)
        points += stroke.toArray().size();
    QCOMPARE(points, 20'000);
    QVERIFY(m_pad->isSigned());
}

void TestInk::pad_hiddenWhileThePenIsDown_isFreeAgain()
{
    sendPen(m_pad.get(), QEvent::TabletPress, {100, 100}, 0.5, 0);
    m_pad->hide();
    m_pad->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pad.get()));
    m_pad->clear();
    drawByMouse(m_pad.get(), {{100, 100}, {200, 100}});
    QCOMPARE(m_pad->strokes().size(), 1);
}

QTEST_MAIN(TestInk)
#include "test_ink.moc"
