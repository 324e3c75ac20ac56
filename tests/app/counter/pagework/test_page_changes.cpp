#include "app/counter/pagework/CardSheet.h"
#include "app/counter/pagework/PageChanges.h"
#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageEncoder.h"
#include "devices/scanner/PageSkew.h"
#include "devices/scanner/PaperBox.h"

#include <QPainter>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using devices::ScanMode;

namespace {

constexpr int Dpi = 150;

PageFile fileOf(const QImage& picture, int dpi = Dpi, ScanMode mode = ScanMode::Color)
{
    const auto page = preparedScan(devices::encodePage(picture, mode, dpi, 1).value());
    return {page.page, page.bytes};
}

PageFile drawn(const QString& name, int dpi = Dpi, ScanMode mode = ScanMode::Color)
{
    return fileOf(devices::drawPage(name, dpi), dpi, mode);
}

PageFile document()
{
    return {{u"d"_s, u"application/pdf"_s, 0, 0, 0, 10}, "%PDF-1.4 nothing"};
}

PageFile broken()
{
    return {{u"d"_s, u"image/jpeg"_s, 300, 400, 200, 10}, "\xFF\xD8\xFFnothing"};
}

// Its upper left quarter is black.
QImage quartered(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(QRect(QPoint(0, 0), size / 2), Qt::black);
    return image;
}

bool isDark(const PreparedPage& page, double x, double y)
{
    const auto image = QImage::fromData(page.bytes);
    return qGray(image.pixel(int(image.width() * x), int(image.height() * y))) < 100;
}

QSize sizeOf(const PreparedPage& page)
{
    return {page.page.width, page.page.height};
}

double skewOf(const PreparedPage& page)
{
    return devices::skewOf(QImage::fromData(page.bytes)).value_or(99);
}

} // namespace

// What is done to pages that a case holds already: turned, straightened, cropped, joined.
class TestPageChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void change_ofASignature_leavesItOne();
    void page_turned_isTurned_data();
    void page_turned_isTurned();
    void page_turnedFourTimes_showsTheSame();
    void page_straightened_liesStraight();
    void page_thatLiesStraight_staysAsItIs();
    void page_withoutLines_isNotStraightened();
    void page_cropped_isTheBox_data();
    void page_cropped_isTheBox();
    void paper_ofAPage_isCutOut();
    void paper_thatFillsThePage_isNotCut();
    void cards_joined_areOneSheet_data();
    void cards_joined_areOneSheet();
    void cards_joined_areInTrueSize();
    void pages_withoutCards_areNotJoined_data();
    void pages_withoutCards_areNotJoined();
    void changed_pages_keepTheirKind_data();
    void changed_pages_keepTheirKind();
    void documents_andBrokenPages_areNotChanged_data();
    void documents_andBrokenPages_areNotChanged();
};

void TestPageChanges::page_turned_isTurned_data()
{
    QTest::addColumn<int>("degrees");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPointF>("dark");
    QTest::newRow("right") << 90 << QSize(400, 300) << QPointF(0.75, 0.25);
    QTest::newRow("left") << -90 << QSize(400, 300) << QPointF(0.25, 0.75);
    QTest::newRow("upside down") << 180 << QSize(300, 400) << QPointF(0.75, 0.75);
}

void TestPageChanges::page_turned_isTurned()
{
    QFETCH(int, degrees);
    QFETCH(QSize, size);
    QFETCH(QPointF, dark);
    const auto turned = turnedPage(fileOf(quartered({300, 400}), 200), degrees);
    QVERIFY(turned);
    QCOMPARE(sizeOf(*turned), size);
    QCOMPARE(turned->page.dpi, 200);
    QVERIFY(isDark(*turned, dark.x(), dark.y()));
}

void TestPageChanges::page_turnedFourTimes_showsTheSame()
{
    auto file = fileOf(quartered({300, 400}));
    for (int i = 0; i < 4; ++i) {
        const auto turned = turnedPage(file, 90);
        QVERIFY(turned);
        file = {turned->page, turned->bytes};
    }
    const auto shown = QImage::fromData(file.bytes);
    QCOMPARE(shown.size(), QSize(300, 400));
    QVERIFY(qGray(shown.pixel(75, 100)) < 100 && qGray(shown.pixel(225, 300)) > 200);
}

void TestPageChanges::page_straightened_liesStraight()
{
    double degrees = 0;
    const auto straight = straightenedPage(drawn(u"skewed"_s), &degrees);
    QVERIFY2(straight, straight ? "" : qPrintable(logLine(straight.error())));
    QVERIFY2(qAbs(degrees - 3.4) <= 0.2, qPrintable(QString::number(degrees)));
    QVERIFY(qAbs(skewOf(*straight)) <= 0.2);
    QCOMPARE(straight->page.dpi, Dpi);
    QVERIFY(!straight->small.isNull());
}

void TestPageChanges::page_thatLiesStraight_staysAsItIs()
{
    const auto form = drawn(u"form"_s);
    double degrees = 9;
    const auto straight = straightenedPage(form, &degrees);
    QVERIFY(straight);
    QCOMPARE(degrees, 0.0);
    QCOMPARE(straight->bytes, form.bytes); // not compressed once more
    QCOMPARE(straight->page, form.page);
}

void TestPageChanges::page_withoutLines_isNotStraightened()
{
    double degrees = 0;
    QCOMPARE(straightenedPage(drawn(u"blank"_s), &degrees).error().code, u"papers.no-lines"_s);
}

void TestPageChanges::page_cropped_isTheBox_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("the dark quarter") << QRectF(0, 0, 0.5, 0.5) << QSize(200, 300) << true;
    QTest::newRow("a light one") << QRectF(0.5, 0.5, 0.5, 0.5) << QSize(200, 300) << false;
    QTest::newRow("a strip") << QRectF(0.5, 0, 0.1, 1) << QSize(40, 600) << false;
    QTest::newRow("everything") << QRectF(0, 0, 1, 1) << QSize(400, 600) << false;
}

void TestPageChanges::page_cropped_isTheBox()
{
    QFETCH(QRectF, box);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    const auto cropped = croppedPage(fileOf(quartered({400, 600})), box);
    QVERIFY(cropped);
    QCOMPARE(sizeOf(*cropped), size);
    QCOMPARE(isDark(*cropped, 0.75, 0.75), dark);
}

void TestPageChanges::paper_ofAPage_isCutOut()
{
    const auto paper = paperOfPage(drawn(u"small"_s));
    QVERIFY2(paper, paper ? "" : qPrintable(logLine(paper.error())));
    // Half an A4 sheet in both directions, to a millimetre.
    QVERIFY(qAbs(paper->page.width - 620) <= 6 && qAbs(paper->page.height - 877) <= 6);
    const auto picture = QImage::fromData(paper->bytes);
    for (const QPoint corner : {QPoint(8, 8), QPoint(picture.width() - 8, picture.height() - 8)})
        QVERIFY(qGray(picture.pixel(corner)) > 200); // nothing of the lid
}

void TestPageChanges::paper_thatFillsThePage_isNotCut()
{
    QCOMPARE(paperOfPage(drawn(u"form"_s)).error().code, u"papers.no-paper"_s);
}

void TestPageChanges::cards_joined_areOneSheet_data()
{
    QTest::addColumn<int>("turn");
    QTest::newRow("as they lie") << 0;
    QTest::newRow("one on its side") << 90;
}

void TestPageChanges::cards_joined_areOneSheet()
{
    QFETCH(int, turn);
    const auto front = devices::drawPage(u"card-front"_s, Dpi).transformed(QTransform().rotate(turn));
    const auto joined = joinedCards(fileOf(front), drawn(u"card-back"_s));
    QVERIFY2(joined, joined ? "" : qPrintable(logLine(joined.error())));
    QCOMPARE(sizeOf(*joined), QSize(1240, 1754)); // A4
    QCOMPARE(joined->page.dpi, Dpi);
    QVERIFY(!joined->blank);
}

void TestPageChanges::cards_joined_areInTrueSize()
{
    const auto sheet = cardSheet(devices::drawPage(u"card-front"_s, 300), devices::drawPage(u"card-back"_s, 300), 300);
    QVERIFY(sheet);
    QCOMPARE(sheet->size(), QSize(2480, 3508));
    const QRect upper(0, 0, sheet->width(), sheet->height() / 2);
    const QRect lower(0, sheet->height() / 2, sheet->width(), sheet->height() / 2);
    for (const auto& half : {upper, lower}) {
        const auto card = devices::paperIn(sheet->copy(half));
        QVERIFY(card);
        QVERIFY(qAbs(card->width() - 1011) <= 12 && qAbs(card->height() - 638) <= 12); // 85.6 mm by 54 mm
        QVERIFY(qAbs(card->center().x() - sheet->width() / 2) <= 12);
    }
}

void TestPageChanges::pages_withoutCards_areNotJoined_data()
{
    QTest::addColumn<QString>("upper");
    QTest::addColumn<QString>("lower");
    QTest::newRow("a form below") << u"card-front"_s << u"form"_s;
    QTest::newRow("a sheet that is no card above") << u"small"_s << u"card-back"_s;
    QTest::newRow("nothing") << u"blank"_s << u"card-back"_s;
}

void TestPageChanges::pages_withoutCards_areNotJoined()
{
    QFETCH(QString, upper);
    QFETCH(QString, lower);
    QCOMPARE(joinedCards(drawn(upper), drawn(lower)).error().code, u"papers.no-cards"_s);
}

void TestPageChanges::changed_pages_keepTheirKind_data()
{
    QTest::addColumn<ScanMode>("mode");
    QTest::addColumn<QString>("media");
    QTest::newRow("colour") << ScanMode::Color << u"image/jpeg"_s;
    QTest::newRow("grey") << ScanMode::Gray << u"image/jpeg"_s;
    QTest::newRow("line art") << ScanMode::Lineart << u"image/png"_s;
}

void TestPageChanges::changed_pages_keepTheirKind()
{
    QFETCH(ScanMode, mode);
    QFETCH(QString, media);
    double degrees = 0;
    const auto straight = straightenedPage(drawn(u"skewed"_s, Dpi, mode), &degrees);
    QVERIFY(straight);
    QVERIFY(qAbs(degrees - 3.4) <= 0.2);
    QCOMPARE(straight->page.media, media);
    const auto picture = QImage::fromData(straight->bytes);
    QCOMPARE(picture.depth() == 1, mode == ScanMode::Lineart);
    QCOMPARE(picture.allGray(), mode != ScanMode::Color);
}

void TestPageChanges::documents_andBrokenPages_areNotChanged_data()
{
    QTest::addColumn<int>("change");
    for (int change = 0; change < 5; ++change)
        QTest::addRow("%d", change) << change;
}

void TestPageChanges::documents_andBrokenPages_areNotChanged()
{
    QFETCH(int, change);
    const auto codeOf = [change](const PageFile& file) {
        double degrees = 0;
        const auto changed = change == 0   ? turnedPage(file, 90)
                             : change == 1 ? straightenedPage(file, &degrees)
                             : change == 2 ? croppedPage(file, {0, 0, 0.5, 0.5})
                             : change == 3 ? paperOfPage(file)
                                           : joinedCards(drawn(u"card-front"_s), file);
        return changed ? QString() : changed.error().code;
    };
    QCOMPARE(codeOf(document()), u"papers.document"_s);
    QCOMPARE(codeOf(broken()), u"papers.file-unreadable"_s);
}

void TestPageChanges::change_ofASignature_leavesItOne()
{
    const auto hand = preparedDrawing(quartered({400, 200}));
    const auto turned = turnedPage({hand.page, hand.bytes}, 180);
    QVERIFY(turned);
    QVERIFY(isDrawing(turned->page));
    QVERIFY(isDark(*turned, 0.75, 0.75));
    const auto cropped = croppedPage({hand.page, hand.bytes}, QRectF(0, 0, 0.5, 1));
    QVERIFY(cropped);
    QVERIFY(isDrawing(cropped->page));
    QCOMPARE(sizeOf(*cropped), QSize(200, 200));
}

QTEST_GUILESS_MAIN(TestPageChanges)
#include "test_page_changes.moc"
