#include "modules/announcements/Announcements.h"
#include "modules/announcements/AnnouncementSchema.h"
#include "modules/announcements/AnnouncementStream.h"
#include "modules/base/Ids.h"
#include "modules/identity/Accounts.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentitySchema.h"
#include "modules/journal/Feed.h"
#include "modules/journal/JournalSchema.h"
#include "modules/journal/StreamLog.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/store/TestDatabase.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::announcements;
using namespace Qt::StringLiterals;

// What may be announced to whom, who receives it, and who is known to have taken note.
class TestAnnouncements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void publish_withSomethingWrong_isRefused_data();
    void publish_withSomethingWrong_isRefused();
    void publish_reachesTheAreaAndThoseBelow_andNobodyElse();
    void publish_byWhoMayNot_isRefused_data();
    void publish_byWhoMayNot_isRefused();
    void publish_again_isTheSame_butNothingElse();
    void publish_atAFarTime_isRefused();
    void stream_ofSomethingElse_isLeftAlone();
    void note_twice_isOnce();
    void note_byWhoWasNotAddressed_isRefused();
    void note_ofNothing_isRefused();
    void note_isSeenByWhoTookItOnly();
    void withdraw_needsRightAndReason_andHoldsNoMore();
    void until_isTheLastDay();
    void readers_whoDidNotNoteComesFirst();
    void managed_countsWhoCanStillNote();
    void rebuild_equalsLive();
    void json_readsBack();

private:
    QString say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body = {});
    QString publish(const QJsonObject& other = {}, const QString& who = u"boss"_s); // the id, or what was said
    QString account(const QString& login, const QString& area, const QString& post = {});
    QString verdict(const journal::Command& command);
    QString note(const QString& who, const QString& announcement);
    QStringList received(const QString& who);
    QString dump();

    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
    identity::Posts m_posts{
        {u"head"_s, {u"head"_s, u"主任"_s, u"Head"_s, {QString(identity::right::PublishAnnouncement)}}},
        {u"clerk"_s, {u"clerk"_s, u"柜员"_s, u"Clerk"_s, {}}}};
    std::unique_ptr<store::Connection> m_connection;
    std::unique_ptr<journal::CommandGate> m_gate;
    QHash<QString, QString> m_accounts;
};

void TestAnnouncements::init()
{
    m_connection = test::testDatabase().value();
    QVERIFY(
        store::migrate(*m_connection, {journal::journalSchema(), identity::identitySchema(), announcementSchema()}));
    std::vector<std::unique_ptr<journal::StreamKind>> kinds;
    kinds.push_back(std::make_unique<identity::AccountStream>(m_posts));
    kinds.push_back(std::make_unique<AnnouncementStream>(m_posts, m_clock));
    kinds.push_back(std::make_unique<ReceiptStream>());
    journal::Projections projections;
    projections.push_back(std::make_unique<identity::AccountTable>());
    projections.push_back(std::make_unique<AnnouncementTable>());
    m_gate = std::make_unique<journal::CommandGate>(m_clock, m_random, std::move(kinds), std::move(projections));
    m_accounts = {{u"hub"_s, u"hub"_s}};
    QVERIFY(!account(u"boss"_s, u"2106"_s, u"head"_s).isEmpty());
    QVERIFY(!account(u"near"_s, u"210603"_s, u"clerk"_s).isEmpty());
    QVERIFY(!account(u"below"_s, u"210603002"_s).isEmpty());
    QVERIFY(!account(u"far"_s, u"2102"_s, u"head"_s).isEmpty());
}

QString TestAnnouncements::say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body)
{
    const bool ofAccount = type == "OpenAccount"_L1 || type.endsWith("Post"_L1) || type == "LockAccount"_L1;
    const auto head = journal::StreamLog(*m_connection, m_random).head(stream).value_or(journal::StreamHead{});
    const journal::Command command{m_ids.next(), stream,
        ofAccount ? identity::AccountStream::kind() : AnnouncementStream::kind(), type, 1, m_accounts.value(who),
        u"desk"_s, head.version, {}, {m_clock.nowMs(), m_clock.nowMs(), false}, {}, body};
    return verdict(command);
}

QString TestAnnouncements::verdict(const journal::Command& command)
{
    const auto answers = m_gate->submit(*m_connection, {command.toJson()}, {}, {});
    if (!answers)
        return logLine(answers.error());
    const auto& answer = answers->constFirst();
    return journal::verdictName(answer.verdict) + (answer.reason ? u' ' + answer.reason->code : QString());
}

QString TestAnnouncements::account(const QString& login, const QString& area, const QString& post)
{
    const QString id = m_ids.next();
    if (say(u"hub"_s, id, u"OpenAccount"_s,
            {{u"login"_s, login}, {u"name"_s, u"测试"_s + login}, {u"area"_s, area}, {u"office"_s, u"大厅"_s}}) !=
        "applied"_L1)
        return {};
    m_accounts.insert(login, id);
    if (!post.isEmpty() && say(u"hub"_s, id, u"GrantPost"_s,
                               {{u"id"_s, m_ids.next()}, {u"post"_s, post}, {u"area"_s, area}}) != "applied"_L1)
        return {};
    return id;
}

QString TestAnnouncements::publish(const QJsonObject& other, const QString& who)
{
    QJsonObject body{{u"area"_s, u"210603"_s}, {u"title"_s, u"周五下午停电"_s}, {u"text"_s, u"两点到四点。"_s}};
    for (auto it = other.begin(); it != other.end(); ++it)
        body.insert(it.key(), it.value());
    const QString id = m_ids.next();
    const QString said = say(who, id, u"PublishAnnouncement"_s, body);
    return said == "applied"_L1 ? id : said;
}

QString TestAnnouncements::note(const QString& who, const QString& announcement)
{
    const journal::Command command{m_ids.next(), m_ids.next(), ReceiptStream::kind(), u"AcknowledgeAnnouncement"_s, 1,
        m_accounts.value(who), u"desk"_s, 0, {}, {m_clock.nowMs(), m_clock.nowMs(), false}, {},
        {{u"announcement"_s, announcement}}};
    return verdict(command);
}

// The types of events of announcements that the feed gives to this account.
QStringList TestAnnouncements::received(const QString& who)
{
    const auto known = identity::Accounts(*m_connection).byId(m_accounts.value(who));
    journal::Feed feed(*m_connection);
    if (!known || !*known || !feed.stampAll())
        return {u"no account"_s};
    const auto page = feed.page({(*known)->id, (*known)->area}, 0, 500);
    QStringList types;
    for (const auto& row : page ? page->rows : QList<journal::FeedRow>()) {
        if (row.content.value("kind"_L1).toString().startsWith(AnnouncementStream::kind()))
            types.append(row.content.value("type"_L1).toString());
    }
    return types;
}

QString TestAnnouncements::dump()
{
    QString text;
    const auto add = [&](const QByteArray& table, int columns) {
        [[maybe_unused]] const auto done =
            m_connection->run("SELECT * FROM " + table + " ORDER BY 1, 2", {}, [&](const store::Row& row) -> Done {
                for (int i = 0; i < columns; ++i)
                    text += row.text(i) + u'|';
                text += u'\n';
                return {};
            });
    };
    add("announcement", 12);
    add("announcement_receipt", 3);
    return text;
}

void TestAnnouncements::publish_withSomethingWrong_isRefused_data()
{
    QTest::addColumn<QJsonObject>("other");
    QTest::addColumn<QString>("said");
    QTest::newRow("no title") << QJsonObject{{u"title"_s, u"  "_s}} << u"refused announcements.text"_s;
    QTest::newRow("title too long") << QJsonObject{{u"title"_s, QString(LongestTitle + 1, u'长')}}
                                    << u"refused announcements.text"_s;
    QTest::newRow("no text") << QJsonObject{{u"text"_s, QString()}} << u"refused announcements.text"_s;
    QTest::newRow("text too long") << QJsonObject{{u"text"_s, QString(LongestText + 1, u'长')}}
                                   << u"refused announcements.text"_s;
    QTest::newRow("over already") << QJsonObject{{u"until"_s, u"2026-11-19"_s}} << u"refused announcements.over"_s;
    QTest::newRow("no date") << QJsonObject{{u"until"_s, u"2026-02-30"_s}} << u"refused announcements.over"_s;
    QTest::newRow("a time of day too") << QJsonObject{{u"until"_s, u"2026-12-31T10:00"_s}}
                                       << u"refused announcements.over"_s;
    QTest::newRow("no area code") << QJsonObject{{u"area"_s, u"2106xyz"_s}} << u"refused announcements.area"_s;
    QTest::newRow("title is a number") << QJsonObject{{u"title"_s, 7}} << u"refused base.json-field"_s;
}

void TestAnnouncements::publish_withSomethingWrong_isRefused()
{
    QFETCH(QJsonObject, other);
    QFETCH(QString, said);
    QCOMPARE(publish(other), said);
    QVERIFY(Announcements(*m_connection).managed({u"2106"_s}, 10)->isEmpty());
}

void TestAnnouncements::publish_reachesTheAreaAndThoseBelow_andNobodyElse()
{
    const auto id = publish({{u"important"_s, true}, {u"until"_s, u"2026-11-20"_s}});
    const QStringList all{u"AnnouncementPublished"_s};
    QCOMPARE(received(u"near"_s), all);
    QCOMPARE(received(u"below"_s), all);
    QCOMPARE(received(u"boss"_s), QStringList()); // the area above was not addressed
    QCOMPARE(received(u"far"_s), QStringList());
    const auto one = Announcements(*m_connection).byId(id).value();
    QVERIFY(one);
    QCOMPARE(one->title, u"周五下午停电"_s);
    QCOMPARE(one->authorName, u"测试boss"_s);
    QCOMPARE(one->office, u"大厅"_s);
    QVERIFY(one->important);
    QCOMPARE(one->publishedAt, m_clock.nowMs());
}

void TestAnnouncements::publish_byWhoMayNot_isRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::newRow("no such right") << u"near"_s;
    QTest::newRow("no post at all") << u"below"_s;
    QTest::newRow("the right, over another area") << u"far"_s;
}

void TestAnnouncements::publish_byWhoMayNot_isRefused()
{
    QFETCH(QString, who);
    QCOMPARE(publish({}, who), u"refused identity.right"_s);
    QCOMPARE(publish({{u"area"_s, u"21"_s}}), u"refused identity.right"_s); // nor upwards
}

void TestAnnouncements::publish_again_isTheSame_butNothingElse()
{
    const QJsonObject body{{u"area"_s, u"210603"_s}, {u"title"_s, u"周五下午停电"_s}, {u"text"_s, u"两点到四点。"_s}};
    const auto id = m_ids.next();
    QCOMPARE(say(u"boss"_s, id, u"PublishAnnouncement"_s, body), u"applied"_s);
    QCOMPARE(say(u"boss"_s, id, u"PublishAnnouncement"_s, body), u"applied"_s); // the answer was lost
    QCOMPARE(received(u"near"_s), QStringList{u"AnnouncementPublished"_s});
    auto other = body;
    other.insert(u"title"_s, u"另一条"_s);
    QCOMPARE(say(u"boss"_s, id, u"PublishAnnouncement"_s, other), u"refused announcements.unknown"_s);
    QCOMPARE(Announcements(*m_connection).byId(id).value()->title, u"周五下午停电"_s);
}

void TestAnnouncements::publish_atAFarTime_isRefused()
{
    const auto at = [this](qint64 offMs) {
        const qint64 now = m_clock.nowMs() + offMs;
        return verdict({m_ids.next(), m_ids.next(), AnnouncementStream::kind(), u"PublishAnnouncement"_s, 1,
            m_accounts.value(u"boss"_s), u"desk"_s, 0, {}, {now, now, false}, {},
            {{u"area"_s, u"210603"_s}, {u"title"_s, u"通知"_s}, {u"text"_s, u"文"_s}}});
    };
    QCOMPARE(at(60'000), u"applied"_s);
    QCOMPARE(at(24 * 3600 * 1000LL), u"refused announcements.time"_s);
    QCOMPARE(at(-24 * 3600 * 1000LL), u"refused announcements.time"_s);
    // A post that has ended does not come back by a clock that is put back.
    const auto grants = identity::Accounts(*m_connection).byId(m_accounts.value(u"boss"_s)).value()->grants;
    QCOMPARE(
        say(u"hub"_s, m_accounts.value(u"boss"_s), u"WithdrawPost"_s, {{u"id"_s, grants.first().id}}), u"applied"_s);
    m_clock.advance(60'000);
    QCOMPARE(at(-120'000), u"refused identity.right"_s);
}

void TestAnnouncements::stream_ofSomethingElse_isLeftAlone()
{
    const journal::Command command{m_ids.next(), m_accounts.value(u"near"_s), ReceiptStream::kind(),
        u"AcknowledgeAnnouncement"_s, 1, m_accounts.value(u"near"_s), u"desk"_s, 1, {},
        {m_clock.nowMs(), m_clock.nowMs(), false}, {}, {{u"announcement"_s, publish()}}};
    QCOMPARE(verdict(command), u"refused journal.stream-kind"_s);
}

void TestAnnouncements::note_twice_isOnce()
{
    const auto id = publish();
    m_clock.advance(60'000);
    const qint64 at = m_clock.nowMs();
    QCOMPARE(note(u"near"_s, id), u"applied"_s);
    m_clock.advance(60'000);
    QCOMPARE(note(u"near"_s, id), u"applied"_s);
    const auto list = Announcements(*m_connection).receivedBy(m_accounts.value(u"near"_s), 10).value();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().notedAt, at);
    QCOMPARE(received(u"near"_s).count(u"AnnouncementAcknowledged"_s), 1);
}

void TestAnnouncements::note_byWhoWasNotAddressed_isRefused()
{
    const auto id = publish();
    QCOMPARE(note(u"far"_s, id), u"refused announcements.not-addressed"_s);
    QCOMPARE(note(u"boss"_s, id), u"refused announcements.not-addressed"_s);
}

void TestAnnouncements::note_ofNothing_isRefused()
{
    QCOMPARE(note(u"near"_s, m_ids.next()), u"refused announcements.unknown"_s);
    QCOMPARE(say(u"boss"_s, m_ids.next(), u"WithdrawAnnouncement"_s, {{u"reason"_s, u"误发"_s}}),
        u"refused announcements.unknown"_s);
}

void TestAnnouncements::note_isSeenByWhoTookItOnly()
{
    const auto id = publish();
    QCOMPARE(note(u"near"_s, id), u"applied"_s);
    QVERIFY(received(u"near"_s).contains(u"AnnouncementAcknowledged"_s));
    QCOMPARE(received(u"below"_s), QStringList{u"AnnouncementPublished"_s});
}

void TestAnnouncements::withdraw_needsRightAndReason_andHoldsNoMore()
{
    const auto id = publish();
    QCOMPARE(say(u"near"_s, id, u"WithdrawAnnouncement"_s, {{u"reason"_s, u"误发"_s}}), u"refused identity.right"_s);
    QCOMPARE(say(u"boss"_s, id, u"WithdrawAnnouncement"_s), u"refused announcements.text"_s);
    QCOMPARE(say(u"boss"_s, id, u"WithdrawAnnouncement"_s, {{u"reason"_s, u"误发"_s}}), u"applied"_s);
    const qint64 at = m_clock.nowMs();
    m_clock.advance(1000);
    QCOMPARE(say(u"boss"_s, id, u"WithdrawAnnouncement"_s, {{u"reason"_s, u"又一次"_s}}), u"applied"_s);
    const auto one = Announcements(*m_connection).byId(id).value();
    QCOMPARE(one->withdrawnAt, at);
    QCOMPARE(one->withdrawnWhy, u"误发"_s);
    QVERIFY(!one->holdsOn(legalDate(m_clock.nowMs())));
    QCOMPARE(received(u"near"_s), (QStringList{u"AnnouncementPublished"_s, u"AnnouncementWithdrawn"_s}));
    QCOMPARE(note(u"near"_s, id), u"applied"_s); // who was away may still have read it
}

void TestAnnouncements::until_isTheLastDay()
{
    const auto id = publish({{u"until"_s, u"2026-11-21"_s}});
    const auto one = Announcements(*m_connection).byId(id).value();
    QVERIFY(one->awaitsReaderOn(QDate(2026, 11, 21)));
    QVERIFY(!one->awaitsReaderOn(QDate(2026, 11, 22)));
}

void TestAnnouncements::readers_whoDidNotNoteComesFirst()
{
    const auto id = publish();
    const auto one = Announcements(*m_connection).byId(id).value();
    QCOMPARE(note(u"below"_s, id), u"applied"_s);
    QStringList logins;
    const auto found = Announcements(*m_connection).readers(*one, 10).value();
    for (const auto& reader : found)
        logins.append(reader.login + (reader.notedAt > 0 ? u"+"_s : u"-"_s));
    QCOMPARE(logins, (QStringList{u"near-"_s, u"below+"_s}));
}

void TestAnnouncements::managed_countsWhoCanStillNote()
{
    const auto id = publish();
    m_clock.advance(1000);
    const auto wide = publish({{u"area"_s, u"2106"_s}});
    QCOMPARE(note(u"below"_s, id), u"applied"_s);
    const auto counts = [&](const QStringList& areas) {
        QStringList list;
        const auto found = Announcements(*m_connection).managed(areas, 10).value();
        for (const auto& one : found)
            list.append(u"%1 %2/%3"_s.arg(one.id == id ? u"narrow"_s : u"wide"_s).arg(one.noted).arg(one.addressed));
        return list;
    };
    QVERIFY(wide != id);
    QCOMPARE(counts({u"2106"_s, u"210603"_s}), (QStringList{u"wide 0/3"_s, u"narrow 1/2"_s})); // each once
    QCOMPARE(counts({u"210603"_s}), QStringList{u"narrow 1/2"_s});
    QCOMPARE(say(u"hub"_s, m_accounts.value(u"below"_s), u"LockAccount"_s), u"applied"_s);
    QCOMPARE(counts({u"210603"_s}), QStringList{u"narrow 0/1"_s}); // who left is not waited for
}

void TestAnnouncements::rebuild_equalsLive()
{
    const auto id = publish();
    QCOMPARE(note(u"near"_s, id), u"applied"_s);
    QCOMPARE(say(u"boss"_s, id, u"WithdrawAnnouncement"_s, {{u"reason"_s, u"误发"_s}}), u"applied"_s);
    const QString live = dump();
    QVERIFY(live.contains(u"误发"_s));
    QVERIFY(journal::rebuild(*m_connection, m_gate->projections()));
    QCOMPARE(dump(), live);
}

void TestAnnouncements::json_readsBack()
{
    auto one = Announcements(*m_connection).byId(publish({{u"important"_s, true}})).value().value();
    one.noted = 3;
    one.addressed = 9;
    const auto again = Announcement::fromJson(one.toJson());
    QVERIFY(again);
    QCOMPARE(again->toJson(), one.toJson());
    QCOMPARE(again->addressed, 9);
    QVERIFY(!Announcement::fromJson({{u"id"_s, 7}}));
}

QTEST_GUILESS_MAIN(TestAnnouncements)
#include "test_announcements.moc"
