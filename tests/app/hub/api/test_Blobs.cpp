#include "HubWorld.h"

#include "modules/base/Digest.h"
#include "modules/casework/Case.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Files in parts: cut off, resumed, repeated, wrong, and read only by those who may read the case.
class TestBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void file_cutOffAndResumed_arrivesWhole();
    void part_wrong_isRefused_data();
    void part_wrong_isRefused();
    void file_withOtherBytes_isDroppedWhole();
    void file_read_needsACaseTheAccountMayRead();
    void file_replaced_staysReadable();

private:
    QList<int> missing(const Desk& desk, const QString& digest, qsizetype size);
    HttpTestReply put(const QString& digest, int part, qsizetype size, const QByteArray& bytes);
    void upload(const QByteArray& bytes);
    casework::CaseMaterial material(const QByteArray& bytes);

    std::unique_ptr<HubWorld> m_hub;
    Desk m_clerk;
};

void TestBlobs::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    m_clerk = m_hub->desk(u"chen"_s);
}

QList<int> TestBlobs::missing(const Desk& desk, const QString& digest, qsizetype size)
{
    QList<int> parts;
    for (const auto& part : m_hub->get(desk, u"/api/v1/blobs/%1/missing?size=%2"_s.arg(digest).arg(size))
                                .json()
                                .value("missing"_L1)
                                .toArray())
        parts.append(part.toInt());
    return parts;
}

HttpTestReply TestBlobs::put(const QString& digest, int part, qsizetype size, const QByteArray& bytes)
{
    return m_hub->ask("PUT", u"/api/v1/blobs/%1/parts/%2?size=%3"_s.arg(digest).arg(part).arg(size), bytes,
        m_clerk.headers() + "Content-Type: application/octet-stream\r\n");
}

void TestBlobs::upload(const QByteArray& bytes)
{
    const QString digest = digestOf(bytes);
    for (const int part : missing(m_clerk, digest, bytes.size()))
        QCOMPARE(
            put(digest, part, bytes.size(), bytes.mid(part * blobs::BlobStore::PartSize, blobs::BlobStore::PartSize))
                .status,
            204);
}

casework::CaseMaterial TestBlobs::material(const QByteArray& bytes)
{
    return {u"page-1"_s, u"情况说明"_s, u"copy"_s, u"supplied"_s, 1,
        {{digestOf(bytes), u"image/png"_s, 1240, 1754, 150, bytes.size()}}, {}, false};
}

void TestBlobs::file_cutOffAndResumed_arrivesWhole()
{
    const QByteArray scan = QByteArray(600'000, 'a') + QByteArray(100'000, 'b');
    const QString digest = digestOf(scan);
    QCOMPARE(missing(m_clerk, digest, scan.size()), (QList<int>{0, 1, 2}));
    QCOMPARE(put(digest, 1, scan.size(), scan.mid(262'144, 262'144)).status, 204);
    {
        HttpTestClient client(m_hub->server->port()); // the cable is cut in the middle of a part
        const auto whole =
            requestBytes("PUT", u"/api/v1/blobs/%1/parts/0?size=%2"_s.arg(digest).arg(scan.size()).toUtf8(),
                scan.first(262'144), m_clerk.headers() + "Content-Type: application/octet-stream\r\n");
        client.send(whole.first(whole.size() / 2));
        client.cut();
    }
    QCOMPARE(missing(m_clerk, digest, scan.size()), (QList<int>{0, 2}));
    QCOMPARE(put(digest, 1, scan.size(), scan.mid(262'144, 262'144)).status, 204); // a repeat
    upload(scan);
    QCOMPARE(missing(m_clerk, digest, scan.size()), QList<int>());
    QCOMPARE(put(digest, 2, scan.size(), scan.mid(524'288)).status, 204); // after the end
    QCOMPARE(m_hub->core->parts().blobs.read(digest), scan);
}

void TestBlobs::part_wrong_isRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const QString digest = digestOf("whatever");
    const QByteArray raw = "application/octet-stream";
    QTest::newRow("no digest") << u"sm3:12/parts/0?size=8"_s << raw << qsizetype(8) << 422 << u"hub.parameter"_s;
    QTest::newRow("no size") << digest + u"/parts/0"_s << raw << qsizetype(8) << 422 << u"hub.parameter"_s;
    QTest::newRow("larger than any file")
        << digest + u"/parts/0?size=64000001"_s << raw << qsizetype(8) << 422 << u"hub.parameter"_s;
    QTest::newRow("a part beyond the end")
        << digest + u"/parts/1?size=8"_s << raw << qsizetype(8) << 422 << u"blobs.part"_s;
    QTest::newRow("no number") << digest + u"/parts/x?size=8"_s << raw << qsizetype(8) << 422 << u"blobs.part"_s;
    QTest::newRow("shorter than announced")
        << digest + u"/parts/0?size=8"_s << raw << qsizetype(7) << 422 << u"blobs.part"_s;
    QTest::newRow("as JSON") << digest + u"/parts/0?size=8"_s << QByteArray("application/json") << qsizetype(8) << 415
                             << u"http.media-type"_s;
    QTest::newRow("over 256 KB") << digest + u"/parts/0?size=300000"_s << raw << qsizetype(262'145) << 413
                                 << u"http.body-too-large"_s;
}

void TestBlobs::part_wrong_isRefused()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, type);
    QFETCH(qsizetype, length);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto reply = m_hub->ask("PUT", u"/api/v1/blobs/"_s + path, QByteArray(length, 'w'),
        m_clerk.headers() + "Content-Type: " + type + "\r\n");
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
}

void TestBlobs::file_withOtherBytes_isDroppedWhole()
{
    const QString digest = digestOf("the right bytes");
    const auto reply = put(digest, 0, 15, "the wrong bytes");
    QCOMPARE(reply.code(), u"blobs.damaged"_s);
    QCOMPARE(missing(m_clerk, digest, 15), QList<int>{0});
    QCOMPARE(put(digest, 0, 15, "the right bytes").status, 204);
}

void TestBlobs::file_read_needsACaseTheAccountMayRead()
{
    QVERIFY(m_hub->addAccount(u"liu"_s, {u"reviewer"_s}));
    QVERIFY(m_hub->addAccount(u"zhao"_s, {u"window-clerk"_s}));
    const auto reviewer = m_hub->desk(u"liu"_s);
    const auto colleague = m_hub->desk(u"zhao"_s);
    const QByteArray scan(5'000, 's');
    const QString path = u"/api/v1/blobs/"_s + digestOf(scan);
    upload(scan);
    QCOMPARE(m_hub->get(m_clerk, path).code(), u"blobs.missing"_s); // here, but of no case
    QCOMPARE(m_hub->say(m_clerk, m_hub->openCase(m_clerk, {material(scan).toJson()})), u"applied"_s);
    QCOMPARE(m_hub->get(m_clerk, path).body, scan);
    QCOMPARE(m_hub->get(reviewer, path).body, scan);
    QCOMPARE(m_hub->get(colleague, path).status, 403);
    QCOMPARE(m_hub->get(colleague, path).code(), u"identity.right"_s);
}

void TestBlobs::file_replaced_staysReadable()
{
    const QByteArray first(3'000, '1');
    const QByteArray second(3'000, '2');
    upload(first);
    upload(second);
    const auto opening = m_hub->openCase(m_clerk, {material(first).toJson()});
    QCOMPARE(m_hub->say(m_clerk, opening), u"applied"_s);
    QCOMPARE(m_hub->say(m_clerk, m_hub->command(m_clerk, opening.stream, u"SetMaterial"_s,
                                     {{u"material"_s, material(second).toJson()}})),
        u"applied"_s);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/blobs/"_s + digestOf(second)).body, second);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/blobs/"_s + digestOf(first)).body, first);
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "test_Blobs.moc"
