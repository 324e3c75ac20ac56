#include "app/counter/admin/ImportPane.h"
#include "app/counter/admin/OrganisationsPage.h"
#include "app/counter/kit/EntryTree.h"
#include "app/hub/api/HubCommands.h"
#include "app/hub/HubCore.h"
#include "modules/identity/Devices.h"
#include "modules/identity/Organisations.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// 机构 on a real window against a real hub.
class TestOrganisationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tree_showsAreasAndWhatStandsInThem();
    void organisation_byKeyboard_isOpenedUnderTheChosenOne();
    void name_taken_isToldAtItsField();
    void organisation_byKeyboard_isChangedAndClosed();
    void inUse_isNotClosed();
    void code_makesAWindow_thatCanBeRevoked();
    void window_besidesARevokedOne_isReachedByKeys();
    void changedMeanwhile_isNotOverwritten();
    void begun_waitsWhileOneLooksAround();
    void search_keepsWhatStandsAbove();
    void thousands_areAllThere();
    void sheet_withMistakes_marksTheCells();
    void sheet_sound_opensAll();
    void withoutHub_saysSo_andTakesItBack();

private:
    std::optional<identity::Organisation> known(const QString& name);
    QStringList titles() const; // from top to bottom, with "  " for each level
    EntryTree* tree() const { return m_page->findChild<EntryTree*>(); }
    QString said() const { return messageOn(m_page).what; }
    bool choose(const QString& name)
    {
        const auto one = known(name);
        return one && QTest::qWaitFor([&] { return tree()->setCurrentId(one->id); });
    }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    OrganisationsPage* m_page = nullptr;
};

void TestOrganisationsPage::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->hub.copyResources());
    QFile areas(m_hall->hub.resource(u"codes/areas.csv"_s));
    QVERIFY(areas.open(QIODevice::WriteOnly));
    areas.write("code,name,parent\n21,辽宁省,\n2106,丹东市,21\n210603,振兴区,2106\n210603002,站前街道,210603\n");
    areas.close();
    QVERIFY(m_hall->open());
    const QString hall = m_hall->hub.addOrganisation(QString::fromUtf8(HubWorld::Office));
    QVERIFY(!hall.isEmpty());
    QVERIFY(!m_hall->hub.addOrganisation(u"站前街道办"_s, u"210603002"_s, hall).isEmpty());
    QVERIFY(m_hall->hub.addAccount(u"root"_s, {u"administrator"_s}));
}

void TestOrganisationsPage::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    QVERIFY(m_seat->signIn(u"root"_s));
    m_page = m_seat->add<OrganisationsPage>();
    QVERIFY(m_seat->show());
    QTRY_VERIFY(tree()->model()->rowCount() > 0);
    QTRY_VERIFY(titles().front().contains(u"振兴区"_s)); // the names of areas are there
}

void TestOrganisationsPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
}

std::optional<identity::Organisation> TestOrganisationsPage::known(const QString& name)
{
    const auto all = identity::Organisations(m_hall->hub.core->main()).listed({u"21"_s}, {}, 5000);
    for (const auto& listed : all.value_or(QList<identity::ListedOrganisation>())) {
        if (listed.organisation.name == name)
            return listed.organisation;
    }
    return std::nullopt;
}

QStringList TestOrganisationsPage::titles() const
{
    QStringList list;
    for (auto index = tree()->model()->index(0, 0); index.isValid(); index = tree()->indexBelow(index)) {
        int level = 0;
        for (auto above = index.parent(); above.isValid(); above = above.parent())
            ++level;
        list.append(QString(2 * level, u' ') + index.data().toString());
    }
    return list.isEmpty() ? QStringList{QString()} : list;
}

void TestOrganisationsPage::tree_showsAreasAndWhatStandsInThem()
{
    QCOMPARE(titles().mid(0, 3), (QStringList{u"辽宁省丹东市振兴区 210603"_s,
                                     u"  "_s + QString::fromUtf8(HubWorld::Office), u"    站前街道办"_s}));
    press(Qt::Key_Down);
    QTRY_VERIFY(shows(m_page, u"Human resources and social security"_s));
    QTRY_VERIFY(shows(m_page, u"Windows"_s));
}

void TestOrganisationsPage::organisation_byKeyboard_isOpenedUnderTheChosenOne()
{
    QVERIFY(choose(QString::fromUtf8(HubWorld::Office)));
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"振安·民生窗口"_s);
    press(Qt::Key_Return, Qt::ControlModifier); // kind, area and the one above are those of what was chosen
    QTRY_VERIFY2(known(u"振安·民生窗口"_s), qPrintable(said()));
    const auto made = *known(u"振安·民生窗口"_s);
    QCOMPARE(made.parent, known(QString::fromUtf8(HubWorld::Office))->id);
    QCOMPARE(made.area, u"210603"_s);
    QCOMPARE(made.kind, u"human-resources"_s);
    QTRY_COMPARE(tree()->currentId(), made.id);
    QTRY_VERIFY(tree()->hasFocus());
}

void TestOrganisationsPage::name_taken_isToldAtItsField()
{
    QVERIFY(choose(u"站前街道办"_s));
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier); // nothing typed yet
    QCOMPARE(focusName(), u"Name"_s);
    QVERIFY(shows(m_page, u"To be filled in"_s));
    type(u"站前街道办"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"“站前街道办” exists already"_s));
    QCOMPARE(focusName(), u"Name"_s);
    press(Qt::Key_Escape);
    QVERIFY(tree()->hasFocus());
}

void TestOrganisationsPage::organisation_byKeyboard_isChangedAndClosed()
{
    QVERIFY(!m_hall->hub.addOrganisation(u"旧名"_s).isEmpty());
    press(Qt::Key_F5);
    QVERIFY(choose(u"旧名"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    type(u"新名"_s); // the old one is selected
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(known(u"新名"_s), qPrintable(said()));
    QTRY_VERIFY(said().contains(u"changed"_s));
    QTRY_VERIFY(titles().contains(u"  新名"_s));
    press(Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(known(u"新名"_s)->closed);
    QTRY_VERIFY(titles().contains(u"  新名 (closed)"_s));
    QVERIFY(choose(u"新名"_s));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!known(u"新名"_s)->closed);
}

void TestOrganisationsPage::inUse_isNotClosed()
{
    QVERIFY(choose(QString::fromUtf8(HubWorld::Office)));
    press(Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"The organisation is in use"_s);
    QVERIFY(!known(QString::fromUtf8(HubWorld::Office))->closed);
}

void TestOrganisationsPage::code_makesAWindow_thatCanBeRevoked()
{
    QVERIFY(choose(u"站前街道办"_s));
    QTRY_VERIFY(named<QAbstractItemView>(m_page, u"Windows of the organisation"_s)->model()->rowCount() == 1);
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY2(said().contains(u"good for an hour"_s), qPrintable(said()));
    const QString code = said().section(u' ', -1);
    auto& hub = m_hall->hub;
    identity::Devices devices(hub.core->main(), hub.random);
    const auto enrolled = devices.enrol(code, u"township desk"_s, u"1"_s, hub.ids, hub.clock.nowMs());
    QVERIFY(enrolled);
    QCOMPARE(enrolled->device.organisation, known(u"站前街道办"_s)->id);
    QVERIFY(said().contains(code)); // it stays: nobody could ask again
    press(Qt::Key_F5);
    auto* list = named<QAbstractItemView>(m_page, u"Windows of the organisation"_s);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Window 1"_s);
    press(Qt::Key_Delete, Qt::ControlModifier); // the keyboard is on no window: nothing is revoked
    QTest::qWait(200);
    QVERIFY(devices.byId(enrolled->device.id));
    list->setFocus();
    press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_VERIFY(!devices.byId(enrolled->device.id));
    QTRY_VERIFY(said().contains(u"revoked"_s));
}

// The revoked one stands first; one's own is not offered.
void TestOrganisationsPage::window_besidesARevokedOne_isReachedByKeys()
{
    auto& hub = m_hall->hub;
    const QString office = hub.addOrganisation(u"两台机器的厅"_s);
    identity::Devices devices(hub.core->main(), hub.random);
    QList<identity::Device> machines;
    for (int i = 0; i < 2; ++i) {
        const auto code = devices.makeCode(u"210603"_s, u"厅"_s, hub.clock.nowMs(), office).value();
        machines.append(devices.enrol(code, u"desk"_s, u"1"_s, hub.ids, hub.clock.nowMs()).value().device);
        hub.clock.advance(10);
    }
    QVERIFY(devices.revoke(machines.front().id, hub.clock.nowMs()));
    press(Qt::Key_F5);
    QVERIFY(choose(u"两台机器的厅"_s));
    auto* list = named<QAbstractItemView>(m_page, u"Windows of the organisation"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_VERIFY(list->isVisible());
    for (int i = 0; i < 6 && !list->hasFocus(); ++i)
        press(Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    QVERIFY(list->selectionModel()->isRowSelected(0)); // what a key acts on is marked
    press(Qt::Key_Delete, Qt::ControlModifier);
    press(Qt::Key_Down);
    press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_VERIFY(!devices.byId(machines.back().id));
}

void TestOrganisationsPage::changedMeanwhile_isNotOverwritten()
{
    auto& hub = m_hall->hub;
    QVERIFY(!hub.addOrganisation(u"甲机构"_s).isEmpty());
    press(Qt::Key_F5);
    QVERIFY(choose(u"甲机构"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    type(u"乙机构"_s);
    const auto one = *known(u"甲机构"_s);
    auto changed = one;
    changed.phone = u"0415-1"_s; // a colleague was faster
    QVERIFY(hub::submitAsHub(
        hub.core->parts(), hub.core->main(), {{u"organisation"_s, one.id, u"ChangeOrganisation"_s, changed.toJson()}}));
    for (int i = 0; i < 2; ++i) { // also when it is tried again
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!said().isEmpty());
        QTest::qWait(300);
        QCOMPARE(known(u"甲机构"_s).value_or(identity::Organisation()).phone, u"0415-1"_s);
    }
    press(Qt::Key_Escape);
}

void TestOrganisationsPage::begun_waitsWhileOneLooksAround()
{
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"写了一半的"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_Down);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(named<QLineEdit>(m_page, u"Name"_s)->text(), u"写了一半的"_s);
    press(Qt::Key_Escape);
}

void TestOrganisationsPage::search_keepsWhatStandsAbove()
{
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"站前"_s);
    QTRY_COMPARE(titles(), (QStringList{u"辽宁省丹东市振兴区 210603"_s, u"  "_s + QString::fromUtf8(HubWorld::Office),
                               u"    站前街道办"_s}));
    type(u"月球"_s);
    QTRY_COMPARE(titles(), QStringList{u"辽宁省丹东市振兴区 210603"_s});
}

// More than the hub gives at once.
void TestOrganisationsPage::thousands_areAllThere()
{
    auto& hub = m_hall->hub;
    QList<hub::HubCommand> commands;
    for (int i = 0; i < 1100; ++i) {
        commands.append({u"organisation"_s, hub.ids.next(), u"OpenOrganisation"_s,
            {{u"name"_s, u"第%1村"_s.arg(i)}, {u"kind"_s, u"village"_s}, {u"area"_s, u"210603002"_s}}});
    }
    QVERIFY(hub::submitAsHub(hub.core->parts(), hub.core->main(), commands));
    press(Qt::Key_F5);
    QTRY_VERIFY(titles().size() > 1100);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"第1099村"_s);
    press(Qt::Key_Return);
    QCOMPARE(tree()->currentIndex().data().toString(), u"第1099村"_s);
    QVERIFY(tree()->hasFocus());
}

void TestOrganisationsPage::sheet_withMistakes_marksTheCells()
{
    auto* import = m_page->findChild<ImportPane*>();
    import->load(u"机构名称,区划,类别,上级机构,统一社会信用代码\n"
                 u"甲局,999999,财政,,\n"
                 u",210603,财政,,\n"
                 u"乙局,210603,其他,月球局,123\n"_s.toUtf8(),
        u"a.csv"_s);
    auto* model = import->findChild<SheetModel*>();
    QTRY_VERIFY(model->firstProblem().isValid());
    QStringList wrong;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            if (!model->index(row, column).data(SheetModel::ProblemRole).toString().isEmpty())
                wrong.append(u"%1%2"_s.arg(QChar(u'A' + column)).arg(row + 2));
        }
    }
    QCOMPARE(wrong, (QStringList{u"B2"_s, u"A3"_s, u"C4"_s, u"D4"_s, u"E4"_s}));
    QVERIFY(!import->isReady());
}

void TestOrganisationsPage::sheet_sound_opensAll()
{
    auto* import = m_page->findChild<ImportPane*>();
    import->load(u"机构名称,区划,类别,上级机构,联系人\n"
                 u"东晨社区,210603002000,村社区,站前街道办,某某\n"
                 u"振兴区财政局,210603000000,财政,,\n"_s.toUtf8(),
        u"b.csv"_s);
    QTRY_VERIFY(import->isReady());
    QVERIFY(!known(u"东晨社区"_s)); // only checked so far
    import->run();
    QTRY_VERIFY(import->isDone());
    QCOMPARE(known(u"东晨社区"_s)->parent, known(u"站前街道办"_s)->id);
    QCOMPARE(known(u"振兴区财政局"_s)->kind, u"finance"_s);
    QTRY_VERIFY(titles().contains(u"      东晨社区"_s));
}

void TestOrganisationsPage::withoutHub_saysSo_andTakesItBack()
{
    m_hall->cut();
    press(Qt::Key_F5);
    QTRY_VERIFY(!said().isEmpty());
    QVERIFY(tree()->model()->rowCount() > 0); // what was read stays
    QVERIFY(m_hall->mend());
    press(Qt::Key_F5);
    QTRY_VERIFY(said().isEmpty());
}

QTEST_MAIN(TestOrganisationsPage)
#include "test_organisations_page.moc"
