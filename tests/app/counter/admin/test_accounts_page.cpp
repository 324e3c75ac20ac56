#include "app/counter/admin/AccountsPage.h"
#include "app/counter/admin/ImportPane.h"
#include "app/counter/kit/EntryView.h"
#include "app/hub/HubCore.h"
#include "modules/identity/Accounts.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"
#include "tests/support/places/Places.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// 账号与岗位 on a real window against a real hub.
class TestAccountsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void account_byKeyboard_isOpened_andSignsIn();
    void login_taken_isToldAtItsField();
    void account_byKeyboard_movesToAnotherOffice();
    void form_isAboutWhomItWasBegunFor();
    void accountsOfAnOffice_withoutHub_offerNothing();
    void passwords_thatCannotBeKept_areToldSo();
    void post_isGivenAndWithdrawn();
    void lockedAccount_cannotSignIn();
    void sheet_withMistakes_opensNothing();
    void sheet_sound_opensAll();
    void sheet_tooLong_isRefused();
    void whoIsNoAdministrator_isRefused();

private:
    bool sit(const QString& login);
    std::optional<identity::Account> account(const QString& login);
    bool choose(const QString& name);
    // The page asked before: the answers come in the order of the questions.
    bool organisationsAreThere()
    {
        bool there = false;
        m_seat->session().organisations().then(
            m_page, [&there](const Result<ManagedOrganisations>& managed) { there = managed.has_value(); });
        return QTest::qWaitFor([&there] { return there; });
    }
    QString said() const { return messageOn(m_page).what; }
    ImportPane* import() const { return m_page->findChild<ImportPane*>(); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    AccountsPage* m_page = nullptr;
};

void TestAccountsPage::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->hub.copyResources());
    const QString areas = m_hall->hub.resource(u"codes/areas.csv"_s);
    QVERIFY(QFile::copy(test::inSource(u"resources/codes/areas.csv"), areas));
    QVERIFY(m_hall->open());
    QVERIFY(!m_hall->hub.addOrganisation(QString::fromUtf8(HubWorld::Office)).isEmpty());
    for (const auto& name : {u"大厅"_s, u"振安区大厅"_s})
        QVERIFY(!m_hall->hub.addOrganisation(name).isEmpty());
    QVERIFY(!m_hall->hub.addOrganisation(u"站前街道便民服务中心"_s, u"210603002"_s).isEmpty());
    QVERIFY(m_hall->hub.addAccount(u"root"_s, {u"administrator"_s}));
}

void TestAccountsPage::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestAccountsPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
}

bool TestAccountsPage::sit(const QString& login)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<AccountsPage>();
    return m_seat->show();
}

std::optional<identity::Account> TestAccountsPage::account(const QString& login)
{
    return identity::Accounts(m_hall->hub.core->main()).byLogin(login).value_or(std::nullopt);
}

bool TestAccountsPage::choose(const QString& login)
{
    const auto known = account(login);
    auto* list = m_page->findChild<EntryView*>();
    return known && QTest::qWaitFor([&] { return list->setCurrentId(known->id) && list->currentId() == known->id; });
}

void TestAccountsPage::account_byKeyboard_isOpened_andSignsIn()
{
    QVERIFY(sit(u"root"_s));
    QTRY_VERIFY(m_page->findChild<EntryView*>()->model()->rowCount() > 3);
    QVERIFY(organisationsAreThere());
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"zhang.li"_s);
    press(Qt::Key_Tab);
    type(u"张丽"_s);
    press(Qt::Key_Tab); // the organisation is that of the administrator
    press(Qt::Key_Tab); // and so is the area
    press(Qt::Key_Tab);
    press(Qt::Key_Down); // a post
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(said().contains(u"zhang.li"_s), qPrintable(said()));
    const auto opened = account(u"zhang.li"_s);
    QVERIFY(opened);
    QCOMPARE(opened->name, u"张丽"_s);
    QCOMPARE(opened->area, QString::fromLatin1(HubWorld::Area));
    QCOMPARE(opened->office, QString::fromUtf8(HubWorld::Office));
    QVERIFY(!opened->organisation.isEmpty());
    QCOMPARE(opened->grants.size(), 1);
    const QString password = said().section(u' ', -1);
    QVERIFY(
        identity::Accounts(m_hall->hub.core->main()).authenticate(u"zhang.li"_s, password, m_hall->hub.clock.nowMs()));
    QTRY_COMPARE(m_page->findChild<EntryView*>()->currentId(), opened->id);
    QVERIFY2(said().contains(password), qPrintable(said())); // it stays: nobody could ask again
}

void TestAccountsPage::login_taken_isToldAtItsField()
{
    QVERIFY(sit(u"root"_s));
    QVERIFY(organisationsAreThere());
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"chen"_s);
    press(Qt::Key_Tab);
    type(u"另一人"_s);
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Tab);
    press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), u"Login"_s);
    QVERIFY(shows(m_page, u"chen"_s));
    press(Qt::Key_Escape);
}

void TestAccountsPage::account_byKeyboard_movesToAnotherOffice()
{
    QVERIFY(sit(u"root"_s));
    QVERIFY(organisationsAreThere());
    QVERIFY(choose(u"zhou"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Full name"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"站前"_s);
    press(Qt::Key_Return); // the one that was found; its area comes along
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(account(u"zhou"_s)->office, u"站前街道便民服务中心"_s);
    QCOMPARE(account(u"zhou"_s)->area, u"210603002"_s);
    QCOMPARE(account(u"zhou"_s)->name, u"测试zhou"_s);
    QTRY_VERIFY2(said().contains(u"changed"_s), qPrintable(said()));
}

// The list may show others by then, and somebody else may have changed the account.
void TestAccountsPage::form_isAboutWhomItWasBegunFor()
{
    QVERIFY(sit(u"root"_s));
    QVERIFY(organisationsAreThere());
    QVERIFY(choose(u"liu"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    type(u"刘·某"_s);
    m_page->show(u"chen"_s); // as from the page of organisations
    QTRY_COMPARE(m_page->findChild<EntryView*>()->model()->rowCount(), 1);
    m_page->show({});
    QVERIFY(choose(u"liu"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"chen"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_page->findChild<EntryView*>()->model()->rowCount(), 1);
    auto* name = named<QLineEdit>(m_page, u"Full name"_s);
    name->setFocus();
    name->setText(u"刘某某"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(account(u"liu"_s)->name, u"刘某某"_s);
    QCOMPARE(account(u"chen"_s)->name, u"测试chen"_s);
}

void TestAccountsPage::accountsOfAnOffice_withoutHub_offerNothing()
{
    QVERIFY(sit(u"root"_s));
    QVERIFY(choose(u"liu"_s));
    m_hall->cut();
    m_page->show(u"某厅"_s);
    press(Qt::Key_G, Qt::ControlModifier); // nobody is chosen: there is nobody to give a post to
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(!said().isEmpty());
    QVERIFY(m_hall->mend());
}

void TestAccountsPage::passwords_thatCannotBeKept_areToldSo()
{
    QVERIFY(sit(u"root"_s));
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier); // an empty sheet, by the same way
    const auto dialog = [this] { return m_page->window()->findChild<QFileDialog*>(); };
    QTRY_VERIFY(dialog());
    Q_EMIT dialog()->fileSelected(u"/proc/none/账号.csv"_s);
    QTRY_VERIFY2(said().contains(u"账号.csv"_s), qPrintable(said()));
    QVERIFY(!said().startsWith(u"Kept"_s));
    const QTemporaryDir folder;
    Q_EMIT dialog()->fileSelected(folder.filePath(u"账号.csv"_s));
    QTRY_COMPARE(said(), u"Kept as 账号.csv"_s);
    dialog()->reject();
}

void TestAccountsPage::post_isGivenAndWithdrawn()
{
    QVERIFY(sit(u"root"_s));
    QVERIFY(choose(u"sun"_s));
    const auto before = account(u"sun"_s)->grants.size();
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(account(u"sun"_s)->grants.size(), before + 1);
    const auto given = account(u"sun"_s)->grants.last();
    QVERIFY(given.until == 0);
    QTest::qWait(300);
    press(Qt::Key_Delete, Qt::ControlModifier); // the keyboard is on no post: nothing is withdrawn
    QTest::qWait(200);
    QCOMPARE(account(u"sun"_s)->grants.last().until, 0);
    named<QAbstractItemView>(m_page, u"Posts of the account"_s)->setFocus();
    press(Qt::Key_Delete, Qt::ControlModifier);
    const auto withdrawn = [this] {
        const auto grants = account(u"sun"_s)->grants;
        return std::any_of(grants.begin(), grants.end(), [](const identity::Grant& grant) { return grant.until != 0; });
    };
    QTRY_VERIFY(withdrawn());
}

void TestAccountsPage::lockedAccount_cannotSignIn()
{
    QVERIFY(sit(u"root"_s));
    QVERIFY(choose(u"zhou"_s));
    press(Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(account(u"zhou"_s)->locked);
    QCOMPARE(identity::Accounts(m_hall->hub.core->main())
                 .authenticate(u"zhou"_s, QString::fromLatin1(HubWorld::Password), m_hall->hub.clock.nowMs())
                 .error()
                 .code,
        u"identity.locked"_s);
    QTest::qWait(300);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!account(u"zhou"_s)->locked);
}

void TestAccountsPage::sheet_withMistakes_opensNothing()
{
    QVERIFY(sit(u"root"_s));
    // hub.import-login, hub.import-twice, hub.import-empty, hub.import-area and others, each at its cell
    import()->load(u"登录名,姓名,区划,单位,岗位\n"
                   u"Li Hua,李华,210603,大厅,窗口柜员岗\n"
                   u"li.hua,,210603,大厅,窗口柜员岗\n"
                   u"li.hua,李华,999999,大厅,窗口柜员岗\n"
                   u"chen,陈,210603,大厅,月球岗\n"_s.toUtf8(),
        u"a.csv"_s);
    auto* model = import()->findChild<SheetModel*>();
    QTRY_VERIFY(model->firstProblem().isValid());
    QStringList wrong;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            if (!model->index(row, column).data(SheetModel::ProblemRole).toString().isEmpty())
                wrong.append(u"%1%2"_s.arg(QChar(u'A' + column)).arg(row + 2));
        }
    }
    // nothing is known of an office in an area that does not exist
    QCOMPARE(wrong, (QStringList{u"A2"_s, u"B3"_s, u"A4"_s, u"C4"_s, u"D4"_s, u"A5"_s, u"E5"_s}));
    QVERIFY(!import()->isReady());
    import()->run();
    QTest::qWait(200);
    QVERIFY(!account(u"li.hua"_s));
}

void TestAccountsPage::sheet_sound_opensAll()
{
    QVERIFY(sit(u"root"_s));
    import()->load(u"登录名,姓名,区划,单位,岗位\n"
                   u"wang.fang,王芳,210603,振安区大厅,窗口柜员岗；审核岗\n"
                   u"a.yi,阿依古丽·买买提,210603002,站前街道便民服务中心,township-caseworker\n"_s.toUtf8(),
        u"b.csv"_s);
    QTRY_VERIFY(import()->isReady());
    QVERIFY(!account(u"wang.fang"_s)); // only checked so far
    import()->run();
    QTRY_VERIFY(import()->isDone());
    QCOMPARE(account(u"wang.fang"_s)->grants.size(), 2);
    QVERIFY(!account(u"a.yi"_s)->organisation.isEmpty());
    QCOMPARE(account(u"a.yi"_s)->name, u"阿依古丽·买买提"_s);
    const auto list = Sheet::read(accountSheet(), import()->passwords(), u"c.csv"_s);
    QVERIFY(!list); // it names no posts: it is no sheet of accounts
    const auto lines = QString::fromUtf8(import()->passwords()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).contains(u"wang.fang"_s));
}

void TestAccountsPage::sheet_tooLong_isRefused()
{
    QVERIFY(sit(u"root"_s));
    QString text = u"登录名,姓名,区划,单位,岗位\n"_s;
    for (int i = 0; i < 201; ++i)
        text += u"u%1,某,210603,大厅,审核岗\n"_s.arg(100 + i);
    QSignalSpy failed(import(), &ImportPane::failed);
    import()->load(text.toUtf8(), u"d.csv"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, u"hub.import-size"_s);
}

void TestAccountsPage::whoIsNoAdministrator_isRefused()
{
    QVERIFY(sit(u"chen"_s));
    QTRY_VERIFY(!messageOn(m_page).what.isEmpty());
    std::optional<QString> code;
    m_seat->session()
        .importSheet(SheetOf::Accounts, {QJsonObject{{u"login"_s, u"evil"_s}}}, false)
        .then(m_page, [&](const Result<ImportResult>& result) { code = result ? QString() : result.error().code; });
    QTRY_VERIFY(code);
    QCOMPARE(*code, u"identity.right"_s);
    code.reset();
    m_seat->session().newPassword(account(u"root"_s)->id).then(m_page, [&](const Result<QString>& result) {
        code = result ? QString() : result.error().code;
    });
    QTRY_VERIFY(code);
    QCOMPARE(*code, u"identity.right"_s);
}

QTEST_MAIN(TestAccountsPage)
#include "test_accounts_page.moc"
