#include "app/counter/intake/IntakeGaps.h"
#include "app/counter/papers/PaperChecklist.h"
#include "modules/base/Json.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/casework/ItemShelf.h"
#include "modules/forms/FormEvaluation.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

namespace {

const QDate Today(2026, 11, 21);

casework::CaseMaterial handedIn(
    const QString& id, const QString& state, int pages = 0, const QString& form = u"original"_s)
{
    casework::CaseMaterial material;
    material.id = id;
    material.name = id;
    material.form = form;
    material.state = state;
    for (int i = 0; i < pages; ++i)
        material.pages.append({QString::number(i), u"image/jpeg"_s, 10, 10, 300, 100});
    return material;
}

QStringList linesOf(const Checklist& list)
{
    QStringList lines;
    for (const auto& row : list.rows)
        lines.append(u"%1: %2 [%3] %4"_s.arg(row.id, row.note, row.aside).arg(int(row.state)));
    return lines;
}

} // namespace

// The list of papers: what is asked for, what is there, in which way it came.
class TestPaperChecklist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ways_ofAPaper_areThoseTheItemAllows_data();
    void ways_ofAPaper_areThoseTheItemAllows();
    void way_set_andReadAgain_isTheSame_data();
    void way_set_andReadAgain_isTheSame();
    void deferral_endsAfterTheDaysOfTheItem();
    void list_ofAnEmptyCase_saysWhatIsAsked();
    void list_withPapers_saysHowTheyCame();
    void list_afterInsisting_marksWhatIsMissing();
    void list_ofNamedPapers_countsThoseWithPages();
    void gaps_nameEverythingAtOnce();
    void gaps_ofAGroup_areOneLine();
    void mistake_isNoGap();

private:
    QList<casework::MaterialNeed> needs(
        const QJsonObject& values, const QList<casework::CaseMaterial>& present = {}) const;
    forms::FormState state(const QJsonObject& values) const;
    forms::FormContext context() const;

    std::shared_ptr<const casework::PreparedItem> m_item;
};

void TestPaperChecklist::initTestCase()
{
    auto json = sampleMatter();
    auto materials = json.value("materials"_L1).toArray();
    materials.append(QJsonObject{{u"id"_s, u"promise"_s},
        {u"name"_s, QJsonObject{{u"zh_CN"_s, u"承诺书"_s}, {u"en"_s, u"Promise"_s}}}, {u"form"_s, u"original"_s},
        {u"required"_s, true}, {u"commitment"_s, true}, {u"reusable"_s, false}});
    materials.append(QJsonObject{{u"id"_s, u"shared"_s},
        {u"name"_s, QJsonObject{{u"zh_CN"_s, u"户口簿"_s}, {u"en"_s, u"Household book"_s}}}, {u"form"_s, u"copy"_s},
        {u"required"_s, true}, {u"sharedWhen"_s, u"has(register.household)"_s}});
    json.insert(u"materials"_s, materials);
    const auto item =
        casework::prepareItem(canonicalBytes(json), u"sample-matter"_s, 1, casework::standardFormEnvironment());
    QVERIFY2(item, item ? "" : qPrintable(logLine(item.error())));
    m_item = *item;
}

forms::FormContext TestPaperChecklist::context() const
{
    forms::FormContext form;
    form.today = Today;
    form.registered = {{u"household"_s, u"h1"_s}};
    return form;
}

QList<casework::MaterialNeed> TestPaperChecklist::needs(
    const QJsonObject& values, const QList<casework::CaseMaterial>& present) const
{
    return m_item->materials.needs(m_item->item, m_item->form, values, context(), present);
}

forms::FormState TestPaperChecklist::state(const QJsonObject& values) const
{
    return forms::evaluate(m_item->form, values, context());
}

void TestPaperChecklist::ways_ofAPaper_areThoseTheItemAllows_data()
{
    using enum PaperWay;
    QTest::addColumn<QString>("material");
    QTest::addColumn<QList<PaperWay>>("ways");
    QTest::newRow("may be deferred") << u"claim"_s << QList<PaperWay>{Original, Deferred, Reused};
    QTest::newRow("electronic") << u"photo"_s << QList<PaperWay>{Electronic, Reused};
    QTest::newRow("a copy, so an original too") << u"contract"_s << QList<PaperWay>{Copy, Original, Reused};
    QTest::newRow("commitment, not to be reused") << u"promise"_s << QList<PaperWay>{Original, Committed};
    QTest::newRow("shared data hold it") << u"shared"_s << QList<PaperWay>{Copy, Original, Shared, Reused};
}

void TestPaperChecklist::ways_ofAPaper_areThoseTheItemAllows()
{
    QFETCH(QString, material);
    QFETCH(QList<PaperWay>, ways);
    for (const auto& need : needs({})) {
        if (need.material->id == material) {
            QCOMPARE(waysOf(need), ways);
            return;
        }
    }
    QFAIL("no such material");
}

void TestPaperChecklist::way_set_andReadAgain_isTheSame_data()
{
    QTest::addColumn<PaperWay>("way");
    for (const auto way : {PaperWay::Original, PaperWay::Copy, PaperWay::Electronic, PaperWay::Deferred,
             PaperWay::Committed, PaperWay::Shared, PaperWay::Reused})
        QTest::newRow(qPrintable(wordOf(way))) << way;
}

void TestPaperChecklist::way_set_andReadAgain_isTheSame()
{
    QFETCH(PaperWay, way);
    const auto paper = paperOf(*m_item->item.material(u"claim"_s), way, Today);
    QCOMPARE(wayOf(paper), way);
    QCOMPARE(paper.name, u"申请表"_s); // as it is printed, whatever the language of the screen
}

void TestPaperChecklist::deferral_endsAfterTheDaysOfTheItem()
{
    const auto& claim = *m_item->item.material(u"claim"_s);
    auto paper = paperOf(claim, PaperWay::Deferred, Today);
    QCOMPARE(paper.dueOn, u"2026-12-06"_s);
    setWay(&paper, claim, PaperWay::Original, Today);
    QVERIFY(paper.dueOn.isEmpty());
}

void TestPaperChecklist::list_ofAnEmptyCase_saysWhatIsAsked()
{
    const auto list = checklist(needs({{u"months"_s, 30}}), {}, u"en"_s, false);
    QCOMPARE(
        linesOf(list), (QStringList{u"claim: may follow within 15 day(s) [required] 0"_s, u"photo: optional [] 0"_s,
                           u"contract: not there yet [one of 2] 0"_s, u"wages: not there yet [one of 2] 0"_s,
                           u"promise: a commitment will do [required] 0"_s, u"shared: not there yet [required] 0"_s}));
    QCOMPARE(list.asked, 5);
    QCOMPARE(list.done, 0);
    // The form decides: long service asks for one more.
    const auto longer = checklist(needs({{u"months"_s, 130}}), {}, u"en"_s, false);
    QVERIFY(linesOf(longer).contains(u"long-service: not there yet [required] 0"_s));
}

void TestPaperChecklist::list_withPapers_saysHowTheyCame()
{
    auto deferred = handedIn(u"claim"_s, u"deferred"_s);
    deferred.dueOn = u"2026-12-01"_s;
    const QList<casework::CaseMaterial> papers{deferred, handedIn(u"photo"_s, u"supplied"_s, 2, u"electronic"_s),
        handedIn(u"contract"_s, u"supplied"_s, 0, u"copy"_s), handedIn(u"promise"_s, u"committed"_s),
        handedIn(u"shared"_s, u"shared"_s)};
    const auto list = checklist(needs({{u"months"_s, 30}}, papers), papers, u"en"_s, true);
    QCOMPARE(
        linesOf(list), (QStringList{u"claim: Deferred until 2026-12-01 [] 2"_s, u"photo: Electronic [2 page(s)] 1"_s,
                           u"contract: Copy, not scanned yet [] 2"_s, u"wages: Another one will do [] 0"_s,
                           u"promise: Commitment: have it signed and scan it [] 2"_s,
                           u"shared: Shared data, no paper needed [] 1"_s}));
    QCOMPARE(list.asked, 5);
    QCOMPARE(list.done, 5);
}

void TestPaperChecklist::list_afterInsisting_marksWhatIsMissing()
{
    const auto list = checklist(needs({{u"months"_s, 30}}), {}, u"en"_s, true);
    for (const auto& row : list.rows)
        QCOMPARE(row.state, row.id == "photo"_L1 ? MaterialState::Open : MaterialState::Refused);
}

void TestPaperChecklist::list_ofNamedPapers_countsThoseWithPages()
{
    const auto list =
        checklist({}, {handedIn(u"a"_s, u"supplied"_s, 1), handedIn(u"b"_s, u"supplied"_s)}, u"en"_s, false);
    QCOMPARE(linesOf(list), (QStringList{u"a: Original [1 page(s)] 1"_s, u"b: Original, not scanned yet [] 2"_s}));
    QCOMPARE(list.asked, 2);
    QCOMPARE(list.done, 1);
}

void TestPaperChecklist::gaps_nameEverythingAtOnce()
{
    const QJsonObject values{{u"months"_s, 130}};
    const auto gaps = gapsOf(needs(values), m_item->form, state(values));
    QStringList lines;
    for (const auto& gap : gaps)
        lines.append(gap.material + u'|' + gap.name + u'|' + gap.reason);
    QCOMPARE(lines, (QStringList{u"claim|申请表|未提交"_s, u"contract|劳动合同或工资流水|未提交"_s,
                        u"long-service|长期缴费证明|未提交"_s, u"promise|承诺书|未提交"_s, u"shared|户口簿|未提交"_s,
                        u"|事由|申请信息未填写"_s}));
}

void TestPaperChecklist::gaps_ofAGroup_areOneLine()
{
    const QList<casework::CaseMaterial> papers{handedIn(u"wages"_s, u"supplied"_s)};
    for (const auto& gap : gapsOf(needs({}, papers), m_item->form, state({})))
        QVERIFY(gap.material != "contract"_L1 && gap.material != "wages"_L1);
}

void TestPaperChecklist::mistake_isNoGap()
{
    QVERIFY(!mistakeIn(state({})));
    const auto wrong = state({{u"reason"_s, u"x"_s}, {u"months"_s, 450}});
    const auto mistake = mistakeIn(wrong);
    QVERIFY(mistake);
    QCOMPARE(mistake->paths, QStringList{u"months"_s});
    for (const auto& gap : gapsOf({}, m_item->form, wrong))
        QVERIFY(gap.name != "缴费月数"_L1);
}

QTEST_GUILESS_MAIN(TestPaperChecklist)
#include "test_paper_checklist.moc"
