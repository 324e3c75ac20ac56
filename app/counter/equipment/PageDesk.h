#pragma once

#include "app/counter/session/Profile.h"
#include "devices/printer/PageStation.h"
#include "DocumentPress.h"

#include <map>

namespace kuaiban::counter {

// Where the pages of this window go: each category of papers to the printer and tray that the profile keeps for it, on
// as many sides and in as many copies. One light for all its printers. GUI thread.
class PageDesk final : public QObject
{
    Q_OBJECT

public:
    // `printer`: of all papers without a rule that names another.
    PageDesk(const QString& printer, const QHash<QString, PaperRule>& rules, QObject* parent = nullptr);
    ~PageDesk() override;

    devices::DeviceState state() const; // of the printer that needs somebody most
    const QHash<QString, PaperRule>& rules() const { return m_rules; }
    int copiesOf(const QString& category) const { return m_rules.value(category).copies; }
    // Returns at once; `printed` or `failed` ends the ticket. `title` is seen in the printer's queue: never a person's
    // name.
    int print(const PressedPage& page, const QString& title);
    void takeBack(int ticket); // see devices::PageStation
    void refreshState();       // of all printers
    void refreshPresent();     // of those that are there

Q_SIGNALS:
    void stateChanged();
    void printed(int ticket);
    void waits(int ticket, const kuaiban::Error& why); // handed over, and somebody is needed; it may be told again
    void failed(int ticket, const kuaiban::Error& error);

private:
    struct Sent
    {
        devices::PageStation* station;
        int ticket; // of the station
    };

    void add(const QString& printer);
    devices::PageStation& stationOf(const PaperRule& rule) const;
    int ticketOf(const devices::PageStation* station, int ticket) const; // 0: not one of ours

    QString m_printer;
    QHash<QString, PaperRule> m_rules;
    std::map<QString, std::unique_ptr<devices::PageStation>> m_stations; // by address
    QHash<int, Sent> m_sent;                                             // by ticket
    int m_lastTicket = 0;
};

// What the printer with that address can be asked for; nothing if it cannot be told. Blocks, so never in the main
// thread.
devices::PageAbilities pageAbilities(const QString& printer, const std::stop_token& stop);

} // namespace kuaiban::counter
