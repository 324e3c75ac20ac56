#include "IdCardStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

IdCardStation::IdCardStation(Result<std::unique_ptr<IdCardReader>> reader, IdCardTiming timing, QObject* parent)
    : QObject(parent)
    , m_worker(u"idcard"_s)
{
    if (!reader)
        m_state = DeviceState::fault(reader.error());
    else if (!*reader)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!reader || !*reader)
        return;
    m_watch = m_worker.adopt(std::make_unique<IdCardWatch>(*std::move(reader), m_worker.stopToken(), timing));
    connect(m_watch, &IdCardWatch::cardRead, this, &IdCardStation::cardRead);
    connect(m_watch, &IdCardWatch::cardRemoved, this, &IdCardStation::cardRemoved);
    connect(m_watch, &IdCardWatch::failed, this, &IdCardStation::failed);
    connect(m_watch, &IdCardWatch::stateChanged, this, [this](const DeviceState& state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    command(&IdCardWatch::checkState);
}

IdCardStation::~IdCardStation() = default;

void IdCardStation::command(void (IdCardWatch::*step)())
{
    if (m_watch)
        m_worker.post(m_watch, [watch = m_watch, step] { (watch->*step)(); });
}

void IdCardStation::startWatching()
{
    m_watching = true;
    command(&IdCardWatch::startWatching);
}

void IdCardStation::stopWatching()
{
    m_watching = false;
    command(&IdCardWatch::stopWatching);
}

void IdCardStation::readNow()
{
    if (m_watch)
        return command(&IdCardWatch::readNow);
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT failed(m_state.reason.value_or(deviceNotConfigured())); }, Qt::QueuedConnection);
}

} // namespace kuaiban::devices
