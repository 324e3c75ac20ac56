#include "devices/camera/FrameMotion.h"
#include "devices/scanner/DrawnPage.h"
#include "tests/support/base/SeededRandom.h"

#include <QPainter>
#include <QtTest>

using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

constexpr int Dpi = 200; // about what a camera of four megapixels makes of A4
constexpr double MostOfAStillPaper = 4;

QImage page()
{
    return drawPage(u"form"_s, Dpi);
}

QImage shifted(int by)
{
    auto image = page();
    QPainter(&image).drawImage(by, 0, page());
    return image;
}

QImage noisy(QImage image)
{
    kuaiban::test::SeededRandom random(5);
    for (int y = 0; y < image.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int by = random.below(17) - 8;
            const auto part = [by](int value) { return qBound(0, value + by, 255); };
            row[x] = qRgb(part(qRed(row[x])), part(qGreen(row[x])), part(qBlue(row[x])));
        }
    }
    return image;
}

QImage withFinger(QImage image)
{
    QPainter painter(&image);
    painter.fillRect(0, 900, 130, 65, QColor(190, 140, 120));
    return image;
}

} // namespace

class TestFrameMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void motion_ofAStillPaper_isSmall_data();
    void motion_ofAStillPaper_isSmall();
    void motion_ofAnythingElse_isLarge_data();
    void motion_ofAnythingElse_isLarge();
};

void TestFrameMotion::motion_ofAStillPaper_isSmall_data()
{
    QTest::addColumn<QImage>("after");
    QTest::newRow("the same") << page();
    QTest::newRow("a noisy sensor") << noisy(page());
    QTest::newRow("a jitter of a pixel") << shifted(1);
}

void TestFrameMotion::motion_ofAStillPaper_isSmall()
{
    QFETCH(QImage, after);
    const double motion = motionBetween(page(), after);
    QVERIFY2(motion <= MostOfAStillPaper, qPrintable(QString::number(motion)));
}

void TestFrameMotion::motion_ofAnythingElse_isLarge_data()
{
    QTest::addColumn<QImage>("after");
    QTest::newRow("another paper") << drawPage(u"household"_s, Dpi);
    QTest::newRow("shifted") << shifted(40);
    QTest::newRow("a finger at the edge") << withFinger(page());
    QTest::newRow("the lamp goes off") << drawPage(u"dark"_s, Dpi);
    QTest::newRow("another size") << drawPage(u"form"_s, Dpi - 1);
    QTest::newRow("no picture") << QImage();
}

void TestFrameMotion::motion_ofAnythingElse_isLarge()
{
    QFETCH(QImage, after);
    const double motion = motionBetween(page(), after);
    QVERIFY2(motion > MostOfAStillPaper, qPrintable(QString::number(motion)));
}

QTEST_GUILESS_MAIN(TestFrameMotion)
#include "test_frame_motion.moc"
