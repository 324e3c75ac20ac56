#include "devices/printer/PdfFolderPrinter.h"
#include "devices/printer/PrinterDrivers.h"

#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

PrintRequest page(const QString& title, const QByteArray& content = "one")
{
    return {"%PDF-1.4\n" + content, title, 1};
}

} // namespace

class TestPdfFolderPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void print_pages_areNumberedAndPrivate();
    void print_titles_becomeSafeNames_data();
    void print_titles_becomeSafeNames();
    void print_afterARestart_goesOnCounting();
    void print_manyAtOnce_neverShareANumber();
    void print_impossibleRequest_isRefused_data();
    void print_impossibleRequest_isRefused();
    void print_folderCannotBeMade_isToldSo();
    void print_stopRequested_isCancelled();
    void drivers_queueAndFolder_areMade();
};

void TestPdfFolderPrinter::print_pages_areNumberedAndPrivate()
{
    const QTemporaryDir folder;
    PdfFolderPrinter printer(folder.filePath(u"new/sub"_s));
    QCOMPARE(printer.state({}).health, DeviceHealth::Ready);
    const auto first = printer.print(page(u"回执"_s, "first"), {}).value();
    const auto second = printer.print(page(u"回执"_s, "second"), {}).value();
    QCOMPARE(first, (PrintJob{PrintJobState::Printed, folder.filePath(u"new/sub/0001-回执.pdf"_s)}));
    QCOMPARE(QFileInfo(second.name).fileName(), u"0002-回执.pdf"_s);
    QFile file(second.name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "%PDF-1.4\nsecond"_ba);
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(QDir(folder.filePath(u"new/sub"_s)).entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing left over
}

void TestPdfFolderPrinter::print_titles_becomeSafeNames_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::addRow("path") << u"../../etc/passwd"_s << u"0001--etc-passwd.pdf"_s;
    QTest::addRow("spaces") << u"a b"_s << u"0001-a-b.pdf"_s;
    QTest::addRow("empty") << u""_s << u"0001-page.pdf"_s;
    QTest::addRow("signs only") << u"/?*"_s << u"0001-page.pdf"_s;
    QTest::addRow("long") << QString(300, u'x') << u"0001-"_s + QString(40, u'x') + u".pdf"_s;
}

void TestPdfFolderPrinter::print_titles_becomeSafeNames()
{
    QFETCH(QString, title);
    const QTemporaryDir folder;
    const auto job = PdfFolderPrinter(folder.path()).print(page(title), {});
    QVERIFY(job);
    QTEST(QFileInfo(job->name).fileName(), "name");
    QCOMPARE(QFileInfo(job->name).path(), folder.path());
}

void TestPdfFolderPrinter::print_afterARestart_goesOnCounting()
{
    const QTemporaryDir folder;
    QVERIFY(PdfFolderPrinter(folder.path()).print(page(u"a"_s), {}));
    const auto job = PdfFolderPrinter(folder.path()).print(page(u"b"_s), {});
    QCOMPARE(QFileInfo(job->name).fileName(), u"0002-b.pdf"_s);
}

void TestPdfFolderPrinter::print_manyAtOnce_neverShareANumber()
{
    const QTemporaryDir folder;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&folder] {
                PdfFolderPrinter printer(folder.path());
                for (int k = 0; k < 25; ++k)
                    QVERIFY(printer.print(page(u"x"_s), {}));
            });
        }
    }
    QCOMPARE(QDir(folder.path()).entryList({u"*.pdf"_s}, QDir::Files).size(), 100);
}

void TestPdfFolderPrinter::print_impossibleRequest_isRefused_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("copies");
    QTest::addColumn<QString>("code");
    QTest::addRow("no PDF") << "<html>"_ba << 1 << u"printer.not-pdf"_s;
    QTest::addRow("empty") << QByteArray() << 1 << u"printer.not-pdf"_s;
    QTest::addRow("no copy") << "%PDF-1.4"_ba << 0 << u"printer.copies"_s;
    QTest::addRow("too many copies") << "%PDF-1.4"_ba << 100 << u"printer.copies"_s;
}

void TestPdfFolderPrinter::print_impossibleRequest_isRefused()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, copies);
    const QTemporaryDir folder;
    const auto job = PdfFolderPrinter(folder.path()).print({pdf, u"x"_s, copies}, {});
    QVERIFY(!job);
    QTEST(job.error().code, "code");
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestPdfFolderPrinter::print_folderCannotBeMade_isToldSo()
{
    PdfFolderPrinter printer(u"/dev/null/pages"_s);
    const auto job = printer.print(page(u"x"_s), {});
    QVERIFY(!job);
    QCOMPARE(job.error().code, u"printer.folder"_s);
    QCOMPARE(printer.state({}).health, DeviceHealth::Fault);
}

void TestPdfFolderPrinter::print_stopRequested_isCancelled()
{
    const QTemporaryDir folder;
    std::stop_source source;
    source.request_stop();
    const auto job = PdfFolderPrinter(folder.path()).print(page(u"x"_s), source.get_token());
    QCOMPARE(job.error().code, u"device.cancelled"_s);
}

void TestPdfFolderPrinter::drivers_queueAndFolder_areMade()
{
    QVERIFY(printerDrivers().make(u"pdf:/var/pages"_s));
    QVERIFY(printerDrivers().make(u"cups:hall?patience=5"_s));
    QCOMPARE(printerDrivers().make(u"cups:hall?patience=-1"_s).error().code, u"device.uri"_s);
}

QTEST_GUILESS_MAIN(TestPdfFolderPrinter)
#include "test_pdf_folder_printer.moc"
