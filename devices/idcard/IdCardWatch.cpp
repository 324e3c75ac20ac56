#include "IdCardWatch.h"

#include "IdCardErrors.h"

#include <utility>

namespace kuaiban::devices {

namespace {

constexpr int MissesUntilGone = 2; // one silent answer may be a card that is only being shifted

// Whether the reader or its line is at fault: then the light changes and the line is opened anew.
bool concernsDevice(const Error& error)
{
    return error.origin != Origin::Card && error.origin != Origin::User;
}

bool isNoCard(const Error& error)
{
    return error.is("idcard.no-card"_L1);
}

} // namespace

IdCardWatch::IdCardWatch(std::unique_ptr<IdCardReader> reader, std::stop_token stop, IdCardTiming timing)
    : m_reader(std::move(reader))
    , m_stop(std::move(stop))
    , m_timing(timing)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true); // a slow reader must not pile up polls
    connect(m_timer, &QTimer::timeout, this, &IdCardWatch::poll);
}

IdCardWatch::~IdCardWatch() = default;

void IdCardWatch::checkState()
{
    if (const auto done = ensureOpen(); !done)
        noteDeviceFailure(done.error());
}

void IdCardWatch::startWatching()
{
    m_timer->start(0);
}

void IdCardWatch::stopWatching()
{
    m_timer->stop();
    m_card.reset();
    m_reported.reset();
}

void IdCardWatch::readNow()
{
    m_sinceFailure.invalidate(); // somebody stands there and waits: do not leave the line alone now
    if (const auto done = ensureOpen(); !done)
        return report(done.error(), true);
    const auto card = m_reader->readCard(IdCardExtent::Full, m_stop);
    if (!card)
        return report(card.error(), true);
    accept(*card);
}

void IdCardWatch::poll()
{
    if (const auto done = ensureOpen(); !done)
        report(done.error(), false);
    else if (m_card)
        lookWhetherItStays();
    else
        lookForCard();
    if (!m_stop.stop_requested())
        m_timer->start(m_card && !m_answers ? m_timing.silentMs : m_timing.pollMs);
}

void IdCardWatch::lookForCard()
{
    const auto found = m_reader->findCard(m_stop);
    if (!found)
        return report(found.error(), false);
    if (!*found) {
        if (++m_misses >= MissesUntilGone)
            m_reported.reset();
        return;
    }
    m_misses = 0;
    const auto card = m_reader->readCard(IdCardExtent::Full, m_stop);
    if (!card)
        return report(card.error(), false);
    accept(*card);
}

void IdCardWatch::lookWhetherItStays()
{
    const auto found = m_reader->findCard(m_stop);
    if (!found)
        return report(found.error(), false);
    const bool answeredBefore = std::exchange(m_answers, *found);
    if (*found && answeredBefore && !m_sinceVerified.hasExpired(m_timing.verifyMs)) {
        m_misses = 0;
        return;
    }
    const auto card = m_reader->readCard(IdCardExtent::TextOnly, m_stop);
    if (card && card->isSameCard(*m_card)) {
        m_misses = 0;
        m_sinceVerified.start();
        return;
    }
    if (!card && concernsDevice(card.error()))
        return report(card.error(), false);
    if (!card && ++m_misses < MissesUntilGone)
        return;
    forgetCard();
    if (card)
        lookForCard(); // another card in one quick movement
}

Done IdCardWatch::ensureOpen()
{
    if (m_open)
        return {};
    if (m_sinceFailure.isValid() && !m_sinceFailure.hasExpired(m_timing.reopenMs) && m_state.reason)
        return fail(*m_state.reason);
    KB_CHECK(m_reader->open(m_stop));
    m_open = true;
    setState(DeviceState::ready());
    return {};
}

void IdCardWatch::accept(const IdCard& card)
{
    if (m_card && !card.isSameCard(*m_card))
        Q_EMIT cardRemoved();
    m_card = card;
    m_answers = false;
    m_misses = 0;
    m_reported.reset();
    Q_EMIT cardRead(card);
}

void IdCardWatch::forgetCard()
{
    m_card.reset();
    m_reported.reset();
    m_misses = 0;
    Q_EMIT cardRemoved();
}

void IdCardWatch::report(const Error& error, bool always)
{
    if (error.is("device.cancelled"_L1))
        return;
    if (concernsDevice(error))
        noteDeviceFailure(error);
    const bool worthTelling = !isNoCard(error) && m_reported != error.code;
    if (!always && !worthTelling)
        return;
    m_reported = error.code;
    Q_EMIT failed(error);
}

void IdCardWatch::noteDeviceFailure(const Error& error)
{
    if (m_open || !m_sinceFailure.isValid() || m_sinceFailure.hasExpired(m_timing.reopenMs))
        m_sinceFailure.start();
    m_reader->close();
    m_open = false;
    if (m_card)
        forgetCard();
    setState(DeviceState::fault(error));
}

void IdCardWatch::setState(const DeviceState& state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices
