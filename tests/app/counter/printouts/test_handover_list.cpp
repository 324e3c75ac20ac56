#include "app/counter/printouts/HandoverList.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

namespace {

constexpr qint64 Noon = 1'795'233'720'000; // 2026-11-21 12:02 in Shanghai

casework::Case caseWith(const QString& number, const QList<casework::CaseMaterial>& materials)
{
    casework::Case state;
    state.number = number;
    state.item = u"claim"_s;
    state.office = u"宽平市政务服务中心"_s;
    state.window = u"3"_s;
    state.parties = {{u"applicant"_s, QJsonObject{{u"name"_s, u"阿依古丽·买买提"_s}}}};
    state.materials = materials;
    return state;
}

casework::CaseMaterial paper(const QString& form, const QString& state, int copies, int pages)
{
    casework::CaseMaterial material{u"m"_s, u"材料"_s, form, state, copies, {}, {}, false};
    for (int i = 0; i < pages; ++i)
        material.pages.append(casework::Page{});
    return material;
}

QJsonObject listOf(const QList<casework::Case>& cases)
{
    return handoverData(cases, u"王丽"_s, Noon, [](const QString& item) { return u"事项"_s + item; });
}

} // namespace

// 资料交接单: which papers go from the window to the back office.
class TestHandoverList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papers_thatCanBeCarried_areCounted();
    void casesWithoutPaper_areLeftOut();
    void nothingToCarry_isNoList();
};

void TestHandoverList::papers_thatCanBeCarried_areCounted()
{
    const auto data = listOf({caseWith(
        u"2106032026112100017"_s, {paper(u"original"_s, u"supplied"_s, 1, 2), paper(u"copy"_s, u"supplied"_s, 2, 3),
                                      paper(u"electronic"_s, u"supplied"_s, 1, 1), paper(u"copy"_s, u"shared"_s, 1, 0),
                                      paper(u"original"_s, u"deferred"_s, 1, 0)})});
    QCOMPARE(data.value("count"_L1).toInt(), 1);
    const auto row = data.value("cases"_L1).toArray().first().toObject();
    QCOMPARE(row.value("papers"_L1).toInt(), 2); // neither electronic nor shared nor still to come
    QCOMPARE(row.value("copies"_L1).toInt(), 3);
    QCOMPARE(row.value("pages"_L1).toInt(), 5);
    QCOMPARE(row.value("applicant"_L1).toString(), u"阿依古丽·买买提"_s);
    QCOMPARE(row.value("item"_L1).toString(), u"事项claim"_s);
    QCOMPARE(data.value("list_no"_L1).toString(), u"JJ202611211202-3"_s);
    QCOMPARE(data.value("hall"_L1).toString(), u"宽平市政务服务中心"_s);
}

void TestHandoverList::casesWithoutPaper_areLeftOut()
{
    const auto data = listOf({caseWith(u"1"_s, {paper(u"electronic"_s, u"supplied"_s, 1, 1)}),
        caseWith(u"2"_s, {paper(u"original"_s, u"supplied"_s, 1, 1)}), caseWith(u"3"_s, {}),
        caseWith(u"4"_s, {paper(u"copy"_s, u"supplied"_s, 0, 0)})});
    QStringList numbers;
    for (const auto& row : data.value("cases"_L1).toArray())
        numbers.append(row.toObject().value("case_no"_L1).toString());
    QCOMPARE(numbers, (QStringList{u"2"_s, u"4"_s}));
    QCOMPARE(data.value("copies"_L1).toInt(), 2);
}

void TestHandoverList::nothingToCarry_isNoList()
{
    QVERIFY(listOf({}).isEmpty());
    QVERIFY(listOf({caseWith(u"1"_s, {})}).isEmpty());
}

QTEST_MAIN(TestHandoverList)
#include "test_handover_list.moc"
