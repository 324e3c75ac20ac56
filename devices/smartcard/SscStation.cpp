#include "SscStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

SscStation::SscStation(Result<std::unique_ptr<SscReader>> reader, SscTiming timing, QObject* parent)
    : QObject(parent)
    , m_worker(u"smartcard"_s)
{
    if (!reader)
        m_state = DeviceState::fault(reader.error());
    else if (!*reader)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!reader || !*reader)
        return;
    m_watch = m_worker.adopt(std::make_unique<SscWatch>(*std::move(reader), m_worker.stopToken(), timing));
    connect(m_watch, &SscWatch::cardRead, this, [this](const SscCard& card) {
        m_card = card;
        Q_EMIT cardRead(card);
    });
    connect(m_watch, &SscWatch::cardRemoved, this, [this] {
        m_card.reset();
        Q_EMIT cardRemoved();
    });
    connect(m_watch, &SscWatch::challenged, this, &SscStation::challenged);
    connect(m_watch, &SscWatch::pinAccepted, this, &SscStation::pinAccepted);
    connect(m_watch, &SscWatch::bankCardRead, this, &SscStation::bankCardRead);
    connect(m_watch, &SscWatch::failed, this, &SscStation::failed);
    connect(m_watch, &SscWatch::stateChanged, this, [this](const DeviceState& state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    command(&SscWatch::begin);
}

SscStation::~SscStation() = default;

void SscStation::command(std::function<void(SscWatch&)> step)
{
    if (m_watch) {
        m_worker.post(m_watch, [watch = m_watch, step = std::move(step)] { step(*watch); });
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT failed(m_state.reason.value_or(deviceNotConfigured())); }, Qt::QueuedConnection);
}

void SscStation::startWatching()
{
    if (m_watch)
        command(&SscWatch::startWatching);
}

void SscStation::stopWatching()
{
    if (m_watch)
        command(&SscWatch::stopWatching);
}

void SscStation::readNow()
{
    command(&SscWatch::readNow);
}

void SscStation::askForChallenge()
{
    command(&SscWatch::askForChallenge);
}

void SscStation::takeProof(const CardProof& proof)
{
    command([proof](SscWatch& watch) { watch.takeProof(proof); });
}

void SscStation::giveUpProof(const Error& why)
{
    command([why](SscWatch& watch) { watch.giveUpProof(why); });
}

void SscStation::readBankCardNumber()
{
    command(&SscWatch::readBankCardNumber);
}

void SscStation::verifyPin(Pin pin)
{
    command([held = std::make_shared<Pin>(std::move(pin))](SscWatch& watch) { watch.verifyPin(*held); });
}

void SscStation::changePin(Pin before, Pin after)
{
    const auto held = std::make_shared<std::pair<Pin, Pin>>(std::move(before), std::move(after));
    command([held](SscWatch& watch) { watch.changePin(held->first, held->second); });
}

} // namespace kuaiban::devices
