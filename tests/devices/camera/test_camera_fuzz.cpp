#include "devices/camera/FramePixels.h"
#include "devices/scanner/DrawnPage.h"
#include "Shots.h"
#include "tests/support/base/Fuzz.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

// Whatever bytes a camera delivers for a frame: a picture of the agreed size comes out, or an error.
class TestCameraFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mjpg_spoilt_isAPictureOrRefused();
    void yuyv_anyLayout_isAPictureOrRefused();
};

void TestCameraFuzz::initTestCase()
{
    QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s); // the decoder complains about each spoilt picture
}

void TestCameraFuzz::mjpg_spoilt_isAPictureOrRefused()
{
    test::Fuzz fuzz("MJPG frames");
    const auto picture = drawPage(u"photo"_s, 4); // 33 × 47 pixels
    const auto jpeg = test::jpegOf(picture);
    int pictures = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const auto image = imageFromFrame(fuzz.spoilt(jpeg), {FrameEncoding::Mjpg, picture.size()}, 0);
        if (!image)
            QVERIFY(image.error().is("scanner.image"_L1));
        else
            QCOMPARE(image->size(), picture.size());
        pictures += image ? 1 : 0;
    }
    qInfo("%d pictures of %d", pictures, fuzz.cases());
    QVERIFY(pictures > fuzz.cases() / 100 && pictures < fuzz.cases());
}

void TestCameraFuzz::yuyv_anyLayout_isAPictureOrRefused()
{
    test::Fuzz fuzz("YUYV frames");
    constexpr std::array odd{0, -1, 1, -0x7fffffff, 0x7ffffffe, 65'536};
    const auto number = [&](int usual) {
        return fuzz.oneIn(8) ? odd.at(static_cast<size_t>(fuzz.random().below(odd.size()))) : usual;
    };
    int pictures = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const QSize size(number(2 * fuzz.random().below(20)), number(fuzz.random().below(20)));
        const int lineBytes = number(2 * fuzz.random().below(60));
        const auto bytes = fuzz.random().bytes(fuzz.random().below(1600));
        const auto image = imageFromFrame(bytes, {FrameEncoding::Yuyv, size}, lineBytes);
        if (!image)
            QVERIFY(image.error().is("scanner.image"_L1));
        else
            QCOMPARE(image->size(), size);
        pictures += image ? 1 : 0;
    }
    qInfo("%d pictures of %d", pictures, fuzz.cases());
    QVERIFY(pictures > fuzz.cases() / 100);
}

QTEST_GUILESS_MAIN(TestCameraFuzz)
#include "test_camera_fuzz.moc"
