#include "app/counter/session/Enrolment.h"
#include "app/counter/session/SignIn.h"
#include "modules/base/Json.h"
#include "modules/journal/Signer.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"

#include <QTemporaryDir>
#include <QtTest>

#include "Awaited.h"
#include "FakeLink.h"

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

namespace {

const Enrolment Sample{u"device-1"_s, u"synthetic-token"_s, u"330106001"_s, u"文新便民服务中心"_s, u"3号窗口"_s};

constexpr auto AnswerOfTheHub =
    R"({"device": "device-1", "token": "synthetic-token", "area": "330106001", "office": "文新便民服务中心", "window": "3号窗口"})";

bool put(const QString& file, const QByteArray& bytes)
{
    QFile writer(file);
    return writer.open(QIODevice::WriteOnly) && writer.write(bytes) == bytes.size();
}

QStringList texts(const Enrolment& enrolment)
{
    return {enrolment.device, enrolment.token, enrolment.area, enrolment.office, enrolment.window,
        QString::fromLatin1(enrolment.key)};
}

} // namespace

class TestEnrolment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void read_nothingThere_isNotEnrolled_data();
    void read_nothingThere_isNotEnrolled();
    void write_readBack_isTheSame();
    void write_again_replacesTheFirst();
    void write_file_isForItsOwnerOnly();
    void write_unwritableFolder_isReported();
    void read_malformed_isReported_data();
    void read_malformed_isReported();
    void isValid_needsDeviceAndToken();
    void enrol_acceptedCode_givesTheDevice();
    void enrol_answerWithoutToken_isReported();
    void enrol_refused_passesTheHubsReason();
    void signIn_accepted_givesUserAndToken();
    void signIn_refused_passesTheHubsReason();
    void signIn_answerWithoutUser_isReported();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
};

void TestEnrolment::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestEnrolment::read_nothingThere_isNotEnrolled_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("an empty folder") << u"."_s;
    QTest::newRow("a folder that does not exist") << u"none"_s;
}

void TestEnrolment::read_nothingThere_isNotEnrolled()
{
    QFETCH(QString, folder);
    const auto enrolment = Enrolment::read(m_folder->filePath(folder));
    QVERIFY(!enrolment);
    QCOMPARE(enrolment.error().code, u"session.not-enrolled"_s);
    QCOMPARE(enrolment.error().origin, Origin::Machine);
}

void TestEnrolment::write_readBack_isTheSame()
{
    const QString folder = m_folder->filePath(u"数据/kuaiban"_s); // is made
    QVERIFY(Sample.write(folder));
    const auto read = Enrolment::read(folder);
    QVERIFY(read);
    QCOMPARE(texts(*read), texts(Sample));
    QVERIFY(read->isValid());
}

void TestEnrolment::write_again_replacesTheFirst()
{
    QVERIFY(Sample.write(m_folder->path()));
    auto moved = Sample;
    moved.token = u"another-token"_s;
    moved.window = u"5号窗口"_s;
    QVERIFY(moved.write(m_folder->path()));
    const auto read = Enrolment::read(m_folder->path());
    QVERIFY(read);
    QCOMPARE(texts(*read), texts(moved));
}

// Both when the file is new and when one that everybody could read stood there before.
void TestEnrolment::write_file_isForItsOwnerOnly()
{
    const auto mode = [this] {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                QFile::WriteOther | QFile::ExeOther;
        constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        return QFile::permissions(m_folder->filePath(u"device.json"_s)) & (owner | others);
    };
    const QFile::Permissions expected = QFile::ReadOwner | QFile::WriteOwner; // 0600
    QVERIFY(Sample.write(m_folder->path()));
    QCOMPARE(mode(), expected);

    QVERIFY(
        QFile::setPermissions(m_folder->filePath(u"device.json"_s), expected | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(Sample.write(m_folder->path()));
    QCOMPARE(mode(), expected);
}

// A file stands where a folder should be: unlike missing rights, that also stops the superuser.
void TestEnrolment::write_unwritableFolder_isReported()
{
    const QString place = m_folder->filePath(u"occupied"_s);
    QVERIFY(put(place, "x"));
    const auto done = Sample.write(place);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"session.folder"_s);
    QCOMPARE(done.error().fields.value("folder"_L1).toString(), place);
}

void TestEnrolment::read_malformed_isReported_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("cut off") << R"({"device": "device-1", )"_ba;
    QTest::newRow("a list") << "[]"_ba;
    QTest::newRow("an empty object") << "{}"_ba;
    QTest::newRow("no token") << R"({"device": "d", "area": "330106001", "office": "o", "window": "w"})"_ba;
    QTest::newRow("an empty token")
        << R"({"device": "d", "token": "", "area": "330106001", "office": "o", "window": "w"})"_ba;
    QTest::newRow("an area as a number")
        << R"({"device": "d", "token": "t", "area": 330106001, "office": "o", "window": "w"})"_ba;
    QTest::newRow("a key that is none")
        << R"({"device": "d", "token": "t", "area": "330106001", "office": "o", "window": "w", "key": "x"})"_ba;
}

void TestEnrolment::read_malformed_isReported()
{
    QFETCH(QByteArray, bytes);
    const QString file = m_folder->filePath(u"device.json"_s);
    QVERIFY(put(file, bytes));
    const auto enrolment = Enrolment::read(m_folder->path());
    QVERIFY(!enrolment);
    QCOMPARE(enrolment.error().code, u"session.enrolment"_s);
    QCOMPARE(enrolment.error().fields.value("file"_L1).toString(), file);
}

void TestEnrolment::isValid_needsDeviceAndToken()
{
    QVERIFY(Sample.isValid());
    QVERIFY(!Enrolment{}.isValid());
    auto enrolment = Sample;
    enrolment.token.clear();
    QVERIFY(!enrolment.isValid());
    enrolment = Sample;
    enrolment.device.clear();
    QVERIFY(!enrolment.isValid());
}

void TestEnrolment::enrol_acceptedCode_givesTheDevice()
{
    FakeLink hub{QByteArray(AnswerOfTheHub)};
    const auto enrolment = awaited(enrol(hub, u"7Q2-K9P"_s, u"窗口三的电脑"_s, u"3号窗口"_s, m_ids, this));
    QVERIFY(enrolment);
    auto without = *enrolment;
    without.key.clear();
    QCOMPARE(texts(without), texts(Sample));
    const auto key = journal::signerFromPem(enrolment->key); // made here, and only its public half goes away
    QVERIFY(key);

    QCOMPARE(hub.asked.size(), 1);
    QCOMPARE(hub.asked[0].method, "POST"_ba);
    QCOMPARE(hub.asked[0].path, u"/devices/enrol"_s);
    QCOMPARE(parseObject(hub.asked[0].body).value_or(QJsonObject{}),
        (QJsonObject{{u"code"_s, u"7Q2-K9P"_s}, {u"name"_s, u"窗口三的电脑"_s}, {u"window"_s, u"3号窗口"_s},
            {u"publicKey"_s, QString::fromLatin1(*(*key)->publicPem())}}));
    QVERIFY(isUuid7(hub.asked[0].idempotencyKey)); // a repeated request must not use the code up twice
}

void TestEnrolment::enrol_answerWithoutToken_isReported()
{
    FakeLink hub(R"({"device": "device-1", "area": "330106001", "office": "o", "window": "w"})"_ba);
    const auto enrolment = awaited(enrol(hub, u"7Q2-K9P"_s, u"n"_s, u"w"_s, m_ids, this));
    QVERIFY(!enrolment);
    QCOMPARE(enrolment.error().code, u"base.json-field"_s);
    QCOMPARE(enrolment.error().fields.value("path"_L1).toString(), u"token"_s);
}

void TestEnrolment::enrol_refused_passesTheHubsReason()
{
    const Error reason{u"test.code-used"_s, Origin::User, {}, {{u"status"_s, 409}}};
    FakeLink hub{Result<sync::HubResponse>(fail(reason))};
    const auto enrolment = awaited(enrol(hub, u"7Q2-K9P"_s, u"n"_s, u"w"_s, m_ids, this));
    QVERIFY(!enrolment);
    QCOMPARE(enrolment.error().code, reason.code);
    QCOMPARE(enrolment.error().fields, reason.fields);
}

void TestEnrolment::signIn_accepted_givesUserAndToken()
{
    sync::DeskUser user;
    user.account = u"account-1"_s;
    user.login = u"clerk01"_s;
    user.name = u"测试员甲"_s;
    user.device = u"device-1"_s;
    user.area = u"330106001"_s;
    user.office = u"文新便民服务中心"_s;
    user.window = u"3号窗口"_s;
    FakeLink hub(canonicalBytes({{u"user"_s, user.toJson()}, {u"token"_s, u"session-token"_s}}));
    const auto signedIn = awaited(signIn(hub, u"clerk01"_s, u"test passphrase 丙"_s, this));
    QVERIFY(signedIn);
    QCOMPARE(signedIn->token, u"session-token"_s);
    QCOMPARE(signedIn->user.toJson(), user.toJson());

    QCOMPARE(hub.asked.size(), 1);
    QCOMPARE(hub.asked[0].method, "POST"_ba);
    QCOMPARE(hub.asked[0].path, u"/sessions"_s); // the password stands in the body, never in an address
    QCOMPARE(parseObject(hub.asked[0].body).value_or(QJsonObject{}),
        (QJsonObject{{u"login"_s, u"clerk01"_s}, {u"password"_s, u"test passphrase 丙"_s}}));
}

void TestEnrolment::signIn_refused_passesTheHubsReason()
{
    const Error reason{u"test.login"_s, Origin::User, {}, {{u"status"_s, 401}}};
    FakeLink hub{Result<sync::HubResponse>(fail(reason))};
    const auto signedIn = awaited(signIn(hub, u"clerk01"_s, u"wrong"_s, this));
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().code, reason.code);
}

void TestEnrolment::signIn_answerWithoutUser_isReported()
{
    FakeLink hub(R"({"token": "session-token"})"_ba);
    const auto signedIn = awaited(signIn(hub, u"clerk01"_s, u"x"_s, this));
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().code, u"base.json-field"_s);
}

QTEST_GUILESS_MAIN(TestEnrolment)
#include "test_enrolment.moc"
