#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/forms/FormPaths.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Edits of fields: merged three ways, by path, never over another's work.
class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void edit_equalToBase_changes();
    void edit_equalToNewValue_doesNothing();
    void edit_otherThanBoth_keepsBothAsConflict();
    void edit_otherFieldMeanwhile_merges();
    void edit_emptyField_hasNullAsBase();
    void edit_toNothing_removesTheValue();
    void edit_manyFields_areJudgedOneByOne();
    void edit_samePathTwice_followsTheFirst();
    void edit_samePathTwiceInConflict_isRefused();
    void edit_tableCell_isAddressedByRow();
    void edit_tableCellMeanwhile_conflictsOnlyOnThatCell();
    void edit_derivedValues_follow();
    void edit_notAllowed_isRefused_data();
    void edit_notAllowed_isRefused();
    void account_ofTheHolder_isSet();
    void account_notAllowed_isRefused_data();
    void account_notAllowed_isRefused();
    void account_whenSomethingHappenedMeanwhile_isConflict();
    void conflict_open_blocksTheField();
    void conflict_open_blocksTheDecision();
    void conflict_settled_byHolderOrSupervisor_data();
    void conflict_settled_byHolderOrSupervisor();
    void conflict_settledTwice_secondDoesNothing();
    void conflict_settledWithWhatTheFormForbids_isRefused();
    void resubmit_afterLosingARequiredMaterial_isRefused();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    QJsonValue value(const QString& path) { return forms::valueAt(m_world->state(m_stream).values, path); }
    bool backAtTheWindow(); // the clerk holds the case again
    journal::Command account(const test::Actor& by, const QString& path, const QString& value)
    {
        return m_write->make(by, m_stream, u"SetAccount"_s,
            {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, path}, {u"value"_s, value}}}}});
    }
    QString conflictOn(const QString& path); // opens one by an edit with a foreign base; its id

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
    QString m_stream; // a sample matter in review
};

void TestEditing::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
    m_stream = m_write->openedMatter();
    QVERIFY(!m_stream.isEmpty());
}

QString TestEditing::conflictOn(const QString& path)
{
    const bool done =
        say(m_write->edit(m_world->secondClerk, m_stream, path, u"从前的"_s, u"另一个"_s)) == "applied"_L1;
    const auto conflicts = m_world->state(m_stream).conflicts;
    return done && !conflicts.isEmpty() ? conflicts.constLast().id : QString();
}

bool TestEditing::backAtTheWindow()
{
    const bool sent = say(m_write->claim(m_world->reviewer, m_stream)) == "applied"_L1 &&
                      say(m_write->sendBack(m_world->reviewer, m_stream, u"accept"_s, u"账号有误"_s)) == "applied"_L1;
    const auto state = m_world->state(m_stream);
    return sent && state.currentTask() && state.currentTask()->holder == m_world->clerk.id;
}

void TestEditing::edit_equalToBase_changes()
{
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"reason"_s, u"合同期满"_s, u"单位解散"_s)), u"applied"_s);
    QCOMPARE(value(u"reason"_s).toString(), u"单位解散"_s);
    QCOMPARE(m_world->state(m_stream).origins.value("reason"_L1).toString(), u"typed"_s);
    QVERIFY(m_world->state(m_stream).conflicts.isEmpty());
}

void TestEditing::edit_equalToNewValue_doesNothing()
{
    const qint64 version = m_world->version(m_stream);
    QCOMPARE(say(m_write->edit(m_world->secondClerk, m_stream, u"reason"_s, u"从前的"_s, u"合同期满"_s)), u"applied"_s);
    QCOMPARE(m_world->version(m_stream), version);
    QVERIFY(!m_world->state(m_stream).makers.contains(m_world->secondClerk.id));
}

void TestEditing::edit_otherThanBoth_keepsBothAsConflict()
{
    const auto command = m_write->edit(m_world->secondClerk, m_stream, u"reason"_s, u"从前的"_s, u"另一个"_s);
    QCOMPARE(say(command), u"applied"_s);
    const auto state = m_world->state(m_stream);
    QCOMPARE(state.values.value("reason"_L1).toString(), u"合同期满"_s);
    QCOMPARE(state.conflicts.size(), 1);
    const auto& conflict = state.conflicts.constFirst();
    QCOMPARE(conflict.path, u"reason"_s);
    QCOMPARE(conflict.base.toString(), u"从前的"_s);
    QCOMPARE(conflict.hub.toString(), u"合同期满"_s);
    QCOMPARE(conflict.client.toString(), u"另一个"_s);
    QCOMPARE(conflict.command, command.id);
}

void TestEditing::edit_otherFieldMeanwhile_merges()
{
    const auto offline = m_write->edit(m_world->clerk, m_stream, u"reason"_s, u"合同期满"_s, u"单位解散"_s);
    QCOMPARE(say(m_write->edit(m_world->secondClerk, m_stream, u"months"_s, 30, 36)), u"applied"_s);
    QCOMPARE(say(offline), u"applied"_s);
    QCOMPARE(value(u"reason"_s).toString(), u"单位解散"_s);
    QCOMPARE(value(u"months"_s).toInt(), 36);
    QVERIFY(m_world->state(m_stream).conflicts.isEmpty());
}

void TestEditing::edit_emptyField_hasNullAsBase()
{
    auto opening = m_write->openFreeIntake(m_world->clerk);
    m_stream = opening.stream;
    QCOMPARE(say(opening), u"applied"_s);
    auto withoutBase = m_write->edit(m_world->clerk, m_stream, u"department"_s, QJsonValue(), u"养老保险科"_s);
    withoutBase.body.insert(
        u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, u"department"_s}, {u"value"_s, u"养老保险科"_s}}});
    QCOMPARE(say(withoutBase), u"applied"_s);
    QCOMPARE(value(u"department"_s).toString(), u"养老保险科"_s);
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"department"_s, QJsonValue(), u"就业科"_s)), u"applied"_s);
    QCOMPARE(m_world->state(m_stream).conflicts.size(), 1);
}

void TestEditing::edit_toNothing_removesTheValue()
{
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"periods.rows.r1.unit"_s, u"振安机械厂"_s, QJsonValue())),
        u"applied"_s);
    QVERIFY(value(u"periods.rows.r1.unit"_s).isUndefined());
    const qint64 version = m_world->version(m_stream);
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"periods.rows.r1.unit"_s, QJsonValue(), QJsonValue())),
        u"applied"_s);
    QCOMPARE(m_world->version(m_stream), version);
}

void TestEditing::edit_manyFields_areJudgedOneByOne()
{
    auto command = m_write->edit(m_world->clerk, m_stream, u"reason"_s, u"合同期满"_s, u"单位解散"_s);
    auto edits = command.body.value("edits"_L1).toArray();
    edits.append(QJsonObject{{u"path"_s, u"months"_s}, {u"base"_s, 1}, {u"value"_s, 99}});
    command.body.insert(u"edits"_s, edits);
    QCOMPARE(say(command), u"applied"_s);
    QCOMPARE(value(u"reason"_s).toString(), u"单位解散"_s);
    QCOMPARE(value(u"months"_s).toInt(), 30);
    QCOMPARE(m_world->state(m_stream).conflicts.constFirst().path, u"months"_s);
}

void TestEditing::edit_samePathTwice_followsTheFirst()
{
    auto command = m_write->make(m_world->clerk, m_stream, u"EditFields"_s,
        {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, u"months"_s}, {u"base"_s, 30}, {u"value"_s, 31}},
                          QJsonObject{{u"path"_s, u"months"_s}, {u"base"_s, 31}, {u"value"_s, 32}}}}});
    QCOMPARE(say(command), u"applied"_s);
    QCOMPARE(value(u"months"_s).toInt(), 32);
    QVERIFY(m_world->state(m_stream).conflicts.isEmpty());
}

void TestEditing::edit_samePathTwiceInConflict_isRefused()
{
    auto command = m_write->make(m_world->clerk, m_stream, u"EditFields"_s,
        {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, u"months"_s}, {u"base"_s, 1}, {u"value"_s, 31}},
                          QJsonObject{{u"path"_s, u"months"_s}, {u"base"_s, 1}, {u"value"_s, 32}}}}});
    QCOMPARE(say(command), u"refused casework.conflict-open"_s);
}

void TestEditing::edit_tableCell_isAddressedByRow()
{
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"periods.rows.r1.months"_s, 30, 18)), u"applied"_s);
    QCOMPARE(value(u"periods.rows.r1.months"_s).toInt(), 18);
    QCOMPARE(value(u"periods.rows.r1.unit"_s).toString(), u"振安机械厂"_s);
    const QJsonObject row{{u"unit"_s, u"虚构纺织厂"_s}, {u"months"_s, 12}};
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"periods.rows.r2"_s, QJsonValue(), row)), u"applied"_s);
    QCOMPARE(forms::rowIds(value(u"periods"_s).toObject()), QStringList({u"r1"_s, u"r2"_s}));
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"periods.rows.r2"_s, row, QJsonValue())), u"applied"_s);
    QCOMPARE(forms::rowIds(value(u"periods"_s).toObject()), QStringList({u"r1"_s}));
}

void TestEditing::edit_tableCellMeanwhile_conflictsOnlyOnThatCell()
{
    const auto offline = m_write->edit(m_world->secondClerk, m_stream, u"periods.rows.r1.months"_s, 30, 24);
    const auto other = m_write->edit(
        m_world->secondClerk, m_stream, u"periods.rows.r1.unit"_s, u"振安机械厂"_s, u"振安机械有限公司"_s);
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"periods.rows.r1.months"_s, 30, 18)), u"applied"_s);
    QCOMPARE(say(offline), u"applied"_s);
    QCOMPARE(say(other), u"applied"_s);
    const auto state = m_world->state(m_stream);
    QCOMPARE(state.conflicts.size(), 1);
    QCOMPARE(state.conflicts.constFirst().path, u"periods.rows.r1.months"_s);
    QCOMPARE(value(u"periods.rows.r1.unit"_s).toString(), u"振安机械有限公司"_s);
}

void TestEditing::edit_derivedValues_follow()
{
    QCOMPARE(value(u"years"_s).toInt(), 2);
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"months"_s, 30, 60)), u"applied"_s);
    QCOMPARE(value(u"years"_s).toInt(), 5);
    QCOMPARE(m_world->state(m_stream).origins.value("years"_L1).toString(), u"derived"_s);
    const QString conflict = [&] {
        [[maybe_unused]] const auto said = say(m_write->edit(m_world->secondClerk, m_stream, u"months"_s, 30, 84));
        return m_world->state(m_stream).conflicts.value(0).id;
    }();
    QCOMPARE(say(m_write->settle(m_world->supervisor, m_stream, conflict, 84)), u"applied"_s);
    QCOMPARE(value(u"years"_s).toInt(), 7);
}

void TestEditing::edit_notAllowed_isRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("base");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    const QJsonValue none;
    QTest::newRow("an unknown field") << u"mood"_s << none << QJsonValue(u"good"_s) << u"forms.unknown-field"_s;
    QTest::newRow("a derived field") << u"years"_s << QJsonValue(2) << QJsonValue(40) << u"forms.not-editable"_s;
    QTest::newRow("a protected field") << u"account"_s << QJsonValue(u"6228480000000000018"_s) << QJsonValue(u"1"_s)
                                       << u"forms.not-editable"_s;
    QTest::newRow("no path") << QString() << none << QJsonValue(1) << u"base.json-field"_s;
    QTest::newRow("a required field emptied")
        << u"reason"_s << QJsonValue(u"合同期满"_s) << QJsonValue(u""_s) << u"forms.required"_s;
    QTest::newRow("out of range") << u"months"_s << QJsonValue(30) << QJsonValue(481) << u"forms.range"_s;
    QTest::newRow("what a check forbids") << u"months"_s << QJsonValue(30) << QJsonValue(401) << u"forms.check"_s;
    QTest::newRow("a cell out of range") << u"periods.rows.r1.months"_s << QJsonValue(30) << QJsonValue(0)
                                         << u"forms.range"_s;
}

void TestEditing::edit_notAllowed_isRefused()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, base);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, path, base, value)), u"refused "_s + code);
}

// The reviewer sends the case back because of the account; the window puts it right.
void TestEditing::account_ofTheHolder_isSet()
{
    QVERIFY(backAtTheWindow());
    QCOMPARE(say(account(m_world->clerk, u"account"_s, u"6228480000000000026"_s)), u"applied"_s);
    QCOMPARE(value(u"account"_s).toString(), u"6228480000000000026"_s);
    QCOMPARE(say(account(m_world->clerk, u"account"_s, u"6228480000000000026"_s)), u"applied"_s); // no event, no harm
}

void TestEditing::account_notAllowed_isRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("somebody who does not hold the case") << u"other"_s << u"account"_s << u"casework.not-holder"_s;
    QTest::newRow("a field that is merged") << u"clerk"_s << u"reason"_s << u"forms.not-editable"_s;
    QTest::newRow("a derived field") << u"clerk"_s << u"years"_s << u"forms.not-editable"_s;
    QTest::newRow("an unknown field") << u"clerk"_s << u"mood"_s << u"forms.not-editable"_s;
    QTest::newRow("no path") << u"clerk"_s << QString() << u"base.json-field"_s;
}

void TestEditing::account_notAllowed_isRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, path);
    QFETCH(QString, code);
    QVERIFY(backAtTheWindow());
    const auto& actor = who == "clerk"_L1 ? m_world->clerk : m_world->secondClerk;
    QCOMPARE(say(account(actor, path, u"1"_s)), u"refused "_s + code);
}

void TestEditing::account_whenSomethingHappenedMeanwhile_isConflict()
{
    QVERIFY(backAtTheWindow());
    const auto late = account(m_world->clerk, u"account"_s, u"6228480000000000026"_s);
    QCOMPARE(say(m_write->edit(m_world->secondClerk, m_stream, u"months"_s, 30, 84)), u"applied"_s);
    QCOMPARE(say(late), u"conflict journal.changed"_s);
    QCOMPARE(value(u"account"_s).toString(), u"6228480000000000018"_s);
}

void TestEditing::conflict_open_blocksTheField()
{
    QVERIFY(!conflictOn(u"reason"_s).isEmpty());
    const auto edit = m_write->edit(m_world->clerk, m_stream, u"reason"_s, u"合同期满"_s, u"单位解散"_s);
    const auto answer = m_world->send(edit);
    QVERIFY(answer && answer->reason);
    QCOMPARE(answer->reason->code, u"casework.conflict-open"_s);
    QCOMPARE(answer->reason->fields.value("path"_L1).toString(), u"reason"_s);
    QCOMPARE(answer->reason->fields.value("field"_L1).toString(), u"事由"_s);
    QCOMPARE(answer->reason->fields.value("fieldEn"_L1).toString(), u"Reason"_s);
    QCOMPARE(say(m_write->edit(m_world->clerk, m_stream, u"months"_s, 30, 31)), u"applied"_s); // others stay free
}

void TestEditing::conflict_open_blocksTheDecision()
{
    const QString conflict = conflictOn(u"reason"_s);
    QCOMPARE(say(m_write->claim(m_world->reviewer, m_stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, m_stream)), u"refused casework.conflict-open"_s);
    QCOMPARE(say(m_write->refuse(m_world->reviewer, m_stream, u"不同意"_s)), u"refused casework.conflict-open"_s);
    QCOMPARE(say(m_write->settle(m_world->supervisor, m_stream, conflict, u"合同期满"_s)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, m_stream)), u"applied"_s);
}

void TestEditing::conflict_settled_byHolderOrSupervisor_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("answer");
    QTest::newRow("supervisor") << u"supervisor"_s << u"applied"_s;
    QTest::newRow("holder of the task") << u"reviewer"_s << u"applied"_s;
    QTest::newRow("the clerk, who does not hold it") << u"clerk"_s << u"refused casework.right"_s;
    QTest::newRow("the writer of the other value") << u"second clerk"_s << u"refused casework.right"_s;
}

void TestEditing::conflict_settled_byHolderOrSupervisor()
{
    QFETCH(QString, who);
    QFETCH(QString, answer);
    const QHash<QString, test::Actor> actors{{u"supervisor"_s, m_world->supervisor}, {u"reviewer"_s, m_world->reviewer},
        {u"clerk"_s, m_world->clerk}, {u"second clerk"_s, m_world->secondClerk}};
    const QString conflict = conflictOn(u"reason"_s);
    QCOMPARE(say(m_write->claim(m_world->reviewer, m_stream)), u"applied"_s);
    QCOMPARE(say(m_write->settle(actors.value(who), m_stream, conflict, u"另一个"_s)), answer);
    const auto state = m_world->state(m_stream);
    const bool settled = answer == "applied"_L1;
    QCOMPARE(state.conflicts.isEmpty(), settled);
    QCOMPARE(state.values.value("reason"_L1).toString(), settled ? u"另一个"_s : u"合同期满"_s);
    QVERIFY(state.makers.contains(m_world->secondClerk.id)); // who wrote the other value
    QCOMPARE(state.makers.contains(actors.value(who).id), settled || who.endsWith("clerk"_L1));
}

void TestEditing::conflict_settledTwice_secondDoesNothing()
{
    const QString conflict = conflictOn(u"reason"_s);
    QCOMPARE(say(m_write->settle(m_world->supervisor, m_stream, conflict, u"另一个"_s)), u"applied"_s);
    const qint64 version = m_world->version(m_stream);
    QCOMPARE(say(m_write->settle(m_world->supervisor, m_stream, conflict, u"第三个"_s)), u"applied"_s);
    QCOMPARE(m_world->version(m_stream), version);
    QCOMPARE(value(u"reason"_s).toString(), u"另一个"_s);
}

void TestEditing::conflict_settledWithWhatTheFormForbids_isRefused()
{
    const QString conflict = conflictOn(u"reason"_s);
    QCOMPARE(say(m_write->settle(m_world->supervisor, m_stream, conflict, u""_s)), u"refused forms.required"_s);
    QCOMPARE(m_world->state(m_stream).conflicts.size(), 1);
}

void TestEditing::resubmit_afterLosingARequiredMaterial_isRefused()
{
    QCOMPARE(say(m_write->claim(m_world->reviewer, m_stream)), u"applied"_s);
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, m_stream, u"accept"_s, u"请更换劳动合同。"_s)), u"applied"_s);
    QCOMPARE(say(m_write->removeMaterial(m_world->clerk, m_stream, u"contract"_s)), u"applied"_s);
    QCOMPARE(say(m_write->resubmit(m_world->clerk, m_stream)), u"refused casework.material-missing"_s);
    QCOMPARE(say(m_write->setMaterial(m_world->clerk, m_stream, m_write->material(u"wages"_s, u"工资流水"_s, "w"))),
        u"applied"_s);
    QCOMPARE(say(m_write->resubmit(m_world->clerk, m_stream)), u"applied"_s);
}

QTEST_GUILESS_MAIN(TestEditing)
#include "test_editing.moc"
