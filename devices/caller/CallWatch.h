#pragma once

#include "CallTerminal.h"
#include "devices/base/DeviceState.h"

#include <QQueue>
#include <QTimer>

#include <memory>

namespace kuaiban::devices {

struct CallTiming
{
    int pollMs = 4000;  // how often an idle window asks how many wait
    int retryMs = 2000; // the same while the system is at fault
};

// Lives in the device thread: carries out one order after another and asks for the state in between. An operation that
// was sent and got no clear answer is in doubt until the state or the answer to another one tells what became of it; in
// doubt nothing is sent before the state was asked, so that no citizen is called away unseen.
class CallWatch : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        int ticket = 0; // of the order, not the citizen's; 0: nobody waits for the answer
        CallOperation operation = CallOperation::State;
        QString clerk;
        std::optional<Error> unanswered; // it was sent, and this is all that came back
    };

    CallWatch(std::unique_ptr<CallTerminal> terminal, CallTiming timing);
    ~CallWatch() override;

    void carryOut(const Order& order);

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void called(const kuaiban::devices::CallState& call);
    void answered(int ticket, const kuaiban::devices::CallState& call);
    void failed(int ticket, const kuaiban::Error& error);

private:
    struct Doubt
    {
        CallOperation operation;
        CallState before;
    };

    void beginNext();
    void send();
    void look();
    void hear(const CallState& call);
    void learn(const CallState& call);
    void end(const Result<CallState>& result);
    void setState(const DeviceState& state);

    CallTiming m_timing;
    QTimer* m_timer;
    DeviceState m_state;
    QQueue<Order> m_orders;
    std::optional<Order> m_order; // being carried out
    std::optional<CallState> m_call;
    std::optional<Doubt> m_doubt;
    std::unique_ptr<CallTerminal> m_terminal; // the last member, so that it goes before those it reports to
};

} // namespace kuaiban::devices
