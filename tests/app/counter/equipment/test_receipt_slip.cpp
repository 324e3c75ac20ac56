#include "app/counter/equipment/ReceiptSlip.h"
#include "devices/receipt/EscPosEncoder.h"
#include "devices/receipt/GbkText.h"
#include "modules/documents/Columns.h"
#include "modules/documents/DocumentRenderer.h"
#include "modules/documents/TemplateParser.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::devices;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

Template slipTemplate(const QString& id)
{
    QFile file(test::inSource(u"resources/templates/") + id + ".json"_L1);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    return parseTemplate(file.readAll()).value();
}

QJsonObject caseOf(const QString& applicant)
{
    return {{u"hall"_s, u"宽平市人社服务大厅"_s}, {u"case_no"_s, u"2201042026112100017"_s},
        {u"item"_s, u"失业保险金申领"_s}, {u"scenario"_s, u"首次申领"_s}, {u"applicant"_s, applicant},
        {u"id_no_masked"_s, u"2201**********0014"_s},
        {u"materials"_s, QJsonArray{QJsonObject{{u"no"_s, u"1"_s}, {u"name"_s, u"职工登记表"_s}, {u"kind"_s, u"原件"_s},
                             {u"copies"_s, u"1"_s}}}},
        {u"clerk"_s, u"陈思远"_s}, {u"window"_s, u"3"_s}, {u"accepted_at"_s, u"2026-11-21T09:42:00.000+08:00"_s},
        {u"query_code"_s, u"a8cd0c12"_s},
        {u"progress_url"_s, u"https://hub.test/p?n=2201042026112100017&c=a8cd0c12"_s}};
}

} // namespace

// The step from the layout of a receipt to what its printer takes.
class TestReceiptSlip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void map_everyKindOfLine_keepsItsSettings();
    void print_deliveredSlips_needNoDrawingByThePrinter_data();
    void print_deliveredSlips_needNoDrawingByThePrinter();
    void printable_everyCharacter_isTheSameToLayoutAndPrinter();
};

void TestReceiptSlip::map_everyKindOfLine_keepsItsSettings()
{
    const QByteArray bits(576 / 8 * 2, '\x0f');
    Receipt receipt;
    receipt.lines = {ReceiptText{u"左"_s, ReceiptText::Align::Left, false, true},
        ReceiptText{u"中"_s, ReceiptText::Align::Center, true, false},
        ReceiptText{u"右"_s, ReceiptText::Align::Right, false, false}, ReceiptQr{"payload", 5}, ReceiptRule{},
        ReceiptFeed{3}, ReceiptRaster{576, 2, bits, u"𠮷"_s}, ReceiptCut{}};
    Slip wanted;
    wanted.lines = {SlipText{u"左"_s, SlipText::Align::Left, false, true},
        SlipText{u"中"_s, SlipText::Align::Center, true, false},
        SlipText{u"右"_s, SlipText::Align::Right, false, false}, SlipQr{"payload", 5}, SlipRule{}, SlipFeed{3},
        SlipRaster{576, 2, bits}, SlipCut{}};
    QVERIFY(receiptSlip(receipt) == wanted);
}

void TestReceiptSlip::print_deliveredSlips_needNoDrawingByThePrinter_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("applicant");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("plain");
    for (const auto& id : {u"slip-receipt"_s, u"slip-intake"_s}) {
        for (const int columns : {48, 32}) {
            const auto row = [&](const char* words) -> QTestData& {
                return QTest::addRow("%s, %d columns, %s", qPrintable(id), columns, words) << id;
            };
            row("common name") << u"王桂兰"_s << columns << true;
            row("with middle dot") << u"阿卜杜热合曼·卜热"_s << columns << true;
            row("extension B") << u"张𠮷𠀀"_s << columns << false;
            row("disputed code") << u"张〾三"_s << columns << false;
        }
    }
}

void TestReceiptSlip::print_deliveredSlips_needNoDrawingByThePrinter()
{
    QFETCH(QString, id);
    QFETCH(QString, applicant);
    QFETCH(int, columns);
    QFETCH(bool, plain);
    DocumentRenderer renderer;
    const auto receipt = renderer.renderReceipt(slipTemplate(id), caseOf(applicant), columns);
    QVERIFY2(receipt, receipt ? "" : qPrintable(logLine(receipt.error())));
    const auto bytes = EscPosEncoder(columns).encode(receiptSlip(*receipt)); // without anybody to draw: receipt.glyph
    QVERIFY2(bytes, bytes ? "" : qPrintable(logLine(bytes.error())));
    QVERIFY(bytes->contains("2201042026112100017"));
    if (plain)
        QVERIFY(bytes->contains(gbkBytes(applicant).value()));
    else
        QVERIFY(bytes->contains(QByteArray("\x1d\x76\x30\x00", 4))); // a picture
}

void TestReceiptSlip::printable_everyCharacter_isTheSameToLayoutAndPrinter()
{
    for (char32_t c = 0x20; c < 0x30000; ++c) {
        if (c >= 0xd800 && c < 0xe000)
            continue;
        const bool drawn = !isReceiptPrintable(c);
        QString text; // not fromUcs4: it takes a byte order mark for one
        if (QChar::requiresSurrogates(c))
            text.append(QChar(QChar::highSurrogate(c))).append(QChar(QChar::lowSurrogate(c)));
        else
            text.append(QChar(static_cast<char16_t>(c)));
        const bool refused = !gbkBytes(text).has_value();
        if (drawn != refused)
            QFAIL(qPrintable(u"U+%1: drawn %2, refused %3"_s.arg(uint(c), 4, 16).arg(drawn).arg(refused)));
    }
}

QTEST_GUILESS_MAIN(TestReceiptSlip)
#include "test_receipt_slip.moc"
