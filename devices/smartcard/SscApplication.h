#pragma once

#include "CardDialogue.h"
#include "Pin.h"
#include "SscCard.h"

namespace kuaiban::devices {

struct SscRecord;

// The social security application (SSSE) of one card over one channel, LD/T 33. Chosen by its name, never by the ATR:
// a card of a bank or of specification 3.0 may have any.
class SscApplication
{
public:
    SscApplication(CardChannel& channel, const std::stop_token& stop)
        : m_channel(channel)
        , m_dialogue(channel, stop)
    {}

    // Errors: smartcard.not-social-security, smartcard.application-locked, those of the dialogue. The other calls need
    // a selected application.
    Done select();

    // What the card gives freely. A card that keeps the person for itself is no error: needsAuthentication. Checked by
    // checkSscCard. Errors: smartcard.layout and those of statusError for what must be free.
    Result<SscCard> read();

    // Which card this is: free to read on every card.
    Result<QByteArray> cardId();

    // For a card that needs it: collects what the security module must see, then shows the card its answer and reads
    // the person. `before` is what read() gave: another card in between is `smartcard.exchanged`.
    // Errors: smartcard.not-genuine, smartcard.proof-refused.
    Result<CardChallenge> challenge(const SscCard& card);
    Result<SscCard> readWithProof(const SscCard& before, const CardChallenge& challenge, const CardProof& proof);

    // One try each, never repeated by itself. Errors: smartcard.pin-wrong with the tries left, smartcard.pin-blocked.
    Done verifyPin(const Pin& pin);
    Done changePin(const Pin& before, const Pin& after);

    int commands() const { return m_dialogue.commands(); }

private:
    enum class File : quint8 { Card = 0x05, Person = 0x06 };

    Done selectFile(File file);
    Result<ApduReply> readRecord(const SscRecord& record, const QString& version);
    Done readCardFile(SscCard& card);
    Result<bool> readPersonFile(SscCard& card); // false: the card wants to be convinced first
    Result<QByteArray> random();

    CardChannel& m_channel;
    CardDialogue m_dialogue;
    quint8 m_algorithm = 0x01;
};

} // namespace kuaiban::devices
