#pragma once

#include "app/counter/shell/Page.h"

#include <QCoreApplication>

#include <functional>

namespace kuaiban::counter {

class SettingsPage;
class Workplace;

// The pages that a user may use, in the order of the rail, and the search box over all of them. They are made one at a
// time: together they would keep the window from drawing for longer than anybody fails to notice.
class PageBuilder
{
    Q_DECLARE_TR_FUNCTIONS(CounterPages)

public:
    PageBuilder(Workplace& workplace, PageContext& context);

    bool next();                                          // makes one more; false once nothing is left to be made
    SettingsPage* settings() const { return m_settings; } // once all are there: what is chosen concerns the window

private:
    void plan();
    void makeFinder();

    Workplace& m_workplace;
    PageContext& m_context;
    SettingsPage* m_settings = nullptr;
    QList<std::function<void()>> m_steps;
};

} // namespace kuaiban::counter
