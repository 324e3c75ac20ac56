#include "app/counter/kit/BottomStrip.h"
#include "app/counter/kit/CheatSheet.h"
#include "app/counter/kit/StatusLight.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/kit/Watermark.h"
#include "Counter.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The window of somebody signed in: keys reach the page that is open and no other, and leaving it loses nothing.
class TestWorkplace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void key_onAPage_leadsThere_data();
    void key_onAPage_leadsThere();
    void keys_ofIntake_doNothingElsewhere();
    void keys_ofAllPages_areGivenOutOnce();
    void navigation_byKeyboard_opensEveryPage();
    void search_onCtrlK_goesToTheCases_andEscLeavesIt();
    void cheatSheet_onCtrlSlash_listsWhatWorksHere();
    void cheatSheet_open_keepsOtherKeysAway();
    void language_chosenByKeyboard_changesEverythingAtOnce();
    void language_changedWhileTyping_keepsTheDraft();
    void look_chosenByKeyboard_changesEverythingAtOnce();
    void nextUser_seesNothingOfTheOneBefore();
    void window_closedWhileTyping_keepsTheDraft();
    void signOut_whileTyping_keepsTheDraft();
    void lights_ofTheDevices_sayHowTheyAre();
    void session_endedByTheHub_leavesNothingOverTheLoginPage();
    void network_cutAndMended_isShown();

private:
    bool signIn(const QString& login, const QString& language = u"en"_s);
    bool begin(const Card& card, const QString& matter); // a case in front, half typed
    QStringList navigation() const;
    QString matter() const;

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

void TestWorkplace::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestWorkplace::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_counter = std::make_unique<Counter>(*m_machine);
}

void TestWorkplace::cleanup()
{
    m_counter.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestWorkplace::signIn(const QString& login, const QString& language)
{
    m_machine->profile.language = language;
    return m_counter->start() && m_counter->signIn(login);
}

bool TestWorkplace::begin(const Card& card, const QString& text)
{
    press(Qt::Key_N, Qt::ControlModifier);
    // On a new machine the matters come with the first sync.
    const bool ready = QTest::qWaitFor([this] { return focusName() == "Matter"_L1; });
    press(Qt::Key_F2);
    const bool read = QTest::qWaitFor([&] { return shows(m_counter->window.get(), card.name); });
    type(text);
    return ready && read;
}

QStringList TestWorkplace::navigation() const
{
    const auto* rail = m_counter->window->findChild<counter::NavigationRail*>();
    QStringList words;
    for (int row = 0; rail && row < rail->model()->rowCount(); ++row)
        words.append(rail->model()->index(row, 0).data().toString());
    return words;
}

QString TestWorkplace::matter() const
{
    auto* line = named<QLineEdit>(m_counter->window.get(), u"Matter"_s);
    return line ? line->text() : QString();
}

void TestWorkplace::key_onAPage_leadsThere_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QKeyCombination>("key");
    QTest::addColumn<QString>("page");
    QTest::newRow("new case from the workbench")
        << u"chen"_s << u"workbench"_s << QKeyCombination(Qt::CTRL | Qt::Key_N) << u"intake"_s;
    QTest::newRow("the queue from the workbench")
        << u"liu"_s << u"workbench"_s << QKeyCombination(Qt::CTRL | Qt::Key_D) << u"todo"_s;
    for (const auto& from : {u"workbench"_s, u"intake"_s, u"mine"_s, u"todo"_s, u"cases"_s}) {
        QTest::newRow(qPrintable(u"settings from "_s + from))
            << u"wu"_s << from << QKeyCombination(Qt::CTRL | Qt::Key_Comma) << u"settings"_s;
    }
}

void TestWorkplace::key_onAPage_leadsThere()
{
    QFETCH(QString, login);
    QFETCH(QString, from);
    QFETCH(QKeyCombination, key);
    QFETCH(QString, page);
    QVERIFY(signIn(login));
    m_counter->workplace()->openPage(from);
    QCOMPARE(m_counter->page(), from);
    press(key.key(), key.keyboardModifiers());
    QCOMPARE(m_counter->page(), page);
}

void TestWorkplace::keys_ofIntake_doNothingElsewhere()
{
    QVERIFY(signIn(u"wu"_s));
    QVERIFY(begin(wang(), u"half typed"_s));
    for (const auto& page : {u"workbench"_s, u"mine"_s, u"todo"_s, u"cases"_s, u"settings"_s}) {
        m_counter->workplace()->openPage(page);
        for (const auto key : {Qt::Key_F2, Qt::Key_F4, Qt::Key_F7, Qt::Key_F8, Qt::Key_F9})
            press(key);
        press(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_counter->page(), page);
    }
    QTest::qWait(600); // a card that was read there would have come by now
    m_counter->workplace()->openPage(u"intake"_s);
    QCOMPARE(matter(), u"half typed"_s);
    QVERIFY(m_machine->printed().isEmpty());
    press(Qt::Key_F2); // the next card is the second one: none was used up
    QTRY_VERIFY(shows(m_counter->window.get(), zhang().name));
}

void TestWorkplace::keys_ofAllPages_areGivenOutOnce()
{
    QVERIFY(signIn(u"wu"_s));
    const auto everywhere = m_counter->actions()->entries({});
    QVERIFY(!everywhere.isEmpty());
    for (const auto& page : {u"workbench"_s, u"intake"_s, u"mine"_s, u"todo"_s, u"cases"_s, u"settings"_s}) {
        QSet<QString> keys;
        for (const auto& entry : everywhere + m_counter->actions()->entries(page)) {
            QVERIFY2(!entry.text.isEmpty(), qPrintable(entry.id));
            if (entry.keyText.isEmpty())
                continue;
            QVERIFY2(!keys.contains(entry.keyText), qPrintable(page + u": "_s + entry.keyText));
            keys.insert(entry.keyText);
        }
    }
}

void TestWorkplace::navigation_byKeyboard_opensEveryPage()
{
    QVERIFY(signIn(u"wu"_s));
    const auto* mark = m_counter->window->findChild<counter::Watermark*>();
    QVERIFY(mark);
    auto* rail = m_counter->window->findChild<counter::NavigationRail*>();
    QVERIFY(rail);
    for (int row = 0; row < rail->model()->rowCount(); ++row) {
        QVERIFY(Counter::tabTo(u"Pages"_s));
        press(Qt::Key_Home);
        for (int down = 0; down < row; ++down)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        QVERIFY(mark->isVisible() && mark->size() == mark->parentWidget()->size());
        QCOMPARE(mark->parentWidget()->children().constLast(), mark); // over every page
        QCOMPARE(m_counter->page(), rail->model()->index(row, 0).data(counter::NavigationRows::IdRole).toString());
    }
}

void TestWorkplace::search_onCtrlK_goesToTheCases_andEscLeavesIt()
{
    QVERIFY(signIn(u"wu"_s));
    QVERIFY(begin(wang(), u"half typed"_s));
    press(Qt::Key_K, Qt::ControlModifier);
    auto* search = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(search);
    type(u"abc"_s);
    QCOMPARE(search->text(), u"abc"_s);
    press(Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    press(Qt::Key_Escape);
    QVERIFY(QApplication::focusWidget() != search);
    QCOMPARE(m_counter->page(), u"intake"_s);
    QCOMPARE(matter(), u"half typed"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"nobody"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_counter->page(), u"cases"_s);
}

void TestWorkplace::cheatSheet_onCtrlSlash_listsWhatWorksHere()
{
    QVERIFY(signIn(u"wu"_s));
    for (const auto& page : {u"intake"_s, u"todo"_s}) {
        m_counter->workplace()->openPage(page);
        press(Qt::Key_Slash, Qt::ControlModifier);
        auto* sheet = only<counter::CheatSheet>(m_counter->window.get());
        QVERIFY(sheet);
        QStringList texts;
        for (const auto* label : sheet->findChildren<counter::TextLabel*>())
            texts.append(label->text());
        for (const auto& entry : m_counter->actions()->entries(page) + m_counter->actions()->entries({})) {
            const QString series = entry.text.chopped(1).trimmed(); // "answer 1" stands there as one of its kind
            if (!entry.keyText.isEmpty())
                QVERIFY2(texts.contains(entry.text) || texts.contains(series), qPrintable(entry.id));
        }
        press(Qt::Key_Escape);
        QVERIFY(!only<counter::CheatSheet>(m_counter->window.get()));
        QCOMPARE(m_counter->page(), page);
    }
}

void TestWorkplace::cheatSheet_open_keepsOtherKeysAway()
{
    QVERIFY(signIn(u"wu"_s));
    QVERIFY(begin(wang(), u"half typed"_s));
    auto* before = QApplication::focusWidget();
    press(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(only<counter::CheatSheet>(m_counter->window.get()));
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Comma, Qt::ControlModifier);
    press(Qt::Key_F9);
    type(u"x"_s);
    QCOMPARE(m_counter->page(), u"intake"_s);
    press(Qt::Key_Slash, Qt::ControlModifier); // the same key closes it
    QVERIFY(!only<counter::CheatSheet>(m_counter->window.get()));
    QCOMPARE(QApplication::focusWidget(), before);
    QCOMPARE(matter(), u"half typed"_s);
    press(Qt::Key_N, Qt::ControlModifier); // and they are back
    QTRY_VERIFY(matter().isEmpty());
}

void TestWorkplace::language_chosenByKeyboard_changesEverythingAtOnce()
{
    QVERIFY(signIn(u"chen"_s, u"zh_CN"_s));
    QVERIFY2(navigation().contains(u"工作台"_s), qPrintable(navigation().join(u' ')));
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(Counter::tabTo(u"简体中文"_s));
    press(Qt::Key_Down);
    QTRY_VERIFY(navigation().contains(u"Workbench"_s));
    QTRY_COMPARE(m_counter->page(), u"settings"_s);
    const auto profile = counter::Profile::read(m_machine->profile.file);
    QVERIFY(profile);
    QCOMPARE(profile->language, u"en"_s);
    m_counter->workplace()->openPage(u"workbench"_s);
    press(Qt::Key_N, Qt::ControlModifier); // keys work as before
    QCOMPARE(m_counter->page(), u"intake"_s);
    QTRY_VERIFY(named<QLineEdit>(m_counter->window.get(), u"Matter"_s));
    QVERIFY(m_counter->signOut());
    QVERIFY(named<QLineEdit>(m_counter->login(), u"Account"_s));
}

void TestWorkplace::language_changedWhileTyping_keepsTheDraft()
{
    QVERIFY(signIn(u"chen"_s));
    QVERIFY(begin(wang(), u"half typed"_s));
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(Counter::tabTo(u"English"_s));
    press(Qt::Key_Up);
    QTRY_VERIFY(navigation().contains(u"工作台"_s));
    m_counter->workplace()->openPage(u"intake"_s);
    QTRY_VERIFY(named<QLineEdit>(m_counter->window.get(), u"事项名称"_s));
    QCOMPARE(named<QLineEdit>(m_counter->window.get(), u"事项名称"_s)->text(), u"half typed"_s);
}

void TestWorkplace::look_chosenByKeyboard_changesEverythingAtOnce()
{
    QVERIFY(signIn(u"chen"_s));
    const auto rail = [this] { return m_counter->window->findChild<counter::NavigationRail*>(); };
    const int before = rail()->fontMetrics().height();
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(Counter::tabTo(u"Normal"_s));
    press(Qt::Key_Down);
    QTRY_VERIFY(rail() && rail()->fontMetrics().height() > before);
    QVERIFY(Counter::tabTo(u"Light"_s));
    press(Qt::Key_Down);
    QTRY_COMPARE(counter::Profile::read(m_machine->profile.file)->highContrast, true);
    QCOMPARE(counter::Profile::read(m_machine->profile.file)->largeType, true);
    QCOMPARE(m_counter->page(), u"settings"_s);
    m_counter->end(); // and so it starts the next time
    m_machine->profile = *counter::Profile::read(m_machine->profile.file);
    QVERIFY(m_counter->start());
    QVERIFY(m_counter->signIn(u"chen"_s));
    QVERIFY(rail()->fontMetrics().height() > before);
}

void TestWorkplace::nextUser_seesNothingOfTheOneBefore()
{
    QVERIFY(signIn(u"chen"_s));
    QVERIFY(begin(wang(), u"half typed"_s));
    QVERIFY(m_counter->signOut());
    QVERIFY(m_counter->signIn(u"zhou"_s));
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(named<QLineEdit>(m_counter->window.get(), u"Matter"_s));
    QTest::qWait(200);
    QCOMPARE(matter(), QString());
    for (const auto* label : m_counter->window->findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(wang().name), qPrintable(label->text()));
    for (const auto* edit : m_counter->window->findChildren<QLineEdit*>())
        QVERIFY2(!edit->text().contains(wang().address) && !edit->text().contains(u"half"_s), qPrintable(edit->text()));
    QVERIFY(m_counter->signOut());
    QVERIFY(m_counter->signIn(u"chen"_s));
    m_counter->workplace()->openPage(u"intake"_s);
    QTRY_COMPARE(matter(), u"half typed"_s);
}

void TestWorkplace::window_closedWhileTyping_keepsTheDraft()
{
    QVERIFY(signIn(u"chen"_s));
    QVERIFY(begin(wang(), u"closed at once"_s));
    m_counter->end();
    QVERIFY(signIn(u"chen"_s));
    m_counter->workplace()->openPage(u"intake"_s);
    QTRY_COMPARE(matter(), u"closed at once"_s);
}

void TestWorkplace::signOut_whileTyping_keepsTheDraft()
{
    QVERIFY(signIn(u"chen"_s));
    QVERIFY(begin(wang(), u"signed out at once"_s));
    QVERIFY(m_counter->signOut());
    QVERIFY(m_counter->signIn(u"chen"_s));
    m_counter->workplace()->openPage(u"intake"_s);
    QTRY_COMPARE(matter(), u"signed out at once"_s);
}

void TestWorkplace::lights_ofTheDevices_sayHowTheyAre()
{
    m_machine->profile.devices.insert(u"scanner"_s, u"sim:nonsense"_s);
    m_machine->profile.devices.remove(u"printer"_s);
    QVERIFY(signIn(u"chen"_s));
    QHash<QString, counter::LightState> lights;
    const auto gather = [&] {
        lights.clear();
        for (const auto* light : m_counter->window->findChildren<counter::StatusLight*>())
            lights.insert(light->state().name, light->state());
        return lights.value(u"ID card"_s).condition == counter::Condition::Ready;
    };
    QTRY_VERIFY(gather());
    QCOMPARE(lights.value(u"Scanner"_s).condition, counter::Condition::Fault);
    QVERIFY(!lights.value(u"Scanner"_s).problem.isEmpty());
    QVERIFY(!lights.value(u"Scanner"_s).remedy.isEmpty());
    QVERIFY(!lights.value(u"Scanner"_s).code.isEmpty());
    QCOMPARE(lights.value(u"Printer"_s).condition, counter::Condition::Absent);
    for (const auto& light : std::as_const(lights))
        QVERIFY2(light.id == "network"_L1 || !light.word.isEmpty(), qPrintable(light.id)); // never colour alone
}

void TestWorkplace::session_endedByTheHub_leavesNothingOverTheLoginPage()
{
    QVERIFY(signIn(u"chen"_s));
    // As pages do with a scan or a receipt: over the whole window.
    const QPointer<counter::Overlay> picture = new counter::Overlay(counter::Look({}, {}), m_counter->window.get());
    picture->open();
    QVERIFY(m_hall->endSessions(u"chen"_s));
    m_hall->cut(); // the next contact comes at once
    QVERIFY(m_hall->mend());
    QTRY_VERIFY_WITH_TIMEOUT(m_counter->login(), 40'000);
    QVERIFY(!picture);
    QCOMPARE(messageOn(m_counter->login()).code, u"identity.session"_s);
    QVERIFY(m_counter->signIn(u"zhou"_s));
}

void TestWorkplace::network_cutAndMended_isShown()
{
    QVERIFY(signIn(u"chen"_s));
    const auto network = [this] {
        for (const auto* light : m_counter->window->findChildren<counter::StatusLight*>()) {
            if (light->state().id == "network"_L1)
                return light->state();
        }
        return counter::LightState{};
    };
    QTRY_COMPARE(network().name, u"Online"_s);
    m_hall->cut();
    QTRY_COMPARE_WITH_TIMEOUT(network().name, u"Offline"_s, 10'000);
    QCOMPARE(network().condition, counter::Condition::Attention);
    QVERIFY(!network().problem.isEmpty());
    QVERIFY(m_hall->mend());
    QTRY_COMPARE_WITH_TIMEOUT(network().name, u"Online"_s, 30'000);
}

QTEST_MAIN(TestWorkplace)
#include "test_workplace.moc"
