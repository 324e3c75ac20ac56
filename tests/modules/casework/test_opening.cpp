#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

#include <functional>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;
using journal::Command;

using Change = std::function<void(Command&)>;
Q_DECLARE_METATYPE(Change)

namespace {

Change body(const QString& name, const QJsonValue& value)
{
    return [=](Command& command) { command.body.insert(name, value); };
}

Change applicant(const QString& name, const QJsonValue& value)
{
    return [=](Command& command) {
        auto party = test::party();
        party.insert(name, value);
        command.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, party}});
    };
}

Change values(const QString& name, const QJsonValue& value)
{
    return [=](Command& command) {
        auto all = command.body.value("values"_L1).toObject();
        all.insert(name, value);
        command.body.insert(u"values"_s, all);
    };
}

QJsonObject material(const QString& id, const QString& state = u"supplied"_s)
{
    const QString dueOn = state == "deferred"_L1 ? u"2026-12-01"_s : QString();
    return CaseMaterial{id, u"材料"_s, u"copy"_s, state, 1, {}, dueOn, false}.toJson();
}

Change materials(const QStringList& ids)
{
    return [=](Command& command) {
        QJsonArray list;
        for (const auto& id : ids)
            list.append(material(id.section(u'/', 0, 0), id.contains(u'/') ? id.section(u'/', 1) : u"supplied"_s));
        command.body.insert(u"materials"_s, list);
    };
}

const QJsonValue Gone(QJsonValue::Undefined);

} // namespace

// What a case must have to be opened.
class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freeIntake_withoutWhatItNeeds_isRefused_data();
    void freeIntake_withoutWhatItNeeds_isRefused();
    void freeIntake_otherwiseAlike_isAccepted_data();
    void freeIntake_otherwiseAlike_isAccepted();
    void matter_materials_areAskedForByRules_data();
    void matter_materials_areAskedForByRules();
    void matter_form_blocksAndWarns_data();
    void matter_form_blocksAndWarns();
    void matter_derivedValue_isComputedByTheHub();
    void ticket_ofTheQueue_isKept_data();
    void ticket_ofTheQueue_isKept();
    void ticket_ofARefusedAcceptance_isKept();
    void number_taken_isRefused();
    void stream_openedTwice_isRefused();
    void item_newRevision_oldOneStaysValid();
    void missingMaterial_answer_namesItInBothLanguages();
    void formProblem_answer_namesFieldAndPath();
    void uncertainTime_atOpening_flagsTheCase();

private:
    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestOpening::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

void TestOpening::freeIntake_withoutWhatItNeeds_isRefused_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");

    for (const auto* name : {"number", "item", "revision", "area", "office", "window", "queryCode", "parties"})
        QTest::addRow("without %s", name) << body(QString::fromLatin1(name), Gone) << u"base.json-field"_s;
    QTest::newRow("area too short") << body(u"area"_s, u"2106"_s) << u"base.json-field"_s;
    QTest::newRow("unknown item") << body(u"item"_s, u"moon-landing"_s) << u"catalogue.item"_s;
    QTest::newRow("unknown revision") << body(u"revision"_s, 2) << u"catalogue.item"_s;
    QTest::newRow("revision zero") << body(u"revision"_s, 0) << u"catalogue.item"_s;
    QTest::newRow("revision beyond all bounds") << body(u"revision"_s, qint64(1) << 40) << u"catalogue.item"_s;

    QTest::newRow("number of another area") << body(u"number"_s, u"2106822026112000001"_s) << u"casework.number"_s;
    QTest::newRow("number of yesterday") << body(u"number"_s, u"2106032026111900001"_s) << u"casework.number"_s;
    QTest::newRow("number with a short serial") << body(u"number"_s, u"210603202611200001"_s) << u"casework.number"_s;
    QTest::newRow("number with letters") << body(u"number"_s, u"21060320261120A0001"_s) << u"casework.number"_s;
    QTest::newRow("number with full-width digits")
        << body(u"number"_s, u"２106032026112000001"_s) << u"casework.number"_s;
    QTest::newRow("number with a line break") << body(u"number"_s, u"2106032026112000001\n"_s) << u"casework.number"_s;

    QTest::newRow("a ticket of 41 characters") << body(u"ticket"_s, QString(41, u'A')) << u"casework.ticket"_s;
    QTest::newRow("a ticket of two lines") << body(u"ticket"_s, u"A012\nA013"_s) << u"casework.ticket"_s;
    QTest::newRow("a ticket with a tab") << body(u"ticket"_s, u"A\t012"_s) << u"casework.ticket"_s;
    QTest::newRow("a ticket with a control character") << body(u"ticket"_s, u"A\u0007012"_s) << u"casework.ticket"_s;
    QTest::newRow("a ticket with space around") << body(u"ticket"_s, u" A012 "_s) << u"casework.ticket"_s;
    QTest::newRow("a ticket that is a number") << body(u"ticket"_s, 12) << u"base.json-field"_s;

    QTest::newRow("no applicant") << body(u"parties"_s, QJsonObject{{u"agent"_s, test::party()}})
                                  << u"casework.applicant"_s;
    QTest::newRow("applicant is a text") << body(u"parties"_s, QJsonObject{{u"applicant"_s, u"张三"_s}})
                                         << u"casework.applicant"_s;
    QTest::newRow("applicant without name") << applicant(u"name"_s, u"  "_s) << u"casework.applicant"_s;
    QTest::newRow("agent without name") << body(u"parties"_s, QJsonObject{{u"applicant"_s, test::party()},
                                                                  {u"agent"_s, QJsonObject{}}})
                                        << u"casework.applicant"_s;
    QTest::newRow("wrong check digit") << applicant(u"idNo"_s, u"210603198001010023"_s) << u"codes.id-check"_s;
    QTest::newRow("15-digit number") << applicant(u"idNo"_s, u"210603800101002"_s) << u"codes.id15"_s;
    QTest::newRow("empty number") << applicant(u"idNo"_s, u""_s) << u"codes.id-length"_s;
    QTest::newRow("born tomorrow") << applicant(u"idNo"_s, test::citizenId(u"21060320261121001"_s))
                                   << u"codes.id-future"_s;
    QTest::newRow("typed without reason") << applicant(u"source"_s, u"typed"_s) << u"casework.typed-reason"_s;

    QTest::newRow("required field empty") << values(u"title"_s, u"  "_s) << u"forms.required"_s;
    QTest::newRow("field too long") << values(u"title"_s, QString(41, u'长')) << u"forms.too-long"_s;
    QTest::newRow("field of the wrong kind") << values(u"title"_s, 5) << u"forms.kind"_s;
    QTest::newRow("phone of ten digits") << values(u"phone"_s, u"1390000000"_s) << u"codes.mobile-length"_s;

    QTest::newRow("material without id") << materials({u""_s}) << u"casework.material-unknown"_s;
    QTest::newRow("material without name")
        << body(u"materials"_s, QJsonArray{QJsonObject{{u"id"_s, u"m"_s}}}) << u"casework.material-unknown"_s;
}

void TestOpening::freeIntake_withoutWhatItNeeds_isRefused()
{
    QFETCH(Change, change);
    QFETCH(QString, code);
    auto command = m_write->openFreeIntake(m_world->clerk);
    change(command);
    const QString before = m_world->dumpJournal() + m_world->dumpProjections();
    QCOMPARE(m_world->say(command), u"refused "_s + code);
    QCOMPARE(m_world->dumpJournal() + m_world->dumpProjections(), before);
    QCOMPARE(m_world->say(m_write->openFreeIntake(m_world->clerk)), u"applied"_s);
}

void TestOpening::freeIntake_otherwiseAlike_isAccepted_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("as it is") << Change([](Command&) {});
    QTest::newRow("passport, not checked here") << Change([](Command& command) {
        command.body.insert(u"parties"_s,
            QJsonObject{
                {u"applicant"_s, QJsonObject{{u"name"_s, u"ANNA"_s}, {u"idKind"_s, u"03"_s}, {u"idNo"_s, u"E1"_s}}}});
    });
    QTest::newRow("a material the clerk named") << materials({u"0193"_s});
    QTest::newRow("in a township of the area") << body(u"area"_s, u"210603001"_s);
    QTest::newRow("a field the form does not know") << values(u"mood"_s, u"good"_s);
}

void TestOpening::freeIntake_otherwiseAlike_isAccepted()
{
    QFETCH(Change, change);
    auto command = m_write->openFreeIntake(m_world->clerk);
    change(command);
    QCOMPARE(m_world->say(command), u"applied"_s);
    QVERIFY(!m_world->state(command.stream).values.contains("mood"_L1));
}

void TestOpening::matter_materials_areAskedForByRules_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("answer");
    const QString missing = u"refused casework.material-missing"_s;
    QTest::newRow("all that is needed") << QStringList{u"claim"_s, u"contract"_s} << 30 << u"applied"_s;
    QTest::newRow("the other of two proofs") << QStringList{u"claim"_s, u"wages"_s} << 30 << u"applied"_s;
    QTest::newRow("neither proof") << QStringList{u"claim"_s} << 30 << missing;
    QTest::newRow("without the claim") << QStringList{u"contract"_s} << 30 << missing;
    QTest::newRow("claim deferred") << QStringList{u"claim/deferred"_s, u"contract"_s} << 30 << u"applied"_s;
    QTest::newRow("proof deferred though it cannot be")
        << QStringList{u"claim"_s, u"contract/deferred"_s} << 30 << missing;
    QTest::newRow("proof only promised") << QStringList{u"claim"_s, u"contract/committed"_s} << 30 << missing;
    QTest::newRow("proof said to be shared") << QStringList{u"claim"_s, u"contract/shared"_s} << 30 << missing;
    QTest::newRow("proof from an earlier case") << QStringList{u"claim"_s, u"contract/reused"_s} << 30 << u"applied"_s;
    QTest::newRow("proof in a state nobody knows") << QStringList{u"claim"_s, u"contract/dreamt"_s} << 30 << missing;
    QTest::newRow("just below the condition") << QStringList{u"claim"_s, u"contract"_s} << 119 << u"applied"_s;
    QTest::newRow("the condition holds") << QStringList{u"claim"_s, u"contract"_s} << 120 << missing;
    QTest::newRow("the condition holds and is met")
        << QStringList{u"claim"_s, u"contract"_s, u"long-service"_s} << 120 << u"applied"_s;
    QTest::newRow("a material it does not know")
        << QStringList{u"claim"_s, u"contract"_s, u"diary"_s} << 30 << u"refused casework.material-unknown"_s;
}

void TestOpening::matter_materials_areAskedForByRules()
{
    QFETCH(QStringList, given);
    QFETCH(int, months);
    QFETCH(QString, answer);
    auto command = m_write->openMatter(m_world->clerk);
    materials(given)(command);
    values(u"months"_s, months)(command);
    QCOMPARE(m_world->say(command), answer);
}

void TestOpening::matter_form_blocksAndWarns_data()
{
    QTest::addColumn<QJsonValue>("months");
    QTest::addColumn<QString>("answer");
    QTest::newRow("in order") << QJsonValue(24) << u"applied"_s;
    QTest::newRow("a warning does not block") << QJsonValue(3) << u"applied"_s;
    QTest::newRow("a check of the form blocks") << QJsonValue(401) << u"refused forms.check"_s;
    QTest::newRow("out of range") << QJsonValue(481) << u"refused forms.range"_s;
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << u"refused forms.required"_s;
}

void TestOpening::matter_form_blocksAndWarns()
{
    QFETCH(QJsonValue, months);
    QFETCH(QString, answer);
    auto command = m_write->openMatter(m_world->clerk);
    values(u"months"_s, months)(command);
    materials({u"claim"_s, u"contract"_s, u"long-service"_s})(command);
    QCOMPARE(m_world->say(command), answer);
}

void TestOpening::matter_derivedValue_isComputedByTheHub()
{
    auto command = m_write->openMatter(m_world->clerk);
    values(u"years"_s, 40)(command); // whatever the counter says
    QCOMPARE(m_world->say(command), u"applied"_s);
    QCOMPARE(m_world->state(command.stream).values.value("years"_L1).toInt(), 2);
}

void TestOpening::ticket_ofTheQueue_isKept_data()
{
    QTest::addColumn<QJsonValue>("given");
    QTest::addColumn<QString>("kept");
    QTest::newRow("a number") << QJsonValue(u"A012"_s) << u"A012"_s;
    QTest::newRow("words and a space") << QJsonValue(u"社保 012号"_s) << u"社保 012号"_s;
    QTest::newRow("a rare character") << QJsonValue(u"𠮷012"_s) << u"𠮷012"_s;
    QTest::newRow("40 characters") << QJsonValue(QString(40, u'A')) << QString(40, u'A');
    QTest::newRow("an empty text") << QJsonValue(QString()) << QString();
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << QString();
    QTest::newRow("none") << Gone << QString();
}

void TestOpening::ticket_ofTheQueue_isKept()
{
    QFETCH(QJsonValue, given);
    QFETCH(QString, kept);
    auto command = m_write->openFreeIntake(m_world->clerk);
    command.body.insert(u"ticket"_s, given);
    QCOMPARE(m_world->say(command), u"applied"_s);
    QCOMPARE(m_world->state(command.stream).ticket, kept);
    QCOMPARE(m_world->row(command.stream).ticket, kept);
    // Statistics read it without the personal data; a case without one has events as before.
    QCOMPARE(m_world->events(command.stream).constFirst().body.contains("ticket"_L1), !kept.isEmpty());
}

void TestOpening::ticket_ofARefusedAcceptance_isKept()
{
    auto command = m_write->refuseAtOnce(m_world->clerk, u"10"_s);
    command.body.insert(u"ticket"_s, u"A012"_s);
    QCOMPARE(m_world->say(command), u"applied"_s);
    QCOMPARE(m_world->state(command.stream).ticket, u"A012"_s);
    QCOMPARE(m_world->row(command.stream).ticket, u"A012"_s);
}

void TestOpening::number_taken_isRefused()
{
    const auto first = m_write->openFreeIntake(m_world->clerk);
    QCOMPARE(m_world->say(first), u"applied"_s);
    auto second = m_write->openFreeIntake(m_world->secondClerk);
    second.body.insert(u"number"_s, first.body.value("number"_L1));
    const auto answer = m_world->send(second);
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->reason->code, u"casework.number-taken"_s);
    QCOMPARE(answer->reason->fields.value("number"_L1), first.body.value("number"_L1));
    QCOMPARE(m_world->say(m_write->openFreeIntake(m_world->secondClerk)), u"applied"_s);
}

void TestOpening::stream_openedTwice_isRefused()
{
    const QString stream = m_write->openedFreeIntake();
    auto again = m_write->openFreeIntake(m_world->clerk);
    again.stream = stream;
    again.base = m_world->version(stream);
    QCOMPARE(m_world->say(again), u"refused casework.exists"_s);
    auto blind = m_write->openFreeIntake(m_world->clerk);
    blind.stream = stream;
    QCOMPARE(m_world->say(blind), u"conflict journal.changed"_s);
}

void TestOpening::item_newRevision_oldOneStaysValid()
{
    auto json = test::sampleMatter();
    json.insert(u"workingDays"_s, 3);
    QVERIFY(m_world->publish({{u"item"_s, u"sample-matter"_s, 0, QJsonDocument(json).toJson()}}));
    const auto old = m_write->openMatter(m_world->clerk);
    QCOMPARE(m_world->say(old), u"applied"_s);
    auto fresh = m_write->openMatter(m_world->clerk);
    fresh.body.insert(u"revision"_s, 2);
    QCOMPARE(m_world->say(fresh), u"applied"_s);
    QCOMPARE(m_world->state(old.stream).dueOn, u"2026-12-18"_s);
    QCOMPARE(m_world->state(fresh.stream).dueOn, u"2026-11-25"_s);
    QCOMPARE(m_world->row(fresh.stream).revision, 2);
}

void TestOpening::missingMaterial_answer_namesItInBothLanguages()
{
    auto command = m_write->openMatter(m_world->clerk);
    materials({u"contract"_s})(command);
    const auto answer = m_world->send(command);
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->reason->fields.value("material"_L1).toString(), u"申请表"_s);
    QCOMPARE(answer->reason->fields.value("materialEn"_L1).toString(), u"Claim form"_s);
}

void TestOpening::formProblem_answer_namesFieldAndPath()
{
    auto command = m_write->openMatter(m_world->clerk);
    values(u"months"_s, 401)(command);
    materials({u"claim"_s, u"contract"_s, u"long-service"_s})(command);
    auto answer = m_world->send(command);
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->reason->fields.value("path"_L1).toString(), u"months"_s);
    QCOMPARE(answer->reason->fields.value("message"_L1).toString(), u"缴费月数超出可能的范围"_s);
    command = m_write->openFreeIntake(m_world->clerk);
    values(u"phone"_s, u""_s)(command);
    answer = m_world->send(command);
    QCOMPARE(answer->reason->fields.value("path"_L1).toString(), u"phone"_s);
    QCOMPARE(answer->reason->fields.value("label"_L1).toString(), u"联系电话"_s);
}

void TestOpening::uncertainTime_atOpening_flagsTheCase()
{
    auto command = m_write->openFreeIntake(m_world->clerk);
    command.times.uncertain = true;
    QCOMPARE(m_world->say(command), u"applied"_s);
    QVERIFY(m_world->state(command.stream).uncertain);
    QVERIFY(m_world->row(command.stream).uncertain);
}

QTEST_GUILESS_MAIN(TestOpening)
#include "test_opening.moc"
