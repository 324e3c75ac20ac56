#include "KeypadStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

KeypadStation::KeypadStation(Result<std::unique_ptr<Keypad>> keypad, QObject* parent)
    : QObject(parent)
    , m_worker(u"keypad"_s)
{
    if (!keypad)
        m_state = DeviceState::fault(keypad.error());
    else if (!*keypad)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!keypad || !*keypad)
        return;
    m_watch = m_worker.adopt(std::make_unique<KeypadWatch>(*std::move(keypad), m_worker.stopToken()));
    follow();
    m_worker.post(m_watch, [watch = m_watch] { watch->look(); });
}

KeypadStation::~KeypadStation()
{
    for (auto& question : m_asked)
        question.request_stop();
}

void KeypadStation::follow()
{
    connect(m_watch, &KeypadWatch::pressed, this, [this](int ticket, int grade) {
        m_asked.remove(ticket);
        Q_EMIT pressed(ticket, grade);
    });
    connect(m_watch, &KeypadWatch::timedOut, this, [this](int ticket) {
        m_asked.remove(ticket);
        Q_EMIT timedOut(ticket);
    });
    connect(m_watch, &KeypadWatch::failed, this, [this](int ticket, const Error& error) {
        m_asked.remove(ticket);
        Q_EMIT failed(ticket, error);
    });
    connect(m_watch, &KeypadWatch::stateChanged, this, [this](const DeviceState& state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    });
}

int KeypadStation::ask(std::optional<std::chrono::milliseconds> limit)
{
    const int ticket = ++m_lastTicket;
    if (m_watch) {
        const auto stop = m_asked.insert(ticket, std::stop_source())->get_token();
        m_worker.post(m_watch, [watch = m_watch, ticket, limit, stop] { watch->ask(ticket, limit, stop); });
    } else {
        QMetaObject::invokeMethod(
            this, [this, ticket] { Q_EMIT failed(ticket, m_state.reason.value_or(deviceNotConfigured())); },
            Qt::QueuedConnection);
    }
    return ticket;
}

void KeypadStation::cancel(int ticket)
{
    if (const auto question = m_asked.find(ticket); question != m_asked.end())
        question->request_stop();
}

} // namespace kuaiban::devices
