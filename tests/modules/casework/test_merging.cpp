#include "MergingTest.h"

#include "modules/base/Json.h"
#include "modules/casework/CaseQueries.h"
#include "modules/identity/Accounts.h"

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// 并案: two windows took the same matter of the same person, and nothing that either wrote down is lost.
class TestMerging : public test::MergingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void merged_goesOnAsTheFirst();
    void papers_comeByUnion();
    void papers_promisedOrBrought_areThere();
    void addedInTheSameBreath_isThereOnce();
    void survivor_workedOnAfterItsApproval_staysAsItWasApproved();
    void number_findsTheSurvivor();
    void merge_isRefused_data();
    void merge_isRefused();
    void merge_ofWhatChangedMeanwhile_conflicts();
    void additions_laterOn_follow();
    void survivor_closedMeanwhile_keepsThePapersAsLate();
    void merged_onACounterWhoseClockIsAhead_isDoneAtOnce();
    void rebuilt_isTheSame();

private:
    QList<CaseRow> found(const test::Actor& by, const QString& text);
};

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

// The hub comes to it only after all of a request: what was added behind the merging comes by itself.
void TestMerging::addedInTheSameBreath_isThereOnce()
{
    const QString first = opened(m_world->clerk);
    const QString second =
        opened(m_world->secondClerk, {}, {m_write->material(u"contract"_s, u"劳动合同"_s, "another page")});
    act(m_write->mergeDuplicate(m_world->supervisor, second));
    act(m_write->remark(m_world->secondClerk, second, u"补充说明"_s));
    act(m_write->setMaterial(
        m_world->secondClerk, second, m_write->material(u"contract"_s, u"劳动合同"_s, "one more page")));
    react();
    QCOMPARE(state(first).remarks.size(), 1);
    const auto materials = state(first).materials;
    const auto contract = std::find_if(
        materials.begin(), materials.end(), [](const CaseMaterial& one) { return one.id == "contract"_L1; });
    QVERIFY(contract != materials.end());
    QCOMPARE(contract->pages.size(), 3);
}

// Nobody would check what came in now.
void TestMerging::survivor_workedOnAfterItsApproval_staysAsItWasApproved()
{
    auto matter = test::sampleMatter();
    matter.insert(u"id"_s, u"worked-matter"_s);
    matter.insert(u"code"_s, u"900003"_s);
    matter.insert(u"uniqueness"_s, u"person-item"_s);
    auto flow = matter.value("flow"_L1).toObject();
    auto steps = flow.value("steps"_L1).toArray();
    auto approving = steps.at(2).toObject();
    approving.insert(u"next"_s, u"make"_s);
    steps.replace(2, approving);
    steps.insert(
        3, QJsonObject{{u"id"_s, u"make"_s}, {u"kind"_s, u"handle"_s}, {u"right"_s, u"case.review"_s},
               {u"name"_s, QJsonObject{{u"zh_CN"_s, u"制作"_s}, {u"en"_s, u"Making"_s}}}, {u"next"_s, u"finish"_s}});
    flow.insert(u"steps"_s, steps);
    matter.insert(u"flow"_s, flow);
    QVERIFY(m_world->publish({{u"item"_s, u"worked-matter"_s, 0, canonicalBytes(matter)}}));
    const auto begun = [&](const test::Actor& by, const QString& reason) {
        auto command = m_write->openMatter(by);
        command.body.insert(u"item"_s, u"worked-matter"_s);
        command.body.insert(u"values"_s, forms::withValueAt(test::sampleMatterValues(), u"reason"_s, reason));
        return say(command) == "applied"_L1 ? command.stream : QString();
    };
    const QString first = begun(m_world->clerk, u"合同期满"_s);
    act(m_write->claim(m_world->reviewer, first));
    act(m_write->approve(m_world->reviewer, first));
    act(m_write->claim(m_world->approver, first));
    act(m_write->approve(m_world->approver, first));
    QCOMPARE(state(first).currentTask()->step, u"make"_s);
    const QString second = begun(m_world->secondClerk, u"单位解散"_s);
    QCOMPARE(state(second).duplicateOf, first);
    act(m_write->setMaterial(m_world->secondClerk, second, m_write->material(u"photo"_s, u"照片"_s, "a photograph")));
    const auto before = state(first);
    merge(second);
    const auto after = state(first);
    QCOMPARE(after.values, before.values);
    QVERIFY(after.conflicts.isEmpty());
    QCOMPARE(after.merged.size(), 1);
    const auto& materials = after.materials;
    QVERIFY(std::any_of(
        materials.begin(), materials.end(), [](const CaseMaterial& one) { return one.id == "photo"_L1 && one.late; }));
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

void TestMerging::merged_onACounterWhoseClockIsAhead_isDoneAtOnce()
{
    const QString first = opened(m_world->clerk);
    auto command = m_write->mergeDuplicate(m_world->supervisor, opened(m_world->secondClerk));
    command.times.corrected += 2LL * 24 * 3600 * 1000;
    act(command);
    react(); // not in two days
    QCOMPARE(state(first).merged.size(), 1);
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
