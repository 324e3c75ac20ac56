#include "devices/scanner/sane/SaneImage.h"
#include "devices/scanner/sane/SaneStatus.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// The kind is a number here because drivers may name kinds that the enumeration does not know.
SANE_Parameters frame(int kind, int width, int lines, int depth, int padding = 0)
{
    const int channels = kind == SANE_FRAME_RGB ? 3 : 1;
    SANE_Parameters parameters{
        SANE_FRAME_GRAY, SANE_TRUE, (width * channels * depth + 7) / 8 + padding, width, lines, depth};
    std::memcpy(&parameters.format, &kind, sizeof parameters.format);
    return parameters;
}

Result<QImage> picture(const SANE_Parameters& parameters, const QByteArray& bytes)
{
    SaneImage image;
    KB_CHECK(image.beginFrame(parameters));
    KB_CHECK(image.add(bytes));
    return image.finish();
}

} // namespace

class TestSaneImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finish_grey_isGrey();
    void finish_oneBit_setIsBlack();
    void finish_sixteenBit_keepsTheHighByte();
    void finish_colour_keepsItsOrder();
    void finish_padding_isSkipped();
    void finish_threePasses_areJoined();
    void finish_unknownHeight_takesWhatCame();
    void percent_threePasses_risesToTheEnd();
    void begin_impossibleParameters_areRefused_data();
    void begin_impossibleParameters_areRefused();
    void frames_contradictions_areRefused();
    void frames_random_neverCrash();
    void status_everyValue_hasItsCode_data();
    void status_everyValue_hasItsCode();
};

void TestSaneImage::finish_grey_isGrey()
{
    const auto image = picture(frame(SANE_FRAME_GRAY, 2, 2, 8), QByteArray::fromHex("0080ff10")).value();
    QCOMPARE(image.size(), QSize(2, 2));
    QCOMPARE(qGray(image.pixel(1, 0)), 0x80);
    QCOMPARE(qGray(image.pixel(0, 1)), 0xff);
}

void TestSaneImage::finish_oneBit_setIsBlack()
{
    const auto image = picture(frame(SANE_FRAME_GRAY, 10, 1, 1), QByteArray::fromHex("8040")).value();
    QCOMPARE(qGray(image.pixel(0, 0)), 0);
    QCOMPARE(qGray(image.pixel(1, 0)), 255);
    QCOMPARE(qGray(image.pixel(9, 0)), 0);
}

void TestSaneImage::finish_sixteenBit_keepsTheHighByte()
{
    const quint16 values[] = {0x1234, 0xff00};
    const QByteArray bytes(reinterpret_cast<const char*>(values), 4);
    const auto image = picture(frame(SANE_FRAME_GRAY, 2, 1, 16), bytes).value();
    QCOMPARE(qGray(image.pixel(0, 0)), 0x12);
    QCOMPARE(qGray(image.pixel(1, 0)), 0xff);
}

void TestSaneImage::finish_colour_keepsItsOrder()
{
    const auto image = picture(frame(SANE_FRAME_RGB, 2, 1, 8), QByteArray::fromHex("ff000000ff80")).value();
    QCOMPARE(image.pixel(0, 0), qRgb(255, 0, 0));
    QCOMPARE(image.pixel(1, 0), qRgb(0, 255, 0x80));
}

void TestSaneImage::finish_padding_isSkipped()
{
    const auto image = picture(frame(SANE_FRAME_GRAY, 1, 2, 8, 3), QByteArray::fromHex("10aaaaaa20aaaaaa")).value();
    QCOMPARE(qGray(image.pixel(0, 0)), 0x10);
    QCOMPARE(qGray(image.pixel(0, 1)), 0x20);
}

void TestSaneImage::finish_threePasses_areJoined()
{
    SaneImage image;
    for (const auto& [format, byte] :
        {std::pair{SANE_FRAME_GREEN, '\x20'}, std::pair{SANE_FRAME_RED, '\x10'}, std::pair{SANE_FRAME_BLUE, '\x30'}}) {
        QVERIFY(image.beginFrame(frame(format, 1, 1, 8)));
        QVERIFY(image.add(QByteArray(1, byte)));
    }
    QCOMPARE(image.finish()->pixel(0, 0), qRgb(0x10, 0x20, 0x30));
}

void TestSaneImage::finish_unknownHeight_takesWhatCame()
{
    const auto image = picture(frame(SANE_FRAME_GRAY, 4, -1, 8), QByteArray(4 * 7 + 2, '\x55')).value();
    QCOMPARE(image.size(), QSize(4, 7)); // half a line is no line
}

void TestSaneImage::percent_threePasses_risesToTheEnd()
{
    SaneImage image;
    QList<int> percents;
    for (const auto format : {SANE_FRAME_RED, SANE_FRAME_GREEN, SANE_FRAME_BLUE}) {
        QVERIFY(image.beginFrame(frame(format, 10, 10, 8)));
        QVERIFY(image.add(QByteArray(50, 'x')));
        percents.append(image.percent());
        QVERIFY(image.add(QByteArray(50, 'x')));
        percents.append(image.percent());
    }
    QVERIFY(std::is_sorted(percents.begin(), percents.end()));
    QCOMPARE(percents.last(), 100);
}

void TestSaneImage::begin_impossibleParameters_areRefused_data()
{
    QTest::addColumn<SANE_Parameters>("parameters");
    QTest::addRow("no width") << frame(SANE_FRAME_GRAY, 0, 10, 8);
    QTest::addRow("no lines") << frame(SANE_FRAME_GRAY, 10, 0, 8);
    QTest::addRow("negative height") << frame(SANE_FRAME_GRAY, 10, -5, 8);
    QTest::addRow("odd depth") << frame(SANE_FRAME_GRAY, 10, 10, 12);
    QTest::addRow("line too short") << frame(SANE_FRAME_RGB, 10, 10, 8, -1);
    QTest::addRow("wider than any glass") << frame(SANE_FRAME_GRAY, 100'000, 10, 8);
    QTest::addRow("more than memory") << frame(SANE_FRAME_RGB, 60'000, 60'000, 16);
    QTest::addRow("unknown frame") << frame(11, 10, 10, 8);
}

void TestSaneImage::begin_impossibleParameters_areRefused()
{
    QFETCH(SANE_Parameters, parameters);
    SaneImage image;
    QCOMPARE(image.beginFrame(parameters).error().code, u"scanner.image"_s);
    QCOMPARE(image.finish().error().code, u"scanner.image"_s);
}

void TestSaneImage::frames_contradictions_areRefused()
{
    SaneImage image;
    QVERIFY(image.beginFrame(frame(SANE_FRAME_RED, 4, 4, 8)));
    QVERIFY(image.add(QByteArray(16, 'x')));
    QVERIFY(!image.add(QByteArray(1, 'x')));
    QVERIFY(!image.beginFrame(frame(SANE_FRAME_RED, 4, 4, 8)));   // twice the same colour
    QVERIFY(!image.beginFrame(frame(SANE_FRAME_GREEN, 5, 4, 8))); // another width
    QVERIFY(!image.finish());                                     // two colours are missing
}

void TestSaneImage::frames_random_neverCrash()
{
    test::SeededRandom random(16);
    int pictures = 0;
    for (int i = 0; i < 20'000; ++i) {
        SaneImage image;
        const int width = random.below(20);
        for (int n = random.below(4); n >= 0; --n) {
            const int format = random.below(6);
            const int depths[] = {1, 8, 16, 4};
            if (!image.beginFrame(frame(format, width, random.below(8) - 1, depths[random.below(4)], random.below(3))))
                break;
            if (!image.add(random.bytes(random.below(400))))
                break;
        }
        pictures += image.finish().has_value();
        QVERIFY(image.percent() >= 0 && image.percent() <= 100);
    }
    QVERIFY(pictures > 500);
}

void TestSaneImage::status_everyValue_hasItsCode_data()
{
    QTest::addColumn<SANE_Status>("status");
    QTest::addColumn<QString>("code");
    QTest::addRow("unsupported") << SANE_STATUS_UNSUPPORTED << u"scanner.unsupported"_s;
    QTest::addRow("cancelled") << SANE_STATUS_CANCELLED << u"scanner.cancelled"_s;
    QTest::addRow("busy") << SANE_STATUS_DEVICE_BUSY << u"scanner.busy"_s;
    QTest::addRow("invalid") << SANE_STATUS_INVAL << u"scanner.io"_s;
    QTest::addRow("jammed") << SANE_STATUS_JAMMED << u"scanner.jam"_s;
    QTest::addRow("no documents") << SANE_STATUS_NO_DOCS << u"scanner.feeder-empty"_s;
    QTest::addRow("cover open") << SANE_STATUS_COVER_OPEN << u"scanner.cover-open"_s;
    QTest::addRow("input and output") << SANE_STATUS_IO_ERROR << u"scanner.io"_s;
    QTest::addRow("no memory") << SANE_STATUS_NO_MEM << u"scanner.no-memory"_s;
    QTest::addRow("access") << SANE_STATUS_ACCESS_DENIED << u"scanner.access"_s;
}

void TestSaneImage::status_everyValue_hasItsCode()
{
    QFETCH(SANE_Status, status);
    QTEST(saneError(status, "sane_read").code, "code");
}

QTEST_GUILESS_MAIN(TestSaneImage)
#include "test_sane_image.moc"
