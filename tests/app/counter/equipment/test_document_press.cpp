#include "app/counter/equipment/DocumentPress.h"
#include "app/counter/equipment/SlipSheet.h"

#include <QBuffer>
#include <QFile>
#include <QFutureWatcher>
#include <QImage>
#include <QJsonArray>
#include <QPdfDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Page = R"({"id":"note","version":1,"name":"便条","kind":"page",
  "page":{"size":"A4","margins":{"top":20,"right":20,"bottom":20,"left":20}},
  "fonts":{"body":{"family":"Noto Serif CJK SC"}},"blocks":[{"type":"paragraph","text":"{words}"}]})";
const QByteArray Slip = R"({"id":"strip","version":1,"name":"小条","kind":"slip",
  "fonts":{"body":{"family":"Noto Sans Mono CJK SC"}},"blocks":[{"type":"line","text":"{words}"},{"type":"cut"}]})";

template<class T>
Result<T> awaited(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return fail(Error{u"test.never-answered"_s, Origin::Machine, {}, {}});
    return future.result();
}

// The page as a picture of 100 dots an inch.
QImage seen(const QByteArray& pdf, QSizeF* millimetres)
{
    QByteArray copy = pdf;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    const QSizeF points = document.pagePointSize(0);
    *millimetres = points / 72 * 25.4;
    return document.pageCount() == 1 ? document.render(0, (points / 72 * 100).toSize()) : QImage();
}

int darkPixels(const QImage& image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qAlpha(image.pixel(x, y)) > 128 && qGray(image.pixel(x, y)) < 180 ? 1 : 0;
    }
    return dark;
}

} // namespace

// Papers made off the UI thread, and the slip as it lies in the preview.
class TestDocumentPress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_goodTemplate_isNamedAndPrinted();
    void slip_goodTemplate_isLaidOut();
    void press_mistakes_areTold_data();
    void press_mistakes_areTold();
    void sheet_slip_liesInItsTrueSizeOnA4();
    void sheet_everyKindOfLine_isDrawn_data();
    void sheet_everyKindOfLine_isDrawn();
    void sheet_longSlip_makesThePageLonger();
    void sheet_codeThatIsTooLong_isTold();

private:
    DocumentPress m_press;
};

void TestDocumentPress::page_goodTemplate_isNamedAndPrinted()
{
    const auto page = awaited(m_press.pressPage(Page, {{u"words"_s, u"你好"_s}}, {0, u"2201042026112100017"_s, {}}));
    QVERIFY2(page, page ? "" : qPrintable(logLine(page.error())));
    QCOMPARE(page->name, u"便条"_s);
    QVERIFY(page->pdf.startsWith("%PDF-"));
    QByteArray copy = page->pdf;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    QCOMPARE(document.metaData(QPdfDocument::MetaDataField::Title).toString(), u"便条 2201042026112100017"_s);
}

void TestDocumentPress::slip_goodTemplate_isLaidOut()
{
    const auto slip = awaited(m_press.pressSlip(Slip, {{u"words"_s, u"你好"_s}}, 32));
    QVERIFY2(slip, slip ? "" : qPrintable(logLine(slip.error())));
    QCOMPARE(slip->name, u"小条"_s);
    QCOMPARE(slip->receipt.columns, 32);
    QCOMPARE(std::get<ReceiptText>(slip->receipt.lines.front()).text, u"你好"_s);
}

void TestDocumentPress::press_mistakes_areTold_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QJsonObject>("data");
    QTest::addColumn<QString>("code");
    const QJsonObject words{{u"words"_s, u"x"_s}};
    QTest::addRow("no template on this machine") << QByteArray() << words << u"documents.template-invalid"_s;
    QTest::addRow("field missing") << Page << QJsonObject() << u"documents.missing-field"_s;
    QTest::addRow("a slip for the page printer") << Slip << words << u"documents.wrong-kind"_s;
}

void TestDocumentPress::press_mistakes_areTold()
{
    QFETCH(QByteArray, definition);
    QFETCH(QJsonObject, data);
    const auto page = awaited(m_press.pressPage(definition, data, {}));
    QVERIFY(!page);
    QTEST(page.error().code, "code");
}

void TestDocumentPress::sheet_slip_liesInItsTrueSizeOnA4()
{
    Receipt receipt;
    receipt.lines = {ReceiptText{u"你好"_s, {}, false, false}};
    const auto pdf = slipSheet(receipt);
    QVERIFY(pdf);
    QSizeF size;
    const auto image = seen(*pdf, &size);
    QVERIFY(qAbs(size.width() - 210) < 0.5 && qAbs(size.height() - 297) < 0.5);
    const int y = int(9 / 25.4 * 100); // inside the upper edge of the paper
    int white = 0;
    for (int x = 0; x < image.width(); ++x)
        white += image.pixelColor(x, y) == QColor(Qt::white) ? 1 : 0;
    QVERIFY2(qAbs(white - 80 / 25.4 * 100) < 4, qPrintable(QString::number(white))); // 80 mm of paper
}

void TestDocumentPress::sheet_everyKindOfLine_isDrawn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("ink");
    QTest::addRow("text") << 0 << true;
    QTest::addRow("large text") << 1 << true;
    QTest::addRow("code") << 2 << true;
    QTest::addRow("rule") << 3 << true;
    QTest::addRow("picture") << 4 << true;
    QTest::addRow("feed") << 5 << false;
    QTest::addRow("cut") << 6 << false;
}

void TestDocumentPress::sheet_everyKindOfLine_isDrawn()
{
    QFETCH(int, kind);
    QFETCH(bool, ink);
    const QList<ReceiptLine> kinds{ReceiptText{u"国国国国"_s, {}, false, true},
        ReceiptText{u"国国"_s, ReceiptText::Align::Center, true, false}, ReceiptQr{"https://hub.test", 4},
        ReceiptRule{}, ReceiptRaster{576, 24, QByteArray(576 / 8 * 24, '\xff'), u"𠮷"_s}, ReceiptFeed{3}, ReceiptCut{}};
    Receipt receipt;
    receipt.lines = {kinds.at(kind)};
    const auto pdf = slipSheet(receipt);
    QVERIFY(pdf);
    QSizeF size;
    QCOMPARE(darkPixels(seen(*pdf, &size)) > 20, ink);
}

void TestDocumentPress::sheet_longSlip_makesThePageLonger()
{
    Receipt receipt;
    receipt.lines = std::vector<ReceiptLine>(100, ReceiptText{u"一行"_s, {}, false, false});
    QSizeF size;
    seen(slipSheet(receipt).value(), &size);
    QVERIFY2(size.height() > 400 && size.width() < 211, qPrintable(QString::number(size.height())));
}

void TestDocumentPress::sheet_codeThatIsTooLong_isTold()
{
    Receipt receipt;
    receipt.lines = {ReceiptQr{QByteArray(3000, 'x'), 3}};
    const auto pdf = slipSheet(receipt);
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, u"documents.qr-too-long"_s);
}

QTEST_MAIN(TestDocumentPress)
#include "test_document_press.moc"
