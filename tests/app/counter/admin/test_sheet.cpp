#include "app/counter/admin/Sheet.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

namespace {

const QString Heads = u"登录名,姓名,区划,单位,岗位\r\n"_s;

QByteArray gb(const QString& text)
{
    return QStringEncoder("GB18030")(text);
}

} // namespace

// Sheets as spreadsheet programs write them.
class TestSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sheet_ofAnyMaker_isRead_data();
    void sheet_ofAnyMaker_isRead();
    void sheet_unfit_isRefused_data();
    void sheet_unfit_isRefused();
    void emptySheet_isReadAgain();
    void written_quotesWhatNeedsIt();
    void list_isKeptWholeOrNotAtAll();
};

void TestSheet::sheet_ofAnyMaker_isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString line = u"zhang.li,张丽,210603,振安区大厅,窗口柜员岗\r\n"_s;
    QTest::newRow("UTF-8") << (Heads + line).toUtf8();
    QTest::newRow("with a byte order mark") << QByteArray("\xEF\xBB\xBF") + (Heads + line).toUtf8();
    QTest::newRow("GB 18030") << gb(Heads + line);
    QTest::newRow("no end of line at the end") << (Heads + line).toUtf8().trimmed();
    QTest::newRow("quoted, with spaces")
        << (Heads + u"\"zhang.li\", 张丽 ,210603,\"振安区大厅\",窗口柜员岗"_s).toUtf8();
    QTest::newRow("other order and names, a further column")
        << u"岗位,备注,姓名,账号,机构,区划代码\n窗口柜员岗,x,张丽,zhang.li,振安区大厅,210603\n"_s.toUtf8();
    QTest::newRow("empty lines") << (Heads + u"\r\n"_s + line + u",,,,\r\n"_s).toUtf8();
}

void TestSheet::sheet_ofAnyMaker_isRead()
{
    QFETCH(QByteArray, bytes);
    const auto sheet = Sheet::read(accountSheet(), bytes, u"a.csv"_s);
    QVERIFY2(sheet, sheet ? "" : qPrintable(logLine(sheet.error())));
    QCOMPARE(
        sheet->rows, (QList<QStringList>{{u"zhang.li"_s, u"张丽"_s, u"210603"_s, u"振安区大厅"_s, u"窗口柜员岗"_s}}));
    QCOMPARE(sheet->toJson().first().toObject().value("office"_L1).toString(), u"振安区大厅"_s);
}

void TestSheet::sheet_unfit_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"admin.sheet-unreadable"_s;
    QTest::newRow("a spreadsheet, not text")
        << QByteArray("PK\x03\x04\x00\x00\x00\x00", 8) << u"admin.sheet-unreadable"_s;
    QTest::newRow("no posts") << u"登录名,姓名,区划,单位\na,b,c,d\n"_s.toUtf8() << u"admin.sheet-column"_s;
    QTest::newRow("no heads") << u"a,b,210603,c,d\n"_s.toUtf8() << u"admin.sheet-column"_s;
}

void TestSheet::sheet_unfit_isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto sheet = Sheet::read(accountSheet(), bytes, u"a.csv"_s);
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().code, code);
}

void TestSheet::emptySheet_isReadAgain()
{
    const auto sheet = Sheet::read(accountSheet(), Sheet::empty(accountSheet()), u"a.csv"_s);
    QVERIFY(sheet);
    QVERIFY(sheet->rows.isEmpty());
}

void TestSheet::written_quotesWhatNeedsIt()
{
    const auto bytes = Sheet::written({{u"登录名"_s, u"姓名"_s, u"区划"_s, u"单位"_s, u"岗位"_s},
        {u"a"_s, u"说\"好\""_s, u"2106"_s, u"一厅,二厅"_s, u"x"_s}});
    const auto sheet = Sheet::read(accountSheet(), bytes, u"a.csv"_s);
    QVERIFY(sheet);
    QCOMPARE(sheet->rows.first(), (QStringList{u"a"_s, u"说\"好\""_s, u"2106"_s, u"一厅,二厅"_s, u"x"_s}));
}

void TestSheet::list_isKeptWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"初始密码.csv"_s);
    QVERIFY(Sheet::keep(path, "first"));
    QCOMPARE(Sheet::keep(folder.filePath(u"none/such.csv"_s), "x").error().code, u"admin.sheet-not-kept"_s);
    QCOMPARE(Sheet::keep(folder.path(), "x").error().code, u"admin.sheet-not-kept"_s); // a folder
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "first");
}

QTEST_GUILESS_MAIN(TestSheet)
#include "test_sheet.moc"
