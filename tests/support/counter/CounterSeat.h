#pragma once

#include "app/counter/shell/Workplace.h"
#include "CounterMachine.h"
#include "WindowWatch.h"

#include <QStackedWidget>

namespace kuaiban::test {

// One user at a machine, signed in, with the window as the program builds it. Pages are added by the test, so that it
// links only those it tries; everything under them is the real thing.
//   CounterSeat seat(machine);
//   QVERIFY(seat.signIn(u"chen"_s));
//   auto* page = seat.add<counter::IntakePage>(Glyph::FilePlus);
//   QVERIFY(seat.show());
class CounterSeat
{
public:
    explicit CounterSeat(CounterMachine& machine);
    ~CounterSeat(); // gets up: pages first, then the session, as on signing out
    Q_DISABLE_COPY_MOVE(CounterSeat)

    // Waits until everything the hub has for this user is here; false after some seconds.
    bool signIn(const QString& login);

    template<class PageType, class... Rest>
    PageType* add(Rest&&... rest)
    {
        auto* page = new PageType(*m_context, std::forward<Rest>(rest)...);
        m_workplace->addPage(page, counter::Glyph::File, page->id());
        return page;
    }
    // The window is on the screen at 1366×768 and has the keyboard; the first page is open.
    bool show();
    void open(const QString& page, const QString& subject = {}) { m_workplace->openPage(page, subject); }

    CounterMachine& machine() { return m_machine; }
    counter::Session& session() { return *m_session; }
    counter::PageContext& context() { return *m_context; }
    counter::Workplace& workplace() { return *m_workplace; }
    QWidget& window() { return *m_window; }

    // What stands in this user's store, asked through the session.
    QList<sync::Draft> drafts();
    QList<sync::OutboxItem> outbox();
    QList<sync::LocalCase> cases();
    // A free intake of this person, through the desk as the intake page does; the stream, or empty.
    QString take(const QJsonObject& applicant);
    // Nothing is left to send and the feed is read to its end.
    bool reachesLevel();

private:
    CounterMachine& m_machine;
    WindowWatch m_watch;
    std::unique_ptr<QStackedWidget> m_window;
    counter::ActionRegistry* m_actions;
    std::unique_ptr<counter::DeviceSet> m_devices;
    std::unique_ptr<counter::Session> m_session;
    std::unique_ptr<counter::PageContext> m_context;
    counter::Workplace* m_workplace = nullptr;
};

} // namespace kuaiban::test
