#include "HubWorld.h"
#include "modules/codes/CardChallenge.h"
#include "modules/codes/SscCryptogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// What the security module answers cards over HTTP, and to whom.
class TestCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void proof_genuineCard_isGiven();
    void proof_forgedCard_isRefused();
    void proof_brokenChallenge_isNamed_data();
    void proof_brokenChallenge_isNamed();
    void proof_withoutTheRight_isRefused();
    void proof_hubWithoutModule_saysSo();
    void keyFile_unusable_keepsTheHubFromStarting_data();
    void keyFile_unusable_keepsTheHubFromStarting();

private:
    static QByteArray key() { return QByteArray::fromHex("00112233445566778899aabbccddeeff"); }
    static codes::CardChallenge challenge();
    HttpTestReply ask(HubWorld& hub, const Desk& desk, const QJsonObject& body)
    {
        return hub.post(desk, u"/api/v1/card-proofs"_s, body, "Idempotency-Key: " + hub.ids.next().toLatin1() + "\r\n");
    }

    HubWorld m_hub;
    Desk m_clerk;
    Desk m_reviewer;
};

codes::CardChallenge TestCards::challenge()
{
    codes::CardChallenge asked{QByteArray::fromHex("3b6d0000"), 0x03, QByteArray(16, 'c'), QByteArray(8, 'a'),
        QByteArray(8, 'b'), {}, QByteArray(8, 'd'), QByteArray(8, 'e')};
    asked.internalAnswer =
        codes::sscCryptogram(key(), asked.cardId, asked.internalFactor, asked.internalSource).first(8);
    return asked;
}

void TestCards::initTestCase()
{
    m_hub.config.cardKey = m_hub.folder.filePath(u"card.key"_s);
    QFile file(m_hub.config.cardKey);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(key().toHex());
    file.close();
    QVERIFY(m_hub.open());
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub.addAccount(u"liu"_s, {u"reviewer"_s}));
    m_clerk = m_hub.desk(u"chen"_s);
    m_reviewer = m_hub.desk(u"liu"_s);
}

void TestCards::proof_genuineCard_isGiven()
{
    const auto asked = challenge();
    const auto reply = ask(m_hub, m_clerk, codes::toJson(asked));
    QCOMPARE(reply.status, 200);
    const auto proof = codes::cardProofFrom(reply.json());
    QVERIFY(proof);
    QCOMPARE(proof->internal.first(8), asked.internalAnswer);
    QCOMPARE(proof->external, codes::sscCryptogram(key(), asked.cardId, asked.externalFactor, asked.externalSource));
    QVERIFY(!reply.body.contains(key().toHex()));
}

void TestCards::proof_forgedCard_isRefused()
{
    auto asked = challenge();
    asked.internalAnswer[0] = static_cast<char>(asked.internalAnswer.at(0) ^ 1);
    const auto reply = ask(m_hub, m_clerk, codes::toJson(asked));
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.json().value("code"_L1).toString(), u"hub.card-refused"_s);
    QVERIFY(!reply.json().contains("external"_L1));
}

void TestCards::proof_brokenChallenge_isNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no card id") << u"card_id"_s << QJsonValue();
    QTest::newRow("short card id") << u"card_id"_s << QJsonValue(u"2106"_s);
    QTest::newRow("no hexadecimal") << u"internal_factor"_s << QJsonValue(QString(16, u'z'));
    QTest::newRow("long source") << u"external_source"_s << QJsonValue(QString(18, u'0'));
    QTest::newRow("algorithm of another world") << u"algorithm"_s << QJsonValue(999);
    QTest::newRow("endless ATR") << u"atr"_s << QJsonValue(QString(200, u'0'));
}

void TestCards::proof_brokenChallenge_isNamed()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    auto body = codes::toJson(challenge());
    body.insert(field, value);
    const auto reply = ask(m_hub, m_clerk, body);
    QCOMPARE(reply.status / 100, 4);
    QVERIFY2(reply.body.contains(field.toLatin1()), reply.body.constData());
}

void TestCards::proof_withoutTheRight_isRefused()
{
    QCOMPARE(ask(m_hub, m_reviewer, codes::toJson(challenge())).status, 403);
}

void TestCards::proof_hubWithoutModule_saysSo()
{
    HubWorld other;
    QVERIFY(other.open());
    QVERIFY(other.addAccount(u"chen"_s, {u"window-clerk"_s}));
    const auto reply = ask(other, other.desk(u"chen"_s), codes::toJson(challenge()));
    QCOMPARE(reply.status, 501);
    QCOMPARE(reply.json().value("code"_L1).toString(), u"hub.card-authority"_s);
}

void TestCards::keyFile_unusable_keepsTheHubFromStarting_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("too short") << "0011"_ba;
    QTest::newRow("no hexadecimal") << QByteArray(32, 'x');
}

void TestCards::keyFile_unusable_keepsTheHubFromStarting()
{
    QFETCH(QByteArray, content);
    HubWorld other;
    other.config.cardKey = other.folder.filePath(u"card.key"_s);
    QFile file(other.config.cardKey);
    if (!content.isEmpty()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
    }
    const auto opened = other.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"hub.card-key"_s);
}

QTEST_GUILESS_MAIN(TestCards)
#include "test_Cards.moc"
