#pragma once

#include "app/counter/CounterWindow.h"
#include "app/counter/shell/FirstStartPage.h"
#include "app/counter/shell/LoginPage.h"
#include "app/counter/shell/Workplace.h"
#include "tests/support/counter/CounterMachine.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/WindowWatch.h"

#include <QLineEdit>

namespace kuaiban::test {

// The whole program at a machine, as main() builds it, and what of it is in front.
class Counter
{
public:
    explicit Counter(CounterMachine& machine)
        : m_machine(machine)
    {}

    // The program starts with what stands in the profile.
    bool start()
    {
        auto& hall = m_machine.hall();
        window = std::make_unique<counter::CounterWindow>(
            counter::CounterWindow::World{hall.hub.clock, hall.hub.random, hall.hub.ids, hall.shelf, hall.manual},
            m_machine.profile, m_machine.profile.language, QString());
        m_watch.setOwn(window.get());
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
    void end() { window.reset(); } // the window is closed

    counter::FirstStartPage* firstStart() const { return only<counter::FirstStartPage>(window.get()); }
    counter::LoginPage* login() const { return only<counter::LoginPage>(window.get()); }
    counter::Workplace* workplace() const { return only<counter::Workplace>(window.get()); }
    counter::ActionRegistry* actions() const { return window->findChild<counter::ActionRegistry*>(); }
    QString page() const { return workplace() ? actions()->context() : QString(); } // the id of the open page

    // Types account and password where the keyboard is.
    void typeLogin(const QString& account, const QString& password = QString::fromLatin1(HubWorld::Password))
    {
        if (auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
            edit && edit->echoMode() == QLineEdit::Password)
            press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type(account);
        press(Qt::Key_Return);
        press(Qt::Key_A, Qt::ControlModifier);
        type(password);
        press(Qt::Key_Return);
    }
    bool signIn(const QString& account, const QString& password = QString::fromLatin1(HubWorld::Password))
    {
        typeLogin(account, password);
        return QTest::qWaitFor([this] { return workplace() != nullptr; }, 10'000);
    }
    bool signOut()
    {
        press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([this] { return login() != nullptr; });
    }
    // Goes on with Tab until that control has the keyboard.
    static bool tabTo(const QString& name)
    {
        for (int i = 0; i < 60; ++i) {
            if (focusName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    std::unique_ptr<counter::CounterWindow> window;

private:
    CounterMachine& m_machine;
    WindowWatch m_watch;
};

} // namespace kuaiban::test
