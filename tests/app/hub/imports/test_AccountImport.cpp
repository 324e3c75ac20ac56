#include "app/hub/imports/AccountImport.h"

#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::hub;

namespace {

const AccountRow Sound{u"zhang.li"_s, u"张丽"_s, u"210603"_s, u"振安区大厅"_s, u"窗口柜员岗；reviewer"_s};

AccountRow with(QString AccountRow::*column, const QString& value)
{
    auto row = Sound;
    row.*column = value;
    return row;
}

} // namespace

// Lines of a sheet of accounts, held against what there is.
class TestAccountImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cell_wrong_isNamed_data();
    void cell_wrong_isNamed();
    void login_twice_isNamedAtTheSecond();
    void posts_byIdOrName_areFound();
    void rows_ofAnotherShape_areRefused();

private:
    QStringList problems(const QList<AccountRow>& rows);
    identity::Posts m_posts{{u"window-clerk"_s, {u"window-clerk"_s, u"窗口柜员岗"_s, u"Window clerk"_s, {}}},
        {u"reviewer"_s, {u"reviewer"_s, u"审核岗"_s, u"Reviewer"_s, {}}}};
};

QStringList TestAccountImport::problems(const QList<AccountRow>& rows)
{
    const auto areas = codes::AreaTree::parse("code,name,parent\n21,辽宁省,\n2106,丹东市,21\n210603,振兴区,2106\n"
                                              "2102,大连市,21\n")
                           .value_or(codes::AreaTree());
    const ImportGround ground{m_posts, areas, [](const QString& login) -> Result<bool> { return login == "chen"_L1; },
        [](const QString& area) { return area.startsWith("2106"_L1); },
        [](const QString& name, const QString&) -> Result<std::optional<identity::Organisation>> {
            if (name != u"振安区大厅"_s)
                return std::nullopt;
            return identity::Organisation{u"o1"_s, name, u"human-resources"_s, u"2106"_s, {}, {}, {}, {}};
        },
        [](const QString& id) -> Result<std::optional<identity::Organisation>> {
            return identity::Organisation{
                id, u"某厅"_s, u"human-resources"_s, id == u"near"_s ? u"210603"_s : u"2102"_s, {}, {}, {}, {}};
        }};
    auto lines = rows;
    const auto found = importProblems(lines, ground);
    QStringList list;
    for (const auto& problem : found.value_or(QList<CellProblem>()))
        list.append(u"%1 %2 %3"_s.arg(problem.row).arg(problem.column, problem.error.code));
    return list;
}

void TestAccountImport::cell_wrong_isNamed_data()
{
    QTest::addColumn<AccountRow>("row");
    QTest::addColumn<QString>("said");
    QTest::newRow("sound") << Sound << QString();
    QTest::newRow("login with a space") << with(&AccountRow::login, u"zhang li"_s) << u"0 login hub.import-login"_s;
    QTest::newRow("login in Chinese") << with(&AccountRow::login, u"张丽"_s) << u"0 login hub.import-login"_s;
    QTest::newRow("no login") << with(&AccountRow::login, {}) << u"0 login hub.import-login"_s;
    QTest::newRow("login of somebody else") << with(&AccountRow::login, u"chen"_s) << u"0 login identity.login-taken"_s;
    QTest::newRow("no name") << with(&AccountRow::name, {}) << u"0 name hub.import-empty"_s;
    QTest::newRow("no office") << with(&AccountRow::office, {}) << u"0 office hub.import-empty"_s;
    QTest::newRow("an office that is no organisation")
        << with(&AccountRow::office, u"月球大厅"_s) << u"0 office identity.organisation"_s;
    QTest::newRow("an office by its id") << with(&AccountRow::organisation, u"near"_s) << QString();
    QTest::newRow("an office of another area by its id")
        << with(&AccountRow::organisation, u"far"_s) << u"0 office identity.organisation"_s;
    QTest::newRow("an area padded to twelve digits") << with(&AccountRow::area, u"210603000000"_s) << QString();
    QTest::newRow("an area by its name") << with(&AccountRow::area, u"振兴区"_s)
                                         << u"0 office identity.organisation\n0 area hub.import-area"_s;
    QTest::newRow("an area of others") << with(&AccountRow::area, u"2102"_s)
                                       << u"0 office identity.organisation\n0 area identity.right"_s;
    QTest::newRow("no posts") << with(&AccountRow::posts, u" ； "_s) << u"0 posts hub.import-empty"_s;
    QTest::newRow("an unknown post") << with(&AccountRow::posts, u"reviewer;月球岗"_s) << u"0 posts identity.post"_s;
}

void TestAccountImport::cell_wrong_isNamed()
{
    QFETCH(AccountRow, row);
    QFETCH(QString, said);
    QCOMPARE(problems({row}).join(u'\n'), said);
}

void TestAccountImport::login_twice_isNamedAtTheSecond()
{
    QCOMPARE(problems({Sound, with(&AccountRow::name, u"另一人"_s)}), QStringList{u"1 login hub.import-twice"_s});
}

void TestAccountImport::posts_byIdOrName_areFound()
{
    QCOMPARE(
        postsOf(u"审核岗、window-clerk，审核岗 Reviewer"_s, m_posts), (QStringList{u"reviewer"_s, u"window-clerk"_s}));
}

void TestAccountImport::rows_ofAnotherShape_areRefused()
{
    QCOMPARE(accountRows({QJsonObject{{u"login"_s, 7}}}).error().code, u"base.json-field"_s);
    const auto rows = accountRows({QJsonObject{{u"login"_s, u" a "_s}}});
    QVERIFY(rows);
    QCOMPARE(rows->first().login, u"a"_s);
}

Q_DECLARE_METATYPE(kuaiban::hub::AccountRow)

QTEST_GUILESS_MAIN(TestAccountImport)
#include "test_AccountImport.moc"
