#pragma once

#include "Keypad.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace kuaiban::devices {

// Lives in the device thread: asks, looks in between whether the keypad is still there, and reopens a line that broke.
class KeypadWatch : public QObject
{
    Q_OBJECT

public:
    using Limit = std::optional<std::chrono::milliseconds>;

    KeypadWatch(std::unique_ptr<Keypad> keypad, std::stop_token stop);
    ~KeypadWatch() override;

    void look(); // now, and from now on by itself
    void ask(int ticket, Limit limit, const std::stop_token& stop);

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void pressed(int ticket, int grade);
    void timedOut(int ticket);
    void failed(int ticket, const kuaiban::Error& error);

private:
    Result<KeypadAnswer> answerTo(int ticket, Limit limit, const std::stop_token& stop);
    Done ensureOpen(const std::stop_token& stop);
    Done check(const std::stop_token& stop);
    void noteFailure(const Error& error);
    void setState(const DeviceState& state);

    std::unique_ptr<Keypad> m_keypad;
    std::stop_token m_stop;
    QTimer* m_timer;
    DeviceState m_state;
    bool m_open = false;
};

} // namespace kuaiban::devices
