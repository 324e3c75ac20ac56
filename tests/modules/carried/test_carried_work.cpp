#include "modules/base/Json.h"
#include "modules/carried/CarriedWork.h"
#include "modules/identity/PasswordVerifier.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/store/FullDisk.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::carried;

// Work in a file: what comes out is what went in, or nothing does.
class TestCarriedWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void written_isReadOnAnotherMachine();
    void written_tellsNothingOfWhatIsInIt();
    void written_twice_looksOtherwiseEachTime();
    void password_wrong_opensNothing();
    void password_short_isRefused();
    void file_cutOffAnywhere_isNoticed();
    void file_changedAnywhere_isNoticed();
    void file_withMoreBehindIt_isNoticed();
    void file_thatIsAnother_isNoticed_data();
    void file_thatIsAnother_isNoticed();
    void file_notThere_isTold();
    void place_thatCannotBeWritten_isTold_andKeepsWhatWasThere();
    void paper_thatIsLostHere_keepsNothingElseBack();
    void pushes_takeWhatTheHubTakesInOneRequest();

private:
    QString path(const QString& name = u"work.kbw"_s) const { return m_folder->filePath(name); }
    Work sample();
    QString refusal(const QByteArray& bytes); // of a file that holds this
    QByteArray written();

    std::unique_ptr<QTemporaryDir> m_folder;
    test::SeededRandom m_random{7};
    std::unique_ptr<blobs::BlobStore> m_here;
    std::unique_ptr<blobs::BlobStore> m_there;
    const QString m_password = u"云山-2026-乡镇"_s;
};

void TestCarriedWork::initTestCase()
{
    identity::setVerifierCost(4); // what a password costs is tested with passwords
}

void TestCarriedWork::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_here = std::make_unique<blobs::BlobStore>(path(u"here"_s));
    m_there = std::make_unique<blobs::BlobStore>(path(u"there"_s));
}

Work TestCarriedWork::sample()
{
    Work work{u"device-1"_s, u"account-1"_s, u"测试陈"_s, u"文新便民服务中心"_s, u"3"_s, 1'795'000'000'000, 2,
        {{R"({"commands":[{"id":"1"}]})", m_random.bytes(70)}, {R"({"commands":[{"id":"𠮷"}]})", m_random.bytes(71)}},
        {}};
    for (const qsizetype size : {1, 300'000, 2'500'000}) { // within a record, and over several
        const auto bytes = m_random.bytes(size);
        work.files.append({m_here->put(bytes).value_or(QString()), size, u"stream-1"_s});
    }
    return work;
}

QByteArray TestCarriedWork::written()
{
    if (!writeWork(path(), m_password, sample(), *m_here, m_random))
        return {};
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestCarriedWork::refusal(const QByteArray& bytes)
{
    QFile file(path(u"changed.kbw"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return u"not written"_s;
    file.close();
    const auto work = readWork(file.fileName(), m_password, *m_there);
    return work ? u"read"_s : work.error().code;
}

void TestCarriedWork::written_isReadOnAnotherMachine()
{
    const auto work = sample();
    QVERIFY(writeWork(path(), m_password, work, *m_here, m_random));
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto read = readWork(path(), m_password, *m_there);
    QVERIFY2(read, read ? "" : qPrintable(logLine(read.error())));
    QVERIFY(*read == work);
    for (const auto& file : work.files)
        QCOMPARE(*m_there->read(file.digest), *m_here->read(file.digest));
}

void TestCarriedWork::written_tellsNothingOfWhatIsInIt()
{
    const auto bytes = written();
    QVERIFY(bytes.size() > 2'800'000);
    for (const auto& words : {"commands"_ba, "device-1"_ba, "sm3:"_ba, u"测试陈"_s.toUtf8()})
        QVERIFY(!bytes.contains(words));
}

void TestCarriedWork::written_twice_looksOtherwiseEachTime()
{
    const auto work = sample();
    QVERIFY(writeWork(path(u"a"_s), m_password, work, *m_here, m_random));
    QVERIFY(writeWork(path(u"b"_s), m_password, work, *m_here, m_random));
    QFile a(path(u"a"_s));
    QFile b(path(u"b"_s));
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    a.seek(40);
    b.seek(40);
    QVERIFY(a.read(64) != b.read(64)); // the same key and number would tell what is the same in both
}

void TestCarriedWork::password_wrong_opensNothing()
{
    QVERIFY(!written().isEmpty());
    for (const auto& wrong : {u"云山-2026-乡村"_s, u"YUNSHAN2026"_s, QString()})
        QCOMPARE(readWork(path(), wrong, *m_there).error().code, u"carried.password"_s);
    QVERIFY(!QFile::exists(path(u"there"_s)) || QDir(path(u"there"_s)).isEmpty());
}

void TestCarriedWork::password_short_isRefused()
{
    const auto done = writeWork(path(), u"1234567"_s, sample(), *m_here, m_random);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"carried.password-short"_s);
    QVERIFY(!QFile::exists(path()));
}

void TestCarriedWork::file_cutOffAnywhere_isNoticed()
{
    const auto whole = written();
    QCOMPARE(refusal(whole), u"read"_s);
    const QStringList told{u"carried.not-ours"_s, u"carried.password"_s, u"carried.damaged"_s};
    QList<qsizetype> places{0, 1, 15, 16, 31, 32, 33, 36, 37, 38, whole.size() - 1, whole.size() - 17};
    for (int i = 0; i < 40; ++i)
        places.append(m_random.below(static_cast<int>(whole.size())));
    // Also where a record ends: a file that lacks its last ones is whole records from end to end.
    constexpr qsizetype record = 5 + (1 << 20) + 16;
    places.append({32 + record, 32 + 2 * record});
    for (const auto place : std::as_const(places))
        QVERIFY2(told.contains(refusal(whole.first(place))), qPrintable(QString::number(place)));
}

void TestCarriedWork::file_changedAnywhere_isNoticed()
{
    const auto whole = written();
    QList<qsizetype> places{0, 15, 16, 31, 32, 35, 36, 37, whole.size() - 1};
    for (int i = 0; i < 60; ++i)
        places.append(m_random.below(static_cast<int>(whole.size())));
    for (const auto place : std::as_const(places)) {
        auto changed = whole;
        changed[place] = static_cast<char>(changed[place] ^ (1 << m_random.below(8)));
        QVERIFY2(refusal(changed).startsWith("carried."_L1), qPrintable(QString::number(place)));
    }
}

void TestCarriedWork::file_withMoreBehindIt_isNoticed()
{
    const auto whole = written();
    QCOMPARE(refusal(whole + '\n'), u"carried.damaged"_s);
    QCOMPARE(refusal(whole + whole), u"carried.damaged"_s);
}

void TestCarriedWork::file_thatIsAnother_isNoticed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << u"这不是业务文件，只是一些文字，文字，文字。"_s.toUtf8();
    QTest::newRow("of a later release") << "KUAIBAN WORK 2\n"_ba + QByteArray(100, '\1');
    QTest::newRow("that would take all memory") << "KUAIBAN WORK 1\n\x7f"_ba + QByteArray(100, '\1');
}

void TestCarriedWork::file_thatIsAnother_isNoticed()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(refusal(bytes), u"carried.not-ours"_s);
}

void TestCarriedWork::file_notThere_isTold()
{
    QCOMPARE(readWork(path(u"none"_s), m_password, *m_there).error().code, u"carried.read"_s);
}

void TestCarriedWork::place_thatCannotBeWritten_isTold_andKeepsWhatWasThere()
{
    QCOMPARE(writeWork(path(u"no/such/folder.kbw"_s), m_password, sample(), *m_here, m_random).error().code,
        u"carried.write"_s);
    const auto before = written();
    const auto work = sample();
    {
        const test::FullDisk full;
        QCOMPARE(writeWork(path(), m_password, work, *m_here, m_random).error().code, u"carried.write"_s);
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == before);
}

void TestCarriedWork::paper_thatIsLostHere_keepsNothingElseBack()
{
    auto work = sample();
    const auto lost = work;
    work.files.insert(1, {u"sm3:"_s + QString(64, u'a'), 10, u"stream-1"_s});
    QVERIFY(writeWork(path(), m_password, work, *m_here, m_random));
    QVERIFY(*readWork(path(), m_password, *m_there) == lost);
}

void TestCarriedWork::pushes_takeWhatTheHubTakesInOneRequest()
{
    const auto signer = journal::signerFromPem(*journal::newSigningKey());
    QList<journal::Command> commands;
    for (int i = 0; i < 250; ++i)
        commands.append({QString::number(i), u"s"_s, u"case"_s, u"AddRemark"_s, 1, u"a"_s, u"d"_s, 0, {}, {}, {},
            {{u"text"_s, QString(i < 220 ? 10 : 20'000, u'字')}}});
    const auto pushes = signedPushes(commands, **signer);
    QVERIFY(pushes);
    QStringList order;
    for (const auto& push : *pushes) {
        QVERIFY(push.body.size() < 256 * 1024);
        QVERIFY((*signer)->verifies(journal::pushBytes(push.body), push.signature));
        const auto list = parseObject(push.body)->value("commands"_L1).toArray();
        QVERIFY(list.size() <= 100);
        for (const auto& command : list)
            order.append(command["id"_L1].toString());
    }
    QCOMPARE(order.size(), 250);
    for (int i = 0; i < 250; ++i)
        QCOMPARE(order.at(i), QString::number(i));
    QVERIFY(signedPushes({}, **signer)->isEmpty());
}

QTEST_GUILESS_MAIN(TestCarriedWork)
#include "test_carried_work.moc"
