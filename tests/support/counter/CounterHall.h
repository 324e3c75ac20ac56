#pragma once

#include "app/counter/equipment/DocumentPress.h"
#include "modules/base/FailureManual.h"
#include "modules/casework/ItemShelf.h"
#include "tests/app/hub/api/HubWorld.h"

#include <QTcpServer>
#include <QUrl>

namespace kuaiban::test {

// A free port below those that the system hands out to clients: a counter that tries again and again while the cable is
// out could be given the hub's own port, and would be connected to itself. 0: none was found.
quint16 portThatStays();

// A hall for tests of screens: a whole hub in this process, accounts, and what all its counters share. One for a test
// file is enough; tests take machines of their own.
//   chen  window clerk        zhou  window clerk at the next window
//   sun   dispatcher          liu   reviewer
//   wu    clerk, dispatcher and reviewer in one: the small township office
class CounterHall
{
public:
    CounterHall();

    HubWorld hub;
    casework::ItemShelf shelf;
    FailureManual manual;
    counter::DocumentPress press;

    // Before open(): a second item, the sample matter, which asks for papers.
    void addMatter();
    // Before open(): the hub speaks TLS with a certificate of its own making.
    void speakTls();
    Done open();
    QUrl address() const;

    // The cable: while it is out nobody answers at the hub's address.
    void cut();
    void hold(); // somebody answers the call and says nothing: a hub under load, a firewall
    Done mend();

    // Ways a test need not walk on screens; the stream, or empty. `who` is a login of the hall.
    QString openedCase(const QString& who);
    QString dispatchedCase(const QString& who, const QString& dispatcher = QStringLiteral("sun"));
    casework::Case state(const QString& stream); // as the hub has it
    QStringList streams();                       // of cases, in the order they arrived
    Desk desk(const QString& login);             // one for each login, made at first need
    int sessions(const QString& login);          // that the hub knows
    Done endSessions(const QString& login);      // as if all of them had run out

private:
    QHash<QString, Desk> m_desks;
    quint16 m_port = 0;
    std::unique_ptr<QTcpServer> m_silence;
};

} // namespace kuaiban::test
