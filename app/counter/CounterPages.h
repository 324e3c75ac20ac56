#pragma once

#include "app/counter/devices/DevicesPage.h"

#include <QCoreApplication>

#include <functional>

namespace kuaiban::counter {

class CitizenDesk;
class SettingsPage;
class SyncPage;
class Workplace;

// The pages that a user may use, in the order of the rail, and the search box over all of them. They are made one at a
// time: together they would keep the window from drawing for longer than anybody fails to notice.
class PageBuilder
{
    Q_DECLARE_TR_FUNCTIONS(CounterPages)

public:
    // What concerns the window's machine beyond its devices.
    struct Machine
    {
        DevicesPage::Search search;
        DevicesPage::Place place;
    };
    PageBuilder(Workplace& workplace, PageContext& context, const Machine& machine);

    bool next(); // makes one more; false once nothing is left to be made
    // Once all are there: what is chosen on these concerns the window.
    SettingsPage* settings() const { return m_settings; }
    DevicesPage* devices() const { return m_devices; }

private:
    void plan();
    void makeFinder();

    Workplace& m_workplace;
    PageContext& m_context;
    Machine m_machine;
    CitizenDesk* m_citizen = nullptr; // the workplace's, for all pages from which the citizen is asked
    SyncPage* m_sync = nullptr;
    SettingsPage* m_settings = nullptr;
    DevicesPage* m_devices = nullptr;
    QList<std::function<void()>> m_steps;
};

} // namespace kuaiban::counter
