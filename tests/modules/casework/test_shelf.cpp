#include "tests/support/casework/ClaimCase.h"

#include "modules/base/Json.h"
#include "modules/casework/KnownCodes.h"
#include "modules/catalogue/Definitions.h"
#include "modules/store/Transaction.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;

// Items, parameters and code tables as they are published, pinned and asked.
class TestShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void parameters_publishedAnew_reachNewCases();
    void parameters_publishedAnew_leaveCasesUnderWayAlone();
    void parameters_ofTheCommand_areThoseTheClerkSaw();
    void parameters_neverPublished_areNoItem();
    void items_askedTwice_areTheSame();
    void codes_publishedAnew_areKnown();
    void parameters_ofAPublicationThatWasRolledBack_areForgotten();
    void codes_ofTablesAndAreas_data();
    void codes_ofTablesAndAreas();

private:
    Done publishWage(qint64 fen);
    QString open(const QJsonObject& parameters = {});
    int amount(const QString& stream) { return m_world->state(stream).values.value("monthlyAmount"_L1).toInt(); }

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

void TestShelf::init()
{
    m_world = std::make_unique<CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<CaseCommands>(*m_world);
}

Done TestShelf::publishWage(qint64 fen)
{
    QFile file(test::inSource(u"resources/catalogue/parameters/unemployment.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error{u"test.file"_s, Origin::Machine, file.fileName(), {}});
    auto content = file.readAll();
    content.replace("190000", QByteArray::number(fen));
    return m_world->publish({{u"parameters"_s, u"unemployment"_s, 0, content}});
}

QString TestShelf::open(const QJsonObject& parameters)
{
    auto item = m_world->shelf.item(*m_world->connection, u"unemployment-claim"_s, 1, parameters).value_or(nullptr);
    if (!item)
        return {};
    auto person = claimant(13);
    const auto draft = claimDraft(*item, &person, legalDate(m_world->clock.nowMs()), u"first"_s);
    auto command = m_write->make(
        m_world->clerk, m_world->ids.next(), u"OpenCase"_s, claimBody(draft, *item, m_write->freshNumber()));
    const QString said = m_world->say(command);
    if (said != "applied"_L1)
        qWarning() << said;
    return command.stream;
}

void TestShelf::parameters_publishedAnew_reachNewCases()
{
    QVERIFY(keepRecord(*m_world->connection, claimant(13)));
    QVERIFY(publishWage(200'000));
    QCOMPARE(amount(open()), 180'000);
}

void TestShelf::parameters_publishedAnew_leaveCasesUnderWayAlone()
{
    QVERIFY(keepRecord(*m_world->connection, claimant(13)));
    const QString stream = open();
    QCOMPARE(amount(stream), 171'000);
    QVERIFY(publishWage(200'000));
    QCOMPARE(m_world->say(m_write->edit(m_world->clerk, stream, u"trade"_s, u"车工"_s, u"钳工"_s)), u"applied"_s);
    QCOMPARE(amount(stream), 171'000);
    QCOMPARE(m_world->say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对"_s)), u"applied"_s);
    QCOMPARE(m_world->say(m_write->resubmit(m_world->clerk, stream)), u"applied"_s);
    QCOMPARE(amount(stream), 171'000);
}

void TestShelf::parameters_ofTheCommand_areThoseTheClerkSaw()
{
    QVERIFY(keepRecord(*m_world->connection, claimant(13)));
    QVERIFY(publishWage(200'000));
    // A counter that was offline when they were published: what it printed stands.
    QCOMPARE(amount(open({{u"unemployment"_s, 1}})), 171'000);
}

void TestShelf::parameters_neverPublished_areNoItem()
{
    const auto item = m_world->shelf.item(*m_world->connection, u"unemployment-claim"_s, 1, {{u"unemployment"_s, 9}});
    QVERIFY(item);
    QVERIFY(!*item);
    const auto other = m_world->shelf.item(*m_world->connection, u"unemployment-claim"_s, 1, {{u"oracle"_s, 1}});
    QVERIFY(other);
    QVERIFY(!*other);
}

void TestShelf::items_askedTwice_areTheSame()
{
    const auto first = m_world->shelf.item(*m_world->connection, u"unemployment-claim"_s, 1);
    const auto again = m_world->shelf.item(*m_world->connection, u"unemployment-claim"_s, 1, (*first)->parameters);
    QVERIFY(first && again);
    QCOMPARE(again->get(), first->get());
}

void TestShelf::codes_publishedAnew_areKnown()
{
    const auto before = m_world->shelf.codes(*m_world->connection);
    QVERIFY(before && !(*before)->has(u"job-wish"_s, u"99"_s));
    QVERIFY(m_world->publish({{u"codes"_s, u"job-wish"_s, 0,
        R"({"kind":"code-table","id":"job-wish","name":"求职意愿","standard":"own","revision":2,
            "entries":[{"code":"99","text":"其他"}]})"}}));
    const auto after = m_world->shelf.codes(*m_world->connection);
    QVERIFY(after && (*after)->has(u"job-wish"_s, u"99"_s));
    QVERIFY(!(*before)->has(u"job-wish"_s, u"99"_s)); // who holds the old ones keeps them
}

// Whoever published saw them within his transaction. Neither they nor what follows them may be taken for each other.
void TestShelf::parameters_ofAPublicationThatWasRolledBack_areForgotten()
{
    auto& connection = *m_world->connection;
    const auto revisionOf = [&] {
        const auto pages = m_world->shelf.parameters(connection);
        return pages ? pages->value("unemployment"_L1).toInt() : -1;
    };
    const int before = revisionOf();
    const auto put = [&](int revision) {
        return catalogue::Definitions(connection)
            .put({u"parameters"_s, u"unemployment"_s, revision, QByteArray::number(revision)});
    };
    {
        const auto spoilt = store::Transaction::begin(connection);
        QVERIFY(spoilt && put(before + 7));
        QCOMPARE(revisionOf(), before + 7);
    }
    auto kept = store::Transaction::begin(connection);
    QVERIFY(kept && put(before + 1));
    QCOMPARE(revisionOf(), before + 1);
    QVERIFY(kept->commit());
    QCOMPARE(revisionOf(), before + 1);
}

void TestShelf::codes_ofTablesAndAreas_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("known");
    QTest::newRow("of a published table") << u"job-wish"_s << u"10"_s << true;
    QTest::newRow("not of that table") << u"job-wish"_s << u"11"_s << false;
    QTest::newRow("of a compiled-in table") << u"AAC005"_s << u"01"_s << true;
    QTest::newRow("of a table nobody published") << u"oracle"_s << u"1"_s << true;
    QTest::newRow("a village of the list") << u"area"_s << u"210603002001"_s << true;
    QTest::newRow("a village that the list does not have") << u"area"_s << u"210603002999"_s << false;
    QTest::newRow("a village of a street without a list") << u"area"_s << u"110101001005"_s << true;
    QTest::newRow("a county that is none") << u"area"_s << u"219999"_s << false;
    QTest::newRow("no area code at all") << u"area"_s << u"丹东"_s << false;
}

void TestShelf::codes_ofTablesAndAreas()
{
    QFETCH(QString, table);
    QFETCH(QString, code);
    QFETCH(bool, known);
    static const auto codes = [] {
        QFile areas(test::inSource(u"resources/codes/areas.csv"));
        QFile wishes(test::inSource(u"resources/codes/job-wish.json"));
        if (!areas.open(QIODevice::ReadOnly) || !wishes.open(QIODevice::ReadOnly))
            qFatal("no resources");
        return KnownCodes::read(
            {{u"codes"_s, u"areas"_s, 1, areas.readAll()}, {u"codes"_s, u"job-wish"_s, 1, wishes.readAll()},
                {u"codes"_s, u"calendar"_s, 1, R"({"kind":"calendar"})"}});
    }();
    QVERIFY(codes);
    QCOMPARE(codes->has(table, code), known);
}

QTEST_GUILESS_MAIN(TestShelf)
#include "test_shelf.moc"
