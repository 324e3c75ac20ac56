#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/CaseJson.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseEvolution.h"
#include "tests/support/places/Places.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Events as released versions wrote them, one file a scenario: every later version must fold them to the same state.
// Files are never changed. A new version of events gets a folder of its own: run this test with KUAIBAN_RECORD_TO set
// to that folder and it writes the scenarios there as they are today.
class TestRecorded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void record_onDemand();
    void fold_recorded_givesTheRecordedState_data();
    void fold_recorded_givesTheRecordedState();
    void recorded_files_coverEveryEvent();

private:
    static QFileInfoList files();
    static QJsonObject read(const QString& path);
};

namespace {

// Plays scenarios on a hub of their own; the same ids and times each time.
class Scenarios
{
public:
    Done open() { return m_world.open({test::sampleMatterDefinition(), test::uniqueMatterDefinition()}); }

    QHash<QString, QString> play() // name → stream
    {
        QHash<QString, QString> streams{{u"free-intake-completed"_s, m_write.completed()}};
        streams.insert(u"free-intake-refused"_s, refused());
        streams.insert(u"free-intake-voided-late-material"_s, voided());
        streams.insert(u"free-intake-supplement"_s, supplement());
        streams.insert(u"matter-edits-and-conflict"_s, edited());
        streams.insert(u"matter-returned-uncertain"_s, returned());
        streams.insert(u"matter-incomplete-taken-over"_s, incomplete());
        streams.insert(u"matter-duplicate-parties-transfer"_s, duplicate());
        streams.insert(u"matter-not-accepted-at-once"_s, notAccepted());
        streams.insert(u"free-intake-collected"_s, collected());
        const auto [survivor, merged] = this->merged();
        streams.insert(u"matter-survivor"_s, survivor);
        streams.insert(u"matter-merged"_s, merged);
        return streams;
    }
    QList<journal::Event> events(const QString& stream) { return m_world.events(stream); }

private:
    void act(const journal::Command& command)
    {
        m_world.clock.advance(60'000);
        const QString said = m_world.say(command);
        if (said != "applied"_L1)
            qFatal("the scenario broke: %s: %s", qPrintable(command.type), qPrintable(said));
    }

    QString refused()
    {
        const QString stream = m_write.inReview();
        act(m_write.refuse(m_world.reviewer, stream, u"不属于本区职权范围。"_s));
        return stream;
    }

    QString voided()
    {
        const auto opening =
            m_write.openFreeIntake(m_world.clerk, {m_write.material(u"m-1"_s, u"个人申请书"_s, "one").toJson()});
        act(opening);
        act(m_write.claim(m_world.dispatcher, opening.stream));
        act(m_write.release(m_world.dispatcher, opening.stream));
        act(m_write.voidCase(m_world.supervisor, opening.stream, u"重复收件"_s));
        act(m_write.setMaterial(m_world.clerk, opening.stream, m_write.material(u"m-1"_s, u"个人申请书"_s, "two")));
        act(m_write.remark(m_world.clerk, opening.stream, u"申请人取走原件。"_s));
        return opening.stream;
    }

    QString supplement()
    {
        const QString stream = m_write.inReview();
        act(m_write.requestSupplement(m_world.reviewer, stream, u"请补交委托书。"_s));
        act(m_write.setMaterial(m_world.clerk, stream, m_write.material(u"m-2"_s, u"委托书"_s, "proxy")));
        act(m_write.setMaterial(m_world.clerk, stream, m_write.material(u"m-3"_s, u"误扫"_s, "wrong")));
        act(m_write.removeMaterial(m_world.clerk, stream, u"m-3"_s));
        act(m_write.resubmit(m_world.clerk, stream));
        return stream;
    }

    QString edited()
    {
        const QString stream = m_write.openedMatter();
        act(m_write.edit(m_world.clerk, stream, u"months"_s, 30, 60));
        act(m_write.edit(m_world.clerk, stream, u"periods.rows.r1.months"_s, 30, 18));
        act(m_write.edit(m_world.secondClerk, stream, u"reason"_s, u"从前的"_s, u"单位解散"_s));
        act(m_write.edit(m_world.secondClerk, stream, u"months"_s, 30, 84));
        act(m_write.settle(m_world.supervisor, stream, m_world.state(stream).conflicts.constLast().id, 84));
        return stream; // one conflict stays open
    }

    QString returned()
    {
        auto opening = m_write.openMatter(m_world.clerk);
        opening.times.uncertain = true;
        const QString stream = opening.stream;
        act(opening);
        act(m_write.confirmTime(m_world.supervisor, stream));
        act(m_write.claim(m_world.reviewer, stream));
        act(m_write.sendBack(m_world.reviewer, stream, u"accept"_s, u"合同缺页。"_s));
        act(m_write.resubmit(m_world.clerk, stream));
        act(m_write.claim(m_world.reviewer, stream));
        act(m_write.approve(m_world.reviewer, stream, u"已核对。"_s));
        return stream;
    }

    QString incomplete()
    {
        const auto opening = m_write.openIncomplete(m_world.clerk);
        const QString stream = opening.stream;
        act(opening);
        m_world.clock.advance(3LL * 24 * 3600 * 1000);
        act(m_write.claim(m_world.secondClerk, stream));
        act(m_write.edit(m_world.secondClerk, stream, u"reason"_s, QJsonValue::Null, u"合同期满"_s));
        act(m_write.setMaterial(
            m_world.secondClerk, stream, m_write.material(u"contract"_s, u"劳动合同"_s, "contract")));
        act(m_write.resubmit(m_world.secondClerk, stream));
        return stream;
    }

    std::pair<QString, QString> merged()
    {
        QStringList both;
        for (const auto& by : {m_world.clerk, m_world.secondClerk}) {
            auto opening = m_write.openMatter(by);
            opening.body.insert(u"item"_s, u"unique-matter"_s);
            opening.body.insert(
                u"parties"_s, QJsonObject{{u"applicant"_s, test::party(u"司马小红"_s, u"21060319920606226"_s)}});
            act(opening);
            both.append(opening.stream);
        }
        act(m_write.edit(m_world.secondClerk, both.at(1), u"reason"_s, u"合同期满"_s, u"单位解散"_s));
        act(m_write.setMaterial(m_world.secondClerk, both.at(1), m_write.material(u"photo"_s, u"照片"_s, "photo")));
        act(m_write.remark(m_world.secondClerk, both.at(1), u"已电话联系"_s));
        act(m_write.mergeDuplicate(m_world.supervisor, both.at(1)));
        act(m_write.remark(m_world.secondClerk, both.at(1), u"补充说明"_s));
        if (m_world.reactions->runDue(*m_world.connection).value_or(0) != 2)
            qFatal("nothing was merged");
        return {both.at(0), both.at(1)};
    }
    QString duplicate()
    {
        QString stream;
        for (const auto& by : {m_world.clerk, m_world.secondClerk}) {
            auto opening = m_write.openMatter(by);
            opening.body.insert(u"item"_s, u"unique-matter"_s);
            opening.body.insert(u"card"_s, QJsonObject{{u"address"_s, u"虚构路1号"_s}});
            act(opening);
            stream = opening.stream;
        }
        act(m_write.setParty(m_world.supervisor, stream, u"applicant"_s, m_write.typedParty("proof")));
        act(m_write.setParty(m_world.supervisor, stream, u"agent"_s, m_write.agentParty("authority")));
        act(m_write.setParty(m_world.supervisor, stream, u"collector"_s, m_write.agentParty("authority")));
        act(m_write.setParty(m_world.supervisor, stream, u"collector"_s, QJsonValue::Null));
        act(m_write.releaseDuplicate(m_world.jack, stream));
        act(m_write.claim(m_world.reviewer, stream));
        act(m_write.handOver(m_world.reviewer, stream, m_world.jack));
        return stream;
    }

    QString notAccepted()
    {
        const auto command = m_write.refuseAtOnce(m_world.clerk, u"10"_s);
        act(command);
        return command.stream;
    }

    QString collected()
    {
        const QString stream = m_write.completed();
        act(m_write.collect(m_world.secondClerk, stream, m_write.agentParty("authority")));
        return stream;
    }

    test::CaseWorld m_world;
    test::CaseCommands m_write{m_world};
};

} // namespace

QFileInfoList TestRecorded::files()
{
    QFileInfoList found;
    const QDir recorded(test::inSource(u"tests/modules/casework/recorded"));
    for (const auto& version : recorded.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        found += QDir(version.filePath()).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    return found;
}

QJsonObject TestRecorded::read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestRecorded::record_onDemand()
{
    const QString folder = qEnvironmentVariable("KUAIBAN_RECORD_TO");
    if (folder.isEmpty())
        return;
    Scenarios scenarios;
    QVERIFY(scenarios.open());
    const auto streams = scenarios.play();
    for (auto scenario = streams.begin(); scenario != streams.end(); ++scenario) {
        QJsonArray events;
        for (const auto& event : scenarios.events(scenario.value()))
            events.append(event.toJson());
        const QJsonObject page{{u"scenario"_s, scenario.key()}, {u"events"_s, events},
            {u"state"_s, test::caseToJson(fold(scenarios.events(scenario.value())))}};
        QFile file(folder + u'/' + scenario.key() + u".json"_s);
        QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::NewOnly), "recorded files are never written over");
        QVERIFY(file.write(QJsonDocument(page).toJson()) > 0);
    }
}

void TestRecorded::fold_recorded_givesTheRecordedState_data()
{
    QTest::addColumn<QString>("path");
    for (const auto& file : files())
        QTest::addRow("%s %s", qPrintable(file.dir().dirName()), qPrintable(file.completeBaseName()))
            << file.filePath();
}

void TestRecorded::fold_recorded_givesTheRecordedState()
{
    QFETCH(QString, path);
    const auto page = read(path);
    QList<journal::Event> events;
    for (const auto& json : page.value("events"_L1).toArray()) {
        const auto event = journal::Event::fromJson(json.toObject());
        QVERIFY(event);
        events.append(*event);
    }
    QVERIFY(events.size() > 1);
    const auto state = fold(events);
    QVERIFY(state.exists());
    const QString difference = test::firstDifference(page.value("state"_L1), test::caseToJson(state));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestRecorded::recorded_files_coverEveryEvent()
{
    QSet<QString> types;
    for (const auto& file : files()) {
        for (const auto& event : read(file.filePath()).value("events"_L1).toArray())
            types.insert(event.toObject().value("type"_L1).toString());
    }
    for (const auto* type : {"CaseOpened", "TaskOpened", "TaskClaimed", "TaskReleased", "TaskDone", "FieldChanged",
             "FieldConflicted", "ConflictSettled", "MaterialSet", "MaterialRemoved", "RemarkAdded", "TimeConfirmed",
             "CaseCompleted", "CaseRefused", "CaseVoided", "CaseNotAccepted", "SupplementAsked", "TaskTransferred",
             "PartySet", "DuplicateReleased", "CaseMerged", "DuplicateAbsorbed", "ResultCollected"})
        QVERIFY2(types.contains(QString::fromLatin1(type)), type);
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "test_recorded.moc"
