#include "Drawings.h"
#include "Samples.h"

#include "modules/documents/DocumentRenderer.h"
#include "modules/documents/Picture.h"
#include "modules/documents/TemplateParser.h"

#include <QProcess>
#include <QRect>
#include <QtEndian>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Signed = R"({"label":"签字：","picture":"hand"})"; // 12 points a character, in the left column

Template paper(const QByteArray& item)
{
    return parseTemplate(R"({"id":"p","version":1,"name":"样张","kind":"page",
        "fonts":{"body":{"family":"Noto Serif CJK SC"}},"blocks":[{"type":"signatures","items":[)"_ba +
                         item + "]}]}")
        .value();
}

QJsonObject hand(const QByteArray& png)
{
    return {{u"hand"_s, QString::fromLatin1(png.toBase64())}};
}

Result<QByteArray> print(const QJsonObject& data, const QByteArray& item = Signed)
{
    DocumentRenderer renderer;
    return renderer.renderPdf(paper(item), data, {samples::CreatedAtMs, {}, {}});
}

// The first page as another program draws it, in grey.
struct Print
{
    static constexpr double PerMillimetre = 10; // 254 dpi
    int width = 0;
    QByteArray pixels;

    bool isDark(int x, int y) const { return uchar(pixels.at(qsizetype(y) * width + x)) < 128; }
    int height() const { return width == 0 ? 0 : int(pixels.size() / width); }
    // Around everything dark beyond this distance from the left edge, in pixels.
    QRect ink(int from = 0) const
    {
        QRect all;
        for (int y = 0; y < height(); ++y) {
            for (int x = from; x < width; ++x) {
                if (isDark(x, y))
                    all |= QRect(x, y, 1, 1);
            }
        }
        return all;
    }
};

Print drawn(const QByteArray& pdf)
{
    QProcess program;
    program.start(u"pdftoppm"_s, {u"-gray"_s, u"-r"_s, QString::number(Print::PerMillimetre * 25.4), u"-"_s});
    if (!program.waitForStarted())
        return {};
    program.write(pdf);
    program.closeWriteChannel();
    program.waitForFinished();
    const auto pgm = program.readAllStandardOutput(); // "P5\n<width> <height>\n255\n" and the pixels
    const auto head = pgm.left(40).split('\n');
    return {head.value(1).split(' ').value(0).toInt(),
        pgm.mid(head.value(0).size() + head.value(1).size() + head.value(2).size() + 3)};
}

QByteArray withSize(QByteArray png, quint32 width, quint32 height)
{
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    return png;
}

} // namespace

// Pictures of what was written by hand, on a paper.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signature_anyShape_fillsItsPlaceInProportion_data();
    void signature_anyShape_fillsItsPlaceInProportion();
    void signature_onWhite_leavesItsLineVisible();
    void signature_missing_isTheLineToSign_data();
    void signature_missing_isTheLineToSign();
    void signature_given_standsInPlaceOfTheValue();
    void signature_broken_isRefused_data();
    void signature_broken_isRefused();
    void signature_tooLarge_isRefused_data();
    void signature_tooLarge_isRefused();
    void signature_large_isSharpAndSmall_data();
    void signature_large_isSharpAndSmall();
    void signature_twice_givesEqualBytes();
    void ink_grey_keepsItsShade();
    void items_withConditions_areLeftOut();
};

void TestPictures::signature_anyShape_fillsItsPlaceInProportion_data()
{
    QTest::addColumn<QByteArray>("png");
    QTest::addColumn<double>("width"); // millimetres
    QTest::addColumn<double>("height");
    // The type area is 156 mm wide, a column 74 mm; label and gap take 14.8 mm of it.
    QTest::newRow("a name") << samples::boxPng(400, 100, 32) << 52.0 << 13.0;
    QTest::newRow("on nothing") << samples::boxPng(400, 100, 32, false) << 52.0 << 13.0;
    QTest::newRow("without room around") << samples::boxPng(400, 100, 0) << 52.0 << 13.0;
    QTest::newRow("far at a side of a large pad") << samples::boxPng(200, 100, 700) << 26.0 << 13.0;
    QTest::newRow("tall") << samples::boxPng(100, 400, 20) << 3.25 << 13.0;
    QTest::newRow("long") << samples::boxPng(2000, 100, 20) << 59.2 << 2.96;
    QTest::newRow("tiny") << samples::boxPng(4, 2, 1) << 26.0 << 13.0;
}

void TestPictures::signature_anyShape_fillsItsPlaceInProportion()
{
    QFETCH(QByteArray, png);
    QFETCH(double, width);
    QFETCH(double, height);
    const auto pdf = print(hand(png), R"({"label":"签字：","picture":"hand","line":false})");
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    const auto page = drawn(*pdf);
    QVERIFY(page.width > 0);
    const double left = 28 + 3 * 12 / PointsPerMillimetre; // the margin and the label
    const auto ink = page.ink(int(left * Print::PerMillimetre));
    QVERIFY2(qAbs(ink.width() / Print::PerMillimetre - width) < 0.4, qPrintable(QString::number(ink.width())));
    QVERIFY2(qAbs(ink.height() / Print::PerMillimetre - height) < 0.4, qPrintable(QString::number(ink.height())));
    QVERIFY(ink.right() < (28 + 74.5) * Print::PerMillimetre); // its column
    QVERIFY(ink.top() > 36 * Print::PerMillimetre);            // the type area
}

void TestPictures::signature_onWhite_leavesItsLineVisible()
{
    const auto page = drawn(print(hand(samples::handPng(900, 300))).value());
    QVERIFY(page.width > 0);
    const int from = int((28 + 13.5) * Print::PerMillimetre);
    const int to = int((28 + 73) * Print::PerMillimetre);
    int lines = 0; // rows that are dark from end to end
    for (int y = 0; y < page.height(); ++y) {
        int x = from;
        while (x < to && page.isDark(x, y))
            ++x;
        lines += x == to ? 1 : 0;
    }
    QVERIFY2(lines >= 1 && lines < 8, qPrintable(QString::number(lines)));
    QVERIFY(page.ink(from).height() > 10 * Print::PerMillimetre); // the hand over it
}

void TestPictures::signature_missing_isTheLineToSign_data()
{
    QTest::addColumn<QJsonObject>("data");
    QTest::newRow("absent") << QJsonObject();
    QTest::newRow("empty") << QJsonObject{{u"hand"_s, QString()}};
    QTest::newRow("null") << QJsonObject{{u"hand"_s, QJsonValue()}};
}

void TestPictures::signature_missing_isTheLineToSign()
{
    QFETCH(QJsonObject, data);
    QCOMPARE(print(data).value(), print({}, R"({"label":"签字："})").value());
}

void TestPictures::signature_given_standsInPlaceOfTheValue()
{
    const auto definition = paper(R"({"label":"签字：","value":"未签","picture":"hand"})");
    DocumentRenderer renderer;
    QCOMPARE(renderer.printedText(definition, {}).value(), u"签字：\n未签"_s);
    QCOMPARE(renderer.printedText(definition, hand(samples::boxPng(40, 10, 2))).value(), u"签字："_s);
}

void TestPictures::signature_broken_isRefused_data()
{
    QTest::addColumn<QJsonValue>("value");
    const auto sound = samples::boxPng(40, 20, 4);
    const auto bytes = [](const QByteArray& png) { return QJsonValue(QString::fromLatin1(png.toBase64())); };
    QTest::newRow("no base64") << QJsonValue(u"签名"_s);
    QTest::newRow("a path") << QJsonValue(u"C:/signature.png"_s);
    QTest::newRow("a number") << QJsonValue(7);
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("a list") << QJsonValue(QJsonArray{1});
    QTest::newRow("a JPEG") << bytes("\xff\xd8\xff\xe0 and so on, longer than a head");
    QTest::newRow("the mark alone") << bytes(sound.left(8));
    QTest::newRow("without its end") << bytes(sound.left(sound.size() / 2));
    QTest::newRow("no width") << bytes(withSize(sound, 0, 20));
    QTest::newRow("no height") << bytes(withSize(sound, 40, 0));
    QTest::newRow("another size than it says") << bytes(withSize(sound, 41, 20));
    QTest::newRow("nothing on white") << bytes(samples::boxPng(0, 0, 20));
    QTest::newRow("nothing on nothing") << bytes(samples::boxPng(0, 0, 20, false));
}

void TestPictures::signature_broken_isRefused()
{
    QFETCH(QJsonValue, value);
    const auto pdf = print({{u"hand"_s, value}});
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, u"documents.picture"_s);
    DocumentRenderer renderer;
    QVERIFY(renderer.printedText(paper(Signed), {{u"hand"_s, value}}).error().is("documents.picture"_L1));
}

void TestPictures::signature_tooLarge_isRefused_data()
{
    QTest::addColumn<QByteArray>("png");
    QTest::addColumn<qint64>("width");
    const auto sound = samples::boxPng(40, 20, 4);
    QTest::newRow("many pixels") << withSize(sound, 4001, 4000) << qint64(4001);
    QTest::newRow("as wide as can be said") << withSize(sound, 0xffffffff, 1) << qint64(0xffffffff);
    QTest::newRow("as much as can be said") << withSize(sound, 0xffffffff, 0xffffffff) << qint64(0xffffffff);
    QTest::newRow("many bytes") << sound + QByteArray(MostPictureBytes, '\0') << qint64(0);
}

void TestPictures::signature_tooLarge_isRefused()
{
    QFETCH(QByteArray, png);
    QFETCH(qint64, width);
    const auto pdf = print(hand(png));
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, u"documents.picture-large"_s);
    QCOMPARE(pdf.error().fields.value("width"_L1).toInteger(), width);
}

void TestPictures::signature_large_isSharpAndSmall_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("rows");
    QTest::newRow("of a small screen") << QSize(900, 340) << 248;   // as many as were drawn on
    QTest::newRow("of a screen of 4K") << QSize(7200, 2200) << 300; // as many as 600 dpi show
}

void TestPictures::signature_large_isSharpAndSmall()
{
    QFETCH(QSize, size);
    QFETCH(int, rows);
    const auto png = samples::handPng(size.width(), size.height());
    const auto more = print(hand(png)).value().size() - print({}).value().size();
    qInfo("%lld bytes more", static_cast<long long>(more));
    QVERIFY(more < 40'000);
    QCOMPARE(readPicture(png, 150, 36).value().rows, rows);
}

void TestPictures::signature_twice_givesEqualBytes()
{
    const auto data = hand(samples::handPng(600, 200));
    const auto first = print(data).value();
    QCOMPARE(print(data).value(), first);
    QVERIFY(first.startsWith("%PDF-1.5"));
}

void TestPictures::ink_grey_keepsItsShade()
{
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 3, 1));
    const CairoContext context(cairo_create(surface.get()));
    const double shades[3][3] = {{0, 0, 0}, {0.6, 0.6, 0.6}, {0.2, 0.2, 1}};
    for (int x = 0; x < 3; ++x) {
        cairo_set_source_rgb(context.get(), shades[x][0], shades[x][1], shades[x][2]);
        cairo_rectangle(context.get(), x, 0, 1, 1);
        cairo_fill(context.get());
    }
    const auto picture = readPicture(samples::pngOf(surface.get()), 300, 100).value();
    QCOMPARE(picture.columns, 3);
    QCOMPARE(picture.rows, 1);
    QCOMPARE(picture.pixels, (std::vector<quint32>{0xff000000, 0x66000000, 0xcc0000cc})); // black, 40 % black, blue
}

void TestPictures::items_withConditions_areLeftOut()
{
    const auto definition = paper(R"({"label":"签于：","value":"{signed_at:date}","when":"signed_at"},
        {"label":"日期：","value":"　年　月　日","unless":"signed_at"},{"label":"经办：","value":"{clerk?}"})");
    DocumentRenderer renderer;
    QCOMPARE(renderer.printedText(definition, {}).value(), u"日期：\n　年　月　日\n经办："_s);
    QCOMPARE(renderer.printedText(definition, {{u"signed_at"_s, u"2026-11-21"_s}}).value(),
        u"签于：\n2026年11月21日\n经办："_s);
}

QTEST_GUILESS_MAIN(TestPictures)
#include "test_pictures.moc"
