#include "Cards.h"
#include "devices/smartcard/BankApplication.h"
#include "devices/smartcard/SscApplication.h"
#include "devices/smartcard/SscRecords.h"
#include "tests/support/base/Fuzz.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// A card whose answers are spoilt now and then on their way.
class NoisyCard final : public CardChannel
{
public:
    NoisyCard(SimulatedCard& card, test::Fuzz& fuzz, int oneIn)
        : m_card(card)
        , m_fuzz(fuzz)
        , m_oneIn(oneIn)
    {
        card.powerUp();
    }
    QByteArray atr() const override { return QByteArray::fromHex("3b00"); }
    bool takesLengthWithData() const override { return false; }
    Result<QByteArray> transmit(const QByteArray& command, const std::stop_token&) override
    {
        ++commands;
        const auto answer = m_card.answer(command);
        return m_fuzz.oneIn(m_oneIn) ? m_fuzz.spoilt(answer) : answer;
    }
    int commands = 0;

private:
    SimulatedCard& m_card;
    test::Fuzz& m_fuzz;
    int m_oneIn;
};

} // namespace

// Whatever a card answers, reading ends, and a person who comes out of it agrees with himself.
class TestSscFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_spoiltAnswers_nobodyContradictsHimself();
    void records_anyBytes_areTakenOrRefused();
};

void TestSscFuzz::read_spoiltAnswers_nobodyContradictsHimself()
{
    QList<SimulatedCardData> holders;
    const QList<QJsonObject> kinds{test::cardOf(u"1.00"_s), test::cardOf(u"2.00"_s, {{"strict_lengths"_L1, true}}),
        test::cardOf(u"2.00"_s, {{"numbers_only"_L1, true}}), test::cardOf(u"3.00"_s)};
    for (const auto& kind : kinds)
        holders.append(*simulatedCardData(kind, {}));
    test::Fuzz fuzz("APDU answers");
    int read = 0;
    int refused = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        SimulatedCard card(holders.at(i % holders.size()));
        NoisyCard line(card, fuzz, 2 + fuzz.random().below(60));
        SscApplication application(line, {});
        Result<SscCard> person = fail(smartCardNoCard());
        if (application.select())
            person = application.read();
        if (person && person->needsAuthentication)
            std::ignore = application.challenge(*person);
        std::ignore = readBankCardNumber(line, {});
        QVERIFY2(line.commands < 400, qPrintable(QString::number(i)));
        if (!person) {
            ++refused;
            QVERIFY(!person.error().code.isEmpty());
            continue;
        }
        ++read;
        QVERIFY2(checkSscCard(*person), qPrintable(QString::number(i)));
        QVERIFY(person->tellsPerson() != person->needsAuthentication);
        QCOMPARE(person->cardId.size(), 16);
    }
    qInfo("%d read, %d refused", read, refused);
    QVERIFY(read > fuzz.cases() / 100 && refused > fuzz.cases() / 100); // both are worth trying
}

void TestSscFuzz::records_anyBytes_areTakenOrRefused()
{
    test::Fuzz fuzz("records");
    QList<SscRecord> records;
    for (const auto& file : {cardRecords(), personRecords()})
        records.append(QList<SscRecord>(file.begin(), file.end()));
    int taken = 0;
    for (int i = 0; i < fuzz.cases(); ++i) {
        const auto& record = records.at(i % records.size());
        auto answer = QByteArray(1, static_cast<char>(record.tag)) + static_cast<char>(record.length) +
                      fuzz.random().bytes(record.length);
        if (fuzz.oneIn(3))
            answer = fuzz.spoilt(answer);
        SscCard card;
        const auto done = takeRecord(record, answer, card);
        taken += done ? 1 : 0;
        QVERIFY(done || done.error().is("smartcard.layout"_L1));
    }
    QVERIFY(taken > 0);
}

QTEST_GUILESS_MAIN(TestSscFuzz)
#include "test_ssc_fuzz.moc"
