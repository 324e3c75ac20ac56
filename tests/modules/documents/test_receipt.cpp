#include "Samples.h"

#include "modules/documents/Columns.h"
#include "modules/documents/DocumentRenderer.h"
#include "modules/documents/TemplateParser.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

Template slip(const QByteArray& blocks)
{
    const auto json =
        R"({"id":"s","version":1,"name":"小票","kind":"slip","fonts":{"body":{"family":"Noto Sans Mono CJK SC"}},"blocks":)"_ba;
    return parseTemplate(json + blocks + '}').value();
}

Template delivered()
{
    QFile file(test::inSource(u"resources/templates/slip-receipt.json"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    return parseTemplate(file.readAll()).value();
}

QString textOf(const ReceiptLine& line)
{
    if (const auto* text = std::get_if<ReceiptText>(&line))
        return text->text;
    if (const auto* raster = std::get_if<ReceiptRaster>(&line))
        return raster->text;
    return {};
}

int blackDots(const ReceiptRaster& raster, int fromX, int toX)
{
    int dots = 0;
    for (int y = 0; y < raster.height; ++y) {
        for (int x = fromX; x < toX; ++x)
            dots += (uchar(raster.bits.at(qsizetype(y) * (raster.width / 8) + x / 8)) >> (7 - x % 8)) & 1;
    }
    return dots;
}

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrap_texts_data();
    void wrap_texts();
    void printable_characters_data();
    void printable_characters();
    void render_slip_fitsEveryWidth_data();
    void render_slip_fitsEveryWidth();
    void render_slip_isTheSameTwice();
    void render_slip_saysEverything();
    void render_rareName_becomesAPicture();
    void render_doubleLine_wrapsAtHalfTheColumns();
    void render_pair_continuesUnderItsValue();
    void render_list_putsTheRightPartAtTheEdge();
    void render_qr_choosesTheLargestModuleThatFits_data();
    void render_qr_choosesTheLargestModuleThatFits();
    void render_missingValue_isRefused();
    void render_missingGlyph_isRefused();
    void render_pageTemplate_isWrongKind();
};

void TestReceipt::wrap_texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QStringList>("lines");
    QTest::addRow("fits") << u"受理回执"_s << 8 << QStringList{u"受理回执"_s};
    QTest::addRow("between Hanzi") << u"受理回执单"_s << 8 << QStringList{u"受理回执"_s, u"单"_s};
    QTest::addRow("odd width") << u"受理回执"_s << 7 << QStringList{u"受理回"_s, u"执"_s};
    QTest::addRow("word whole") << u"凭ABC12查询"_s << 8 << QStringList{u"凭ABC12"_s, u"查询"_s};
    QTest::addRow("word moved") << u"编号ABC123"_s << 8 << QStringList{u"编号"_s, u"ABC123"_s};
    QTest::addRow("word longer than the line")
        << u"2201042026112100017"_s << 8 << QStringList{u"22010420"_s, u"26112100"_s, u"017"_s};
    QTest::addRow("comma clings") << u"请保管，谢谢"_s << 6 << QStringList{u"请保"_s, u"管，谢"_s, u"谢"_s};
    QTest::addRow("bracket opens on the next line") << u"材料（一）"_s << 6 << QStringList{u"材料"_s, u"（一）"_s};
    QTest::addRow("space at the break vanishes") << u"AB CD EF"_s << 5 << QStringList{u"AB CD"_s, u"EF"_s};
    QTest::addRow("own line ends") << u"一\n二"_s << 8 << QStringList{u"一"_s, u"二"_s};
    QTest::addRow("rare Hanzi are two columns") << u"𠮷𠮷𠮷"_s << 4 << QStringList{u"𠮷𠮷"_s, u"𠮷"_s};
    QTest::addRow("empty") << QString() << 8 << QStringList{QString()};
}

void TestReceipt::wrap_texts()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QTEST(wrapColumns(text, width), "lines");
}

void TestReceipt::printable_characters_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<bool>("printable");
    QTest::addRow("letter") << u"A"_s << true;
    QTest::addRow("common Hanzi") << u"张"_s << true;
    QTest::addRow("GBK only") << u"頔"_s << true;
    QTest::addRow("middle dot of names") << u"·"_s << true;
    QTest::addRow("multiplication sign") << u"×"_s << true;
    QTest::addRow("wide space") << u"\u3000"_s << true;
    QTest::addRow("extension A") << u"㛃"_s << false;
    QTest::addRow("URO of GB 18030, was private in GBK") << u"䶮"_s << false;
    QTest::addRow("extension B") << u"𠮷"_s << false;
    QTest::addRow("extension E") << u"𬭊"_s << false;
    QTest::addRow("euro, disputed") << u"€"_s << false;
    QTest::addRow("character of one's own") << u"\ue000"_s << false;
    QTest::addRow("control") << u"\u0007"_s << false;
}

void TestReceipt::printable_characters()
{
    QFETCH(QString, character);
    QFETCH(bool, printable);
    QCOMPARE(isReceiptPrintable(character), printable);
}

void TestReceipt::render_slip_fitsEveryWidth_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("applicant");
    for (const int columns : {48, 32}) {
        QTest::addRow("plain name, %d columns", columns) << columns << u"张晓雯"_s;
        QTest::addRow("rare name, %d columns", columns) << columns << u"𠮷𬭊㛃䶮"_s;
        QTest::addRow("long name, %d columns", columns) << columns << u"阿卜杜热合曼·阿卜杜喀迪尔·买买提明"_s;
    }
}

void TestReceipt::render_slip_fitsEveryWidth()
{
    QFETCH(int, columns);
    QFETCH(QString, applicant);
    DocumentRenderer renderer;
    const auto receipt = renderer.renderReceipt(delivered(), samples::data(applicant), columns);
    QVERIFY2(receipt, receipt ? "" : qPrintable(logLine(receipt.error())));
    QCOMPARE(receipt->columns, columns);
    QCOMPARE(receipt->dots, columns * 12);
    for (const auto& line : receipt->lines) {
        if (const auto* text = std::get_if<ReceiptText>(&line)) {
            QVERIFY2(columnsOf(text->text) * (text->doubleSize ? 2 : 1) <= columns, qPrintable(text->text));
            QVERIFY2(isReceiptPrintable(text->text), qPrintable(text->text));
        } else if (const auto* raster = std::get_if<ReceiptRaster>(&line)) {
            QCOMPARE(raster->width, columns * 12);
            QCOMPARE(raster->bits.size(), qsizetype(raster->width) / 8 * raster->height);
        }
    }
    QVERIFY(std::holds_alternative<ReceiptCut>(receipt->lines.back()));
}

void TestReceipt::render_slip_isTheSameTwice()
{
    DocumentRenderer one;
    DocumentRenderer other;
    const auto data = samples::data(u"𠮷𬭊㛃䶮"_s);
    QCOMPARE(one.renderReceipt(delivered(), data, 48).value(), other.renderReceipt(delivered(), data, 48).value());
}

void TestReceipt::render_slip_saysEverything()
{
    DocumentRenderer renderer;
    const auto receipt = renderer.renderReceipt(delivered(), samples::data(u"𠮷小红"_s), 48).value();
    QString all;
    QByteArray payload;
    for (const auto& line : receipt.lines) {
        all += textOf(line);
        if (const auto* qr = std::get_if<ReceiptQr>(&line))
            payload = qr->payload;
    }
    for (const auto& part : {u"𠮷小红"_s, u"2201042026112100017"_s, u"2026年11月21日 09:32"_s, u"2026年12月4日前"_s,
             u"7K3Q9A"_s, u"复印件×2"_s, u"李建国"_s, u"王丽"_s})
        QVERIFY2(all.contains(part), qPrintable(part));
    QVERIFY(!all.contains(u"备注"_s));
    QCOMPARE(payload, "https://hall.example/p?n=2201042026112100017&c=7K3Q9A"_ba);
}

void TestReceipt::render_rareName_becomesAPicture()
{
    DocumentRenderer renderer;
    const auto definition = slip(R"([{"type":"line","text":"{name}"},{"type":"line","text":"{name}","align":"right"},
        {"type":"line","text":"{name}","double":true}])");
    const auto receipt = renderer.renderReceipt(definition, {{u"name"_s, u"王𬭊"_s}}, 48).value();
    const auto* left = std::get_if<ReceiptRaster>(&receipt.lines.at(0));
    QVERIFY(left);
    QCOMPARE(left->text, u"王𬭊"_s);
    QVERIFY(blackDots(*left, 0, 24) > 40);  // 王
    QVERIFY(blackDots(*left, 24, 48) > 60); // 𬭊
    QCOMPARE(blackDots(*left, 48, 576), 0);
    const auto* right = std::get_if<ReceiptRaster>(&receipt.lines.at(1));
    QVERIFY(right);
    QCOMPARE(blackDots(*right, 0, 528), 0);
    QCOMPARE(blackDots(*right, 528, 576), blackDots(*left, 0, 48));
    const auto* large = std::get_if<ReceiptRaster>(&receipt.lines.at(2));
    QVERIFY(large);
    QCOMPARE(large->height, left->height * 2);
    QVERIFY(blackDots(*large, 48, 96) > 2 * blackDots(*left, 24, 48));
}

void TestReceipt::render_doubleLine_wrapsAtHalfTheColumns()
{
    DocumentRenderer renderer;
    const auto definition = slip(R"([{"type":"line","text":"{v}","double":true,"bold":true,"align":"center"}])");
    const auto receipt = renderer.renderReceipt(definition, {{u"v"_s, u"人力资源和社会保障服务中心"_s}}, 32).value();
    QCOMPARE(receipt.lines.size(), size_t(2));
    const ReceiptText first{u"人力资源和社会保"_s, ReceiptText::Align::Center, true, true};
    QCOMPARE(std::get<ReceiptText>(receipt.lines.front()), first);
}

void TestReceipt::render_pair_continuesUnderItsValue()
{
    DocumentRenderer renderer;
    const auto definition =
        slip(R"([{"type":"pair","label":"事项：","value":"{v}"},{"type":"pair","label":"无：","value":"{w?}"}])");
    const auto receipt =
        renderer.renderReceipt(definition, {{u"v"_s, u"灵活就业人员社会保险补贴申领办理"_s}}, 32).value();
    QCOMPARE(receipt.lines.size(), size_t(2)); // a pair without a value is left out
    QCOMPARE(textOf(receipt.lines[0]), u"事项：灵活就业人员社会保险补贴申"_s);
    QCOMPARE(textOf(receipt.lines[1]), u"      领办理"_s);
}

void TestReceipt::render_list_putsTheRightPartAtTheEdge()
{
    DocumentRenderer renderer;
    const auto definition = slip(R"([{"type":"list","rows":"m","text":"{n}","right":"×{c}"}])");
    const QJsonArray rows{QJsonObject{{u"n"_s, u"身份证"_s}, {u"c"_s, 2}},
        QJsonObject{{u"n"_s, u"就业失业登记申请表和用工备案表（各一份）"_s}, {u"c"_s, 1}}};
    const auto receipt = renderer.renderReceipt(definition, {{u"m"_s, rows}}, 32).value();
    QCOMPARE(textOf(receipt.lines[0]), u"身份证"_s + QString(23, u' ') + u"×2"_s);
    for (const auto& line : receipt.lines)
        QVERIFY(columnsOf(textOf(line)) <= 32);
    QVERIFY(textOf(receipt.lines.back()).endsWith(u"×1"_s));
    QCOMPARE(columnsOf(textOf(receipt.lines.back())), 32);
}

void TestReceipt::render_qr_choosesTheLargestModuleThatFits_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("module"); // 0: refused
    QTest::addRow("short on 80 mm") << 50 << 48 << 6;
    QTest::addRow("medium on 58 mm") << 200 << 32 << 5;
    QTest::addRow("long on 58 mm") << 700 << 32 << 3;
    QTest::addRow("too fine for thermal paper") << 2300 << 32 << 0;
}

void TestReceipt::render_qr_choosesTheLargestModuleThatFits()
{
    QFETCH(int, length);
    QFETCH(int, columns);
    QFETCH(int, module);
    DocumentRenderer renderer;
    const auto definition = slip(R"([{"type":"qr","value":"{u}"}])");
    const auto receipt = renderer.renderReceipt(definition, {{u"u"_s, QString(length, u'x')}}, columns);
    if (module == 0) {
        QVERIFY(receipt.error().is("documents.qr-too-long"_L1));
        return;
    }
    QCOMPARE(std::get<ReceiptQr>(receipt->lines.front()).moduleDots, module);
}

void TestReceipt::render_missingValue_isRefused()
{
    DocumentRenderer renderer;
    auto data = samples::data();
    data.remove("query_code"_L1);
    const auto receipt = renderer.renderReceipt(delivered(), data, 48);
    QVERIFY(!receipt);
    QVERIFY(receipt.error().is("documents.missing-field"_L1));
}

void TestReceipt::render_missingGlyph_isRefused()
{
    DocumentRenderer renderer;
    const auto receipt = renderer.renderReceipt(delivered(), samples::data(u"王\uE863"_s), 48);
    QVERIFY(!receipt);
    QVERIFY(receipt.error().is("documents.missing-glyph"_L1));
    QCOMPARE(receipt.error().fields.value("characters"_L1).toString(), u"U+E863"_s);
}

void TestReceipt::render_pageTemplate_isWrongKind()
{
    DocumentRenderer renderer;
    auto definition = delivered();
    definition.kind = Template::Kind::Page;
    const auto receipt = renderer.renderReceipt(definition, samples::data(), 48);
    QVERIFY(!receipt);
    QVERIFY(receipt.error().is("documents.wrong-kind"_L1));
}

QTEST_GUILESS_MAIN(TestReceipt)
#include "test_receipt.moc"
