#include "LineKeypad.h"

#include "KeypadErrors.h"

#include <algorithm>

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds WriteLimit(1000);
constexpr milliseconds FrameGap(500);       // bytes of one frame follow each other faster, also through a serial server
constexpr milliseconds PlainInterval(1000); // of a model that cannot be polled; only its line is looked at
constexpr int PollAttempts = 2;             // one reply may be lost in noise

} // namespace

LineKeypad::LineKeypad(KeypadProfile profile, std::unique_ptr<ByteStream> stream)
    : m_profile(std::move(profile))
    , m_frames(m_profile)
    , m_stream(std::move(stream))
{}

Done LineKeypad::open(const std::stop_token& stop)
{
    KB_CHECK(m_stream->open(stop));
    if (m_profile.greet)
        return send(*m_profile.greet, 0, stop);
    return {};
}

void LineKeypad::close()
{
    m_stream->close();
}

milliseconds LineKeypad::pollInterval() const
{
    return m_profile.poll ? m_profile.poll->every : PlainInterval;
}

DeviceState LineKeypad::state(const std::stop_token& stop)
{
    if (const auto done = beThere(stop); !done)
        return DeviceState::fault(done.error());
    return m_profile.poll ? DeviceState::ready() : DeviceState::readyWith(keypadStateUnknown());
}

Result<KeypadAnswer> LineKeypad::ask(int question, std::optional<milliseconds> limit, const std::stop_token& stop)
{
    forgetInput();
    KB_CHECK(send(m_profile.ask, question, stop));
    const auto number = static_cast<quint8>(question);
    const QDeadlineTimer deadline(limit.value_or(m_profile.answerTime));
    do {
        KB_TRY(const auto events, hear(deadline, stop));
        const auto answer = std::find_if(events.begin(), events.end(),
            [number](const KeypadEvent& event) { return event.grade && event.question.value_or(number) == number; });
        if (answer != events.end()) {
            if (m_profile.thank)
                (void)send(*m_profile.thank, question, stop); // the answer counts, whatever becomes of the keypad now
            return KeypadAnswer{answer->grade};
        }
    } while (!deadline.hasExpired());
    KB_CHECK(beThere(stop)); // a keypad that died meanwhile must not look like a citizen without an opinion
    return KeypadAnswer{};
}

Done LineKeypad::send(const KeypadPattern& frame, int question, const std::stop_token& stop)
{
    return m_stream->write(frame.frame(static_cast<quint8>(question)), WriteLimit, stop);
}

Done LineKeypad::beThere(const std::stop_token& stop)
{
    if (!m_profile.poll)
        return m_stream->read(milliseconds(0), stop).map([](const QByteArray&) {});
    for (int attempt = 0; attempt < PollAttempts; ++attempt) {
        KB_TRY(const bool replied, repliesTo(*m_profile.poll, stop));
        if (replied)
            return {};
    }
    return fail(keypadNoAnswer());
}

Result<bool> LineKeypad::repliesTo(const KeypadPoll& poll, const std::stop_token& stop)
{
    forgetInput();
    KB_CHECK(send(poll.send, 0, stop));
    const QDeadlineTimer deadline(poll.within);
    do {
        KB_TRY(const auto events, hear(deadline, stop));
        if (std::any_of(events.begin(), events.end(), [](const KeypadEvent& event) { return !event.grade; }))
            return true;
    } while (!deadline.hasExpired());
    return false;
}

Result<QList<KeypadEvent>> LineKeypad::hear(const QDeadlineTimer& deadline, const std::stop_token& stop)
{
    const auto patience = std::min(FrameGap, milliseconds(deadline.remainingTime()));
    KB_TRY(const auto bytes, m_stream->read(patience, stop));
    return bytes.isEmpty() ? m_frames.giveUp() : m_frames.feed(bytes);
}

void LineKeypad::forgetInput()
{
    m_stream->discardInput();
    m_frames.reset();
}

} // namespace kuaiban::devices
