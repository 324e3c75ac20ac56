#pragma once

#include "devices/base/DeviceWorker.h"
#include "KeypadWatch.h"

#include <QHash>

namespace kuaiban::devices {

// The keypad as the counter sees it: ask() returns at once with a ticket; exactly one of pressed, timedOut and failed
// answers it, in the thread of the station. Questions are asked one after another. Made with an error or without a
// keypad the station still answers, with that error or "not configured".
class KeypadStation : public QObject
{
    Q_OBJECT

public:
    explicit KeypadStation(Result<std::unique_ptr<Keypad>> keypad, QObject* parent = nullptr);
    ~KeypadStation() override;

    DeviceState state() const { return m_state; }
    // Waits for the citizen as long as `limit` says, otherwise as long as the keypad's profile does.
    int ask(std::optional<std::chrono::milliseconds> limit = {});

public Q_SLOTS:
    // The case moves on: `failed` follows with `device.cancelled`, unless an answer was on its way already.
    void cancel(int ticket);

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void pressed(int ticket, int grade); // 5 very satisfied … 1 very dissatisfied
    void timedOut(int ticket);
    void failed(int ticket, const kuaiban::Error& error);

private:
    void follow();

    DeviceState m_state;
    int m_lastTicket = 0;
    QHash<int, std::stop_source> m_asked; // tickets without an answer
    KeypadWatch* m_watch = nullptr;       // in the device thread, owned by it
    DeviceWorker m_worker;                // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices
