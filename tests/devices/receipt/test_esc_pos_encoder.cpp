#include "devices/receipt/EscPosEncoder.h"
#include "devices/receipt/GbkText.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

Slip slip(const SlipLine& line)
{
    Slip one;
    one.lines = {line};
    return one;
}

// Without the four bytes every slip begins with.
QByteArray body(const SlipLine& line, int columns = 48)
{
    const auto bytes = EscPosEncoder(columns).encode(slip(line)).value();
    return bytes.startsWith("\x1b@\x1c&") ? bytes.sliced(4) : QByteArray("no beginning");
}

QByteArray hex(const char* text)
{
    return QByteArray::fromHex(text);
}

} // namespace

class TestEscPosEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encode_lines_haveTheirBytes_data();
    void encode_lines_haveTheirBytes();
    void encode_longText_isBrokenBetweenHanzi();
    void encode_doubleSize_halvesTheColumns();
    void encode_qr_isStoredAndPrinted();
    void encode_tallRaster_goesInBands();
    void encode_impossible_isRefusedWithItsLine_data();
    void encode_impossible_isRefusedWithItsLine();
    void encode_rareCharacter_isDrawnByTheRasteriser();
    void gbk_texts_data();
    void gbk_texts();
    void encode_randomSlips_stayWithinTheColumns();
};

void TestEscPosEncoder::encode_lines_haveTheirBytes_data()
{
    QTest::addColumn<SlipLine>("line");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("plain") << SlipLine(SlipText{u"A1"_s}) << hex("1b6100 4131 0a");
    QTest::addRow("Hanzi in GBK") << SlipLine(SlipText{u"社保"_s}) << hex("1b6100 c9e7b1a3 0a");
    QTest::addRow("centred") << SlipLine(SlipText{u"x"_s, SlipText::Align::Center}) << hex("1b6101 78 0a");
    QTest::addRow("right") << SlipLine(SlipText{u"x"_s, SlipText::Align::Right}) << hex("1b6102 78 0a");
    QTest::addRow("bold and double") << SlipLine(SlipText{u"x"_s, SlipText::Align::Left, true, true})
                                     << hex("1b6100 1d2111 1b4501 78 0a 1b4500 1d2100");
    QTest::addRow("empty line") << SlipLine(SlipText{}) << hex("1b6100 0a");
    QTest::addRow("rule") << SlipLine(SlipRule{}) << hex("1b6100") + QByteArray(48, '-') + '\n';
    QTest::addRow("feed") << SlipLine(SlipFeed{3}) << hex("1b6403");
    QTest::addRow("feed too far") << SlipLine(SlipFeed{9999}) << hex("1b64ff");
    QTest::addRow("cut") << SlipLine(SlipCut{}) << hex("1d564200");
    QTest::addRow("raster") << SlipLine(SlipRaster{16, 2, hex("80010180")})
                            << hex("1b6100 1d763000 0200 0200 80010180");
}

void TestEscPosEncoder::encode_lines_haveTheirBytes()
{
    QFETCH(SlipLine, line);
    QFETCH(QByteArray, bytes);
    QCOMPARE(body(line).toHex(' '), bytes.toHex(' '));
}

void TestEscPosEncoder::encode_longText_isBrokenBetweenHanzi()
{
    const auto bytes = body(SlipText{u"a"_s + QString(40, u'社')}, 32);
    const auto lines = bytes.sliced(3).split('\n');
    QCOMPARE(lines.size(), 4); // 31, 32, 18 columns and the end
    QCOMPARE(lines.at(0), "a" + hex("c9e7").repeated(15));
    QCOMPARE(lines.at(1), hex("c9e7").repeated(16));
    QCOMPARE(lines.at(2), hex("c9e7").repeated(9));
}

void TestEscPosEncoder::encode_doubleSize_halvesTheColumns()
{
    const auto bytes = body(SlipText{QString(20, u'x'), SlipText::Align::Left, true}, 32);
    QVERIFY(bytes.contains(QByteArray(16, 'x') + '\n' + QByteArray(4, 'x') + '\n'));
}

void TestEscPosEncoder::encode_qr_isStoredAndPrinted()
{
    const QByteArray payload = "https://example.invalid/p?n=1&c=2";
    const auto length = static_cast<char>(payload.size() + 3);
    QCOMPARE(body(SlipQr{payload, 5}).toHex(' '),
        (hex("1b6101 1d286b04003141 3200 1d286b03003143 05 1d286b03003145 31 1d286b") + length + hex("00 315030") +
            payload + hex("1d286b03003151 30 0a 1b6100"))
            .toHex(' '));
    const auto large = body(SlipQr{QByteArray(600, 'x'), 3});
    QVERIFY(large.contains(hex("1d286b 5b02 315030"))); // 603 = 0x25b
}

void TestEscPosEncoder::encode_tallRaster_goesInBands()
{
    const auto bytes = body(SlipRaster{8, 300, QByteArray(300, '\x55')});
    QVERIFY(bytes.contains(hex("1d763000 0100 8000")));
    QVERIFY(bytes.contains(hex("1d763000 0100 2c00"))); // 300 = 128 + 128 + 44
    QCOMPARE(bytes.count('\x55'), 300);
}

void TestEscPosEncoder::encode_impossible_isRefusedWithItsLine_data()
{
    QTest::addColumn<SlipLine>("line");
    QTest::addColumn<QString>("code");
    QTest::addRow("extension B") << SlipLine(SlipText{u"𠮷"_s}) << u"receipt.glyph"_s;
    QTest::addRow("not in GBK") << SlipLine(SlipText{u"㛃"_s}) << u"receipt.glyph"_s;
    QTest::addRow("private use") << SlipLine(SlipText{QString(QChar(0xe000))}) << u"receipt.glyph"_s;
    QTest::addRow("escape character") << SlipLine(SlipText{u"a\x1b@"_s}) << u"receipt.glyph"_s;
    QTest::addRow("half a surrogate pair") << SlipLine(SlipText{QString(QChar(0xd842))}) << u"receipt.glyph"_s;
    QTest::addRow("picture wider than the paper")
        << SlipLine(SlipRaster{584, 1, QByteArray(73, 'x')}) << u"receipt.picture"_s;
    QTest::addRow("picture of odd width") << SlipLine(SlipRaster{10, 1, QByteArray(2, 'x')}) << u"receipt.picture"_s;
    QTest::addRow("picture without its bytes")
        << SlipLine(SlipRaster{16, 2, QByteArray(3, 'x')}) << u"receipt.picture"_s;
    QTest::addRow("empty picture") << SlipLine(SlipRaster{}) << u"receipt.picture"_s;
    QTest::addRow("empty QR code") << SlipLine(SlipQr{}) << u"receipt.qr"_s;
    QTest::addRow("QR code too long") << SlipLine(SlipQr{QByteArray(2332, 'x')}) << u"receipt.qr"_s;
    QTest::addRow("QR code of huge dots") << SlipLine(SlipQr{"x", 17}) << u"receipt.qr"_s;
}

void TestEscPosEncoder::encode_impossible_isRefusedWithItsLine()
{
    QFETCH(SlipLine, line);
    Slip two;
    two.lines = {SlipRule{}, line};
    const auto bytes = EscPosEncoder(48).encode(two);
    QVERIFY(!bytes);
    QTEST(bytes.error().code, "code");
    QCOMPARE(bytes.error().fields.value("line"_L1).toInt(), 2);
    QVERIFY(bytes.error().detail.isEmpty()); // the character may belong to a name
}

void TestEscPosEncoder::encode_rareCharacter_isDrawnByTheRasteriser()
{
    QStringList drawn;
    const EscPosEncoder encoder(48, [&](const SlipText& text) -> Result<SlipRaster> {
        drawn.append(text.text);
        return SlipRaster{8, 1, "\x7f"_ba};
    });
    const auto bytes = encoder.encode(slip(SlipText{u"姓名：𠮷田"_s})).value();
    QCOMPARE(drawn, QStringList{u"姓名：𠮷田"_s});
    QVERIFY(bytes.contains(hex("1d763000 0100 0100 7f")));
    QVERIFY(encoder.encode(slip(SlipText{u"王桂兰"_s})));
    QCOMPARE(drawn.size(), 1);
}

void TestEscPosEncoder::gbk_texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes"); // null: not printable
    QTest::addRow("ASCII") << u"Ab 1~"_s << "Ab 1~"_ba;
    QTest::addRow("Hanzi of GB 2312") << u"中"_s << hex("d6d0");
    QTest::addRow("Hanzi of GBK only") << u"镕"_s << hex("e946");
    QTest::addRow("full-width punctuation") << u"，"_s << hex("a3ac");
    QTest::addRow("euro sign") << u"€"_s << QByteArray();
    QTest::addRow("tabulator") << u"a\tb"_s << QByteArray();
}

void TestEscPosEncoder::gbk_texts()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    const auto gbk = gbkBytes(text);
    QCOMPARE(gbk.has_value(), !bytes.isNull());
    QCOMPARE(gbk.value_or(QByteArray()), bytes);
}

void TestEscPosEncoder::encode_randomSlips_stayWithinTheColumns()
{
    test::SeededRandom random(48);
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int n = random.below(60); n > 0; --n)
            text += random.below(3) ? QChar(0x4e00 + random.below(0x5000)) : QChar(random.below(0x80));
        const int columns = 16 + random.below(40);
        for (const auto& line : brokenToColumns(text, columns)) {
            QVERIFY(!line.contains(u'\n'));
            const auto gbk = gbkBytes(line);
            QVERIFY(!gbk || gbk->size() <= columns);
        }
        const auto bytes = EscPosEncoder(columns).encode(slip(SlipText{text}));
        QVERIFY(bytes || bytes.error().code == "receipt.glyph"_L1);
    }
}

QTEST_GUILESS_MAIN(TestEscPosEncoder)
#include "test_esc_pos_encoder.moc"
