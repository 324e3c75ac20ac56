#include "Drawings.h"

#include "modules/documents/Picture.h"
#include "tests/support/base/Fuzz.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

// Pictures come from files that other programs may have made.
class TestPictureFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picture_spoilt_isReadOrRefused();
};

void TestPictureFuzz::picture_spoilt_isReadOrRefused()
{
    test::Fuzz fuzz("pictures");
    const QList<QByteArray> sound{samples::boxPng(9, 5, 2), samples::boxPng(9, 5, 2, false), samples::handPng(30, 12)};
    int refused = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const auto picture = readPicture(fuzz.spoilt(sound.at(fuzz.random().below(int(sound.size())))), 150, 36);
        if (picture) {
            QCOMPARE(picture->pixels.size(), size_t(picture->columns) * size_t(picture->rows));
            QVERIFY(picture->columns > 0 && picture->rows > 0);
            QVERIFY(picture->width <= 150.001 && picture->height <= 36.001);
            continue;
        }
        ++refused;
        QVERIFY2(picture.error().code.startsWith("documents.picture"_L1), qPrintable(picture.error().code));
    }
    QVERIFY(refused > fuzz.cases() / 2);
}

QTEST_GUILESS_MAIN(TestPictureFuzz)
#include "test_picture_fuzz.moc"
