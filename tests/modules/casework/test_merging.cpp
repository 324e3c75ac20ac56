#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseQueries.h"
#include "modules/forms/FormPaths.h"
#include "modules/identity/Accounts.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// 并案: two windows took the same matter of the same person, and nothing that either wrote down is lost.
class TestMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void merged_goesOnAsTheFirst();
    void papers_comeByUnion();
    void papers_promisedOrBrought_areThere();
    void fields_data();
    void fields();
    void dispute_ofTheMergedOne_isCarriedOver();
    void decision_waitsUntilItIsSettled();
    void decision_ofWhoHasNotSeenIt_conflicts();
    void whoMerged_doesNotCheck();
    void number_findsTheSurvivor();
    void merge_isRefused_data();
    void merge_isRefused();
    void merge_ofWhatChangedMeanwhile_conflicts();
    void additions_laterOn_follow();
    void survivor_closedMeanwhile_keepsThePapersAsLate();
    void rebuilt_isTheSame();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), u"applied"_s); }
    QString opened(const test::Actor& by, const QJsonObject& set = {}, const QList<CaseMaterial>& materials = {});
    void merge(const QString& stream);
    void react() { QVERIFY(m_world->reactions->runDue(*m_world->connection).value_or(-1) > 0); }
    Case state(const QString& stream) { return m_world->state(stream); }
    QStringList disputed(const QString& stream);
    QList<CaseRow> found(const test::Actor& by, const QString& text);

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

void TestMerging::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition(), test::uniqueMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

// Values at null are left out.
QString TestMerging::opened(const test::Actor& by, const QJsonObject& set, const QList<CaseMaterial>& materials)
{
    auto command = m_write->openMatter(by);
    command.body.insert(u"item"_s, u"unique-matter"_s);
    auto values = test::sampleMatterValues();
    for (auto one = set.begin(); one != set.end(); ++one)
        values = forms::withValueAt(values, one.key(), one.value());
    command.body.insert(u"values"_s, values);
    auto papers = command.body.value("materials"_L1).toArray();
    for (const auto& material : materials) {
        for (qsizetype i = papers.size() - 1; i >= 0; --i) {
            if (papers.at(i)["id"_L1].toString() == material.id)
                papers.removeAt(i);
        }
        papers.append(material.toJson());
    }
    command.body.insert(u"materials"_s, papers);
    return say(command) == "applied"_L1 ? command.stream : QString();
}

void TestMerging::merge(const QString& stream)
{
    act(m_write->mergeDuplicate(m_world->supervisor, stream));
    react();
}

QStringList TestMerging::disputed(const QString& stream)
{
    QStringList paths;
    for (const auto& conflict : state(stream).conflicts)
        paths.append(conflict.path);
    return paths;
}

QList<CaseRow> TestMerging::found(const test::Actor& by, const QString& text)
{
    auto& connection = *m_world->connection;
    const auto posts = m_world->shelf.posts(connection);
    const auto account = identity::Accounts(connection).byId(by.id);
    CaseFilter filter;
    filter.text = text;
    const auto rows = CaseQueries(connection, *posts).cases(by.id, (*account)->grants, filter, m_world->clock.nowMs());
    return rows.value_or(QList<CaseRow>{});
}

void TestMerging::merged_goesOnAsTheFirst()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    act(m_write->remark(m_world->secondClerk, second, u"家属来电"_s));
    m_world->clock.advance(1000);
    act(m_write->remark(m_world->clerk, first, u"已核对"_s));
    merge(second);
    const auto merged = state(second);
    QCOMPARE(merged.phase, Phase::Merged);
    QCOMPARE(merged.mergedInto, first);
    QCOMPARE(merged.mergedNumber, state(first).number);
    QCOMPARE(merged.closingReason, u"同一当事人的同一事项"_s);
    QCOMPARE(merged.currentTask(), nullptr);
    QCOMPARE(m_world->row(second).phase, u"merged"_s);
    const auto survivor = state(first);
    QCOMPARE(survivor.phase, Phase::InProgress);
    QCOMPARE(survivor.merged.size(), 1);
    QCOMPARE(survivor.merged.constFirst().number, merged.number);
    QCOMPARE(survivor.merged.constFirst().byName, m_world->supervisor.name);
    QVERIFY(survivor.makers.contains(m_world->secondClerk.id));
    QVERIFY(survivor.conflicts.isEmpty()); // they said the same
    QCOMPARE(survivor.remarks.size(), 2);
    QCOMPARE(survivor.remarks.constFirst().text, u"家属来电"_s); // in the order they were made
    QCOMPARE(survivor.remarks.constFirst().by, m_world->secondClerk.name);
    QCOMPARE(state(opened(m_world->jack)).duplicateOf, first); // the key stays with the first
}

void TestMerging::papers_comeByUnion()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk, {},
        {m_write->material(u"contract"_s, u"劳动合同"_s, "another page"),
            m_write->material(u"photo"_s, u"照片"_s, "a photograph")});
    merge(second);
    QHash<QString, qsizetype> pages;
    const auto survivor = state(first);
    for (const auto& material : survivor.materials)
        pages.insert(material.id, material.pages.size());
    QCOMPARE(pages, (QHash<QString, qsizetype>{{u"claim"_s, 1}, {u"contract"_s, 2}, {u"photo"_s, 1}}));
    QCOMPARE(survivor.materials.size(), 3);
}

void TestMerging::papers_promisedOrBrought_areThere()
{
    auto promised = CaseMaterial{u"claim"_s, u"申请表"_s, u"original"_s, u"deferred"_s, 1, {}, u"2026-12-01"_s};
    promised.dueOn = legalDate(m_world->clock.nowMs()).addDays(5).toString(Qt::ISODate);
    const QString first = opened(m_world->clerk, {}, {promised});
    QVERIFY(!first.isEmpty());
    merge(opened(m_world->secondClerk));
    const auto materials = state(first).materials;
    const auto claim =
        std::find_if(materials.begin(), materials.end(), [](const CaseMaterial& one) { return one.id == "claim"_L1; });
    QVERIFY(claim != materials.end());
    QCOMPARE(claim->pages.size(), 1);
    QVERIFY(claim->state != "deferred"_L1);
    QCOMPARE(claim->dueOn, QString());
}

void TestMerging::fields_data()
{
    using Values = QJsonObject;
    QTest::addColumn<QJsonObject>("mine");
    QTest::addColumn<QJsonObject>("theirs");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QJsonValue>("becomes");
    const auto rows = [](int months) {
        const QJsonObject row{{u"unit"_s, u"振安机械厂"_s}, {u"months"_s, months}};
        return QJsonObject{
            {u"rows"_s, QJsonObject{{u"of-the-other"_s, row}}}, {u"order"_s, QJsonArray{u"of-the-other"_s}}};
    };
    const QJsonValue none(QJsonValue::Null);
    QTest::newRow("the same") << Values() << Values() << QStringList() << u"months"_s << QJsonValue(30);
    QTest::newRow("otherwise") << Values() << Values{{u"reason"_s, u"单位解散"_s}} << QStringList{u"reason"_s}
                               << u"reason"_s << QJsonValue(u"合同期满"_s);
    QTest::newRow("the account") << Values() << Values{{u"account"_s, u"6228480000000000026"_s}}
                                 << QStringList{u"account"_s} << u"account"_s << QJsonValue(u"6228480000000000018"_s);
    QTest::newRow("an account where there was none")
        << Values{{u"account"_s, none}} << Values() << QStringList{u"account"_s} << u"account"_s
        << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("nothing where there was one") << Values() << Values{{u"account"_s, none}} << QStringList()
                                                 << u"account"_s << QJsonValue(u"6228480000000000018"_s);
    QTest::newRow("a table where there was none") << Values{{u"periods"_s, none}} << Values{{u"periods"_s, rows(30)}}
                                                  << QStringList() << u"periods"_s << QJsonValue(rows(30));
    QTest::newRow("the same rows under other ids") << Values() << Values{{u"periods"_s, rows(30)}} << QStringList()
                                                   << u"periods"_s << test::sampleMatterValues().value("periods"_L1);
    QTest::newRow("other rows") << Values() << Values{{u"periods"_s, rows(31)}} << QStringList{u"periods"_s}
                                << u"periods"_s << test::sampleMatterValues().value("periods"_L1);
    QTest::newRow("derived alone") << Values() << Values{{u"months"_s, 60}} << QStringList{u"months"_s} << u"years"_s
                                   << QJsonValue(2);
}

void TestMerging::fields()
{
    QFETCH(QJsonObject, mine);
    QFETCH(QJsonObject, theirs);
    QFETCH(QStringList, paths);
    QFETCH(QString, asked);
    QFETCH(QJsonValue, becomes);
    const QString first = opened(m_world->clerk, mine);
    const QString second = opened(m_world->secondClerk, theirs);
    QVERIFY(!first.isEmpty() && !second.isEmpty());
    merge(second);
    QCOMPARE(disputed(first), paths);
    QCOMPARE(forms::valueAt(state(first).values, asked), becomes);
    if (!paths.isEmpty()) {
        const auto conflict = state(first).conflicts.constFirst();
        act(m_write->settle(m_world->supervisor, first, conflict.id, conflict.client));
        QVERIFY(disputed(first).isEmpty());
        QCOMPARE(forms::valueAt(state(first).values, conflict.path), conflict.client);
    }
}

void TestMerging::dispute_ofTheMergedOne_isCarriedOver()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    act(m_write->edit(m_world->secondClerk, second, u"reason"_s, u"合同期满"_s, u"单位解散"_s));
    act(m_write->edit(m_world->jack, second, u"reason"_s, u"合同期满"_s, u"本人辞职"_s));
    QCOMPARE(disputed(second), QStringList{u"reason"_s});
    merge(second);
    QStringList others;
    for (const auto& conflict : state(first).conflicts)
        others.append(conflict.client.toString());
    QCOMPARE(others, (QStringList{u"单位解散"_s, u"本人辞职"_s}));
    QSet<QString> ids;
    for (const auto& conflict : state(first).conflicts)
        ids.insert(conflict.id);
    QCOMPARE(ids.size(), 2);
}

void TestMerging::decision_waitsUntilItIsSettled()
{
    const QString first = opened(m_world->clerk);
    act(m_write->claim(m_world->reviewer, first));
    merge(opened(m_world->secondClerk, {{u"account"_s, u"6228480000000000026"_s}}));
    QCOMPARE(say(m_write->approve(m_world->reviewer, first)), u"refused casework.conflict-open"_s);
    const auto conflict = state(first).conflicts.constFirst();
    QCOMPARE(conflict.hub, QJsonValue(u"6228480000000000018"_s));
    QCOMPARE(conflict.client, QJsonValue(u"6228480000000000026"_s));
    act(m_write->settle(m_world->supervisor, first, conflict.id, conflict.client));
    act(m_write->approve(m_world->reviewer, first));
}

// He decided on half of what is there now.
void TestMerging::decision_ofWhoHasNotSeenIt_conflicts()
{
    const QString first = opened(m_world->clerk);
    act(m_write->claim(m_world->reviewer, first));
    const auto blind = m_write->approve(m_world->reviewer, first);
    merge(opened(m_world->secondClerk, {}, {m_write->material(u"photo"_s, u"照片"_s, "a photograph")}));
    QVERIFY(disputed(first).isEmpty());
    QCOMPARE(say(blind), u"conflict journal.changed"_s);
    act(m_write->approve(m_world->reviewer, first));
}

void TestMerging::whoMerged_doesNotCheck()
{
    const QString first = opened(m_world->clerk);
    act(m_write->mergeDuplicate(m_world->jack, opened(m_world->secondClerk)));
    react();
    QCOMPARE(say(m_write->claim(m_world->jack, first)), u"refused casework.maker-checks"_s);
    QCOMPARE(say(m_write->claim(m_world->secondClerk, first)), u"refused casework.right"_s);
    act(m_write->claim(m_world->reviewer, first));
}

void TestMerging::number_findsTheSurvivor()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    merge(second);
    const auto rows = found(m_world->supervisor, state(second).number);
    QStringList streams;
    for (const auto& row : rows)
        streams.append(row.stream);
    QCOMPARE(streams.size(), 2);
    QVERIFY(streams.contains(first) && streams.contains(second));
    QCOMPARE(found(m_world->supervisor, state(first).number).size(), 1);
    // Taken for ever, for it is on a receipt.
    auto again = m_write->openMatter(m_world->clerk);
    again.body.insert(u"number"_s, state(second).number);
    QCOMPARE(say(again), u"refused casework.number-taken"_s);
}

void TestMerging::merge_isRefused_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("answer");
    QTest::newRow("by a clerk") << u"clerk"_s << u"refused casework.right"_s;
    QTest::newRow("by somebody from elsewhere") << u"outsider"_s << u"refused casework.right"_s;
    QTest::newRow("without a reason") << u"reason"_s << u"refused casework.reason"_s;
    QTest::newRow("of the first itself") << u"first"_s << u"refused casework.not-duplicate"_s;
    QTest::newRow("of one that was released") << u"released"_s << u"refused casework.not-duplicate"_s;
    QTest::newRow("into one that is closed") << u"closed"_s << u"refused casework.nothing-to-merge-into"_s;
    QTest::newRow("into one about somebody else") << u"other"_s << u"refused casework.nothing-to-merge-into"_s;
    QTest::newRow("twice") << u"twice"_s << u"refused casework.closed"_s;
}

void TestMerging::merge_isRefused()
{
    QFETCH(QString, way);
    QFETCH(QString, answer);
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    const auto& by = way == "clerk"_L1      ? m_world->clerk
                     : way == "outsider"_L1 ? m_world->outsider
                                            : m_world->supervisor;
    if (way == "released"_L1)
        act(m_write->releaseDuplicate(m_world->supervisor, second));
    if (way == "closed"_L1)
        act(m_write->voidCase(m_world->supervisor, first, u"误收"_s));
    if (way == "other"_L1)
        act(m_write->setParty(
            m_world->supervisor, first, u"applicant"_s, test::party(u"欧阳小明"_s, u"21060319910505115"_s)));
    if (way == "twice"_L1)
        merge(second);
    auto command = m_write->mergeDuplicate(by, way == "first"_L1 ? first : second);
    if (way == "reason"_L1)
        command.body.insert(u"reason"_s, u" "_s);
    const auto before = state(first);
    QCOMPARE(say(command), answer);
    QCOMPARE(state(first), before);
}

void TestMerging::merge_ofWhatChangedMeanwhile_conflicts()
{
    QVERIFY(!opened(m_world->clerk).isEmpty());
    const QString second = opened(m_world->secondClerk);
    const auto late = m_write->mergeDuplicate(m_world->supervisor, second);
    act(m_write->edit(m_world->secondClerk, second, u"reason"_s, u"合同期满"_s, u"单位解散"_s));
    QCOMPARE(say(late), u"conflict journal.changed"_s);
}

// A clerk without a network adds to a case that does not go on any more.
void TestMerging::additions_laterOn_follow()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    merge(second);
    act(m_write->remark(m_world->secondClerk, second, u"补充说明"_s));
    act(m_write->setMaterial(m_world->secondClerk, second, m_write->material(u"photo"_s, u"照片"_s, "a photograph")));
    react();
    const auto survivor = state(first);
    QCOMPARE(survivor.remarks.size(), 1);
    QCOMPARE(survivor.remarks.constFirst().by, m_world->secondClerk.name);
    const auto& materials = survivor.materials;
    QVERIFY(std::any_of(
        materials.begin(), materials.end(), [](const CaseMaterial& one) { return one.id == "photo"_L1 && !one.late; }));
    QCOMPARE(say(m_write->edit(m_world->secondClerk, second, u"reason"_s, u"合同期满"_s, u"单位解散"_s)),
        u"refused casework.closed"_s);
}

void TestMerging::survivor_closedMeanwhile_keepsThePapersAsLate()
{
    const QString first = opened(m_world->clerk);
    act(m_write->claim(m_world->reviewer, first));
    act(m_write->approve(m_world->reviewer, first));
    act(m_write->claim(m_world->approver, first));
    const QString second = opened(m_world->secondClerk, {{u"reason"_s, u"单位解散"_s}},
        {m_write->material(u"photo"_s, u"照片"_s, "a photograph")});
    act(m_write->mergeDuplicate(m_world->supervisor, second));
    act(m_write->approve(m_world->approver, first)); // before the hub came to it
    react();
    const auto survivor = state(first);
    QCOMPARE(survivor.phase, Phase::Completed);
    QVERIFY(survivor.conflicts.isEmpty());
    QCOMPARE(survivor.merged.size(), 1);
    const auto& materials = survivor.materials;
    QVERIFY(std::any_of(
        materials.begin(), materials.end(), [](const CaseMaterial& one) { return one.id == "photo"_L1 && one.late; }));
}

void TestMerging::rebuilt_isTheSame()
{
    opened(m_world->clerk);
    merge(opened(m_world->secondClerk, {{u"account"_s, u"6228480000000000026"_s}}));
    const auto before = m_world->dumpProjections();
    QVERIFY(journal::rebuild(*m_world->connection, m_world->gate->projections()));
    QCOMPARE(m_world->dumpProjections(), before);
}

QTEST_GUILESS_MAIN(TestMerging)
#include "test_merging.moc"
