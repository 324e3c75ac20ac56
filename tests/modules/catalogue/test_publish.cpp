#include "tests/support/casework/CaseWorld.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/base/Json.h"
#include "modules/catalogue/CatalogueStream.h"
#include "modules/catalogue/DefinitionFiles.h"
#include "modules/journal/Feed.h"
#include "tests/support/places/Places.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::catalogue;
using namespace Qt::StringLiterals;

class TestPublish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void publish_first_givesRevisionOne();
    void publish_twice_changesNothing();
    void publish_changedFile_getsNextRevisionAndOthersStay();
    void publish_changedBack_isAnotherRevision();
    void publish_oldRevision_staysReadable();
    void publish_twiceInOneCommand_givesTwoRevisions();
    void publish_malformed_isRefusedWhole_data();
    void publish_malformed_isRefusedWhole();
    void publish_events_goToEverybody();
    void rebuild_afterPublishing_equalsLive();
    void brokenItem_reading_namesFileAndRule_data();
    void brokenItem_reading_namesFileAndRule();
    void unknownItem_reading_isNothing();
    void postsAndCalendar_newRevision_countAtOnce();

private:
    Definition item(const QByteArray& content, const QString& key = u"tiny"_s) { return {u"item"_s, key, 0, content}; }
    int revision(const QString& key = u"tiny"_s);

    std::unique_ptr<test::CaseWorld> m_world;
};

void TestPublish::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open());
}

int TestPublish::revision(const QString& key)
{
    const auto current = Definitions(*m_world->connection).current(u"item"_s, key);
    return current && *current ? (*current)->revision : 0;
}

void TestPublish::publish_first_givesRevisionOne()
{
    QVERIFY(m_world->publish({item("{\"a\":1}")}));
    QCOMPARE(revision(), 1);
    QCOMPARE(revision(u"free-intake"_s), 1);
    QCOMPARE(revision(u"nothing"_s), 0);
}

void TestPublish::publish_twice_changesNothing()
{
    const auto definitions = readDefinitionFiles(test::inSource(u"resources"));
    QVERIFY(definitions);
    QVERIFY(m_world->publish(*definitions));
    const QString journal = m_world->dumpJournal();
    const QString tables = m_world->dumpProjections();
    QVERIFY(m_world->publish(*definitions));
    QCOMPARE(m_world->dumpJournal(), journal);
    QCOMPARE(m_world->dumpProjections(), tables);
}

void TestPublish::publish_changedFile_getsNextRevisionAndOthersStay()
{
    QVERIFY(m_world->publish({item("{\"a\":1}"), item("{\"b\":1}", u"other"_s)}));
    QVERIFY(m_world->publish({item("{\"a\":2}"), item("{\"b\":1}", u"other"_s)}));
    QCOMPARE(revision(), 2);
    QCOMPARE(revision(u"other"_s), 1);
    QCOMPARE(revision(u"free-intake"_s), 1);
}

void TestPublish::publish_changedBack_isAnotherRevision()
{
    for (const auto* content : {"{\"a\":1}", "{\"a\":2}", "{\"a\":1}"})
        QVERIFY(m_world->publish({item(content)}));
    QCOMPARE(revision(), 3);
}

void TestPublish::publish_oldRevision_staysReadable()
{
    QVERIFY(m_world->publish({item("{ \"a\": 1 }")}));
    QVERIFY(m_world->publish({item("{ \"a\": 2 }")}));
    const Definitions definitions(*m_world->connection);
    const auto old = definitions.revision(u"item"_s, u"tiny"_s, 1);
    QVERIFY(old && *old);
    QCOMPARE((*old)->content, "{ \"a\": 1 }"_ba);
    QVERIFY(!*definitions.revision(u"item"_s, u"tiny"_s, 3));
    const auto all = definitions.all(u"item"_s);
    QVERIFY(all);
    QStringList lines;
    for (const auto& definition : *all)
        lines.append(u"%1/%2"_s.arg(definition.key).arg(definition.revision));
    QVERIFY(lines.contains(u"tiny/2"_s));
    QVERIFY(!lines.contains(u"tiny/1"_s));
}

void TestPublish::publish_twiceInOneCommand_givesTwoRevisions()
{
    QVERIFY(m_world->publish({item("{\"a\":1}"), item("{\"a\":2}")}));
    QCOMPARE(revision(), 2);
    QCOMPARE((*Definitions(*m_world->connection).revision(u"item"_s, u"tiny"_s, 1))->content, "{\"a\":1}"_ba);
}

void TestPublish::publish_malformed_isRefusedWhole_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("place");
    const QJsonObject good{{u"table"_s, u"item"_s}, {u"key"_s, u"tiny"_s}, {u"content"_s, u"{}"_s}};
    auto bad = good;
    bad.remove(u"key"_s);
    QTest::newRow("no list") << QJsonObject{} << u"definitions"_s;
    QTest::newRow("second without key") << QJsonObject{{u"definitions"_s, QJsonArray{good, bad}}}
                                        << u"definitions[1].key"_s;
    bad = good;
    bad.insert(u"content"_s, 5);
    QTest::newRow("content is a number") << QJsonObject{{u"definitions"_s, QJsonArray{bad}}}
                                         << u"definitions[0].content"_s;
}

void TestPublish::publish_malformed_isRefusedWhole()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, place);
    const QString before = m_world->dumpJournal() + m_world->dumpProjections();
    const auto answer = m_world->send(
        m_world->hubCommand(CatalogueStream::kind(), CatalogueStream::stream(), u"PublishDefinitions"_s, body));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, journal::Verdict::Refused);
    QCOMPARE(answer->reason->fields.value("path"_L1).toString(), place);
    QCOMPARE(m_world->dumpJournal() + m_world->dumpProjections(), before);
}

void TestPublish::publish_events_goToEverybody()
{
    const qint64 head = *journal::Feed(*m_world->connection).head();
    QVERIFY(m_world->publish({item("{\"a\":1}")}));
    const auto page = journal::Feed(*m_world->connection).page({u"anybody"_s, {}}, head, 10);
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 1);
    const auto event = journal::Event::fromJson(page->rows.constFirst().content);
    QVERIFY(event);
    const auto definition = definitionOf(*event);
    QVERIFY(definition);
    QCOMPARE(definition->key, u"tiny"_s);
    QCOMPARE(definition->content, "{\"a\":1}"_ba);
}

void TestPublish::rebuild_afterPublishing_equalsLive()
{
    QVERIFY(m_world->publish({item("{\"a\":1}")}));
    QVERIFY(m_world->publish({item("{\"a\":2}")}));
    const QString live = m_world->dumpProjections();
    QVERIFY(m_world->connection->execute("UPDATE definition SET content = 'lost'"));
    QVERIFY(journal::rebuild(*m_world->connection, m_world->gate->projections()));
    QCOMPARE(m_world->dumpProjections(), live);
}

void TestPublish::brokenItem_reading_namesFileAndRule_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("rule");
    const auto with = [](const QString& name, const QJsonValue& value) {
        auto json = test::sampleMatter();
        json.insert(name, value);
        return canonicalBytes(json);
    };
    QTest::newRow("no JSON") << "{ what"_ba << u"offset"_s;
    QTest::newRow("item") << with(u"uniqueness"_s, u"sometimes"_s) << u"uniqueness"_s;
    QTest::newRow("flow") << with(u"flow"_s, QJsonObject{}) << u"steps[0].kind"_s;
    auto form = test::sampleMatter().value("form"_L1).toObject();
    form.insert(u"sections"_s, QJsonArray{});
    QTest::newRow("form") << with(u"form"_s, form) << u"sections"_s;
    auto materials = test::sampleMatter().value("materials"_L1).toArray();
    auto claim = materials.at(0).toObject();
    claim.insert(u"required"_s, u"months >="_s);
    materials.replace(0, claim);
    QTest::newRow("condition of a material") << with(u"materials"_s, materials) << u"materials[0].required"_s;
}

void TestPublish::brokenItem_reading_namesFileAndRule()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, rule);
    QVERIFY(m_world->publish({item(content, u"sample-matter"_s)}));
    const auto prepared = m_world->shelf.item(*m_world->connection, u"sample-matter"_s, 1);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, u"catalogue.broken"_s);
    QCOMPARE(prepared.error().fields.value("file"_L1).toString(), u"sample-matter"_s);
    const QString said = prepared.error().fields.value("rule"_L1).toString();
    QVERIFY2(said.contains(rule), qPrintable(said));
}

void TestPublish::unknownItem_reading_isNothing()
{
    QVERIFY(!*m_world->shelf.item(*m_world->connection, u"free-intake"_s, 2));
    QVERIFY(!*m_world->shelf.currentItem(*m_world->connection, u"unheard-of"_s));
    const auto present = m_world->shelf.currentItem(*m_world->connection, u"free-intake"_s);
    QVERIFY(present && *present);
    QCOMPARE((*present)->item.revision, 1);
}

void TestPublish::postsAndCalendar_newRevision_countAtOnce()
{
    auto& shelf = m_world->shelf;
    auto& connection = *m_world->connection;
    QVERIFY(shelf.posts(connection)->value(u"reviewer"_s).rights.contains(u"case.review"_s));
    QVERIFY((*shelf.calendar(connection))->knows(QDate(2026, 11, 20)));
    const QByteArray posts = R"({"posts":[{"id":"reviewer","name":{"zh_CN":"审核岗","en":"Reviewer"},"rights":[]}]})";
    QVERIFY(m_world->publish({{u"posts"_s, u"posts"_s, 0, posts}, {u"codes"_s, u"calendar"_s, 0, "{}"}}));
    QVERIFY(!shelf.posts(connection)->value(u"reviewer"_s).rights.contains(u"case.review"_s));
    const auto broken = shelf.calendar(connection);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, u"codes.calendar"_s);
}

QTEST_GUILESS_MAIN(TestPublish)
#include "test_publish.moc"
