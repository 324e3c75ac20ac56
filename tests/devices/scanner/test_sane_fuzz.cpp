#include "devices/scanner/sane/SaneImage.h"
#include "devices/scanner/ScanJson.h"
#include "tests/support/base/Fuzz.h"

#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

int oddNumber(test::Fuzz& fuzz, int usual)
{
    constexpr std::array odd{0, -1, 1, 7, 0x7fffffff, -0x7fffffff, 65'536, 100'000};
    return fuzz.oneIn(6) ? odd.at(static_cast<size_t>(fuzz.random().below(odd.size()))) : usual;
}

SANE_Parameters oddParameters(test::Fuzz& fuzz)
{
    const int format = fuzz.random().below(fuzz.oneIn(8) ? 9 : 5);
    const int width = oddNumber(fuzz, 1 + fuzz.random().below(40));
    const int depth = oddNumber(fuzz, std::array{1, 8, 8, 16}.at(static_cast<size_t>(fuzz.random().below(4))));
    const int lines = oddNumber(fuzz, fuzz.random().below(30));
    SANE_Parameters parameters{SANE_FRAME_GRAY, fuzz.oneIn(3) ? SANE_FALSE : SANE_TRUE,
        oddNumber(fuzz, 1 + fuzz.random().below(200)), width, lines, depth};
    std::memcpy(&parameters.format, &format, sizeof parameters.format);
    return parameters;
}

} // namespace

// Whatever a scanner's driver says of its frames and whatever the driver host says of its pages: a picture of sensible
// size comes out, or an error.
class TestSaneFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_anyParametersAndBytes_areAPictureOrRefused();
    void messages_spoilt_areUnderstoodOrRefused();
};

void TestSaneFuzz::frames_anyParametersAndBytes_areAPictureOrRefused()
{
    test::Fuzz fuzz("SANE frames");
    int pictures = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        SaneImage image;
        Done done;
        for (int pass = 0; done && pass < 1 + fuzz.random().below(4); ++pass) {
            done = image.beginFrame(oddParameters(fuzz));
            for (int piece = fuzz.random().below(4); done && piece > 0; --piece)
                done = image.add(fuzz.random().bytes(fuzz.random().below(300)));
            QVERIFY(image.percent() >= 0 && image.percent() <= 100);
        }
        const auto picture = done ? image.finish() : Result<QImage>(fail(done.error()));
        if (!picture) {
            QVERIFY(picture.error().is("scanner.image"_L1));
            continue;
        }
        ++pictures;
        QVERIFY(!picture->isNull() && picture->sizeInBytes() < 64 * 1024 * 1024);
    }
    qInfo("%d pictures of %d", pictures, fuzz.cases());
    QVERIFY(pictures > fuzz.cases() / 100);
}

void TestSaneFuzz::messages_spoilt_areUnderstoodOrRefused()
{
    test::Fuzz fuzz("driver host messages");
    ScannedPage page;
    page.number = 1;
    page.format = u"jpeg"_s;
    page.width = 2480;
    page.height = 3508;
    page.dpi = 300;
    const auto sound = QJsonDocument(toJson(page)).toJson(QJsonDocument::Compact);
    int read = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const auto object = QJsonDocument::fromJson(fuzz.oneIn(50) ? sound : fuzz.spoilt(sound)).object();
        const auto taken = scannedPageFromJson(object);
        read += taken ? 1 : 0;
        if (taken)
            QVERIFY(taken->width > 0 && taken->height > 0 && taken->number > 0);
    }
    qInfo("%d of %d understood", read, fuzz.cases());
    QVERIFY(read > 0);
}

QTEST_GUILESS_MAIN(TestSaneFuzz)
#include "test_sane_fuzz.moc"
