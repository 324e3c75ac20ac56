#include "PageDesk.h"

#include "devices/printer/PrinterDrivers.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using devices::PageStation;

PageDesk::PageDesk(const QString& printer, const QHash<QString, PaperRule>& rules, QObject* parent)
    : QObject(parent)
    , m_printer(printer)
    , m_rules(rules)
{
    add(printer);
    for (const auto& rule : rules)
        add(rule.printer);
}

PageDesk::~PageDesk() = default;

void PageDesk::add(const QString& printer)
{
    if (m_stations.contains(printer) || (printer.isEmpty() && !m_stations.empty()))
        return;
    auto made = std::make_unique<PageStation>(devices::printerDrivers().make(printer));
    auto* station = made.get();
    m_stations.emplace(printer, std::move(made));
    connect(station, &PageStation::stateChanged, this, &PageDesk::stateChanged);
    connect(station, &PageStation::printed, this, [this, station](int ticket) {
        if (const int own = ticketOf(station, ticket); m_sent.remove(own))
            Q_EMIT printed(own);
    });
    connect(station, &PageStation::failed, this, [this, station](int ticket, const Error& error) {
        if (const int own = ticketOf(station, ticket); m_sent.remove(own))
            Q_EMIT failed(own, error);
    });
    connect(station, &PageStation::waits, this, [this, station](int ticket, const Error& why) {
        if (const int own = ticketOf(station, ticket))
            Q_EMIT waits(own, why);
    });
}

devices::DeviceState PageDesk::state() const
{
    auto worst = m_stations.at(m_printer)->state();
    for (const auto& [printer, station] : m_stations) {
        if (station->state().health > worst.health)
            worst = station->state();
    }
    return worst;
}

PageStation& PageDesk::stationOf(const PaperRule& rule) const
{
    return *m_stations.at(rule.printer.isEmpty() ? m_printer : rule.printer);
}

int PageDesk::ticketOf(const PageStation* station, int ticket) const
{
    for (auto it = m_sent.begin(); it != m_sent.end(); ++it) {
        if (it->station == station && it->ticket == ticket)
            return it.key();
    }
    return 0;
}

int PageDesk::print(const PressedPage& page, const QString& title)
{
    const auto rule = m_rules.value(page.category);
    const auto sides = page.oneSided ? devices::PaperSides::One : rule.sides;
    auto& station = stationOf(rule);
    m_sent.insert(++m_lastTicket, {&station, station.print({page.pdf, title, rule.copies, rule.tray, sides})});
    return m_lastTicket;
}

void PageDesk::takeBack(int ticket)
{
    if (const auto it = m_sent.constFind(ticket); it != m_sent.constEnd())
        it->station->takeBack(it->ticket);
}

void PageDesk::refreshState()
{
    for (const auto& [printer, station] : m_stations)
        station->refreshState();
}

void PageDesk::refreshPresent()
{
    for (const auto& [printer, station] : m_stations) {
        if (!isAway(station->state()))
            station->refreshState();
    }
}

devices::PageAbilities pageAbilities(const QString& printer, const std::stop_token& stop)
{
    const auto made = devices::printerDrivers().make(printer);
    return made && *made ? (*made)->abilities(stop).value_or(devices::PageAbilities()) : devices::PageAbilities();
}

} // namespace kuaiban::counter
