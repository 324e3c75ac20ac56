#include "modules/documents/TemplateParser.h"
#include "modules/documents/TemplateSet.h"
#include "modules/documents/TypeSize.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

QJsonObject head(const QString& kind = u"page"_s)
{
    return {{u"id"_s, u"sample"_s}, {u"version"_s, 1}, {u"name"_s, u"样张"_s}, {u"kind"_s, kind},
        {u"fonts"_s, QJsonObject{{u"body"_s, QJsonObject{{u"family"_s, u"Noto Serif CJK SC"_s}}}}},
        {u"blocks"_s, QJsonArray{QJsonObject{
                          {u"type"_s, kind == "slip"_L1 ? u"line"_s : u"paragraph"_s}, {u"text"_s, u"正文"_s}}}}};
}

QByteArray bytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson();
}

QByteArray withBlock(const QByteArray& block, const QString& kind = u"page"_s)
{
    auto object = head(kind);
    auto blocks = object.value("blocks"_L1).toArray();
    blocks.append(QJsonDocument::fromJson(block).object());
    object.insert("blocks"_L1, blocks);
    return bytes(object);
}

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typeSize_names_data();
    void typeSize_names();
    void text_placeholders_areRead();
    void text_mistakes_areNamed_data();
    void text_mistakes_areNamed();
    void parse_minimal_takesDefaultsOfTheStandard();
    void parse_brokenBlock_namesBlockAndRule_data();
    void parse_brokenBlock_namesBlockAndRule();
    void parse_brokenHead_namesRule_data();
    void parse_brokenHead_namesRule();
    void parse_notJson_isRefused();
    void set_newerVersion_replacesOlder();
    void set_brokenTemplate_changesNothing();
    void set_directory_isReadInOrder();
};

void TestTemplate::typeSize_names_data()
{
    QTest::addColumn<QJsonValue>("written");
    QTest::addColumn<double>("points");
    QTest::addRow("san hao") << QJsonValue(u"三号"_s) << 16.0;
    QTest::addRow("xiao si") << QJsonValue(u"小四"_s) << 12.0;
    QTest::addRow("wu hao") << QJsonValue(u"五号"_s) << 10.5;
    QTest::addRow("integer") << QJsonValue(14) << 14.0;
    QTest::addRow("decimal text") << QJsonValue(u"10.5"_s) << 10.5;
    QTest::addRow("unknown name") << QJsonValue(u"九号"_s) << 0.0;
    QTest::addRow("too small") << QJsonValue(3) << 0.0;
    QTest::addRow("too large") << QJsonValue(97) << 0.0;
    QTest::addRow("negative") << QJsonValue(u"-12"_s) << 0.0;
    QTest::addRow("not a number") << QJsonValue(u"nan"_s) << 0.0;
    QTest::addRow("true") << QJsonValue(true) << 0.0;
}

void TestTemplate::typeSize_names()
{
    QFETCH(QJsonValue, written);
    QFETCH(double, points);
    QCOMPARE(typeSize(written).value_or(0.0), points);
}

void TestTemplate::text_placeholders_areRead()
{
    const auto text = Text::parse(u"{{于}}{due_at:date}前，{agent?}{fee?:yuan}元"_s);
    QVERIFY(text);
    const auto& segments = text->segments();
    QCOMPARE(segments.size(), size_t(6));
    QCOMPARE(segments[0], (Text::Segment{u"{于}"_s, {}, false, Text::Format::Plain}));
    QCOMPARE(segments[1], (Text::Segment{{}, u"due_at"_s, false, Text::Format::Date}));
    QCOMPARE(segments[2].literal, u"前，"_s);
    QCOMPARE(segments[3], (Text::Segment{{}, u"agent"_s, true, Text::Format::Plain}));
    QCOMPARE(segments[4], (Text::Segment{{}, u"fee"_s, true, Text::Format::Yuan}));
    QCOMPARE(segments[5].literal, u"元"_s);
}

void TestTemplate::text_mistakes_areNamed_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("part");
    QTest::addRow("not closed") << u"于{due_at"_s << u"not closed"_s;
    QTest::addRow("closing brace alone") << u"于}前"_s << u"without a placeholder"_s;
    QTest::addRow("empty name") << u"{}"_s << u"not a field name"_s;
    QTest::addRow("Chinese name") << u"{姓名}"_s << u"not a field name"_s;
    QTest::addRow("capital") << u"{Name}"_s << u"not a field name"_s;
    QTest::addRow("begins with a digit") << u"{2nd}"_s << u"not a field name"_s;
    QTest::addRow("unknown format") << u"{due_at:week}"_s << u"not one of date"_s;
}

void TestTemplate::text_mistakes_areNamed()
{
    QFETCH(QString, source);
    QFETCH(QString, part);
    const auto text = Text::parse(source);
    QVERIFY(!text);
    QVERIFY2(text.error().contains(part), qPrintable(text.error()));
}

void TestTemplate::parse_minimal_takesDefaultsOfTheStandard()
{
    const auto parsed = parseTemplate(bytes(head()));
    QVERIFY2(parsed, parsed ? "" : qPrintable(logLine(parsed.error())));
    QCOMPARE(parsed->id, u"sample"_s);
    QCOMPARE(parsed->fonts.value(u"title"_s), parsed->fonts.value(u"body"_s));
    QCOMPARE(qRound(parsed->margins.top / PointsPerMillimetre), 37);
    QCOMPARE(qRound(parsed->margins.left / PointsPerMillimetre), 28);
    QCOMPARE(parsed->blocks.size(), size_t(1));
    QVERIFY(std::holds_alternative<Paragraph>(parsed->blocks.front().content));
}

void TestTemplate::parse_brokenBlock_namesBlockAndRule_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("rule");
    const auto page = u"page"_s;
    const auto slip = u"slip"_s;
    QTest::addRow("no type") << "{}"_ba << page << u"\"type\" is required"_s;
    QTest::addRow("unknown type") << R"({"type":"picture"})"_ba << page
                                  << u"\"picture\" is not a block of this kind of template"_s;
    QTest::addRow("slip block on a page")
        << R"({"type":"cut"})"_ba << page << u"\"cut\" is not a block of this kind of template"_s;
    QTest::addRow("page block on a slip")
        << R"({"type":"grid"})"_ba << slip << u"\"grid\" is not a block of this kind of template"_s;
    QTest::addRow("unknown property") << R"({"type":"paragraph","text":"x","algin":"left"})"_ba << page
                                      << u"\"algin\" is not a known property"_s;
    QTest::addRow("no text") << R"({"type":"title"})"_ba << page << u"\"text\" is required"_s;
    QTest::addRow("bad alignment") << R"({"type":"paragraph","text":"x","align":"middle"})"_ba << page
                                   << u"\"align\" must be left, center, right or justify"_s;
    QTest::addRow("bad colour") << R"({"type":"rule","color":"blue"})"_ba << page
                                << u"\"color\" must be black, red or grey"_s;
    QTest::addRow("bad size") << R"({"type":"paragraph","text":"x","size":"大号"})"_ba << page
                              << u"\"size\" must be points from 4 to 96 or a Chinese size name"_s;
    QTest::addRow("unknown font") << R"({"type":"paragraph","text":"x","font":"note"})"_ba << page
                                  << u"the font \"note\" is not in \"fonts\""_s;
    QTest::addRow("open placeholder") << R"({"type":"paragraph","text":"{x"})"_ba << page
                                      << u"\"text\": a placeholder is not closed in \"{x\""_s;
    QTest::addRow("bad condition") << R"({"type":"rule","when":"有"})"_ba << page << u"\"when\" must name a field"_s;
    QTest::addRow("bad name of a picture") << R"({"type":"signatures","items":[{"label":"x","picture":"签名"}]})"_ba
                                           << page << u"\"picture\" must name a field"_s;
    QTest::addRow("no columns") << R"({"type":"table","rows":"materials"})"_ba << page
                                << u"\"columns\" must be a list with at least one entry"_s;
    QTest::addRow("bad list") << R"({"type":"table","rows":"材料","columns":[{"title":"a","text":"b"}]})"_ba << page
                              << u"\"rows\" must name a list field"_s;
    QTest::addRow("span too wide") << R"({"type":"grid","columns":2,"items":[{"label":"a","value":"b","span":3}]})"_ba
                                   << page << u"\"span\" must be an integer from 1 to 2"_s;
    QTest::addRow("columns wider than the page")
        << R"({"type":"table","rows":"materials","columns":[{"title":"a","text":"b","width":150},{"title":"c","text":"d"}]})"_ba
        << page << u"the columns are wider than the type area"_s;
    QTest::addRow("label wider than its pair")
        << R"({"type":"grid","labelWidth":90,"items":[{"label":"a","value":"b"}]})"_ba << page
        << u"\"labelWidth\" leaves no room for values"_s;
    QTest::addRow("spacer negative") << R"({"type":"spacer","height":"-3"})"_ba << page
                                     << u"\"height\" must be an integer or a decimal text from 0 to 1000"_s;
    QTest::addRow("flag as text") << R"({"type":"line","text":"x","bold":"yes"})"_ba << slip
                                  << u"\"bold\" must be true or false"_s;
    QTest::addRow("feed too long") << R"({"type":"feed","lines":11})"_ba << slip
                                   << u"\"lines\" must be an integer from 1 to 10"_s;
}

void TestTemplate::parse_brokenBlock_namesBlockAndRule()
{
    QFETCH(QByteArray, block);
    QFETCH(QString, kind);
    QFETCH(QString, rule);
    const auto parsed = parseTemplate(withBlock(block, kind));
    QVERIFY(!parsed);
    QVERIFY(parsed.error().is("documents.template-invalid"_L1));
    QCOMPARE(parsed.error().fields.value("template"_L1).toString(), u"sample"_s);
    QCOMPARE(parsed.error().fields.value("block"_L1).toInt(), 2);
    QCOMPARE(parsed.error().fields.value("rule"_L1).toString(), rule);
}

void TestTemplate::parse_brokenHead_namesRule_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("rule");
    const auto margins = [](int top) { return QJsonObject{{u"margins"_s, QJsonObject{{u"top"_s, top}}}}; };
    QTest::addRow("no id") << u"id"_s << QJsonValue(QString()) << u"\"id\" is required"_s;
    QTest::addRow("kind") << u"kind"_s << QJsonValue(u"poster"_s) << u"\"kind\" must be page or slip"_s;
    QTest::addRow("version") << u"version"_s << QJsonValue(0) << u"\"version\" must be an integer from 1 to 1000000"_s;
    QTest::addRow("no fonts") << u"fonts"_s << QJsonValue(QJsonObject()) << u"\"fonts\" must name \"body\""_s;
    QTest::addRow("no blocks") << u"blocks"_s << QJsonValue(QJsonArray())
                               << u"\"blocks\" must be a list with at least one entry"_s;
    QTest::addRow("margin") << u"page"_s << QJsonValue(margins(2)) << u"margins must be from 5 to 80 mm"_s;
    QTest::addRow("page size") << u"page"_s << QJsonValue(QJsonObject{{u"size"_s, u"A3"_s}})
                               << u"the only page size is A4"_s;
    QTest::addRow("unknown") << u"colour"_s << QJsonValue(1) << u"\"colour\" is not a known property"_s;
    QTest::addRow("fraction") << u"version"_s << QJsonValue(1.5)
                              << u"numbers must be integers; write decimals as texts"_s;
}

void TestTemplate::parse_brokenHead_namesRule()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, rule);
    auto object = head();
    object.insert(name, value);
    const auto parsed = parseTemplate(bytes(object));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().fields.value("block"_L1).toInt(), 0);
    QCOMPARE(parsed.error().fields.value("rule"_L1).toString(), rule);
}

void TestTemplate::parse_notJson_isRefused()
{
    const auto parsed = parseTemplate("{\"id\":");
    QVERIFY(!parsed);
    QVERIFY(parsed.error().is("documents.template-invalid"_L1));
}

void TestTemplate::set_newerVersion_replacesOlder()
{
    TemplateSet set;
    auto object = head();
    object.insert("version"_L1, 3);
    QVERIFY(set.add(bytes(object)));
    object.insert("version"_L1, 2);
    QVERIFY(set.add(bytes(object)));
    QCOMPARE(set.find(u"sample"_s)->version, 3);
    object.insert("version"_L1, 4);
    QVERIFY(set.add(bytes(object)));
    QCOMPARE(set.find(u"sample"_s)->version, 4);
    QCOMPARE(set.find(u"other"_s), nullptr);
}

void TestTemplate::set_brokenTemplate_changesNothing()
{
    TemplateSet set;
    QVERIFY(set.add(bytes(head())));
    QVERIFY(!set.add(withBlock("{}")));
    QCOMPARE(set.ids(), QStringList{u"sample"_s});
    QCOMPARE(set.find(u"sample"_s)->blocks.size(), size_t(1));
}

void TestTemplate::set_directory_isReadInOrder()
{
    const QTemporaryDir directory;
    for (const auto& id : {u"b"_s, u"a"_s}) {
        auto object = head();
        object.insert("id"_L1, id);
        QFile file(directory.filePath(id + u".json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes(object));
    }
    TemplateSet set;
    QVERIFY(set.addDirectory(directory.path()));
    QCOMPARE(set.ids(), (QStringList{u"a"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(TestTemplate)
#include "test_template.moc"
