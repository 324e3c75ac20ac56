#include "SscWatch.h"

#include <utility>

namespace kuaiban::devices {

namespace {

constexpr int MostTries = 5; // about a second: another program looks at a new card as well

// Whether another program was at the card: that passes.
bool isInterference(const Error& error)
{
    return error.is("smartcard.busy"_L1) || error.is("smartcard.reset"_L1);
}

// Whether reader or card service are at fault: then the light changes and everything is opened anew.
bool concernsDevice(const Error& error)
{
    return error.origin != Origin::Card && error.origin != Origin::User && !isInterference(error);
}

bool isMissingReader(const Error& error)
{
    return error.is("smartcard.no-reader"_L1) || error.is("smartcard.reader-missing"_L1);
}

} // namespace

SscWatch::SscWatch(std::unique_ptr<SscReader> reader, std::stop_token stop, SscTiming timing)
    : m_reader(std::move(reader))
    , m_stop(std::move(stop))
    , m_timing(timing)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true); // a slow reader must not pile up polls
    connect(m_timer, &QTimer::timeout, this, &SscWatch::poll);
}

SscWatch::~SscWatch() = default;

void SscWatch::begin()
{
    poll();
}

void SscWatch::startWatching()
{
    m_watching = true;
    m_timer->start(0);
}

void SscWatch::stopWatching()
{
    m_watching = false;
    m_card.reset();
    m_seen.reset();
    m_reader->letGo();
}

void SscWatch::poll()
{
    if (m_conversation.isValid() && m_conversation.hasExpired(m_timing.conversationMs)) {
        m_conversation.invalidate();
        m_reader->letGo();
    }
    if (const auto done = ensureOpen(); done) {
        const auto presence = m_reader->look(m_stop);
        if (presence)
            consider(*presence);
        else
            report(presence.error());
    }
    if (!m_stop.stop_requested())
        m_timer->start(m_timing.pollMs);
}

void SscWatch::consider(const SscPresence& presence)
{
    setState(DeviceState::ready());
    if (!presence.hasCard) {
        if (std::exchange(m_tries, 0) > 0) // it was pulled out while it was tried again
            report(smartCardRemoved());
        if (std::exchange(m_seen, {}) && m_card)
            forgetCard();
        return;
    }
    const Seen now{presence.reader, presence.changes};
    if (m_seen == now || !m_watching)
        return;
    if (m_card)
        forgetCard();
    const auto card = m_reader->read(m_stop);
    if (!card && isInterference(card.error()) && ++m_tries < MostTries)
        return;
    m_seen = now;
    m_tries = 0;
    if (card)
        accept(*card);
    else
        report(card.error());
}

void SscWatch::readNow()
{
    m_sinceFailure.invalidate(); // somebody stands there and waits
    if (const auto done = ensureOpen(); !done)
        return;
    const auto card = m_reader->read(m_stop);
    if (!card)
        return report(card.error());
    if (const auto presence = m_reader->look(m_stop); presence && presence->hasCard)
        m_seen = Seen{presence->reader, presence->changes};
    accept(*card);
}

void SscWatch::askForChallenge()
{
    const auto challenge = m_reader->challenge(m_stop);
    if (!challenge)
        return report(challenge.error());
    m_conversation.start();
    Q_EMIT challenged(*challenge);
}

void SscWatch::takeProof(const CardProof& proof)
{
    m_conversation.invalidate();
    const auto card = m_reader->readWithProof(proof, m_stop);
    m_reader->letGo();
    if (card)
        accept(*card);
    else
        report(card.error());
}

void SscWatch::giveUpProof(const Error& why)
{
    m_conversation.invalidate();
    m_reader->letGo();
    Q_EMIT failed(why);
}

void SscWatch::verifyPin(const Pin& pin)
{
    if (const auto done = m_reader->verifyPin(pin, m_stop); !done)
        answerWith(done.error());
    else
        Q_EMIT pinAccepted();
}

void SscWatch::changePin(const Pin& before, const Pin& after)
{
    if (const auto done = m_reader->changePin(before, after, m_stop); !done)
        answerWith(done.error());
    else
        Q_EMIT pinAccepted();
}

void SscWatch::readBankCardNumber()
{
    const auto number = m_reader->bankCardNumber(m_stop);
    if (number)
        Q_EMIT bankCardRead(*number);
    else
        report(number.error());
}

Done SscWatch::ensureOpen()
{
    if (m_open)
        return {};
    if (m_sinceFailure.isValid() && !m_sinceFailure.hasExpired(m_timing.reopenMs) && m_state.reason)
        return fail(*m_state.reason);
    if (auto done = m_reader->open(m_stop); !done) {
        report(done.error());
        return done;
    }
    m_open = true;
    return {};
}

void SscWatch::accept(const SscCard& card)
{
    if (m_card && !card.isSameCard(*m_card))
        Q_EMIT cardRemoved();
    m_card = card;
    Q_EMIT cardRead(card);
}

void SscWatch::forgetCard()
{
    m_card.reset();
    m_conversation.invalidate();
    m_reader->letGo();
    Q_EMIT cardRemoved();
}

void SscWatch::report(const Error& error)
{
    if (error.is("device.cancelled"_L1))
        return;
    if (!concernsDevice(error)) {
        Q_EMIT failed(error);
        return;
    }
    if (!isMissingReader(error)) { // the service itself goes on without readers
        m_reader->close();
        m_open = false;
        m_sinceFailure.start();
    }
    m_seen.reset();
    if (m_card)
        forgetCard();
    const bool told = m_state.reason && m_state.reason->code == error.code;
    setState(DeviceState::fault(error));
    if (!told)
        Q_EMIT failed(error);
}

// Somebody waits: he hears it also where the light tells the same already.
void SscWatch::answerWith(const Error& error)
{
    const bool told = concernsDevice(error) && m_state.reason && m_state.reason->code == error.code;
    report(error);
    if (told)
        Q_EMIT failed(error);
}

void SscWatch::setState(const DeviceState& state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices
