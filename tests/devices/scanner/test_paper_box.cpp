#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PaperBox.h"
#include "Laid.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Dpi = 150;
const QSize Glass(1240, 1754); // pixels

// A sheet with writing on it, lying on the glass or on a table.
QImage lying(QSize size, QPoint at, double degrees, const QColor& ground)
{
    QImage image(Glass, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(at + QPoint(size.width(), size.height()) / 2);
    painter.rotate(degrees);
    painter.drawImage(QRect(-QPoint(size.width(), size.height()) / 2, size), drawPage(u"household"_s, Dpi));
    return image;
}

void roughen(QImage& image, int most)
{
    SeededRandom random(3);
    for (int y = 0; y < image.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int by = random.below(2 * most + 1) - most;
            const auto part = [by](int value) { return qBound(0, value + by, 255); };
            row[x] = qRgb(part(qRed(row[x])), part(qGreen(row[x])), part(qBlue(row[x])));
        }
    }
}

QByteArray text(const QRect& box)
{
    return u"%1,%2 %3×%4"_s.arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height()).toUtf8();
}

} // namespace

class TestPaperBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paper_onAGround_isFound_data();
    void paper_onAGround_isFound();
    void paper_lyingCrooked_isWhollyInItsBox();
    void imageWithoutGround_hasNoPaper_data();
    void imageWithoutGround_hasNoPaper();
    void pictureOnAPaper_isNoPaperThatIsLighter();
};

void TestPaperBox::paper_onAGround_isFound_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QPoint>("at");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("noise");
    const QList<QPair<QString, QColor>> grounds{{u"dark lid"_s, QColor(24, 24, 26)},
        {u"white lid"_s, QColor(Qt::white)}, {u"wooden table"_s, QColor(150, 120, 90)}};
    for (const auto& [name, ground] : grounds) {
        QTest::addRow("%s, in the middle", qPrintable(name)) << ground << QPoint(200, 300) << QSize(700, 1000) << 0;
        QTest::addRow("%s, in the corner", qPrintable(name)) << ground << QPoint(0, 0) << QSize(620, 877) << 0;
        QTest::addRow("%s, a slip", qPrintable(name)) << ground << QPoint(500, 900) << QSize(180, 400) << 0;
        QTest::addRow("%s, noisy", qPrintable(name)) << ground << QPoint(200, 300) << QSize(700, 1000) << 5;
    }
    QTest::newRow("dark lid at one side only")
        << QColor(24, 24, 26) << QPoint(0, 0) << QSize(Glass.width() - 120, Glass.height()) << 0;
}

void TestPaperBox::paper_onAGround_isFound()
{
    QFETCH(QColor, ground);
    QFETCH(QPoint, at);
    QFETCH(QSize, size);
    QFETCH(int, noise);
    auto image = lying(size, at, 0, ground);
    roughen(image, noise);
    const auto box = paperIn(image);
    QVERIFY(box);
    constexpr int near = Dpi / 25; // a millimetre
    const QRect paper(at, size);
    QVERIFY2(qAbs(box->left() - paper.left()) <= near && qAbs(box->top() - paper.top()) <= near &&
                 qAbs(box->right() - paper.right()) <= near && qAbs(box->bottom() - paper.bottom()) <= near,
        text(*box).constData());
}

void TestPaperBox::paper_lyingCrooked_isWhollyInItsBox()
{
    const QSize size(600, 850);
    const auto box = paperIn(lying(size, {250, 350}, -14, QColor(24, 24, 26)));
    QVERIFY(box);
    const auto wanted = QTransform().rotate(-14).mapRect(QRectF(QPointF(0, 0), size)).size();
    QVERIFY2(qAbs(box->width() - wanted.width()) <= 12 && qAbs(box->height() - wanted.height()) <= 12,
        text(*box).constData());
}

void TestPaperBox::imageWithoutGround_hasNoPaper_data()
{
    QTest::addColumn<QImage>("image");
    for (const auto& name : {u"form"_s, u"household"_s, u"certificate"_s, u"photo"_s, u"blank"_s, u"dark"_s})
        QTest::addRow("%s", qPrintable(name)) << drawPage(name, Dpi);
    QTest::newRow("none") << QImage();
    QImage dot(1, 1, QImage::Format_RGB32);
    dot.fill(Qt::black);
    QTest::newRow("one pixel") << dot;
    QImage specks(Glass, QImage::Format_RGB32);
    specks.fill(Qt::white);
    QPainter painter(&specks);
    for (int i = 0; i < 30; ++i)
        painter.fillRect(37 * i, 53 * i, 6, 6, Qt::black);
    painter.end();
    QTest::newRow("dust on the lid") << specks;
}

void TestPaperBox::imageWithoutGround_hasNoPaper()
{
    QFETCH(QImage, image);
    const auto box = paperIn(image);
    QVERIFY2(!box, text(box.value_or(QRect())).constData());
}

// A sheet fills the view, and a portrait or a grey bar on it is all that stands out.
void TestPaperBox::pictureOnAPaper_isNoPaperThatIsLighter()
{
    QImage sheet(Glass, QImage::Format_RGB32);
    sheet.fill(QColor(250, 250, 248));
    QPainter(&sheet).fillRect(QRect(700, 120, 200, 280), QColor(110, 100, 95));
    QVERIFY(paperIn(sheet)); // as a card on the glass does
    QVERIFY(!paperIn(sheet, PaperTone::Lighter));
    const auto onATable = lying({700, 1000}, {200, 300}, 0, QColor(90, 70, 50));
    QCOMPARE(paperIn(onATable, PaperTone::Lighter), paperIn(onATable));
}

QTEST_GUILESS_MAIN(TestPaperBox)
#include "test_paper_box.moc"
