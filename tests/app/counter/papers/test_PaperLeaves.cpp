#include "app/counter/papers/PaperFiles.h"
#include "app/counter/papers/PaperLeaves.h"
#include "tests/app/counter/casefile/SampleCase.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

namespace {

casework::Page page(const QString& digest, const QString& media = u"image/png"_s)
{
    return {digest, media, 100, 140, 300, 10};
}

QByteArray pdf(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.fillRect(QRect(0, 0, 2000, 2000), i == 0 ? Qt::red : Qt::blue);
    }
    painter.end();
    return bytes;
}

} // namespace

// The pages of a case and how they are opened.
class TestPaperLeaves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaves_ofACase_comeInReadingOrder();
    void leaves_ofLateMaterial_areToldApart();
    void leaves_ofASignedCase_showTheHandOnce();
    void image_decoded_isThePicture();
    void pdf_decoded_givesEachPageOnWhite();
    void rubbish_decoded_givesNothing();
};

void TestPaperLeaves::leaves_ofACase_comeInReadingOrder()
{
    auto state = sampleCase();
    auto party = state.parties.value("applicant"_L1).toObject();
    party.insert(u"proof"_s, QJsonArray{page(u"sm3:proof"_s).toJson()});
    state.parties.insert(u"applicant"_s, party);
    casework::CaseMaterial material;
    material.id = u"proof"_s;
    material.name = u"证明"_s;
    material.pages = {page(u"sm3:1"_s), page(u"sm3:2"_s)};
    state.materials = {material};
    state.confirmation.signature = {page(u"sm3:confirmed"_s)};
    state.collection.signature = {page(u"sm3:signed"_s)};
    QStringList digests;
    for (const auto& leaf : leavesOf(state))
        digests.append(leaf.digest);
    QCOMPARE(digests, (QStringList{u"sm3:proof"_s, u"sm3:1"_s, u"sm3:2"_s, u"sm3:confirmed"_s, u"sm3:signed"_s}));
    QCOMPARE(leavesOf(state).at(1).owner, u"proof"_s);
    QCOMPARE(leavesOf(state).at(1).title, u"证明"_s);
    QVERIFY(leavesOf(sampleCase()).isEmpty());
}

void TestPaperLeaves::leaves_ofLateMaterial_areToldApart()
{
    auto state = sampleCase();
    casework::CaseMaterial material;
    material.id = u"proof"_s;
    material.pages = {page(u"sm3:1"_s)};
    auto late = material;
    late.late = true;
    state.materials = {material, late};
    QCOMPARE(leavesOf(state).at(0).owner, u"proof"_s);
    QCOMPARE(leavesOf(state).at(1).owner, u"proof/late"_s);
}

void TestPaperLeaves::leaves_ofASignedCase_showTheHandOnce()
{
    auto state = sampleCase();
    state.confirmation = {{page(u"sm3:hand"_s)}, false};
    QCOMPARE(leavesOf(state).size(), 1);
    QCOMPARE(leavesOf(state).constFirst().title, u"Signature of the applicant"_s);
    state.confirmation.isOutdated = true; // the reviewer sees that too
    QVERIFY(leavesOf(state).constFirst().title.contains(u"changed since"_s));
    casework::CaseMaterial material;
    material.id = u"application"_s;
    material.pages = {page(u"sm3:hand"_s)};
    state.materials = {material};
    QCOMPARE(leavesOf(state).size(), 1);
    QCOMPARE(leavesOf(state).constFirst().owner, u"application"_s);
}

void TestPaperLeaves::image_decoded_isThePicture()
{
    QImage image(30, 40, QImage::Format_RGB32);
    image.fill(Qt::green);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&buffer, "PNG"));
    QCOMPARE(decodePage(bytes, u"image/png"_s, 0).size(), QSize(30, 40));
    QCOMPARE(pagesIn(bytes, u"image/png"_s), 1);
}

void TestPaperLeaves::pdf_decoded_givesEachPageOnWhite()
{
    const auto bytes = pdf(2);
    QCOMPARE(pagesIn(bytes, u"application/pdf"_s), 2);
    const auto first = decodePage(bytes, u"application/pdf"_s, 0);
    const auto second = decodePage(bytes, u"application/pdf"_s, 1);
    QVERIFY(first.width() > 1000);
    QCOMPARE(first.pixelColor(first.width() - 2, first.height() - 2), QColor(Qt::white));
    QVERIFY(first != second);
    QVERIFY(decodePage(bytes, u"application/pdf"_s, 2).isNull());
}

void TestPaperLeaves::rubbish_decoded_givesNothing()
{
    QVERIFY(decodePage("not a picture", u"image/jpeg"_s, 0).isNull());
    QVERIFY(decodePage("not a paper", u"application/pdf"_s, 0).isNull());
    QCOMPARE(pagesIn("not a paper", u"application/pdf"_s), 1);
}

QTEST_MAIN(TestPaperLeaves)
#include "test_PaperLeaves.moc"
