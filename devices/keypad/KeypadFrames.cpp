#include "KeypadFrames.h"

#include <algorithm>

namespace kuaiban::devices {

KeypadFrames::KeypadFrames(const KeypadProfile& profile)
    : m_patterns(profile.pressed)
    , m_grades(profile.grades)
{
    if (profile.poll)
        m_patterns.append(profile.poll->reply);
}

QList<KeypadEvent> KeypadFrames::feed(QByteArrayView bytes)
{
    m_buffer.append(bytes.data(), bytes.size());
    return take(Rest::MayCome);
}

QList<KeypadEvent> KeypadFrames::giveUp()
{
    return take(Rest::IsLost);
}

QList<KeypadEvent> KeypadFrames::take(Rest rest)
{
    using Fit = KeypadPattern::Fit;
    QList<KeypadEvent> events;
    qsizetype at = 0;
    while (at < m_buffer.size()) {
        const auto bytes = QByteArrayView(m_buffer).sliced(at);
        const auto fits = [bytes](Fit fit) {
            return [bytes, fit](const KeypadPattern& pattern) { return pattern.fit(bytes) == fit; };
        };
        const auto whole = std::find_if(m_patterns.cbegin(), m_patterns.cend(), fits(Fit::Whole));
        if (whole != m_patterns.cend()) {
            events.append(eventOf(*whole, bytes));
            at += whole->size();
        } else if (rest == Rest::MayCome && std::any_of(m_patterns.cbegin(), m_patterns.cend(), fits(Fit::Begins))) {
            break;
        } else {
            ++at; // the real frame may begin inside what looked like one
        }
    }
    m_buffer.remove(0, at);
    return events;
}

KeypadEvent KeypadFrames::eventOf(const KeypadPattern& pattern, QByteArrayView frame) const
{
    KeypadEvent event;
    if (const auto key = pattern.valueIn(frame))
        event.grade = m_grades.value(*key);
    event.question = pattern.questionIn(frame);
    return event;
}

} // namespace kuaiban::devices
