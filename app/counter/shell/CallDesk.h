#pragma once

#include "Page.h"

namespace kuaiban::counter {

class CallBar;
class Callout;

// Calls citizens to this window: gives the queue system its keys and buttons, shows how the queue stands, and tells
// under the bar what did not work. One order at a time: while it is under way the keys do nothing, for they would
// concern a citizen whom the clerk has not seen yet.
class CallDesk final : public QObject
{
    Q_OBJECT

public:
    // The system must know `next`; the other keys are there if it knows them.
    CallDesk(PageContext& context, QWidget* workplace);

    CallBar* bar() const { return m_bar; } // for the top strip

private:
    void offer(devices::CallOperation operation, const QString& text, Qt::Key key, const QString& hint = {});
    void offerPause();
    QAction* addAction(const QString& name, const QString& text, Qt::Key key, const QString& hint = {});
    void ask(devices::CallOperation operation);
    bool isEnd(int ticket); // of the order that is under way
    void take(const devices::CallState& call);
    void follow(const devices::DeviceState& state);
    void show();

    PageContext& m_context;
    devices::CallStation& m_station;
    CallBar* m_bar;
    Callout* m_callout;
    QAction* m_pause = nullptr;
    std::optional<int> m_order;
    std::optional<devices::CallState> m_seen;
    std::optional<qint64> m_awaySince; // UTC milliseconds; nothing also if it was away before the user came
};

} // namespace kuaiban::counter
