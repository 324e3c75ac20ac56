#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/base/Digest.h"
#include "modules/casework/CommandFiles.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// The result is handed out once, with a signature; and the files that commands bring.
class TestCollection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void collected_byTheApplicant_isRecorded();
    void collected_twice_isRefused();
    void collected_inEachPhase_data();
    void collected_inEachPhase();
    void collected_wrongly_isRefused_data();
    void collected_wrongly_isRefused();
    void collected_byAnyWindow_ofTheArea();
    void lateMaterial_afterTheDecision_standsBesideIt();
    void files_ofEachBody_areFound_data();
    void files_ofEachBody_areFound();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestCollection::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestCollection::collected_byTheApplicant_isRecorded()
{
    const QString stream = m_write->completed();
    QVERIFY(!m_world->row(stream).collected);
    const auto command = m_write->collect(m_world->clerk, stream, test::party());
    act(command);
    const auto state = m_world->state(stream);
    QCOMPARE(state.collection.collector, test::party());
    QCOMPARE(state.collection.at, command.times.corrected);
    QCOMPARE(state.collection.byName, u"赵窗口"_s);
    QCOMPARE(state.collection.papers, QStringList({u"办结通知书"_s, u"审批表"_s}));
    QCOMPARE(state.collection.signature, QList<Page>{m_write->page("signature")});
    QVERIFY(state.files().contains(m_write->page("signature").digest));
    QCOMPARE(state.phase, Phase::Completed);
    QVERIFY(m_world->row(stream).collected);
    QCOMPARE(*m_world->connection->integer("SELECT COUNT(*) FROM case_file WHERE stream = ? AND digest = ?",
                 {stream, m_write->page("signature").digest}),
        1);
}

void TestCollection::collected_twice_isRefused()
{
    const QString stream = m_write->completed();
    act(m_write->collect(m_world->clerk, stream, test::party()));
    const auto answer = m_world->send(m_write->collect(m_world->secondClerk, stream, test::party()));
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->reason->code, u"casework.collected"_s);
    QCOMPARE(answer->reason->fields.value("by"_L1).toString(), u"赵窗口"_s);
}

void TestCollection::collected_inEachPhase_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QString>("answer");
    QTest::newRow("completed") << u"completed"_s << u"applied"_s;
    QTest::newRow("refused") << u"refused"_s << u"applied"_s;
    QTest::newRow("not accepted") << u"not-accepted"_s << u"applied"_s;
    QTest::newRow("in progress") << u"in-progress"_s << u"refused casework.nothing-to-collect"_s;
    QTest::newRow("waiting for a supplement") << u"supplement"_s << u"refused casework.nothing-to-collect"_s;
    QTest::newRow("voided") << u"voided"_s << u"refused casework.nothing-to-collect"_s;
}

void TestCollection::collected_inEachPhase()
{
    QFETCH(QString, phase);
    QFETCH(QString, answer);
    QString stream;
    if (phase == "completed"_L1) {
        stream = m_write->completed();
    } else if (phase == "not-accepted"_L1) {
        const auto command = m_write->refuseAtOnce(m_world->clerk, u"10"_s);
        act(command);
        stream = command.stream;
    } else if (phase == "supplement"_L1) {
        stream = m_write->awaitingSupplement();
    } else {
        stream = m_write->inReview();
        if (phase == "refused"_L1)
            act(m_write->refuse(m_world->reviewer, stream, u"不符合条件。"_s));
        else if (phase == "voided"_L1)
            act(m_write->voidCase(m_world->supervisor, stream, u"误收"_s));
    }
    QCOMPARE(phaseName(m_world->state(stream).phase), phase);
    QCOMPARE(say(m_write->collect(m_world->clerk, stream, test::party())), answer);
}

void TestCollection::collected_wrongly_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("answer");
    const auto stranger = test::party(u"欧阳小明"_s, u"21060319910505115"_s);
    auto friendOfHis = stranger;
    friendOfHis.insert(u"relation"_s, u"41"_s);
    auto nobody = stranger;
    nobody.insert(u"name"_s, u""_s);
    QTest::newRow("no papers") << u"papers"_s << QJsonValue(QJsonArray{}) << u"refused casework.papers"_s;
    QTest::newRow("only a blank paper") << u"papers"_s << QJsonValue(QJsonArray{u" "_s})
                                        << u"refused casework.papers"_s;
    QTest::newRow("no collector") << u"collector"_s << QJsonValue() << u"refused casework.applicant"_s;
    QTest::newRow("a collector without name")
        << u"collector"_s << QJsonValue(nobody) << u"refused casework.applicant"_s;
    QTest::newRow("a stranger") << u"collector"_s << QJsonValue(stranger) << u"refused casework.relation"_s;
    QTest::newRow("somebody he sent") << u"collector"_s << QJsonValue(friendOfHis) << u"applied"_s;
    QTest::newRow("a signature that names no file")
        << u"signature"_s << QJsonValue(QJsonArray{QJsonObject{{u"digest"_s, u"x"_s}}}) << u"refused blobs.digest"_s;
    QTest::newRow("no signature") << u"signature"_s << QJsonValue(QJsonArray{}) << u"applied"_s;
}

void TestCollection::collected_wrongly_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, answer);
    const QString stream = m_write->completed();
    auto command = m_write->collect(m_world->clerk, stream, test::party());
    command.body.insert(name, value);
    QCOMPARE(say(command), answer);
}

void TestCollection::collected_byAnyWindow_ofTheArea()
{
    const QString stream = m_write->completed();
    QCOMPARE(say(m_write->collect(m_world->reviewer, stream, test::party())), u"refused casework.right"_s);
    act(m_write->collect(m_world->secondClerk, stream, test::party()));
    QVERIFY(!m_world->state(stream).makers.contains(m_world->secondClerk.id));
}

void TestCollection::lateMaterial_afterTheDecision_standsBesideIt()
{
    const auto opening =
        m_write->openFreeIntake(m_world->clerk, {m_write->material(u"m-1"_s, u"申请书"_s, "before").toJson()});
    act(opening);
    act(m_write->claim(m_world->dispatcher, opening.stream));
    act(m_write->dispatch(m_world->dispatcher, opening.stream, u"就业科"_s));
    act(m_write->claim(m_world->reviewer, opening.stream));
    act(m_write->approve(m_world->reviewer, opening.stream));
    act(m_write->collect(m_world->clerk, opening.stream, test::party()));
    act(m_write->setMaterial(m_world->clerk, opening.stream, m_write->material(u"m-1"_s, u"申请书"_s, "after")));
    const auto state = m_world->state(opening.stream);
    QCOMPARE(state.materials.size(), 2);
    QVERIFY(!state.materials.at(0).late);
    QVERIFY(state.materials.at(1).late);
    QCOMPARE(state.files(), QStringList({m_write->page("before").digest, m_write->page("after").digest,
                                m_write->page("signature").digest}));
}

void TestCollection::files_ofEachBody_areFound_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QStringList>("found");
    const auto page = [](const char* name) { return QJsonObject{{u"digest"_s, digestOf(name)}, {u"size"_s, 3}}; };
    const QString a = digestOf("a");
    const QString b = digestOf("b");
    QTest::newRow("none") << QJsonObject{{u"task"_s, u"review-1"_s}} << QStringList{};
    QTest::newRow("materials") << QJsonObject{{u"materials"_s,
                                      QJsonArray{QJsonObject{{u"pages"_s, QJsonArray{page("a"), page("b")}}}}}}
                               << QStringList{a, b};
    QTest::newRow("one material") << QJsonObject{{u"material"_s, QJsonObject{{u"pages"_s, QJsonArray{page("b")}}}}}
                                  << QStringList{b};
    QTest::newRow("proof and authority")
        << QJsonObject{{u"parties"_s, QJsonObject{{u"agent"_s, QJsonObject{{u"authority"_s, QJsonArray{page("b")}}}},
                                          {u"applicant"_s, QJsonObject{{u"proof"_s, QJsonArray{page("a")}}}}}}}
        << QStringList{b, a};
    QTest::newRow("a party") << QJsonObject{{u"party"_s, QJsonObject{{u"proof"_s, QJsonArray{page("a")}}}}}
                             << QStringList{a};
    QTest::newRow("a collector and the signature")
        << QJsonObject{{u"collector"_s, QJsonObject{{u"proof"_s, QJsonArray{page("a")}}}},
               {u"signature"_s, QJsonArray{page("b")}}}
        << QStringList{a, b};
    QTest::newRow("the same page twice is one file")
        << QJsonObject{{u"signature"_s, QJsonArray{page("a"), page("a")}}} << QStringList{a};
    QTest::newRow("what was typed is none")
        << QJsonObject{{u"values"_s, QJsonObject{{u"x"_s, page("a")}}}, {u"card"_s, page("a")},
               {u"registered"_s, page("b")}, {u"edits"_s, QJsonArray{QJsonObject{{u"value"_s, page("b")}}}}}
        << QStringList{};
}

void TestCollection::files_ofEachBody_areFound()
{
    QFETCH(QJsonObject, body);
    QFETCH(QStringList, found);
    QCOMPARE(filesOf(body), found);
}

QTEST_GUILESS_MAIN(TestCollection)
#include "test_collection.moc"
