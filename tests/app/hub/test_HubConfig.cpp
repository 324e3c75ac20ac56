#include "app/hub/HubConfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using hub::HubConfig;

class TestHubConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void config_complete_isRead();
    void config_short_hasDefaults();
    void config_wrong_namesFileAndField_data();
    void config_wrong_namesFileAndField();
    void config_missing_isAFailure();

private:
    Result<HubConfig> read(const QByteArray& json);

    QTemporaryDir m_folder;
};

Result<HubConfig> TestHubConfig::read(const QByteArray& json)
{
    QFile file(m_folder.filePath(u"hub.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) < 0)
        return HubConfig{};
    file.close();
    return HubConfig::read(file.fileName());
}

void TestHubConfig::config_complete_isRead()
{
    const auto config = read(R"({"database":"data/hub.db","blobs":"/srv/files","resources":"../resources",
        "http":{"address":"0.0.0.0","port":18443,"certificate":"tls/chain.pem","key":"tls/key.pem","workers":8},
        "public_base":"https://hub.example.cn/","signing_key":"sign.pem","checkpoint_seconds":60})");
    QVERIFY(config);
    const QDir folder(m_folder.path());
    QCOMPARE(config->database, folder.filePath(u"data/hub.db"_s));
    QCOMPARE(config->blobs, u"/srv/files"_s);
    QCOMPARE(config->resources, QDir::cleanPath(folder.filePath(u"../resources"_s)));
    QCOMPARE(config->http.certificateFile, folder.filePath(u"tls/chain.pem"_s));
    QCOMPARE(config->http.keyFile, folder.filePath(u"tls/key.pem"_s));
    QCOMPARE(config->http.port, quint16(18443));
    QCOMPARE(config->http.workers, 8);
    QCOMPARE(config->publicBase, u"https://hub.example.cn"_s);
    QCOMPARE(config->signingKey, folder.filePath(u"sign.pem"_s));
    QCOMPARE(config->checkpointSeconds, 60);
}

void TestHubConfig::config_short_hasDefaults()
{
    const auto config = read(R"({"database":"hub.db","blobs":"files","resources":"r","http":{"port":18080}})");
    QVERIFY(config);
    QCOMPARE(config->publicBase, u"http://127.0.0.1:18080"_s);
    QCOMPARE(config->checkpointSeconds, 300);
    QVERIFY(config->signingKey.isEmpty());
}

void TestHubConfig::config_wrong_namesFileAndField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");

    const QByteArray rest = R"("blobs":"files","resources":"r")";
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("no database") << "{" + rest + "}" << u"database"_s;
    QTest::newRow("a number as path") << R"({"database":7,)" + rest + "}" << u"database"_s;
    QTest::newRow("a field nobody knows") << R"({"database":"d","datebase":"d",)" + rest + "}" << u"datebase"_s;
    QTest::newRow("a field of http nobody knows")
        << R"({"database":"d","http":{"prot":1},)" + rest + "}" << u"http.prot"_s;
    QTest::newRow("a port beyond the last")
        << R"({"database":"d","http":{"port":65536},)" + rest + "}" << u"http.port"_s;
    QTest::newRow("checkpoints without a pause")
        << R"({"database":"d","checkpoint_seconds":0,)" + rest + "}" << u"checkpoint_seconds"_s;
    QTest::newRow("a public base that is no address")
        << R"({"database":"d","public_base":"hub",)" + rest + "}" << u"public_base"_s;
    QTest::newRow("a certificate without its key")
        << R"({"database":"d","http":{"certificate":"c"},)" + rest + "}" << u"http.key"_s;
}

void TestHubConfig::config_wrong_namesFileAndField()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const auto config = read(json);
    QVERIFY(!config);
    QCOMPARE(config.error().code, u"hub.config"_s);
    QCOMPARE(config.error().fields.value("field"_L1).toString(), field);
    QCOMPARE(config.error().fields.value("file"_L1).toString(), m_folder.filePath(u"hub.json"_s));
    QVERIFY(!config.error().fields.value("rule"_L1).toString().isEmpty());
}

void TestHubConfig::config_missing_isAFailure()
{
    const auto config = HubConfig::read(m_folder.filePath(u"nothing.json"_s));
    QVERIFY(!config);
    QCOMPARE(config.error().code, u"hub.config"_s);
}

QTEST_GUILESS_MAIN(TestHubConfig)
#include "test_HubConfig.moc"
