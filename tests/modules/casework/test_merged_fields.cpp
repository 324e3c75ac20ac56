#include "MergingTest.h"

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// 并案: what two windows wrote differently into the same form, until a person has settled it.
class TestMergedFields : public test::MergingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void fields_data();
    void fields();
    void dispute_ofTheMergedOne_isCarriedOver();
    void dispute_withinATable_isCarriedOver();
    void dispute_ofATable_keepsItsRowsFromBeingChanged();
    void dispute_ofAnAccount_isSettledByOneOfItsWords();
    void decision_waitsUntilItIsSettled();
    void decision_ofWhoHasNotSeenIt_conflicts();
    void whoMerged_doesNotCheck();
};

void TestMergedFields::fields_data()
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

void TestMergedFields::fields()
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

void TestMergedFields::dispute_ofTheMergedOne_isCarriedOver()
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

void TestMergedFields::dispute_withinATable_isCarriedOver()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    act(m_write->edit(m_world->secondClerk, second, u"periods.rows.r1.months"_s, 30, 31));
    act(m_write->edit(m_world->jack, second, u"periods.rows.r1.months"_s, 30, 32));
    QCOMPARE(disputed(second), QStringList{u"periods.rows.r1.months"_s});
    merge(second);
    QCOMPARE(disputed(first), (QStringList{u"periods"_s, u"periods"_s}));
    QList<int> months;
    for (const auto& conflict : state(first).conflicts)
        months.append(conflict.client["rows"_L1]["r1"_L1]["months"_L1].toInt());
    QCOMPARE(months, (QList<int>{31, 32}));
}

void TestMergedFields::dispute_ofATable_keepsItsRowsFromBeingChanged()
{
    const QString first = opened(m_world->clerk);
    const QString second = opened(m_world->secondClerk);
    act(m_write->edit(m_world->secondClerk, second, u"periods.rows.r1.months"_s, 30, 31));
    merge(second);
    QCOMPARE(disputed(first), QStringList{u"periods"_s});
    QCOMPARE(say(m_write->edit(m_world->clerk, first, u"periods.rows.r1.months"_s, 30, 33)),
        u"refused casework.conflict-open"_s);
}

void TestMergedFields::dispute_ofAnAccount_isSettledByOneOfItsWords()
{
    const QString first = opened(m_world->clerk);
    merge(opened(m_world->secondClerk, {{u"account"_s, u"6228480000000000026"_s}}));
    const auto conflict = state(first).conflicts.constFirst();
    QCOMPARE(say(m_write->settle(m_world->supervisor, first, conflict.id, u"6228480000000000034"_s)),
        u"refused forms.not-editable"_s);
    act(m_write->settle(m_world->supervisor, first, conflict.id, conflict.hub));
}

void TestMergedFields::decision_waitsUntilItIsSettled()
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
void TestMergedFields::decision_ofWhoHasNotSeenIt_conflicts()
{
    const QString first = opened(m_world->clerk);
    act(m_write->claim(m_world->reviewer, first));
    const auto blind = m_write->approve(m_world->reviewer, first);
    merge(opened(m_world->secondClerk, {}, {m_write->material(u"photo"_s, u"照片"_s, "a photograph")}));
    QVERIFY(disputed(first).isEmpty());
    QCOMPARE(say(blind), u"conflict journal.changed"_s);
    act(m_write->approve(m_world->reviewer, first));
}

void TestMergedFields::whoMerged_doesNotCheck()
{
    const QString first = opened(m_world->clerk);
    act(m_write->mergeDuplicate(m_world->jack, opened(m_world->secondClerk)));
    react();
    QCOMPARE(say(m_write->claim(m_world->jack, first)), u"refused casework.maker-checks"_s);
    QCOMPARE(say(m_write->claim(m_world->secondClerk, first)), u"refused casework.right"_s);
    act(m_write->claim(m_world->reviewer, first));
}

QTEST_GUILESS_MAIN(TestMergedFields)
#include "test_merged_fields.moc"
