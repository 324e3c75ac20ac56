#include "Samples.h"

#include "modules/documents/DocumentRenderer.h"
#include "modules/documents/TemplateParser.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

Template page(const QByteArray& blocks, const QByteArray& family = "Noto Serif CJK SC")
{
    const auto json = R"({"id":"p","version":1,"name":"样张","kind":"page","fonts":{"body":{"family":")"_ba + family +
                      R"("}},"watermark":"{mark?}","footer":{"center":"第 {page} 页 共 {pages} 页"},"blocks":)"_ba +
                      blocks + '}';
    return parseTemplate(json).value();
}

PdfMeta meta()
{
    return {samples::CreatedAtMs, u"收件回执"_s, u"宽平市人力资源和社会保障服务中心"_s, u"zh-CN"_s};
}

const QByteArray Line = R"([{"type":"paragraph","text":"{v}"}])";

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void render_equalInput_givesEqualBytes();
    void render_otherTime_differsOnlyThere();
    void render_missingFields_areRefusedTogether();
    void render_charactersWithoutGlyph_areRefused_data();
    void render_charactersWithoutGlyph_areRefused();
    void render_watermarkWithoutGlyph_isRefused();
    void render_unknownFont_isRefused();
    void render_endlessCell_doesNotFit();
    void render_slipTemplate_isWrongKind();
    void render_longQr_isRefused();
    void render_conditions_dropBlocks();
    void render_longText_breaksPagesAndNumbersThem();
    void printedText_badData_isRefusedLikeThePdf();
};

void TestPdf::render_equalInput_givesEqualBytes()
{
    const auto definition = page(R"([{"type":"title","text":"回执"},{"type":"paragraph","text":"{applicant}，{item}"},
        {"type":"qr","value":"{progress_url}"},
        {"type":"table","rows":"materials","columns":[{"title":"名称","text":"{name}"}]}])");
    const auto data = samples::data(u"𠮷𬭊㛃䶮·𪚥"_s, 40);
    DocumentRenderer renderer;
    const auto first = renderer.renderPdf(definition, data, meta()).value();
    // Another paper in between, and another renderer: neither may leave a trace.
    QVERIFY(renderer.renderPdf(page(Line), {{u"v"_s, u"乱𠀀序"_s}}, meta()));
    QCOMPARE(renderer.renderPdf(definition, data, meta()).value(), first);
    DocumentRenderer other;
    QCOMPARE(other.renderPdf(definition, data, meta()).value(), first);
    QVERIFY(first.startsWith("%PDF-1.5"));
}

void TestPdf::render_otherTime_differsOnlyThere()
{
    DocumentRenderer renderer;
    auto later = meta();
    later.createdAtMs += 86'400'000;
    const QJsonObject data{{u"v"_s, u"一"_s}};
    const auto today = renderer.renderPdf(page(Line), data, meta()).value();
    const auto tomorrow = renderer.renderPdf(page(Line), data, later).value();
    QVERIFY(today != tomorrow);
    QVERIFY(today.contains("D:20261121093207"));
    QCOMPARE(QByteArray(tomorrow).replace("D:20261122", "D:20261121"), today);
}

void TestPdf::render_missingFields_areRefusedTogether()
{
    DocumentRenderer renderer;
    const auto definition = page(R"([{"type":"title","text":"{hall}"},{"type":"paragraph","text":"{item}{agent?}"},
        {"type":"table","rows":"materials","columns":[{"title":"名称","text":"{name}"}]},{"type":"qr","value":"{url}"}])");
    const auto pdf = renderer.renderPdf(definition, {{u"hall"_s, u" "_s}}, meta());
    QVERIFY(!pdf);
    QVERIFY(pdf.error().is("documents.missing-field"_L1));
    QCOMPARE(pdf.error().fields.value("field"_L1).toString(), u"hall、item、materials、url"_s);
}

void TestPdf::render_charactersWithoutGlyph_areRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    const char32_t none = 0x2fffe;
    QTest::addRow("private use") << u"王\uE863"_s << u"U+E863"_s;
    QTest::addRow("private use plane") << u"王"_s + QString::fromUcs4(U"\U0010FFFD", 1) << u"U+10FFFD"_s;
    QTest::addRow("no character at all") << u"王"_s + QString::fromUcs4(&none, 1) << u"U+2FFFE"_s;
    QTest::addRow("a script without font") << u"ሀ王"_s << u"U+1200"_s;
    QTest::addRow("each once") << u"\uE863王\uE864\uE863"_s << u"U+E863 U+E864"_s;
    QTest::addRow("control") << u"王\u0007"_s << u"U+0007"_s;
    QTest::addRow("invisible direction mark") << u"王\u202E小"_s << u"U+202E"_s;
    QTest::addRow("zero width space") << u"王\u200B小"_s << u"U+200B"_s;
    QTest::addRow("replacement character") << u"王\uFFFD"_s << u"U+FFFD"_s;
    QTest::addRow("half a surrogate pair") << u"王"_s + QChar(0xd842) + u"小"_s << u"U+FFFD"_s;
}

void TestPdf::render_charactersWithoutGlyph_areRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    DocumentRenderer renderer;
    const auto pdf = renderer.renderPdf(page(Line), {{u"v"_s, text}}, meta());
    QVERIFY(!pdf);
    QVERIFY(pdf.error().is("documents.missing-glyph"_L1));
    QCOMPARE(pdf.error().fields.value("characters"_L1).toString(), named);
    QVERIFY(!pdf.error().detail.contains(u"王"_s));
}

void TestPdf::render_watermarkWithoutGlyph_isRefused()
{
    DocumentRenderer renderer;
    const auto pdf = renderer.renderPdf(page(Line), {{u"v"_s, u"一"_s}, {u"mark"_s, u"\uE000"_s}}, meta());
    QVERIFY(!pdf);
    QVERIFY(pdf.error().is("documents.missing-glyph"_L1));
}

void TestPdf::render_unknownFont_isRefused()
{
    DocumentRenderer renderer;
    const auto pdf = renderer.renderPdf(page(Line, "No Such Song"), {{u"v"_s, u"一"_s}}, meta());
    QVERIFY(!pdf);
    QVERIFY(pdf.error().is("documents.font-missing"_L1));
    QCOMPARE(pdf.error().fields.value("family"_L1).toString(), u"No Such Song"_s);
}

void TestPdf::render_endlessCell_doesNotFit()
{
    DocumentRenderer renderer;
    const auto definition =
        page(R"([{"type":"title","text":"一"},{"type":"grid","items":[{"label":"理由","value":"{v}"}]}])");
    const auto pdf = renderer.renderPdf(definition, {{u"v"_s, u"长"_s.repeated(3000)}}, meta());
    QVERIFY(!pdf);
    QVERIFY(pdf.error().is("documents.does-not-fit"_L1));
    QCOMPARE(pdf.error().fields.value("block"_L1).toInt(), 2);
}

void TestPdf::render_slipTemplate_isWrongKind()
{
    DocumentRenderer renderer;
    auto definition = page(Line);
    definition.kind = Template::Kind::Slip;
    QVERIFY(renderer.renderPdf(definition, {{u"v"_s, u"一"_s}}, meta()).error().is("documents.wrong-kind"_L1));
}

void TestPdf::render_longQr_isRefused()
{
    DocumentRenderer renderer;
    const auto pdf =
        renderer.renderPdf(page(R"([{"type":"qr","value":"{v}"}])"), {{u"v"_s, QString(3000, u'x')}}, meta());
    QVERIFY(!pdf);
    QVERIFY(pdf.error().is("documents.qr-too-long"_L1));
}

void TestPdf::render_conditions_dropBlocks()
{
    DocumentRenderer renderer;
    const auto definition = page(R"([{"type":"paragraph","when":"note","text":"备注：{note}"},
        {"type":"paragraph","unless":"note","text":"无备注"},
        {"type":"grid","items":[{"label":"代办","value":"{agent?}","when":"agent"},{"label":"人","value":"{agent?}"}]}])");
    const auto without = renderer.printedText(definition, {}).value();
    QCOMPARE(without, u"第 1 页 共 1 页\n无备注\n人\n—"_s);
    const auto with = renderer.printedText(definition, {{u"note"_s, u"急"_s}, {u"agent"_s, u"李"_s}}).value();
    QCOMPARE(with, u"第 1 页 共 1 页\n备注：急\n代办\n李\n人\n李"_s);
}

void TestPdf::render_longText_breaksPagesAndNumbersThem()
{
    DocumentRenderer renderer;
    const auto text = renderer.printedText(page(Line), {{u"v"_s, u"正文"_s.repeated(1500)}}).value();
    QVERIFY(text.contains(u"第 1 页 共 3 页"_s));
    QVERIFY(text.contains(u"第 3 页 共 3 页"_s));
    QCOMPARE(text.count(u"正文"_s) + text.count(u"正\n文"_s), 1500);
}

void TestPdf::printedText_badData_isRefusedLikeThePdf()
{
    DocumentRenderer renderer;
    QVERIFY(renderer.printedText(page(Line), {}).error().is("documents.missing-field"_L1));
    QVERIFY(renderer.printedText(page(Line), {{u"v"_s, u"\uE000"_s}}).error().is("documents.missing-glyph"_L1));
}

QTEST_GUILESS_MAIN(TestPdf)
#include "test_pdf.moc"
