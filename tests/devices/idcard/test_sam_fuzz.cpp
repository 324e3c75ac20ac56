#include "devices/idcard/IdCardCheck.h"
#include "devices/idcard/IdCardJson.h"
#include "devices/idcard/IdCardText.h"
#include "devices/idcard/SamFrame.h"
#include "devices/idcard/SamReply.h"
#include "tests/support/base/Fuzz.h"
#include "tests/support/devices/Persons.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

QByteArray blocksOf(const IdCard& card)
{
    const auto text = encodeIdCardText(card);
    QByteArray body = QByteArray::fromHex("00009001000400") + text + QByteArray(1024, 'p');
    return samFrame(body);
}

} // namespace

// Whatever comes over the reader's line: nothing crashes or hangs, no frame with a wrong checksum is taken, and nobody
// is made of two cards.
class TestSamFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void frames_spoiltStream_onlyWholeOnesAreTaken();
    void text_spoiltBlock_isTakenOrRefused();

private:
    QList<IdCard> m_cards;
};

void TestSamFuzz::initTestCase()
{
    for (const auto& name : {u"wang-guilan"_s, u"li-jianguo"_s, u"chen-jiahui"_s, u"ivanov"_s}) {
        const auto card = idCardFromJson(test::demoPerson(name), name);
        QVERIFY(card);
        m_cards.append(*card);
    }
}

// Frames of two people are sent over a line that spoils some of them. What comes out is one of those that were sent,
// byte for byte, or nothing.
void TestSamFuzz::frames_spoiltStream_onlyWholeOnesAreTaken()
{
    test::Fuzz fuzz("GA 450 frames");
    int whole = 0;
    int damaged = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const QList<QByteArray> sent{blocksOf(m_cards.at(i % m_cards.size())),
            blocksOf(m_cards.at((i + 1) % m_cards.size())), samFrame(QByteArray::fromHex("00009f00000000"))};
        SamFrameReader reader;
        QByteArray stream;
        for (const auto& frame : sent)
            stream += fuzz.oneIn(2) ? fuzz.spoilt(frame) : frame;
        int found = 0;
        while (!stream.isEmpty()) {
            const auto piece = 1 + fuzz.random().below(700);
            reader.feed(stream.first(std::min<qsizetype>(piece, stream.size())));
            stream.remove(0, piece);
            for (;;) {
                const auto next = reader.next();
                if (next == SamFrameReader::Found::Nothing)
                    break;
                QVERIFY2(++found < 2000, "the reader goes round in circles");
                damaged += next == SamFrameReader::Found::Damaged ? 1 : 0;
                if (next != SamFrameReader::Found::Frame)
                    continue;
                // A checksum of one byte lets one damaged frame in 256 pass: what it says must still be one person.
                ++whole;
                if (sent.contains(samFrame(reader.body())))
                    continue;
                const auto reply = samReply(reader.body());
                const auto blocks =
                    reply ? splitCardBlocks(reply->data, WithFingerprint::No) : Result<CardBlocks>(fail(reply.error()));
                const auto card = blocks ? decodeIdCardText(blocks->text) : Result<IdCard>(fail(blocks.error()));
                if (!card || !checkIdCard(*card))
                    continue;
                const auto samePerson = [&card](const IdCard& one) { return one.idNo == card->idNo; };
                QVERIFY2(std::any_of(m_cards.begin(), m_cards.end(), samePerson), qPrintable(QString::number(i)));
            }
        }
    }
    qInfo("%d frames taken, %d refused", whole, damaged);
    QVERIFY(whole > fuzz.cases() / 2 && damaged > fuzz.cases() / 20);
}

void TestSamFuzz::text_spoiltBlock_isTakenOrRefused()
{
    test::Fuzz fuzz("card text");
    int taken = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const auto& card = m_cards.at(i % m_cards.size());
        const auto block = fuzz.oneIn(20) ? fuzz.random().bytes(256) : fuzz.spoilt(encodeIdCardText(card));
        const auto read = decodeIdCardText(block);
        if (!read) {
            QVERIFY(read.error().is("idcard.layout"_L1));
            continue;
        }
        if (!checkIdCard(*read))
            continue;
        ++taken;
        // Whoever comes out agrees with himself.
        if (read->kind == IdCardKind::Resident || read->kind == IdCardKind::Gat)
            QCOMPARE(read->idNo.sliced(6, 8), read->birth.toString(u"yyyyMMdd"_s));
    }
    qInfo("%d of %d taken", taken, fuzz.cases());
    QVERIFY(taken > 0);
}

QTEST_GUILESS_MAIN(TestSamFuzz)
#include "test_sam_fuzz.moc"
