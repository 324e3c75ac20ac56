#pragma once

#include "CallWatch.h"
#include "devices/base/DeviceWorker.h"

namespace kuaiban::devices {

// The queue system as the counter sees it: ask() returns at once with a ticket (of the order, not the citizen's), and
// `answered` or `failed` tells with the same ticket what became of it, in the thread of the station. `called` tells
// whenever the queue stands differently, whoever moved it. Made with an error or without a system it still answers,
// with that error or "not configured".
class CallStation final : public QObject
{
    Q_OBJECT

public:
    explicit CallStation(
        Result<std::unique_ptr<CallTerminal>> terminal, CallTiming timing = {}, QObject* parent = nullptr);
    ~CallStation() override;

    DeviceState state() const { return m_state; }
    // How the queue stood last; nothing before the system answered for the first time.
    std::optional<CallState> call() const { return m_call; }
    bool knows(CallOperation operation) const { return m_known.contains(operation); }

    // Orders are carried out one after another. What is asked for already is not asked for again: a key pressed twice
    // calls one citizen, and both presses have the same ticket. `clerk` is the staff number that the system shows.
    int ask(CallOperation operation, const QString& clerk = {});

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void called(const kuaiban::devices::CallState& call);
    void answered(int ticket, const kuaiban::devices::CallState& call);
    void failed(int ticket, const kuaiban::Error& error);

private:
    DeviceState m_state;
    std::optional<CallState> m_call;
    QList<CallOperation> m_known;
    QMap<CallOperation, int> m_asked; // tickets that wait for their answer
    int m_lastTicket = 0;
    CallWatch* m_watch = nullptr; // in the device thread, owned by it
    DeviceWorker m_worker;        // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices
