#include "devices/smartcard/BankApplication.h"
#include "devices/smartcard/CardDialogue.h"
#include "devices/smartcard/SscApplication.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// A card that gives one prepared answer after another, whatever it is asked; the last one for ever.
class RecitingCard final : public CardChannel
{
public:
    explicit RecitingCard(const QStringList& answers, bool lengths = false)
        : m_answers(answers)
        , m_lengths(lengths)
    {}
    QByteArray atr() const override { return QByteArray::fromHex("3b00"); }
    bool takesLengthWithData() const override { return m_lengths; }
    Result<QByteArray> transmit(const QByteArray& command, const std::stop_token&) override
    {
        heard.append(QString::fromLatin1(QByteArray(command.constData(), command.size()).toHex()));
        const auto at = std::min<qsizetype>(heard.size(), m_answers.size()) - 1;
        return QByteArray::fromHex(m_answers.at(at).toLatin1());
    }
    QStringList heard;

private:
    QStringList m_answers;
    bool m_lengths;
};

const ApduCommand ReadRecord{0x00, 0xb2, 0x08, 0x00, {}, quint8(20)};
const ApduCommand Select{0x00, 0xa4, 0x04, 0x00, QByteArray::fromHex("a1a2"), quint8(0)};
const ApduCommand SelectFile{0x00, 0xa4, 0x02, 0x00, QByteArray::fromHex("ef05"), {}};

} // namespace

// Commands and answers: lengths that a card corrects, answers that it holds back, and answers that are none.
class TestCardDialogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ask_card_isUnderstood_data();
    void ask_card_isUnderstood();
    void ask_impossibleAnswer_isToldSo_data();
    void ask_impossibleAnswer_isToldSo();
    void select_refusal_isTold_data();
    void select_refusal_isTold();
    void bank_oddCards_areTold_data();
    void bank_oddCards_areTold();
};

void TestCardDialogue::ask_card_isUnderstood_data()
{
    QTest::addColumn<ApduCommand>("command");
    QTest::addColumn<bool>("lengths");
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QStringList>("heard");
    QTest::addColumn<QString>("data");
    QTest::addRow("at once") << ReadRecord << false << QStringList{u"08019000"_s + u"9000"_s}
                             << QStringList{u"00b2080014"_s} << u"08019000"_s;
    QTest::addRow("length corrected") << ReadRecord << false << QStringList{u"6c02"_s, u"aabb9000"_s}
                                      << QStringList{u"00b2080014"_s, u"00b2080002"_s} << u"aabb"_s;
    QTest::addRow("held back") << Select << false << QStringList{u"6103"_s, u"6f01aa9000"_s}
                               << QStringList{u"00a4040002a1a2"_s, u"00c0000003"_s} << u"6f01aa"_s;
    QTest::addRow("in two parts") << Select << false << QStringList{u"6102"_s, u"aabb6101"_s, u"cc9000"_s}
                                  << QStringList{u"00a4040002a1a2"_s, u"00c0000002"_s, u"00c0000001"_s} << u"aabbcc"_s;
    QTest::addRow("held back with a wrong length")
        << Select << false << QStringList{u"6100"_s, u"6c02"_s, u"aabb9000"_s}
        << QStringList{u"00a4040002a1a2"_s, u"00c0000000"_s, u"00c0000002"_s} << u"aabb"_s;
    QTest::addRow("nobody asked for it") << SelectFile << false << QStringList{u"6110"_s}
                                         << QStringList{u"00a4020002ef05"_s} << QString();
    QTest::addRow("length with the data")
        << Select << true << QStringList{u"6f009000"_s} << QStringList{u"00a4040002a1a200"_s} << u"6f00"_s;
}

void TestCardDialogue::ask_card_isUnderstood()
{
    QFETCH(ApduCommand, command);
    QFETCH(bool, lengths);
    QFETCH(QStringList, answers);
    RecitingCard card(answers, lengths);
    CardDialogue dialogue(card, {});
    const auto reply = dialogue.ask(command);
    QVERIFY(reply);
    QVERIFY(reply->isDone());
    QTEST(QString::fromLatin1(reply->data.toHex()), "data");
    QTEST(card.heard, "heard");
    QCOMPARE(dialogue.commands(), card.heard.size());
}

void TestCardDialogue::ask_impossibleAnswer_isToldSo_data()
{
    QTest::addColumn<QStringList>("answers");
    QTest::addRow("nothing") << QStringList{QString()};
    QTest::addRow("one byte") << QStringList{u"90"_s};
    QTest::addRow("more without end") << QStringList{u"6110"_s, u"aa6110"_s};
    QTest::addRow("torn in the middle") << QStringList{u"6110"_s, u"90"_s};
}

void TestCardDialogue::ask_impossibleAnswer_isToldSo()
{
    QFETCH(QStringList, answers);
    RecitingCard card(answers);
    CardDialogue dialogue(card, {});
    const auto reply = dialogue.ask(Select);
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, u"smartcard.answer"_s);
    QVERIFY(card.heard.size() < 40);
}

void TestCardDialogue::select_refusal_isTold_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("code");
    QTest::addRow("no such application") << u"6a82"_s << u"smartcard.not-social-security"_s;
    QTest::addRow("no such command") << u"6d00"_s << u"smartcard.not-social-security"_s;
    QTest::addRow("no such class") << u"6e00"_s << u"smartcard.not-social-security"_s;
    QTest::addRow("locked") << u"6a81"_s << u"smartcard.application-locked"_s;
    QTest::addRow("invalidated") << u"6283"_s << u"smartcard.application-locked"_s;
    QTest::addRow("locked for ever") << u"9303"_s << u"smartcard.application-locked"_s;
    QTest::addRow("denied") << u"6982"_s << u"smartcard.access-denied"_s;
    QTest::addRow("PIN locked") << u"6983"_s << u"smartcard.pin-blocked"_s;
    QTest::addRow("memory") << u"6581"_s << u"smartcard.memory"_s;
    QTest::addRow("anything else") << u"6f01"_s << u"smartcard.status"_s;
}

void TestCardDialogue::select_refusal_isTold()
{
    QFETCH(QString, status);
    QFETCH(QString, code);
    RecitingCard card({status});
    const auto done = SscApplication(card, {}).select();
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    if (code == "smartcard.status"_L1)
        QCOMPARE(done.error().fields.value("status"_L1).toString(), u"6F01"_s);
}

void TestCardDialogue::bank_oddCards_areTold_data()
{
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("code");
    const auto selected = u"6f009000"_s;
    QTest::addRow("locator in a template")
        << QStringList{selected, u"770a82020000940408010100"_s + u"9000"_s, u"700a5a086217000000000012"_s + u"9000"_s}
        << u"6217000000000012"_s << QString();
    QTest::addRow("odd number of digits")
        << QStringList{selected, u"80067c00080101009000"_s, u"700c5a0a6217000000000010017f9000"_s}
        << u"6217000000000010017"_s << QString();
    QTest::addRow("in the second record")
        << QStringList{selected, u"80067c00080102009000"_s, u"70009000"_s, u"700a5a0862170000000000129000"_s}
        << u"6217000000000012"_s << QString();
    QTest::addRow("nowhere") << QStringList{selected, u"80067c0008011f009000"_s, u"70009000"_s} << QString()
                             << u"smartcard.no-bank-application"_s;
    QTest::addRow("endless locator") << QStringList{selected, u"80067c000801ff009000"_s, u"70009000"_s} << QString()
                                     << u"smartcard.no-bank-application"_s;
    QTest::addRow("letters for a number")
        << QStringList{selected, u"80067c00080101009000"_s, u"700a5a08621700abcdef00129000"_s} << QString()
        << u"smartcard.layout"_s;
    QTest::addRow("not activated") << QStringList{u"6a82"_s} << QString() << u"smartcard.no-bank-application"_s;
    QTest::addRow("conditions not met") << QStringList{selected, u"6985"_s} << QString() << u"smartcard.status"_s;
}

void TestCardDialogue::bank_oddCards_areTold()
{
    QFETCH(QStringList, answers);
    QFETCH(QString, number);
    QFETCH(QString, code);
    RecitingCard card(answers);
    const auto read = readBankCardNumber(card, {});
    QCOMPARE(read ? QString() : read.error().code, code);
    QCOMPARE(read.value_or(QString()), number);
    QVERIFY(card.heard.size() < 64);
}

QTEST_GUILESS_MAIN(TestCardDialogue)
#include "test_card_dialogue.moc"
