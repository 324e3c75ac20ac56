#include "app/counter/session/Session.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include "Awaited.h"
#include "LoopbackHub.h"

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

namespace {

// What a server understands from a target: names and values after one decoding, in which + may also mean a space.
QMap<QString, QString> understood(const QByteArray& target)
{
    QMap<QString, QString> values;
    const auto start = target.indexOf('?');
    for (const auto& item : start < 0 ? QByteArrayList() : target.mid(start + 1).split('&')) {
        const auto equals = item.indexOf('=');
        QByteArray value = item.mid(equals + 1);
        value.replace('+', ' ');
        values.insert(QString::fromUtf8(item.left(equals)), QString::fromUtf8(QByteArray::fromPercentEncoding(value)));
    }
    return values;
}

QByteArray rowsAsJson(int count)
{
    QJsonArray rows;
    for (int i = 0; i < count; ++i) {
        casework::CaseRow row;
        row.stream = u"stream-%1"_s.arg(i);
        row.applicant = u"测试人%1"_s.arg(i);
        row.openedAt = 1'795'222'800'000 + i;
        rows.append(row.toJson());
    }
    return QJsonDocument(QJsonObject{{u"rows"_s, rows}}).toJson(QJsonDocument::Compact);
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void start_unwritableFolder_isReported();
    void start_onAnEmptyFolder_opensTheStores();
    void queue_text_arrivesAsTyped_data();
    void queue_text_arrivesAsTyped();
    void queue_filter_namesOnlyWhatIsSet_data();
    void queue_filter_namesOnlyWhatIsSet();
    void findCases_filter_namesOnlyWhatIsSet();
    void queue_page_saysWhetherThereIsMore_data();
    void queue_page_saysWhetherThereIsMore();
    void queue_hubOutOfService_isReported();
    void person_known_isGiven();
    void colleagues_withARight_areGiven();
    void session_endedWhileSomethingIsAsked_answersEverybody();

private:
    std::unique_ptr<Session> session(const QString& dataFolder);
    bool start();

    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
    casework::ItemShelf m_shelf{forms::FormEnvironment{}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LoopbackHub> m_hub;
    std::unique_ptr<Session> m_session;
};

std::unique_ptr<Session> TestSession::session(const QString& dataFolder)
{
    Profile profile;
    profile.hub = m_hub->address();
    profile.dataFolder = dataFolder;
    const Enrolment enrolment{u"device-1"_s, u"synthetic-token"_s, u"330106001"_s, u"文新便民服务中心"_s, u"3号窗口"_s};
    sync::DeskUser user;
    user.account = u"account-1"_s;
    user.login = u"clerk01"_s;
    user.name = u"测试员甲"_s;
    user.device = enrolment.device;
    user.area = enrolment.area;
    user.office = enrolment.office;
    user.window = enrolment.window;
    return std::make_unique<Session>(
        Session::World{m_clock, m_random, m_ids, m_shelf}, profile, enrolment, SignedIn{user, u"session-token"_s});
}

bool TestSession::start()
{
    m_session = session(m_folder->path());
    return awaited(m_session->start()).has_value();
}

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_hub = std::make_unique<LoopbackHub>();
    QVERIFY(m_hub->listen());
}

void TestSession::cleanup()
{
    m_session.reset();
    m_hub.reset();
}

// A file stands where a folder should be: unlike missing rights, that also stops the superuser.
void TestSession::start_unwritableFolder_isReported()
{
    const QString place = m_folder->filePath(u"occupied"_s);
    QFile file(place);
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_session = session(place);
    const auto started = awaited(m_session->start());
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"session.folder"_s);
    QVERIFY(started.error().fields.value("folder"_L1).toString().startsWith(place));
}

void TestSession::start_onAnEmptyFolder_opensTheStores()
{
    QVERIFY(start());
    QVERIFY(QFile::exists(m_folder->filePath(u"machine.db"_s)));
    QVERIFY(QFile::exists(m_folder->filePath(u"users/account-1.db"_s)));
    const auto items = awaited(m_session->items()); // answered from here although the hub is ill
    QVERIFY(items);
    QVERIFY(items->isEmpty());
}

void TestSession::queue_text_arrivesAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a name") << u"王小明"_s;
    QTest::newRow("beyond the basic plane") << u"𠮷田"_s;
    QTest::newRow("a space inside") << u"张 三"_s;
    QTest::newRow("signs that part a query") << u"a=b&limit=1#x?y;z"_s;
    QTest::newRow("a plus, which may mean a space") << u"1+1"_s;
    QTest::newRow("a percent sign") << u"100%"_s;
    QTest::newRow("what looks encoded already") << u"%25 %E5%BC%A0"_s;
    QTest::newRow("quotation marks and brackets") << u"\"<[{|}]>\\^`'"_s;
    QTest::newRow("a slash") << u"330106/2026/0001"_s;
}

void TestSession::queue_text_arrivesAsTyped()
{
    QFETCH(QString, text);
    m_hub->answer("/tasks", rowsAsJson(0));
    QVERIFY(start());
    casework::QueueFilter filter;
    filter.text = text;
    QVERIFY(awaited(m_session->queue(filter)));
    const auto asked = m_hub->asked("/tasks");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(understood(asked[0]), (QMap<QString, QString>{{u"text"_s, text}, {u"limit"_s, u"50"_s}}));
}

void TestSession::queue_filter_namesOnlyWhatIsSet_data()
{
    using Values = QMap<QString, QString>;
    QTest::addColumn<casework::QueueFilter>("filter");
    QTest::addColumn<Values>("expected");
    QTest::newRow("the first page") << casework::QueueFilter{} << Values{{u"limit"_s, u"50"_s}};
    QTest::newRow("my own, ten of them") << casework::QueueFilter{.mine = true,
                                                .text = {},
                                                .afterStream = {},
                                                .limit = 10}
                                         << Values{{u"mine"_s, u"true"_s}, {u"limit"_s, u"10"_s}};
    QTest::newRow("the page after a row")
        << casework::QueueFilter{.text = {}, .afterOpenedAt = 1'795'222'800'000, .afterStream = u"stream-9"_s}
        << Values{{u"afterOpenedAt"_s, u"1795222800000"_s}, {u"afterStream"_s, u"stream-9"_s}, {u"limit"_s, u"50"_s}};
}

void TestSession::queue_filter_namesOnlyWhatIsSet()
{
    using Values = QMap<QString, QString>;
    QFETCH(casework::QueueFilter, filter);
    QFETCH(Values, expected);
    m_hub->answer("/tasks", rowsAsJson(0));
    QVERIFY(start());
    QVERIFY(awaited(m_session->queue(filter)));
    QCOMPARE(understood(m_hub->asked("/tasks").value(0)), expected);
}

void TestSession::findCases_filter_namesOnlyWhatIsSet()
{
    using Values = QMap<QString, QString>;
    m_hub->answer("/cases", rowsAsJson(0));
    QVERIFY(start());
    casework::CaseFilter filter;
    filter.openedBy = u"account-2"_s; // whose cases is said by `mine` alone
    filter.phase = u"approved"_s;
    filter.text = u"王 小明"_s;
    filter.beforeOpenedAt = 1'795'222'800'000;
    filter.beforeStream = u"stream-9"_s;
    Values expected{{u"phase"_s, u"approved"_s}, {u"text"_s, u"王 小明"_s}, {u"beforeOpenedAt"_s, u"1795222800000"_s},
        {u"beforeStream"_s, u"stream-9"_s}, {u"limit"_s, u"50"_s}};
    QVERIFY(awaited(m_session->findCases(filter, false)));
    QCOMPARE(understood(m_hub->asked("/cases").value(0)), expected);

    expected.insert(u"openedBy"_s, u"me"_s);
    QVERIFY(awaited(m_session->findCases(filter, true)));
    QCOMPARE(understood(m_hub->asked("/cases").value(1)), expected);
}

void TestSession::queue_page_saysWhetherThereIsMore_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("more");
    QTest::newRow("an empty page") << 0 << false;
    QTest::newRow("a page not filled") << 2 << false;
    QTest::newRow("a full page") << 3 << true;
}

void TestSession::queue_page_saysWhetherThereIsMore()
{
    QFETCH(int, rows);
    QFETCH(bool, more);
    m_hub->answer("/tasks", rowsAsJson(rows));
    QVERIFY(start());
    casework::QueueFilter filter;
    filter.limit = 3;
    const auto page = awaited(m_session->queue(filter));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), rows);
    QCOMPARE(page->more, more);
    for (int i = 0; i < rows; ++i) {
        QCOMPARE(page->rows[i].stream, u"stream-%1"_s.arg(i));
        QCOMPARE(page->rows[i].applicant, u"测试人%1"_s.arg(i));
    }
}

void TestSession::queue_hubOutOfService_isReported()
{
    QVERIFY(start());
    const auto page = awaited(m_session->queue({}));
    QVERIFY(!page);
    QCOMPARE(page.error().code, u"test.ill"_s);
    QVERIFY(sync::isTransient(page.error())); // so that the page may offer to try again
}

void TestSession::person_known_isGiven()
{
    m_hub->answer("/persons/11010519491231002X", R"({"name": "测试人"})");
    QVERIFY(start());
    const auto person = awaited(m_session->person(u"11010519491231002X"_s));
    QVERIFY(person);
    QCOMPARE(person->value("name"_L1).toString(), u"测试人"_s);
}

void TestSession::colleagues_withARight_areGiven()
{
    m_hub->answer("/colleagues",
        R"({"rows": [{"account": "a-1", "name": "测试员乙", "office": "文新", "posts": ["window-clerk", "dispatcher"]}]})");
    QVERIFY(start());
    const auto colleagues = awaited(m_session->colleagues(identity::right::OpenCase));
    QVERIFY(colleagues);
    QCOMPARE(m_hub->asked("/colleagues").constFirst(), "/colleagues?right=case.open");
    QCOMPARE(colleagues->size(), 1);
    QCOMPARE(colleagues->constFirst().account, u"a-1"_s);
    QCOMPARE(colleagues->constFirst().name, u"测试员乙"_s);
    QCOMPARE(colleagues->constFirst().post, u"window-clerk"_s);
    QCOMPARE(colleagues->constFirst().office, u"文新"_s);
}

// Signing out, or being locked, does not wait for the hub: whatever is still asked ends with the session.
void TestSession::session_endedWhileSomethingIsAsked_answersEverybody()
{
    m_hub->leaveUnanswered("/streams/stream-1/events");
    m_hub->leaveUnanswered("/tasks");
    QVERIFY(start());
    const auto state = m_session->fetchCase(u"stream-1"_s);
    const auto rows = m_session->queue({});
    QTRY_COMPARE(m_hub->asked("/streams/stream-1/events").size(), 1);
    QTRY_COMPARE(m_hub->asked("/tasks").size(), 1);
    m_session.reset();
    QTRY_VERIFY(state.isFinished());
    QTRY_VERIFY(rows.isFinished());
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
