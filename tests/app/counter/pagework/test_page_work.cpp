#include "app/counter/pagework/PageWork.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

namespace {

QImage drawing(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(QRect(QPoint(0, 0), size / 2), Qt::black); // the upper left quarter
    return image;
}

QByteArray encoded(const QImage& image, const QByteArray& format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return bytes;
}

QByteArray pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.fillRect(QRect(0, 0, 2000, 2000), Qt::black);
    painter.end();
    return bytes;
}

// A JPEG as a phone writes it that was held on its side: orientation 6, to be turned clockwise for looking at it.
QByteArray sideways(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setTransformation(QImageIOHandler::TransformationRotate90);
    writer.write(image);
    return bytes;
}

bool isDark(const QImage& image, double x, double y)
{
    return qGray(image.pixel(int(image.width() * x), int(image.height() * y))) < 100;
}

} // namespace

// Pages before they belong to a case: files of any kind, photographs, drawings, looking again.
class TestPageWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_ofAKindThatIsTaken_isPrepared_data();
    void file_ofAKindThatIsTaken_isPrepared();
    void file_thatCannotBeTaken_isToldByItsName_data();
    void file_thatCannotBeTaken_isToldByItsName();
    void photo_heldOnItsSide_standsUpright();
    void photo_tooLarge_becomesSmaller();
    void keptPage_seenAgain_hasPictureAndWarnings();
    void portrait_isCutAndMadeSmaller_data();
    void portrait_isCutAndMadeSmaller();
    void portrait_unfit_isRefused();
    void drawing_isKeptWithoutLoss();

private:
    QString write(const QString& name, const QByteArray& bytes);
    QTemporaryDir m_folder;
};

QString TestPageWork::write(const QString& name, const QByteArray& bytes)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestPageWork::file_ofAKindThatIsTaken_isPrepared_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("media");
    QTest::addColumn<QSize>("size");
    QTest::newRow("jpeg") << u"a.jpg"_s << encoded(drawing({300, 400}), "jpeg") << u"image/jpeg"_s << QSize(300, 400);
    QTest::newRow("png") << u"a.png"_s << encoded(drawing({300, 400}), "png") << u"image/png"_s << QSize(300, 400);
    QTest::newRow("pdf") << u"a.pdf"_s << pdf() << u"application/pdf"_s << QSize(0, 0);
    QTest::newRow("a jpeg that calls itself png")
        << u"b.png"_s << encoded(drawing({300, 400}), "jpeg") << u"image/jpeg"_s << QSize(300, 400);
    QTest::newRow("no ending") << u"scan"_s << encoded(drawing({30, 40}), "png") << u"image/png"_s << QSize(30, 40);
}

void TestPageWork::file_ofAKindThatIsTaken_isPrepared()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, media);
    QFETCH(QSize, size);
    const auto page = preparedFile(write(name, bytes));
    QVERIFY2(page, page ? "" : qPrintable(logLine(page.error())));
    QCOMPARE(page->bytes, bytes); // kept as it came
    QCOMPARE(page->page.media, media);
    QCOMPARE(QSize(page->page.width, page->page.height), size);
    QCOMPARE(page->page.size, bytes.size());
    QVERIFY(!page->small.isNull());
}

void TestPageWork::file_thatCannotBeTaken_isToldByItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("text") << u"note.txt"_s << QByteArray("hello") << u"papers.file-kind"_s;
    QTest::newRow("text that calls itself jpeg") << u"note.jpg"_s << QByteArray("hello") << u"papers.file-kind"_s;
    QTest::newRow("empty") << u"empty.pdf"_s << QByteArray() << u"papers.file-kind"_s;
    QTest::newRow("a picture cut off") << u"cut.png"_s << encoded(drawing({300, 400}), "png").left(60)
                                       << u"papers.file-unreadable"_s;
    QTest::newRow("a document cut off") << u"cut.pdf"_s << pdf().left(40) << u"papers.file-unreadable"_s;
    QTest::newRow("too large") << u"large.pdf"_s << pdf() + QByteArray(int(MostPaperBytes), ' ')
                               << u"papers.file-large"_s;
}

void TestPageWork::file_thatCannotBeTaken_isToldByItsName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto page = preparedFile(write(name, bytes));
    QVERIFY(!page);
    QCOMPARE(page.error().code, code);
    QCOMPARE(page.error().fields.value("file"_L1).toString(), name); // without the folder
    QVERIFY(page.error().detail.isEmpty());                          // names of files may name people
}

void TestPageWork::photo_heldOnItsSide_standsUpright()
{
    const auto page = preparedFile(write(u"phone.jpg"_s, sideways(drawing({400, 300}))));
    QVERIFY(page);
    QCOMPARE(QSize(page->page.width, page->page.height), QSize(300, 400));
    const auto shown = QImage::fromData(page->bytes);
    QCOMPARE(shown.size(), QSize(300, 400)); // nobody who ignores the note of the phone sees it lying
    QVERIFY(isDark(shown, 0.75, 0.25));
    QVERIFY(!isDark(shown, 0.25, 0.25));
}

void TestPageWork::photo_tooLarge_becomesSmaller()
{
    const auto page = preparedFile(write(u"huge.jpg"_s, encoded(drawing({4200, 5600}), "jpeg")));
    QVERIFY(page);
    QCOMPARE(page->page.height, 3508);
    QCOMPARE(page->page.width, 2631);
    QVERIFY(page->page.dpi > 0);
}

void TestPageWork::keptPage_seenAgain_hasPictureAndWarnings()
{
    QImage blank(1240, 1754, QImage::Format_RGB32);
    blank.fill(Qt::white);
    const auto bytes = encoded(blank, "png");
    const casework::Page page{u"d"_s, u"image/png"_s, 1240, 1754, 150, bytes.size()};
    const auto seen = seenPage(bytes, page);
    QVERIFY(seen.blank);
    QVERIFY(!seen.small.isNull());
    QVERIFY(seenPage("no picture", page).small.isNull());
    QVERIFY(!pictureOf(pdf(), u"application/pdf"_s).isNull());
}

void TestPageWork::portrait_isCutAndMadeSmaller_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("sideways");
    QTest::newRow("from a camera, wide") << QSize(1600, 1200) << false;
    QTest::newRow("high") << QSize(600, 1200) << false;
    QTest::newRow("just large enough") << PortraitSize << false;
    QTest::newRow("a phone held on its side") << QSize(1600, 1200) << true;
}

void TestPageWork::portrait_isCutAndMadeSmaller()
{
    QFETCH(QSize, size);
    QFETCH(bool, sideways);
    const auto bytes = sideways ? ::sideways(drawing(size)) : encoded(drawing(size), "png");
    const auto page = preparedPortrait(write(sideways ? u"me.jpg"_s : u"me.png"_s, bytes));
    QVERIFY2(page, page ? "" : qPrintable(logLine(page.error())));
    QCOMPARE(QSize(page->page.width, page->page.height), PortraitSize);
    QCOMPARE(page->page.media, u"image/jpeg"_s);
    QVERIFY(page->warnings.isEmpty());
    const auto image = QImage::fromData(page->bytes);
    QCOMPARE(image.size(), PortraitSize);
    // The middle of what was taken stays the middle: the dark quarter ends there.
    QVERIFY(isDark(image, sideways ? 0.8 : 0.2, 0.2));
    QVERIFY(!isDark(image, 0.5, 0.8));
}

void TestPageWork::portrait_unfit_isRefused()
{
    const auto small = preparedPortrait(write(u"small.png"_s, encoded(drawing({357, 600}), "png")));
    QCOMPARE(small.error().code, u"papers.photo-small"_s);
    QCOMPARE(small.error().fields.value("width"_L1).toInteger(), 357);
    QCOMPARE(preparedPortrait(write(u"me.pdf"_s, pdf())).error().code, u"papers.file-kind"_s);
    QCOMPARE(preparedPortrait(write(u"broken.jpg"_s, "\xFF\xD8\xFFnothing")).error().code, u"papers.file-unreadable"_s);
}

void TestPageWork::drawing_isKeptWithoutLoss()
{
    const auto page = preparedDrawing(drawing({300, 100}));
    QCOMPARE(page.page.media, u"image/png"_s);
    QCOMPARE(QImage::fromData(page.bytes).convertToFormat(QImage::Format_RGB32),
        drawing({300, 100}).convertToFormat(QImage::Format_RGB32));
}

QTEST_MAIN(TestPageWork)
#include "test_page_work.moc"
