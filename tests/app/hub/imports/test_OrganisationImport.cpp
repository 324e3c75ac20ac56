#include "app/hub/imports/OrganisationImport.h"
#include "modules/identity/IdentitySchema.h"
#include "modules/store/Migration.h"
#include "modules/store/SqliteConnection.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::hub;

namespace {

const OrganisationRow Sound{
    u"振兴区财政局"_s, u"210603000000"_s, u"财政"_s, u"丹东市人社局"_s, {}, u"张三"_s, u"0415"_s};

OrganisationRow with(QString OrganisationRow::*column, const QString& value)
{
    auto row = Sound;
    row.*column = value;
    return row;
}

} // namespace

// Lines of a sheet of organisations, held against what there is.
class TestOrganisationImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cell_wrong_isNamed_data();
    void cell_wrong_isNamed();
    void everyMistake_isNamedAtOnce();
    void sameName_twice_isNamedAtTheSecond();
    void parents_inAnyOrder_comeFirst();
    void parents_inARing_areRefused();
    void parents_tooMany_areRefused();
    void kind_inAnyWords_isUnderstood();
    void rows_ofAnotherShape_areRefused();

private:
    OrganisationPlan plan(const QList<OrganisationRow>& rows);
    QStringList problems(const QList<OrganisationRow>& rows);

    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
    std::unique_ptr<store::Connection> m_connection;
};

void TestOrganisationImport::init()
{
    m_connection = std::move(*store::SqliteConnection::open(u":memory:"_s));
    QVERIFY(store::migrate(*m_connection, {identity::identitySchema()}));
    QVERIFY(m_connection->execute("INSERT INTO organisation VALUES('city', '丹东市人社局', 'human-resources', '2106', "
                                  "'', '', '', '', 0, 0, 1)"));
}

OrganisationPlan TestOrganisationImport::plan(const QList<OrganisationRow>& rows)
{
    const auto areas = codes::AreaTree::parse("code,name,parent\n21,辽宁省,\n2106,丹东市,21\n210603,振兴区,2106\n"
                                              "2102,大连市,21\n")
                           .value_or(codes::AreaTree());
    const identity::Organisations known(*m_connection);
    const OrganisationGround ground{areas, known, [](const QString& area) { return area.startsWith("2106"_L1); }};
    return planOrganisations(rows, ground, m_ids).value_or(OrganisationPlan());
}

QStringList TestOrganisationImport::problems(const QList<OrganisationRow>& rows)
{
    QStringList list;
    for (const auto& problem : plan(rows).problems)
        list.append(u"%1 %2 %3"_s.arg(problem.row).arg(problem.column, problem.error.code));
    return list;
}

void TestOrganisationImport::cell_wrong_isNamed_data()
{
    QTest::addColumn<OrganisationRow>("row");
    QTest::addColumn<QString>("said");
    QTest::newRow("sound") << Sound << QString();
    QTest::newRow("no name") << with(&OrganisationRow::name, {}) << u"0 name identity.organisation-name"_s;
    QTest::newRow("a name with · and a rare character")
        << with(&OrganisationRow::name, u"𬭊山·合作社"_s) << QString();
    QTest::newRow("an area by its name") << with(&OrganisationRow::area, u"振兴区"_s) << u"0 area hub.import-area"_s;
    QTest::newRow("an area of others") << with(&OrganisationRow::area, u"2102"_s)
                                       << u"0 area identity.right\n0 parent identity.organisation"_s;
    QTest::newRow("a kind nobody knows") << with(&OrganisationRow::kind, u"其他"_s)
                                         << u"0 kind identity.organisation-kind"_s;
    QTest::newRow("no kind") << with(&OrganisationRow::kind, {}) << u"0 kind identity.organisation-kind"_s;
    QTest::newRow("no parent") << with(&OrganisationRow::parent, {}) << QString();
    QTest::newRow("a parent nobody knows")
        << with(&OrganisationRow::parent, u"月球局"_s) << u"0 parent identity.organisation"_s;
    QTest::newRow("a code with the letter O")
        << with(&OrganisationRow::code, u"1121O603MB1234567X"_s) << u"0 code codes.credit-characters"_s;
}

void TestOrganisationImport::cell_wrong_isNamed()
{
    QFETCH(OrganisationRow, row);
    QFETCH(QString, said);
    QCOMPARE(problems({row}).join(u'\n'), said);
}

void TestOrganisationImport::everyMistake_isNamedAtOnce()
{
    auto first = with(&OrganisationRow::kind, u"?"_s);
    first.name.clear();
    auto second = with(&OrganisationRow::parent, u"月球局"_s);
    second.code = u"123"_s;
    QCOMPARE(problems({first, second}),
        (QStringList{u"0 name identity.organisation-name"_s, u"0 kind identity.organisation-kind"_s,
            u"1 code codes.credit-length"_s, u"1 parent identity.organisation"_s}));
    QVERIFY(plan({first, second}).organisations.isEmpty());
}

void TestOrganisationImport::sameName_twice_isNamedAtTheSecond()
{
    QCOMPARE(problems({Sound, with(&OrganisationRow::area, u"210603"_s)}),
        QStringList{u"1 name hub.import-organisation-twice"_s}); // the same area, written otherwise
    QCOMPARE(
        problems({with(&OrganisationRow::name, u"丹东市人社局"_s)}), QStringList()); // of another area than that one
}

void TestOrganisationImport::parents_inAnyOrder_comeFirst()
{
    OrganisationRow village{u"一村"_s, u"210603"_s, u"村社区"_s, u"站前街道"_s, {}, {}, {}};
    OrganisationRow street{u"站前街道"_s, u"210603"_s, u"街道"_s, u"振兴区财政局"_s, {}, {}, {}};
    const auto made = plan({village, street, Sound}).organisations;
    QCOMPARE(made.size(), 3);
    QCOMPARE(made.at(0).name, Sound.name);
    QCOMPARE(made.at(0).parent, u"city"_s);
    QCOMPARE(made.at(0).area, u"210603"_s);
    QCOMPARE(made.at(0).kind, u"finance"_s);
    QCOMPARE(made.at(1).parent, made.at(0).id);
    QCOMPARE(made.at(2).parent, made.at(1).id);
    QCOMPARE(made.at(2).name, u"一村"_s);
}

void TestOrganisationImport::parents_inARing_areRefused()
{
    OrganisationRow one{u"甲"_s, u"210603"_s, u"村"_s, u"乙"_s, {}, {}, {}};
    OrganisationRow other{u"乙"_s, u"210603"_s, u"村"_s, u"甲"_s, {}, {}, {}};
    QCOMPARE(problems({one, other}), QStringList{u"1 parent identity.organisation-parent"_s});
    OrganisationRow self{u"丙"_s, u"210603"_s, u"村"_s, u"丙"_s, {}, {}, {}};
    QCOMPARE(problems({self}), QStringList{u"0 parent identity.organisation"_s});
}

// Below the city, which is there already, eleven more may stand.
void TestOrganisationImport::parents_tooMany_areRefused()
{
    QList<OrganisationRow> chain;
    for (int i = 0; i < 11; ++i)
        chain.append({u"第%1级"_s.arg(i), u"210603"_s, u"村"_s, i == 0 ? u"丹东市人社局"_s : u"第%1级"_s.arg(i - 1), {},
            {}, {}});
    QCOMPARE(problems(chain), QStringList());
    chain.append({u"第11级"_s, u"210603"_s, u"村"_s, u"第10级"_s, {}, {}, {}});
    QCOMPARE(problems(chain), QStringList{u"11 parent identity.organisation-parent"_s});
}

void TestOrganisationImport::kind_inAnyWords_isUnderstood()
{
    for (const auto& [words, kind] : QList<std::pair<QString, QString>>{{u"人社部门"_s, u"human-resources"_s},
             {u"财政"_s, u"finance"_s}, {u"业务主管部门"_s, u"department"_s}, {u"乡镇（街道）"_s, u"township"_s},
             {u"社区"_s, u"village"_s}, {u"finance"_s, u"finance"_s}})
        QCOMPARE(organisationKindOf(words), kind);
}

void TestOrganisationImport::rows_ofAnotherShape_areRefused()
{
    QCOMPARE(organisationRows({QJsonObject{{u"name"_s, 7}}}).error().code, u"base.json-field"_s);
    const auto rows = organisationRows({QJsonObject{{u"name"_s, u" 甲 "_s}}});
    QVERIFY(rows);
    QCOMPARE(rows->first().name, u"甲"_s);
}

Q_DECLARE_METATYPE(kuaiban::hub::OrganisationRow)

QTEST_GUILESS_MAIN(TestOrganisationImport)
#include "test_OrganisationImport.moc"
