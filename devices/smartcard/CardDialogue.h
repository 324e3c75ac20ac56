#pragma once

#include "Apdu.h"
#include "CardTerminal.h"

namespace kuaiban::devices {

// Commands and answers over one channel. Fetches what a card holds back (61xx) and repeats a command whose length the
// card corrects (6Cxx), each only as often as an honest card needs; counts what went over the line.
class CardDialogue
{
public:
    CardDialogue(CardChannel& channel, const std::stop_token& stop)
        : m_channel(channel)
        , m_stop(stop)
    {}

    // Any status is an answer; only the line and answers that are none are errors: those of the channel,
    // smartcard.answer.
    Result<ApduReply> ask(const ApduCommand& command);
    int commands() const { return m_commands; } // that went to the card so far

private:
    Result<ApduReply> once(const ApduCommand& command);

    CardChannel& m_channel;
    std::stop_token m_stop;
    int m_commands = 0;
};

// What a status other than 9000 means where no step expects it: the tables of ISO/IEC 7816-4 and LD/T 33.
Error statusError(quint16 status);

} // namespace kuaiban::devices
