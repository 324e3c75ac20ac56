#pragma once

#include "CardTerminal.h"
#include "Pin.h"
#include "SscCard.h"

#include <QHash>

namespace kuaiban::devices {

// What lies in the readers, as far as it matters to the counter.
struct SscPresence
{
    bool hasCard = false; // one that may be a social security card
    QString reader;       // where it is
    quint32 changes = 0;  // see CardSlot
    bool mute = false;
    friend bool operator==(const SscPresence&, const SscPresence&) = default;
};

// Reads social security cards in one reader, or in whichever of several holds one. Cards that are none, such as the
// security module that sits in a slot for good, are remembered and left alone until they are exchanged. Same rules for
// calls as CardTerminal.
class SscReader
{
public:
    // `reader`: the name of one reader; empty: any.
    SscReader(std::unique_ptr<CardTerminal> terminal, const QString& reader);
    ~SscReader();

    Done open(const std::stop_token& stop);
    void close();
    // Errors: smartcard.no-reader, smartcard.reader-missing, those of the terminal.
    Result<SscPresence> look(const std::stop_token& stop);

    // Errors: smartcard.no-card, smartcard.mute, smartcard.not-social-security, those of SscApplication::read. The
    // card is free for others afterwards.
    Result<SscCard> read(const std::stop_token& stop);
    // Begins to convince the card that was read last; it stays reserved until readWithProof or letGo.
    Result<CardChallenge> challenge(const std::stop_token& stop);
    Result<SscCard> readWithProof(const CardProof& proof, const std::stop_token& stop);
    void letGo();

    // About the card that was read last; another one in its place is `smartcard.exchanged`.
    Done verifyPin(const Pin& pin, const std::stop_token& stop);
    Done changePin(const Pin& before, const Pin& after, const std::stop_token& stop);
    Result<QString> bankCardNumber(const std::stop_token& stop);

    int lastCommands() const { return m_commands; } // that the last reading took

private:
    struct Conversation;

    bool isKnownOther(const CardSlot& slot) const;
    Result<QList<CardSlot>> slotsHere(const std::stop_token& stop);
    Result<std::unique_ptr<CardChannel>> channelToLast(const std::stop_token& stop);
    Result<SscCard> readIn(const CardSlot& slot, const std::stop_token& stop);

    std::unique_ptr<CardTerminal> m_terminal;
    QString m_reader;
    QHash<QString, quint32> m_others; // reader → changes of a card there that is no social security card
    std::unique_ptr<Conversation> m_conversation;
    std::optional<SscCard> m_last;
    int m_commands = 0;
};

} // namespace kuaiban::devices
