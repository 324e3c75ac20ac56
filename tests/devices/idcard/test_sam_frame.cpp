#include "devices/idcard/SamFrame.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

using Found = SamFrameReader::Found;

class TestSamFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_commandsOfTheStandard_haveTheirBytes_data();
    void request_commandsOfTheStandard_haveTheirBytes();
    void next_failureFramesOfTheStandard_areFrames_data();
    void next_failureFramesOfTheStandard_areFrames();
    void next_splitAtEveryByte_isFound();
    void next_byteByByte_isFoundOnce();
    void next_noiseBefore_isSkipped_data();
    void next_noiseBefore_isSkipped();
    void next_trailingNoise_leavesTheNextFrame();
    void next_twoFramesAtOnce_areBothFound();
    void next_wrongChecksum_isDamagedThenTheNextIsFound();
    void next_lengthOutOfBounds_isNotWaitedFor_data();
    void next_lengthOutOfBounds_isNotWaitedFor();
    void next_incompleteFrameBefore_doesNotHideTheCompleteOne();
    void feed_endlessNoise_staysSmall();
    void next_randomStreams_findExactlyTheFramesSent();
};

void TestSamFrame::request_commandsOfTheStandard_haveTheirBytes_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("expected"); // after the preamble
    QTest::addRow("reset") << samRequest(0x10, 0xff) << "000310ffec"_ba;
    QTest::addRow("status") << samRequest(0x11, 0xff) << "000311ffed"_ba;
    QTest::addRow("module number") << samRequest(0x12, 0xff) << "000312ffee"_ba;
    QTest::addRow("find") << samRequest(0x20, 0x01) << "0003200122"_ba;
    QTest::addRow("select") << samRequest(0x20, 0x02) << "0003200221"_ba;
    QTest::addRow("read text and photo") << samRequest(0x30, 0x01) << "0003300132"_ba;
    QTest::addRow("read with fingerprint") << samRequest(0x30, 0x10) << "0003301023"_ba;
    QTest::addRow("added address") << samRequest(0x30, 0x03) << "0003300330"_ba;
    QTest::addRow("management number") << samRequest(0x30, 0x05) << "0003300536"_ba;
    QTest::addRow("baud 9600") << samRequest(0x60, 0x04) << "0003600467"_ba;
    QTest::addRow("radio bytes") << samRequest(0x61, 0xff, "\x50"_ba) << "000461ff50ca"_ba;
}

void TestSamFrame::request_commandsOfTheStandard_haveTheirBytes()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, expected);
    QCOMPARE(frame.toHex(), "aaaaaa9669" + expected);
}

void TestSamFrame::next_failureFramesOfTheStandard_areFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("found") << "aaaaaa9669000800009f0000000097"_ba
                           << "00009f00000000"_ba;
    QTest::addRow("no card") << "aaaaaa9669000400008084"_ba
                             << "000080"_ba;
    QTest::addRow("not selected") << "aaaaaa9669000400008185"_ba
                                  << "000081"_ba;
    QTest::addRow("not read") << "aaaaaa9669000400004145"_ba
                              << "000041"_ba;
    QTest::addRow("selected") << "aaaaaa9669000c00009000000000000000009c"_ba
                              << "0000900000000000000000"_ba;
}

void TestSamFrame::next_failureFramesOfTheStandard_areFrames()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, body);
    SamFrameReader reader;
    reader.feed(QByteArray::fromHex(frame));
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.body().toHex(), body);
    QCOMPARE(reader.next(), Found::Nothing);
}

void TestSamFrame::next_splitAtEveryByte_isFound()
{
    const auto frame = samFrame(QByteArray(1284, 'z'));
    for (qsizetype at = 0; at <= frame.size(); ++at) {
        SamFrameReader reader;
        reader.feed(frame.first(at));
        if (at < frame.size())
            QCOMPARE(reader.next(), Found::Nothing);
        reader.feed(frame.sliced(at));
        QCOMPARE(reader.next(), Found::Frame);
        QCOMPARE(reader.body().size(), 1284);
    }
}

void TestSamFrame::next_byteByByte_isFoundOnce()
{
    SamFrameReader reader;
    int frames = 0;
    for (const char byte : samFrame("\0\0\x90 payload"_ba)) {
        reader.feed(QByteArray(1, byte));
        frames += reader.next() == Found::Frame;
    }
    QCOMPARE(frames, 1);
}

void TestSamFrame::next_noiseBefore_isSkipped_data()
{
    QTest::addColumn<QByteArray>("noise");
    QTest::addRow("one byte") << "\x00"_ba;
    QTest::addRow("one more AA") << "\xaa"_ba;
    QTest::addRow("half a preamble") << "\xaa\xaa\xaa\x96"_ba;
    QTest::addRow("preamble and impossible length") << "\xaa\xaa\xaa\x96\x69\xff\xff"_ba;
    QTest::addRow("preamble only") << "\xaa\xaa\xaa\x96\x69"_ba;
    QTest::addRow("text") << "garbage on the line"_ba;
    QTest::addRow("long") << QByteArray(5000, '\x55');
}

void TestSamFrame::next_noiseBefore_isSkipped()
{
    QFETCH(QByteArray, noise);
    SamFrameReader reader;
    reader.feed(noise);
    QCOMPARE(reader.next(), Found::Nothing);
    reader.feed(samFrame(QByteArray::fromHex("000090")));
    Found found = reader.next();
    while (found == Found::Damaged)
        found = reader.next();
    QCOMPARE(found, Found::Frame);
    QCOMPARE(reader.body().toHex(), "000090"_ba);
}

void TestSamFrame::next_trailingNoise_leavesTheNextFrame()
{
    SamFrameReader reader;
    reader.feed(samFrame(QByteArray::fromHex("000090")) + "\xaa\xaa\x00noise");
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.next(), Found::Nothing);
    reader.feed(samFrame(QByteArray::fromHex("00009f")));
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.body().toHex(), "00009f"_ba);
}

void TestSamFrame::next_twoFramesAtOnce_areBothFound()
{
    SamFrameReader reader;
    reader.feed(samFrame(QByteArray::fromHex("000090")) + samFrame(QByteArray::fromHex("000080")));
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.body().toHex(), "000080"_ba);
    QCOMPARE(reader.next(), Found::Nothing);
}

void TestSamFrame::next_wrongChecksum_isDamagedThenTheNextIsFound()
{
    auto damaged = samFrame(QByteArray::fromHex("000090"));
    damaged.back() = static_cast<char>(damaged.back() ^ 1);
    SamFrameReader reader;
    reader.feed(damaged);
    QCOMPARE(reader.next(), Found::Damaged);
    QCOMPARE(reader.next(), Found::Nothing);
    reader.feed(samFrame(QByteArray::fromHex("000090")));
    QCOMPARE(reader.next(), Found::Frame);
}

void TestSamFrame::next_lengthOutOfBounds_isNotWaitedFor_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addRow("zero") << "\x00\x00"_ba.leftJustified(2, '\0');
    QTest::addRow("shorter than a status") << QByteArray::fromHex("0003");
    QTest::addRow("one above the bound") << QByteArray::fromHex("0961");
    QTest::addRow("largest") << QByteArray::fromHex("ffff");
}

void TestSamFrame::next_lengthOutOfBounds_isNotWaitedFor()
{
    QFETCH(QByteArray, length);
    SamFrameReader reader;
    reader.feed(QByteArray::fromHex("aaaaaa9669") + length + samFrame(QByteArray::fromHex("000090")));
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.body().toHex(), "000090"_ba);
}

void TestSamFrame::next_incompleteFrameBefore_doesNotHideTheCompleteOne()
{
    SamFrameReader reader;
    reader.feed(samFrame(QByteArray(1200, 'x')).first(600));
    QCOMPARE(reader.next(), Found::Nothing);
    reader.feed(samFrame(QByteArray::fromHex("000041")));
    QCOMPARE(reader.next(), Found::Frame);
    QCOMPARE(reader.body().toHex(), "000041"_ba);
}

void TestSamFrame::feed_endlessNoise_staysSmall()
{
    SamFrameReader reader;
    for (int i = 0; i < 1000; ++i) {
        reader.feed(QByteArray::fromHex("aaaaaa96690900").repeated(50)); // always looks like the beginning of a frame
        reader.next();
    }
    reader.reset();
    reader.feed(samFrame(QByteArray::fromHex("000090")));
    QCOMPARE(reader.next(), Found::Frame);
}

void TestSamFrame::next_randomStreams_findExactlyTheFramesSent()
{
    test::SeededRandom random(450);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray stream;
        QByteArrayList bodies;
        for (int n = random.below(4); n > 0; --n) {
            stream += QByteArray(random.bytes(random.below(12))).replace(static_cast<char>(0xaa), "b");
            bodies.append(random.bytes(3 + random.below(60)));
            stream += samFrame(bodies.last());
        }
        SamFrameReader reader;
        QByteArrayList found;
        while (!stream.isEmpty()) {
            const auto count = std::min<qsizetype>(stream.size(), 1 + random.below(20));
            reader.feed(stream.first(count));
            stream.remove(0, count);
            while (reader.next() == Found::Frame)
                found.append(reader.body());
        }
        QCOMPARE(found, bodies);
    }
}

QTEST_GUILESS_MAIN(TestSamFrame)
#include "test_sam_frame.moc"
