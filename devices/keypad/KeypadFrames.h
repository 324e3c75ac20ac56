#pragma once

#include "KeypadProfile.h"

namespace kuaiban::devices {

// What a keypad said in one frame.
struct KeypadEvent
{
    std::optional<int> grade;       // of the key that was pressed; nothing: this is the reply to a poll
    std::optional<quint8> question; // which question is answered, from keypads that repeat its number

    friend bool operator==(const KeypadEvent&, const KeypadEvent&) = default;
};

// Finds a keypad's frames in a stream that may begin with noise, come in pieces of any size, or lose bytes. What it
// finds does not depend on how the stream is cut. It never keeps more than one incomplete frame.
class KeypadFrames
{
public:
    explicit KeypadFrames(const KeypadProfile& profile);

    QList<KeypadEvent> feed(QByteArrayView bytes);
    // The line fell silent: what is incomplete stays so, but it may have hidden whole frames behind its beginning.
    QList<KeypadEvent> giveUp();
    void reset() { m_buffer.clear(); }

private:
    enum class Rest { MayCome, IsLost };

    QList<KeypadEvent> take(Rest rest);
    KeypadEvent eventOf(const KeypadPattern& pattern, QByteArrayView frame) const;

    QList<KeypadPattern> m_patterns; // no frame fits two of them, which the profile makes sure of
    QHash<quint8, int> m_grades;
    QByteArray m_buffer;
};

} // namespace kuaiban::devices
