#include "app/counter/cases/CaseEdits.h"
#include "app/counter/cases/MyCasesFilter.h"
#include "modules/base/Clock.h"
#include "modules/base/Json.h"
#include "modules/casework/FormEnvironments.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;
using casework::CaseMaterial;

namespace {

CaseMaterial material(const QString& id, const QString& digest = {})
{
    CaseMaterial made;
    made.id = id;
    made.name = id;
    made.state = u"supplied"_s;
    if (!digest.isEmpty())
        made.pages = {{digest, u"image/png"_s, 1, 1, 300, 1}};
    return made;
}

QJsonObject withRow(QJsonObject values, const QString& row, const QJsonValue& content)
{
    auto table = values.value("periods"_L1).toObject();
    auto rows = table.value("rows"_L1).toObject();
    auto order = table.value("order"_L1).toArray();
    if (content.isUndefined() || content.isNull()) {
        rows.remove(row);
        order = {};
    } else {
        if (!rows.contains(row))
            order.append(row);
        rows.insert(row, content);
    }
    table.insert(u"rows"_s, rows);
    table.insert(u"order"_s, order);
    values.insert(u"periods"_s, table);
    return values;
}

} // namespace

// From what was edited to the commands that say it.
class TestCaseEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void edits_forEachChange_arePreciselyThat_data();
    void edits_forEachChange_arePreciselyThat();
    void edits_ofFaultyPaths_areLeftOut();
    void materials_forEachChange_areOneCommand_data();
    void materials_forEachChange_areOneCommand();
    void lists_ofMyCases_holdWhatTheyPromise_data();
    void lists_ofMyCases_holdWhatTheyPromise();

private:
    ItemPtr m_item;
};

void TestCaseEdits::initTestCase()
{
    const auto item = casework::prepareItem(
        QJsonDocument(test::sampleMatter()).toJson(), u"sample-matter"_s, 1, casework::standardFormEnvironment());
    QVERIFY2(item, item ? "" : qPrintable(logLine(item.error())));
    m_item = *item;
}

void TestCaseEdits::edits_forEachChange_arePreciselyThat_data()
{
    QTest::addColumn<QJsonObject>("after");
    QTest::addColumn<QByteArray>("edits");
    const auto before = test::sampleMatterValues();
    auto changed = before;
    changed.insert(u"reason"_s, u"辞退"_s);
    auto emptied = before;
    emptied.remove(u"reason"_s);
    auto derived = before;
    derived.insert(u"years"_s, 7);
    auto isProtected = before;
    isProtected.insert(u"account"_s, u"1"_s);
    const QJsonObject row{{u"unit"_s, u"振安机械厂"_s}, {u"months"_s, 31}};
    const auto fields = [](const QByteArray& edits) { return "EditFields{\"edits\":["_ba + edits + "]}"; };
    QTest::newRow("nothing") << before << ""_ba;
    QTest::newRow("a field") << changed << fields(R"({"base":"合同期满","path":"reason","value":"辞退"})");
    QTest::newRow("a field emptied") << emptied << fields(R"({"base":"合同期满","path":"reason","value":null})");
    QTest::newRow("a derived value follows by itself") << derived << ""_ba;
    QTest::newRow("a protected one has a command of its own")
        << isProtected << R"(SetAccount{"edits":[{"path":"account","value":"1"}]})"_ba;
    QTest::newRow("a cell") << withRow(before, u"r1"_s, row)
                            << fields(R"({"base":30,"path":"periods.rows.r1.months","value":31})");
    QTest::newRow("a row added") << withRow(before, u"r2"_s, QJsonObject{{u"months"_s, 2}})
                                 << fields(R"({"base":null,"path":"periods.rows.r2","value":{"months":2}})");
    QTest::newRow("a row removed")
        << withRow(before, u"r1"_s, QJsonValue::Null)
        << fields(R"({"base":{"months":30,"unit":"振安机械厂"},"path":"periods.rows.r1","value":null})");
}

void TestCaseEdits::edits_forEachChange_arePreciselyThat()
{
    QFETCH(QJsonObject, after);
    QFETCH(QByteArray, edits);
    QByteArray found;
    for (const auto& command : valueCommands(m_item->form, test::sampleMatterValues(), after))
        found += command.type.toUtf8() + canonicalBytes(command.body);
    QCOMPARE(found, edits);
}

void TestCaseEdits::edits_ofFaultyPaths_areLeftOut()
{
    auto after = test::sampleMatterValues();
    after.insert(u"reason"_s, u"辞退"_s);
    after.insert(u"account"_s, u"1"_s);
    const auto sound = valueCommands(m_item->form, test::sampleMatterValues(), after, {u"account"_s});
    QCOMPARE(sound.size(), 1);
    QCOMPARE(sound.constFirst().type, u"EditFields"_s);
    QVERIFY(valueCommands(m_item->form, test::sampleMatterValues(), after, {u"account"_s, u"reason"_s}).isEmpty());
}

void TestCaseEdits::materials_forEachChange_areOneCommand_data()
{
    QTest::addColumn<QList<CaseMaterial>>("before");
    QTest::addColumn<QList<CaseMaterial>>("after");
    QTest::addColumn<QStringList>("commands");
    auto late = material(u"claim"_s, u"sm3:late"_s);
    late.late = true;
    const QList<CaseMaterial> one{material(u"claim"_s, u"sm3:1"_s)};
    QTest::newRow("nothing") << one << one << QStringList();
    QTest::newRow("a page more") << one << QList<CaseMaterial>{material(u"claim"_s, u"sm3:2"_s)}
                                 << QStringList{u"SetMaterial claim"_s};
    QTest::newRow("a material more") << one << QList<CaseMaterial>{one.constFirst(), material(u"photo"_s)}
                                     << QStringList{u"SetMaterial photo"_s};
    QTest::newRow("a material gone") << one << QList<CaseMaterial>() << QStringList{u"RemoveMaterial claim"_s};
    QTest::newRow("what came late is not touched")
        << QList<CaseMaterial>{one.constFirst(), late} << one << QStringList();
}

void TestCaseEdits::materials_forEachChange_areOneCommand()
{
    QFETCH(QList<CaseMaterial>, before);
    QFETCH(QList<CaseMaterial>, after);
    QFETCH(QStringList, commands);
    QStringList found;
    for (const auto& command : materialCommands(before, after)) {
        const auto value = command.body.value("material"_L1);
        found.append(
            command.type + u' ' + (value.isObject() ? value.toObject().value("id"_L1).toString() : value.toString()));
    }
    QCOMPARE(found, commands);
}

void TestCaseEdits::lists_ofMyCases_holdWhatTheyPromise_data()
{
    QTest::addColumn<MyCases>("list");
    QTest::addColumn<QString>("phase");
    QTest::addColumn<bool>("mine");
    QTest::addColumn<bool>("collected");
    QTest::addColumn<bool>("isIn");
    QTest::newRow("returned to me") << MyCases::ToContinue << u"in-progress"_s << true << false << true;
    QTest::newRow("waits for papers at my window") << MyCases::ToContinue << u"supplement"_s << true << false << true;
    QTest::newRow("with the reviewers") << MyCases::ToContinue << u"in-progress"_s << false << false << false;
    QTest::newRow("in transit") << MyCases::InTransit << u"supplement"_s << false << false << true;
    QTest::newRow("completed is not in transit") << MyCases::InTransit << u"completed"_s << false << false << false;
    QTest::newRow("passed") << MyCases::Passed << u"completed"_s << false << true << true;
    QTest::newRow("not passed") << MyCases::NotPassed << u"refused"_s << false << false << true;
    QTest::newRow("not accepted") << MyCases::NotAccepted << u"not-accepted"_s << false << false << true;
    QTest::newRow("void") << MyCases::Voided << u"voided"_s << false << false << true;
    QTest::newRow("void is not collected") << MyCases::ToCollect << u"voided"_s << false << false << false;
    QTest::newRow("to be collected") << MyCases::ToCollect << u"refused"_s << false << false << true;
    QTest::newRow("was collected") << MyCases::ToCollect << u"completed"_s << false << true << false;
    QTest::newRow("all") << MyCases::All << u"voided"_s << false << false << true;
    QTest::newRow("today") << MyCases::Today << u"completed"_s << false << false << true;
}

void TestCaseEdits::lists_ofMyCases_holdWhatTheyPromise()
{
    QFETCH(MyCases, list);
    QFETCH(QString, phase);
    QFETCH(bool, mine);
    QFETCH(bool, collected);
    QFETCH(bool, isIn);
    sync::LocalCase line;
    line.phase = phase;
    line.mine = mine;
    line.collected = collected;
    line.openedAt = utcMs(QDate(2026, 11, 21), QTime(9, 0));
    QCOMPARE(fitsMyCases(line, list, QDate(2026, 11, 21)), isIn);
    if (list == MyCases::Today)
        QVERIFY(!fitsMyCases(line, list, QDate(2026, 11, 22)));
}

QTEST_GUILESS_MAIN(TestCaseEdits)
#include "test_CaseEdits.moc"
