#include "app/counter/casefile/FormReading.h"
#include "app/counter/casefile/FormReadout.h"
#include "SampleCase.h"

#include <QFontDatabase>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// The form of a case as its reviewer reads it.
class TestFormReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_ofEachKind_isReadInWords_data();
    void value_ofEachKind_isReadInWords();
    void value_otherThanTheRegister_isMarked();
    void value_sameAsTheRegister_isNotMarked();
    void origin_ofAValue_isSaid();
    void table_standsWhereTheFormHasIt();
    void section_hiddenByTheForm_isLeftOut();
    void section_hiddenButFilledIn_isShown();
    void numbers_notNeeded_areMasked();
    void register_sayingNothing_takesNoColumn();
    void pathLabel_ofACell_namesTableAndColumn();
    void nextDifference_goesThroughTheWholeFormAndRound();

private:
    FormReading read(const casework::Case& state, bool full = true)
    {
        return readForm(state, *m_item, m_words->words, {u"zh_CN"_s, full});
    }
    static std::optional<ComparisonRow> row(const FormReading& reading, const QString& label);

    ItemPtr m_item = sampleItem();
    std::unique_ptr<PlainWords> m_words = std::make_unique<PlainWords>();
};

std::optional<ComparisonRow> TestFormReading::row(const FormReading& reading, const QString& label)
{
    for (const auto& block : reading.blocks) {
        for (const auto& row : block.rows) {
            if (row.label == label)
                return row;
        }
    }
    return {};
}

void TestFormReading::value_ofEachKind_isReadInWords_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("words");
    QTest::newRow("text") << u"姓名"_s << u"王桂兰"_s;
    QTest::newRow("code") << u"性别"_s << u"女性"_s;
    QTest::newRow("area that no tree knows") << u"区划"_s << u"210603"_s;
    QTest::newRow("flag") << u"本地"_s << u"yes"_s;
    QTest::newRow("money in yuan") << u"工资"_s << u"1,820.00 yuan"_s;
    QTest::newRow("date") << u"终止日期"_s << u"2026-10-31"_s;
    QTest::newRow("derived number") << u"合计"_s << u"30"_s;
}

void TestFormReading::value_ofEachKind_isReadInWords()
{
    QFETCH(QString, label);
    QFETCH(QString, words);
    const auto found = row(read(sampleCase()), label);
    QVERIFY(found);
    QCOMPARE(found->reported, words);
}

void TestFormReading::value_otherThanTheRegister_isMarked()
{
    const auto phone = row(read(sampleCase()), u"电话"_s);
    QVERIFY(phone);
    QVERIFY(phone->differs);
    QCOMPARE(phone->registered, u"13304150087"_s);
}

void TestFormReading::value_sameAsTheRegister_isNotMarked()
{
    const auto reading = read(sampleCase());
    QVERIFY(!row(reading, u"姓名"_s)->differs);
    QCOMPARE(row(reading, u"性别"_s)->registered, u"女性"_s); // the register's code in words too
    QVERIFY(!row(reading, u"性别"_s)->differs);
}

void TestFormReading::origin_ofAValue_isSaid()
{
    const auto reading = read(sampleCase());
    QCOMPARE(row(reading, u"姓名"_s)->origin, u"ID card"_s);
    QCOMPARE(row(reading, u"电话"_s)->origin, u"typed"_s);
    QCOMPARE(row(reading, u"性别"_s)->origin, u"register"_s);
    QCOMPARE(row(reading, u"合计"_s)->origin, u"calculated"_s);
}

void TestFormReading::table_standsWhereTheFormHasIt()
{
    const auto blocks = read(sampleCase()).blocks;
    QCOMPARE(blocks.size(), 4); // person, work, its table, what follows the table
    QCOMPARE(blocks.at(1).title, u"工作"_s);
    QVERIFY(blocks.at(2).isTable());
    QCOMPARE(blocks.at(2).heads, (QStringList{u"单位"_s, u"月数"_s}));
    QCOMPARE(blocks.at(2).lines, (QVector<QStringList>{{u"振安机械厂"_s, u"30"_s}}));
    QCOMPARE(blocks.at(3).rows.constFirst().label, u"合计"_s);
    QVERIFY(blocks.at(3).title.isEmpty());
}

void TestFormReading::section_hiddenByTheForm_isLeftOut()
{
    QVERIFY(!row(read(sampleCase()), u"城市"_s));
    auto away = sampleCase();
    away.values.insert(u"local"_s, false);
    QVERIFY(row(read(away), u"城市"_s));
}

void TestFormReading::section_hiddenButFilledIn_isShown()
{
    auto state = sampleCase();
    state.values.insert(u"city"_s, u"沈阳"_s); // decided on it once: never out of sight
    QCOMPARE(row(read(state), u"城市"_s)->reported, u"沈阳"_s);
    QVERIFY(!row(read(state), u"街道"_s));
}

void TestFormReading::numbers_notNeeded_areMasked()
{
    const auto phone = row(read(sampleCase(), false), u"电话"_s);
    QCOMPARE(phone->reported, u"138****2206"_s);
    QCOMPARE(phone->registered, u"133****0087"_s);
    QVERIFY(phone->differs);
}

void TestFormReading::register_sayingNothing_takesNoColumn()
{
    auto state = sampleCase();
    state.registered = {};
    state.values = {{u"ended"_s, u"2026-10-31"_s}};
    QVERIFY(!read(state).hasRegister);
    QVERIFY(read(sampleCase()).hasRegister);
}

void TestFormReading::pathLabel_ofACell_namesTableAndColumn()
{
    QCOMPARE(pathLabel(m_item->form, u"phone"_s, u"en"_s), u"Phone"_s);
    QCOMPARE(pathLabel(m_item->form, u"periods.rows.r1.months"_s, u"en"_s), u"Periods · Months"_s);
    QCOMPARE(pathLabel(m_item->form, u"periods.rows.r1"_s, u"en"_s), u"Periods"_s);
    QCOMPARE(pathLabel(m_item->form, u"gone"_s, u"en"_s), u"gone"_s);
}

void TestFormReading::nextDifference_goesThroughTheWholeFormAndRound()
{
    auto state = sampleCase();
    state.registered.insert(u"wage"_s, 200000); // in the second section
    const Look look({}, QFontDatabase::systemFont(QFontDatabase::GeneralFont));
    FormReadout view(look);
    QVERIFY(!view.goToNextDifference());
    view.setForm(read(state));
    view.resize(600, view.sizeHint().height());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.differences(), 2);
    const auto current = [&]() -> QString {
        for (const auto* table : view.findChildren<ComparisonTable*>()) {
            if (table->currentIndex().isValid())
                return table->currentIndex().siblingAtColumn(0).data().toString();
        }
        return {};
    };
    QVERIFY(view.goToNextDifference());
    QCOMPARE(current(), u"电话"_s);
    QVERIFY(view.goToNextDifference());
    QCOMPARE(current(), u"工资"_s);
    QVERIFY(view.goToNextDifference());
    QCOMPARE(current(), u"电话"_s);
}

QTEST_MAIN(TestFormReading)
#include "test_FormReading.moc"
