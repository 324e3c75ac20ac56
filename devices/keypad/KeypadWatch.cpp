#include "KeypadWatch.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

KeypadWatch::KeypadWatch(std::unique_ptr<Keypad> keypad, std::stop_token stop)
    : m_keypad(std::move(keypad))
    , m_stop(std::move(stop))
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true); // a slow keypad must not pile up looks
    connect(m_timer, &QTimer::timeout, this, &KeypadWatch::look);
}

KeypadWatch::~KeypadWatch() = default;

void KeypadWatch::look()
{
    if (const auto done = m_open ? check(m_stop) : ensureOpen(m_stop); !done)
        noteFailure(done.error());
    if (!m_stop.stop_requested())
        m_timer->start(m_keypad->pollInterval());
}

void KeypadWatch::ask(int ticket, Limit limit, const std::stop_token& stop)
{
    const auto answer = answerTo(ticket, limit, stop);
    if (!answer) {
        noteFailure(answer.error());
        Q_EMIT failed(ticket, answer.error());
    } else if (answer->grade) {
        Q_EMIT pressed(ticket, *answer->grade);
    } else {
        Q_EMIT timedOut(ticket);
    }
}

Result<KeypadAnswer> KeypadWatch::answerTo(int ticket, Limit limit, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(deviceCancelled());
    KB_CHECK(ensureOpen(stop));
    return m_keypad->ask(ticket, limit, stop);
}

Done KeypadWatch::ensureOpen(const std::stop_token& stop)
{
    if (m_open)
        return {};
    KB_CHECK(m_keypad->open(stop));
    m_open = true;
    return check(stop);
}

Done KeypadWatch::check(const std::stop_token& stop)
{
    const auto state = m_keypad->state(stop);
    if (state.health == DeviceHealth::Fault)
        return fail(*state.reason);
    setState(state);
    return {};
}

void KeypadWatch::noteFailure(const Error& error)
{
    if (error.is("device.cancelled"_L1))
        return;
    m_keypad->close();
    m_open = false;
    setState(DeviceState::fault(error));
}

void KeypadWatch::setState(const DeviceState& state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices
