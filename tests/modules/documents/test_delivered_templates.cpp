#include "Samples.h"

#include "modules/documents/DocumentRenderer.h"
#include "modules/documents/TemplateSet.h"
#include "tests/support/places/Places.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

const QString Folder = test::inSource(u"resources/templates");
const QString SeparatorSheet = u"separator-sheet"_s; // the only paper that says nothing of a case

QString withoutSpace(QString text)
{
    static const QRegularExpression space(u"\\s"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(space).remove(u'\f');
}

// What another program reads from the PDF, in drawing order.
QString extracted(const QByteArray& pdf)
{
    QProcess program;
    program.start(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s, u"-"_s});
    if (!program.waitForStarted())
        return u"pdftotext (poppler-utils) is not installed"_s;
    program.write(pdf);
    program.closeWriteChannel();
    program.waitForFinished();
    return QString::fromUtf8(program.readAllStandardOutput());
}

// Texts a paper must show, gathered from its JSON without the room's own reading of it.
QStringList literals(const QJsonValue& value, const QString& key = {})
{
    static const QSet<QString> shown{u"text"_s, u"title"_s, u"label"_s, u"caption"_s, u"lines"_s};
    static const QRegularExpression placeholder(u"\\{[^}]*\\}"_s);
    QStringList list;
    if (value.isString() && shown.contains(key)) {
        for (const auto& part : value.toString().split(placeholder))
            list.append(withoutSpace(part));
    }
    for (const auto& item : value.toArray())
        list += literals(item, key);
    const auto object = value.toObject();
    if (object.contains("when"_L1) || object.contains("unless"_L1))
        return list; // may be left out
    for (auto it = object.begin(); it != object.end(); ++it)
        list += literals(it.value(), it.key());
    return list;
}

TemplateSet delivered()
{
    TemplateSet set;
    const auto done = set.addDirectory(Folder);
    if (!done)
        qFatal("%s", qPrintable(logLine(done.error())));
    return set;
}

QStringList papersOfCases(const TemplateSet& set)
{
    auto ids = set.ids();
    ids.removeAll(SeparatorSheet);
    return ids;
}

// What a paper says, line after line without spaces; the failure when it cannot be made.
QString said(const Template& definition, const QJsonObject& data)
{
    DocumentRenderer renderer;
    if (definition.kind == Template::Kind::Page) {
        const auto text = renderer.printedText(definition, data);
        return text ? withoutSpace(*text) : logLine(text.error());
    }
    const auto receipt = renderer.renderReceipt(definition, data, 48);
    if (!receipt)
        return logLine(receipt.error());
    QString text;
    for (const auto& line : receipt->lines) {
        if (const auto* words = std::get_if<ReceiptText>(&line))
            text += withoutSpace(words->text);
    }
    return text;
}

int pageCount(const QByteArray& pdf)
{
    return int(pdf.count("/Type /Page ") + pdf.count("/Type /Page\n") + pdf.count("/Type /Page%"));
}

} // namespace

class TestDeliveredTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templates_ofTheHall_areAllThere();
    void render_pageTemplates_extractExactly_data();
    void render_pageTemplates_extractExactly();
    void render_pageTemplates_showTheirOwnTexts_data();
    void render_pageTemplates_showTheirOwnTexts();
    void render_separatorSheet_saysWhatFollows();
    void render_fortyMaterials_repeatTheHeadOnEveryPage_data();
    void render_fortyMaterials_repeatTheHeadOnEveryPage();
    void render_reprint_carriesTheMark();
    void render_withoutLimit_saysNothingOfOne_data();
    void render_withoutLimit_saysNothingOfOne();
    void render_slipOfTheQueue_namesTheTicket_data();
    void render_slipOfTheQueue_namesTheTicket();
    void render_withoutMaterials_saysSo_data();
    void render_withoutMaterials_saysSo();
    void render_pageTemplates_staySmall();
    void render_intakeReceipt_isFast();
};

void TestDeliveredTemplates::templates_ofTheHall_areAllThere()
{
    const auto set = delivered();
    QCOMPARE(set.ids(),
        (QStringList{u"acceptance-receipt"_s, u"card-slip"_s, u"confirmation"_s, u"denial-decision"_s,
            u"handover-list"_s, u"intake-receipt"_s, u"materials-list"_s, u"refusal-decision"_s, u"result-notice"_s,
            u"separator-sheet"_s, u"slip-intake"_s, u"slip-receipt"_s, u"supplement-notice"_s}));
    for (const auto& id : set.ids())
        QVERIFY2(
            QFile::exists(Folder + u'/' + id + u".json"_s), qPrintable(id)); // the file is named after the template
}

void TestDeliveredTemplates::render_pageTemplates_extractExactly_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("applicant");
    const QList<std::pair<const char*, QString>> names{
        {"common name", u"张晓雯"_s},
        {"extension B", u"张𠮷𠀀"_s},
        {"extensions C to F", u"𪜀𫝀𫠠𬭊𬺡"_s},
        {"extension A and late URO", u"㛃䶮龻"_s},
        {"look-alike of a radical", u"卜一二人力口"_s},
        {"with middle dot", u"阿卜杜热合曼·卜热"_s},
        {"traditional and compatibility", u"國華﨎﨏"_s},
        {"letters", u"Nguyễn Văn Tài（阮文才）"_s},
    };
    const auto set = delivered();
    for (const auto& id : papersOfCases(set)) {
        if (set.find(id)->kind == Template::Kind::Slip)
            continue;
        for (const auto& [name, applicant] : names)
            QTest::addRow("%s, %s", qPrintable(id), name) << id << applicant;
    }
}

void TestDeliveredTemplates::render_pageTemplates_extractExactly()
{
    QFETCH(QString, id);
    QFETCH(QString, applicant);
    const auto set = delivered();
    const auto data = samples::data(applicant);
    DocumentRenderer renderer;
    const auto pdf = renderer.renderPdf(*set.find(id), data, {samples::CreatedAtMs, set.find(id)->name, u"大厅"_s});
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    const auto read = withoutSpace(extracted(*pdf));
    QCOMPARE(read, withoutSpace(renderer.printedText(*set.find(id), data).value()));
    QVERIFY2(read.contains(withoutSpace(applicant)), qPrintable(read));
}

void TestDeliveredTemplates::render_pageTemplates_showTheirOwnTexts_data()
{
    QTest::addColumn<QString>("id");
    const auto set = delivered();
    for (const auto& id : papersOfCases(set)) {
        if (set.find(id)->kind == Template::Kind::Page)
            QTest::addRow("%s", qPrintable(id)) << id;
    }
}

void TestDeliveredTemplates::render_pageTemplates_showTheirOwnTexts()
{
    QFETCH(QString, id);
    const auto set = delivered();
    QFile file(Folder + u'/' + id + u".json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    DocumentRenderer renderer;
    const auto pdf = renderer.renderPdf(*set.find(id), samples::data(), {samples::CreatedAtMs, {}, {}});
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    QCOMPARE(pageCount(*pdf), 1); // an ordinary case fits on one sheet
    const auto read = withoutSpace(extracted(*pdf));
    const auto parts = literals(json.value("blocks"_L1));
    QVERIFY(parts.size() > 5);
    for (const auto& part : parts)
        QVERIFY2(read.contains(part), qPrintable(part));
    for (const auto& part : {u"宽平市人力资源和社会保障服务中心"_s, u"2201042026112100017"_s})
        QVERIFY2(read.contains(part), qPrintable(part));
    QVERIFY(read.contains(u"失业保险金申领"_s) || id == "card-slip"_L1); // which names the card instead
    // Decisions number their pages as GB/T 9704 does, slips of the hall say how many there are.
    QVERIFY2(read.contains(u"第1页共1页"_s) || read.contains(u"—1—"_s), qPrintable(read));
}

void TestDeliveredTemplates::render_separatorSheet_saysWhatFollows()
{
    const auto set = delivered();
    const QString paper = u"解除或者终止劳动（聘用）合同的证明及失业登记材料"_s; // a long name
    DocumentRenderer renderer;
    const auto pdf = renderer.renderPdf(*set.find(SeparatorSheet),
        {{u"paper"_s, paper}, {u"code"_s, u"KB-SEP:0190a1b2-0000-7000-8000-000000000001"_s}},
        {samples::CreatedAtMs, {}, {}});
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    QCOMPARE(pageCount(*pdf), 1);
    QVERIFY(withoutSpace(extracted(*pdf)).contains(paper));
}

void TestDeliveredTemplates::render_fortyMaterials_repeatTheHeadOnEveryPage_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("heads"); // pages that hold rows of the table
    QTest::addRow("material list") << u"materials-list"_s << 2 << 2;
    QTest::addRow("intake receipt") << u"intake-receipt"_s << 3 << 2;
    QTest::addRow("acceptance receipt") << u"acceptance-receipt"_s << 3 << 2;
}

void TestDeliveredTemplates::render_fortyMaterials_repeatTheHeadOnEveryPage()
{
    QFETCH(QString, id);
    QFETCH(int, pages);
    QFETCH(int, heads);
    const auto set = delivered();
    DocumentRenderer renderer;
    const auto pdf =
        renderer.renderPdf(*set.find(id), samples::data(u"张晓雯"_s, 40), {samples::CreatedAtMs, {}, {}}).value();
    QCOMPARE(pageCount(pdf), pages);
    const auto sheets = extracted(pdf).split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(sheets.size(), pages);
    int withHead = 0;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        withHead += sheets[i].contains(u"材料名称"_s) ? 1 : 0;
        QVERIFY(
            withoutSpace(sheets[i]).contains(u"第%1页共%2页"_s.arg(QString::number(i + 1), QString::number(pages))));
        QCOMPARE(sheets[i].contains(u"（续）"_s), i > 0);
        QVERIFY(sheets[i].contains(u"2201042026112100017"_s)); // a loose sheet still says where it belongs
    }
    QCOMPARE(withHead, heads);
    for (int no = 1; no <= 40; ++no)
        QVERIFY(extracted(pdf).contains(QRegularExpression(u"(^|\\n)%1\\s"_s.arg(no))));
}

void TestDeliveredTemplates::render_reprint_carriesTheMark()
{
    const auto set = delivered();
    DocumentRenderer renderer;
    auto data = samples::data();
    data.insert("print_mark"_L1, u"补打"_s);
    for (const auto& id : papersOfCases(set)) {
        if (set.find(id)->kind == Template::Kind::Slip) {
            const auto receipt = renderer.renderReceipt(*set.find(id), data, 48).value();
            QVERIFY(std::any_of(receipt.lines.begin(), receipt.lines.end(), [](const ReceiptLine& line) {
                const auto* text = std::get_if<ReceiptText>(&line);
                return text && text->text == u"【补打】"_s;
            }));
            continue;
        }
        const auto pdf = renderer.renderPdf(*set.find(id), data, {samples::CreatedAtMs, {}, {}}).value();
        QVERIFY2(withoutSpace(extracted(pdf)).contains(u"补打"_s), qPrintable(id));
    }
}

void TestDeliveredTemplates::render_withoutLimit_saysNothingOfOne_data()
{
    QTest::addColumn<QString>("id");
    QTest::addRow("receipt") << u"acceptance-receipt"_s;
    QTest::addRow("slip") << u"slip-receipt"_s;
    QTest::addRow("slip of an intake") << u"slip-intake"_s;
}

// A matter that is settled at once promises no date.
void TestDeliveredTemplates::render_withoutLimit_saysNothingOfOne()
{
    QFETCH(QString, id);
    const auto set = delivered();
    auto data = samples::data();
    data.remove(u"due_at"_s);
    const auto text = said(*set.find(id), data);
    QVERIFY2(text.contains(u"2201042026112100017"_s), qPrintable(text));
    QCOMPARE(text.contains(u"当场办理"_s), set.find(id)->kind == Template::Kind::Page);
    QVERIFY2(!text.contains(u"承诺"_s) && !text.contains(u"期限"_s), qPrintable(text));
}

void TestDeliveredTemplates::render_slipOfTheQueue_namesTheTicket_data()
{
    QTest::addColumn<QString>("id");
    QTest::addRow("slip") << u"slip-receipt"_s;
    QTest::addRow("slip of an intake") << u"slip-intake"_s;
}

// Halls without a queue system have slips as before.
void TestDeliveredTemplates::render_slipOfTheQueue_namesTheTicket()
{
    QFETCH(QString, id);
    const auto set = delivered();
    auto data = samples::data();
    QVERIFY(!said(*set.find(id), data).contains(u"排队号"_s));
    data.insert(u"ticket"_s, u"A012"_s);
    const auto text = said(*set.find(id), data);
    QVERIFY2(text.contains(u"排队号：A012"_s), qPrintable(text));
}

void TestDeliveredTemplates::render_withoutMaterials_saysSo_data()
{
    QTest::addColumn<QString>("id");
    QTest::addRow("receipt of an intake") << u"intake-receipt"_s;
    QTest::addRow("receipt") << u"acceptance-receipt"_s;
    QTest::addRow("slip") << u"slip-receipt"_s;
    QTest::addRow("slip of an intake") << u"slip-intake"_s;
}

// Some come with a question and no paper: they get their receipt all the same.
void TestDeliveredTemplates::render_withoutMaterials_saysSo()
{
    QFETCH(QString, id);
    const auto set = delivered();
    for (const bool empty : {false, true}) {
        auto data = samples::data();
        data.remove(u"materials"_s);
        if (empty)
            data.insert(u"materials"_s, QJsonArray());
        const auto text = said(*set.find(id), data);
        QVERIFY2(text.contains(u"没有收取材料"_s) && !text.contains(u"材料名称"_s), qPrintable(text));
    }
}

void TestDeliveredTemplates::render_pageTemplates_staySmall()
{
    const auto set = delivered();
    DocumentRenderer renderer;
    for (const auto& id : papersOfCases(set)) {
        if (set.find(id)->kind == Template::Kind::Slip)
            continue;
        const auto pdf =
            renderer.renderPdf(*set.find(id), samples::data(u"𠮷𬭊㛃"_s, 40), {samples::CreatedAtMs, {}, {}})
                .value();
        QVERIFY2(pdf.size() < 100'000, qPrintable(u"%1: %2 bytes"_s.arg(id).arg(pdf.size())));
    }
}

void TestDeliveredTemplates::render_intakeReceipt_isFast()
{
    const auto set = delivered();
    const auto* definition = set.find(u"intake-receipt"_s);
    DocumentRenderer renderer;
    QList<qint64> times;
    for (int i = 0; i < 12; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(renderer.renderPdf(*definition, samples::data(), {samples::CreatedAtMs, {}, {}}));
        times.append(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    qInfo("one page: best %.1f ms, median %.1f ms", double(times.front()) / 1000, double(times.at(6)) / 1000);
    // 15 ms on a quiet machine; the bound leaves room for sanitizers and for neighbours.
    QVERIFY2(times.front() < 150'000, qPrintable(QString::number(times.front())));
}

QTEST_GUILESS_MAIN(TestDeliveredTemplates)
#include "test_delivered_templates.moc"
