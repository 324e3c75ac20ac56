#include "HubWorld.h"

#include "modules/registry/Persons.h"
#include "tests/support/casework/SampleMatter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Lists and single resources: cases, the queue, persons; pages, rights and masking.
class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cases_pagedByKey_comeOnceEach();
    void cases_ofCalledCitizens_nameTheirTickets();
    void queue_pagedByKey_comesOldestFirst();
    void cases_ofOthers_areHiddenFromAClerk();
    void stream_ofOthersOrUnknown_isForbidden_data();
    void stream_ofOthersOrUnknown_isForbidden();
    void persons_found_areMasked();
    void person_read_bringsRecordAndOpenCases();
    void person_unknown_isNotFound();
    void persons_withoutTheRight_areForbidden();
    void persons_askedWithTooLittle_areRefused();
    void numbers_wrongly_areRefused_data();
    void numbers_wrongly_areRefused();

private:
    QString addPerson();

    std::unique_ptr<HubWorld> m_hub;
    Desk m_clerk;
};

void TestLists::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub->addAccount(u"sun"_s, {u"dispatcher"_s}));
    m_clerk = m_hub->desk(u"chen"_s);
}

void TestLists::cases_pagedByKey_comeOnceEach()
{
    QStringList opened;
    for (int i = 0; i < 5; ++i)
        opened.prepend(m_hub->openedCase(m_clerk));
    QStringList seen;
    QString next = u"/api/v1/cases?openedBy=me&limit=2"_s;
    for (int page = 0; page < 4; ++page) {
        const auto rows = m_hub->get(m_clerk, next).json().value("rows"_L1).toArray();
        if (rows.isEmpty())
            break;
        for (const auto& row : rows)
            seen.append(row.toObject().value("id"_L1).toString());
        next = u"/api/v1/cases?openedBy=me&limit=2&beforeOpenedAt=%1&beforeStream=%2"_s
                   .arg(rows.last().toObject().value("openedAt"_L1).toInteger())
                   .arg(seen.constLast());
    }
    QCOMPARE(seen, opened);
}

void TestLists::cases_ofCalledCitizens_nameTheirTickets()
{
    auto called = m_hub->openCase(m_clerk);
    called.body.insert(u"ticket"_s, u"A012"_s);
    QCOMPARE(m_hub->say(m_clerk, called), u"applied"_s);
    const QString walkedIn = m_hub->openedCase(m_clerk);
    QHash<QString, QJsonValue> tickets;
    for (const auto& row : m_hub->get(m_clerk, u"/api/v1/cases?openedBy=me"_s).json().value("rows"_L1).toArray())
        tickets.insert(row.toObject().value("id"_L1).toString(), row.toObject().value("ticket"_L1));
    QCOMPARE(tickets.size(), 2);
    QCOMPARE(tickets.value(called.stream), QJsonValue(u"A012"_s));
    QVERIFY(tickets.value(walkedIn).isUndefined());
    auto wrong = m_hub->openCase(m_clerk);
    wrong.body.insert(u"ticket"_s, u"A012\nA013"_s);
    QCOMPARE(m_hub->say(m_clerk, wrong), u"refused casework.ticket"_s);
}

void TestLists::queue_pagedByKey_comesOldestFirst()
{
    const auto dispatcher = m_hub->desk(u"sun"_s);
    QStringList opened;
    for (int i = 0; i < 3; ++i)
        opened.append(m_hub->openedCase(m_clerk));
    const auto first = m_hub->get(dispatcher, u"/api/v1/tasks?limit=2"_s).json().value("rows"_L1).toArray();
    QCOMPARE(first.size(), 2);
    const auto last = first.last().toObject();
    const auto rest = m_hub
                          ->get(dispatcher, u"/api/v1/tasks?limit=2&afterOpenedAt=%1&afterStream=%2"_s
                                                .arg(last.value("taskOpenedAt"_L1).toInteger())
                                                .arg(last.value("id"_L1).toString()))
                          .json()
                          .value("rows"_L1)
                          .toArray();
    QCOMPARE(rest.size(), 1);
    QCOMPARE((QStringList{first.at(0).toObject().value("id"_L1).toString(), last.value("id"_L1).toString(),
                 rest.at(0).toObject().value("id"_L1).toString()}),
        opened);
    const auto number = last.value("number"_L1).toString();
    QCOMPARE(m_hub->get(dispatcher, u"/api/v1/tasks?text="_s + number).json().value("rows"_L1).toArray().size(), 1);
    QCOMPARE(m_hub->get(dispatcher, u"/api/v1/tasks?limit=201"_s).code(), u"hub.parameter"_s);
}

void TestLists::cases_ofOthers_areHiddenFromAClerk()
{
    QVERIFY(m_hub->addAccount(u"zhao"_s, {u"window-clerk"_s}));
    const auto colleague = m_hub->desk(u"zhao"_s);
    QVERIFY(!m_hub->openedCase(m_clerk).isEmpty());
    QCOMPARE(m_hub->get(colleague, u"/api/v1/cases"_s).json().value("rows"_L1).toArray().size(), 0);
    QCOMPARE(m_hub->get(m_hub->desk(u"sun"_s), u"/api/v1/cases"_s).json().value("rows"_L1).toArray().size(), 1);
}

void TestLists::stream_ofOthersOrUnknown_isForbidden_data()
{
    QTest::addColumn<QString>("which");
    for (const auto* which :
        {"a case of a colleague", "a stream that does not exist", "an account", "no stream at all"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

void TestLists::stream_ofOthersOrUnknown_isForbidden()
{
    QFETCH(QString, which);
    QVERIFY(m_hub->addAccount(u"zhao"_s, {u"window-clerk"_s}));
    const auto colleague = m_hub->desk(u"zhao"_s);
    const QString stream = which.startsWith("a case"_L1)    ? m_hub->openedCase(m_clerk)
                           : which == "an account"_L1       ? m_clerk.account
                           : which == "no stream at all"_L1 ? u"%2e%2e"_s
                                                            : m_hub->ids.next();
    const auto reply = m_hub->get(colleague, u"/api/v1/streams/%1/events"_s.arg(stream));
    QVERIFY(reply.status == 403 || (which == "no stream at all"_L1 && reply.status == 400));
    if (reply.status == 403)
        QCOMPARE(reply.code(), u"identity.right"_s);
}

QString TestLists::addPerson()
{
    registry::Person person;
    person.id = m_hub->ids.next();
    person.idNo = citizenId(u"21060319800101002"_s);
    person.name = u"张𠮷秀"_s;
    person.sex = u"2"_s;
    person.ethnicity = u"01"_s;
    person.birth = QDate(1980, 1, 1);
    person.address = u"辽宁省丹东市振安区测试路 1 号"_s;
    person.area = u"210603001001"_s;
    person.phone = u"13900000001"_s;
    const auto stored = registry::Persons(m_hub->core->main()).put(person);
    return stored ? stored->idNo : QString();
}

void TestLists::persons_found_areMasked()
{
    const QString idNo = addPerson();
    QVERIFY(!idNo.isEmpty());
    const auto reply = m_hub->get(m_clerk, u"/api/v1/persons?q=%1&limit=5"_s.arg(idNo.first(10)));
    QCOMPARE(reply.status, 200);
    const auto rows = reply.json().value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    QVERIFY(!reply.body.contains(idNo.toUtf8()));
    QVERIFY(!reply.body.contains("张𠮷秀"));
    QVERIFY(!reply.body.contains("13900000001"));
    QVERIFY(!reply.body.contains("测试路"));
}

void TestLists::person_read_bringsRecordAndOpenCases()
{
    const QString idNo = addPerson();
    const auto opening = m_hub->openCase(m_clerk); // for the same synthetic applicant
    QCOMPARE(m_hub->say(m_clerk, opening), u"applied"_s);
    const auto reply = m_hub->get(m_clerk, u"/api/v1/persons/"_s + idNo.toLower());
    QCOMPARE(reply.status, 200);
    const auto record = registry::PersonRecord::fromJson(reply.json());
    QVERIFY(record);
    QCOMPARE(record->person.name, u"张𠮷秀"_s);
    const auto open = reply.json().value("openCases"_L1).toArray();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0).toObject().value("number"_L1), opening.body.value("number"_L1));
    QCOMPARE(
        open.at(0).toObject().keys(), (QStringList{u"item"_s, u"number"_s, u"openedAt"_s, u"phase"_s, u"stream"_s}));
}

void TestLists::person_unknown_isNotFound()
{
    const auto reply = m_hub->get(m_clerk, u"/api/v1/persons/"_s + citizenId(u"21060319700101001"_s));
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.code(), u"hub.person-unknown"_s);
}

void TestLists::persons_withoutTheRight_areForbidden()
{
    const QString idNo = addPerson();
    const auto dispatcher = m_hub->desk(u"sun"_s);
    const auto abroad = m_hub->desk(u"chen"_s, u"210682"_s); // the right is for 210603, the machine stands elsewhere
    for (const auto& desk : {dispatcher, abroad}) {
        for (const auto& path : {u"/api/v1/persons?q=210603"_s, u"/api/v1/persons/"_s + idNo}) {
            const auto reply = m_hub->get(desk, path);
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.code(), u"identity.right"_s);
        }
    }
}

void TestLists::persons_askedWithTooLittle_areRefused()
{
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/persons?q=2"_s).status, 422);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/persons?q=2"_s).code(), u"registry.query"_s);
}

void TestLists::numbers_wrongly_areRefused_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<bool>("withKey");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    QTest::newRow("of another area") << u"210682"_s << true << 403 << u"hub.foreign-area"_s;
    QTest::newRow("of the area above") << u"2106"_s << true << 403 << u"hub.foreign-area"_s;
    QTest::newRow("without a key") << u"210603"_s << false << 400 << u"hub.idempotency-key"_s;
    QTest::newRow("of no area") << QString() << true << 422 << u"base.json-field"_s;
}

void TestLists::numbers_wrongly_areRefused()
{
    QFETCH(QString, area);
    QFETCH(bool, withKey);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto reply = m_hub->post(m_clerk, u"/api/v1/number-ranges"_s, {{u"area"_s, area}},
        withKey ? "Idempotency-Key: " + m_hub->ids.next().toLatin1() + "\r\n" : QByteArray());
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
}

QTEST_GUILESS_MAIN(TestLists)
#include "test_Lists.moc"
