#include "tests/support/journal/CounterStream.h"

#include "modules/journal/Feed.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/journal/Signer.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::journal;
using namespace Qt::StringLiterals;

namespace {

QByteArray newKey(const char* curve)
{
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve);
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    const QByteArray pem(data, size);
    BIO_free(bio);
    EVP_PKEY_free(key);
    return pem;
}

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verify_untouched_isSound();
    void verify_tampered_isFound_data();
    void verify_tampered_isFound();
    void verify_changedEvent_isFound();
    void verify_changedPersonalPart_isFound();
    void verify_erasedPersonalPart_staysSound();
    void verify_tailCutOff_isFoundByCheckpoint();
    void verify_signedCheckpoint_holdsAndForgeryIsFound_data();
    void verify_signedCheckpoint_holdsAndForgeryIsFound();
    void verify_unsignedCheckpoint_saysSo();
    void signer_nonsenseKey_isReported();
    void signer_newKey_isCheckedByItsPublicHalf();

private:
    std::unique_ptr<test::CounterHub> m_hub;
    VerifyReport report(const Signer* signer = nullptr)
    {
        return verifyJournal(*m_hub->connection, signer).value_or(VerifyReport{});
    }
};

void TestVerifier::init()
{
    m_hub = std::make_unique<test::CounterHub>();
    QVERIFY(m_hub->open());
    for (int stream = 0; stream < 3; ++stream) {
        const QString id = m_hub->ids.next();
        for (int i = 0; i < 4; ++i)
            QVERIFY(m_hub->send(m_hub->command(id, u"Add"_s, i)));
    }
}

void TestVerifier::verify_untouched_isSound()
{
    const auto found = report();
    QVERIFY2(found.sound(), qPrintable(found.problems.join(u'\n')));
    QCOMPARE(found.events, 12);
    QCOMPARE(found.streams, 3);
    QCOMPARE(found.positions, 12);
}

void TestVerifier::verify_tampered_isFound_data()
{
    QTest::addColumn<QByteArrayList>("deed");
    QTest::addRow("a removed event") << QByteArrayList{"DELETE FROM event WHERE id = 2"};
    QTest::addRow("two events exchanged") << QByteArrayList{"UPDATE event SET version = 99 WHERE id = 2",
        "UPDATE event SET version = 2 WHERE id = 3", "UPDATE event SET version = 3 WHERE id = 2"};
    QTest::addRow("a whole stream removed") << QByteArrayList{
        "DELETE FROM event WHERE id <= 4", "DELETE FROM stream WHERE stream NOT IN (SELECT stream FROM event)"};
    QTest::addRow("a stream removed from the feed too") << QByteArrayList{"DELETE FROM event WHERE id <= 4",
        "DELETE FROM stream WHERE stream NOT IN (SELECT stream FROM event)", "DELETE FROM feed WHERE event <= 4"};
    QTest::addRow("the same with positions closed up") << QByteArrayList{"DELETE FROM event WHERE id <= 4",
        "DELETE FROM stream WHERE stream NOT IN (SELECT stream FROM event)", "DELETE FROM feed WHERE event <= 4",
        "UPDATE feed SET pos = pos - 4"};
    QTest::addRow("the last event of a stream removed") << QByteArrayList{"DELETE FROM event WHERE id = 4"};
    QTest::addRow("a feed row for someone else") << QByteArrayList{"UPDATE feed SET audience = '*' WHERE pos = 1"};
    QTest::addRow("an event kept from the feed")
        << QByteArrayList{"DELETE FROM feed WHERE pos = 12", "UPDATE feed_head SET pos = 11"};
}

void TestVerifier::verify_tampered_isFound()
{
    QFETCH(QByteArrayList, deed);
    for (const auto& sql : deed)
        QVERIFY(m_hub->connection->execute(sql));
    QVERIFY(!report().sound());
}

void TestVerifier::verify_changedEvent_isFound()
{
    auto& hub = *m_hub->connection;
    auto bytes =
        *hub.first("SELECT bytes FROM event WHERE id = 3", {}, [](const store::Row& row) { return row.bytes(0); });
    QVERIFY(bytes->contains("\"amount\":2"));
    QVERIFY(hub.execute("UPDATE event SET bytes = ? WHERE id = 3", {bytes->replace("\"amount\":2", "\"amount\":9")}));
    QVERIFY(!report().sound());
}

void TestVerifier::verify_changedPersonalPart_isFound()
{
    QVERIFY(m_hub->connection->execute("UPDATE event_personal SET bytes = ? WHERE event = 1", {QByteArray("{}")}));
    QVERIFY(!report().sound());
}

void TestVerifier::verify_erasedPersonalPart_staysSound()
{
    QVERIFY(m_hub->connection->execute("DELETE FROM event_personal WHERE event = 5"));
    const auto found = report();
    QVERIFY(found.sound());
    QCOMPARE(found.erasedPersonalParts, 1);
}

void TestVerifier::verify_tailCutOff_isFoundByCheckpoint()
{
    QVERIFY(Feed(*m_hub->connection).checkpoint(m_hub->clock.nowMs(), nullptr));
    for (const auto* sql : {"DELETE FROM event WHERE id > 8", "DELETE FROM event_personal WHERE event > 8",
             "DELETE FROM stream WHERE stream NOT IN (SELECT stream FROM event)", "DELETE FROM feed WHERE pos > 8",
             "UPDATE feed_head SET pos = 8, chain = (SELECT chain FROM feed WHERE pos = 8)"})
        QVERIFY(m_hub->connection->execute(sql));
    const auto found = report();
    QCOMPARE(found.problems.size(), 1);
    QVERIFY(found.problems.constFirst().contains(u"checkpoint"_s));
}

void TestVerifier::verify_signedCheckpoint_holdsAndForgeryIsFound_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addRow("SM2") << newKey("SM2");
    QTest::addRow("P-256") << newKey("P-256");
}

void TestVerifier::verify_signedCheckpoint_holdsAndForgeryIsFound()
{
    QFETCH(QByteArray, pem);
    const auto signer = signerFromPem(pem);
    QVERIFY2(signer, signer ? "" : qPrintable(logLine(signer.error())));
    QVERIFY(Feed(*m_hub->connection).checkpoint(m_hub->clock.nowMs(), signer->get()));
    const auto sound = report(signer->get());
    QVERIFY2(sound.sound(), qPrintable(sound.problems.join(u'\n')));
    QCOMPARE(sound.checkpoints, 1);
    QCOMPARE(sound.unsignedCheckpoints, 0);
    QVERIFY(m_hub->connection->execute("UPDATE checkpoint SET at = at + 1"));
    QVERIFY(!report(signer->get()).sound());
    const auto other = signerFromPem(newKey("P-256"));
    QVERIFY(!report(other->get()).sound());
}

void TestVerifier::verify_unsignedCheckpoint_saysSo()
{
    QVERIFY(Feed(*m_hub->connection).checkpoint(m_hub->clock.nowMs(), nullptr));
    QCOMPARE(report().unsignedCheckpoints, 1);
    QVERIFY(report().sound());
}

void TestVerifier::signer_nonsenseKey_isReported()
{
    QCOMPARE(signerFromPem("no key at all").error().code, u"journal.signing-key"_s);
}

void TestVerifier::signer_newKey_isCheckedByItsPublicHalf()
{
    const auto pem = newSigningKey();
    QVERIFY2(pem, pem ? "" : qPrintable(logLine(pem.error())));
    QVERIFY(*pem != *newSigningKey());
    const auto signer = signerFromPem(*pem);
    const auto publicPem = (*signer)->publicPem();
    QVERIFY(publicPem && publicPem->startsWith("-----BEGIN PUBLIC KEY-----"));
    const auto key = publicKeyFromPem(*publicPem);
    QVERIFY(key);
    QCOMPARE((*key)->keyId(), (*signer)->keyId());
    const auto signature = (*signer)->sign(pushBytes("{}"));
    QVERIFY((*key)->verifies(pushBytes("{}"), *signature));
    QVERIFY(!(*key)->verifies(pushBytes("{ }"), *signature));
    QVERIFY(!(*key)->verifies(pushBytes("{}"), signature->chopped(1)));
    QVERIFY(!(*key)->verifies(pushBytes("{}"), {}));
    for (const auto& nonsense : {"no key at all"_ba, QByteArray(), *pem}) // nor is a private one taken for a public one
        QCOMPARE(publicKeyFromPem(nonsense).error().code, u"journal.signing-key"_s);
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "test_verifier.moc"
