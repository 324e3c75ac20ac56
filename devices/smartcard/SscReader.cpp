#include "SscReader.h"

#include "BankApplication.h"
#include "SscApplication.h"

#include <algorithm>

namespace kuaiban::devices {

namespace {

// Readers do not tell which of their slots has an antenna; their names do.
bool isContactless(const QString& reader)
{
    const auto words = {"contactless"_L1, "picc"_L1, "nfc"_L1, " cl "_L1, "-cl"_L1, "rfid"_L1};
    return std::any_of(
        words.begin(), words.end(), [&](QLatin1StringView word) { return reader.contains(word, Qt::CaseInsensitive); });
}

} // namespace

// A card that was asked for its challenge and waits for the answer.
struct SscReader::Conversation
{
    std::unique_ptr<CardChannel> channel;
    SscCard card;
    CardChallenge challenge;
};

SscReader::SscReader(std::unique_ptr<CardTerminal> terminal, const QString& reader)
    : m_terminal(std::move(terminal))
    , m_reader(reader)
{}

SscReader::~SscReader() = default;

Done SscReader::open(const std::stop_token& stop)
{
    return m_terminal->open(stop);
}

void SscReader::close()
{
    letGo();
    m_others.clear();
    m_terminal->close();
}

void SscReader::letGo()
{
    m_conversation.reset();
}

bool SscReader::isKnownOther(const CardSlot& slot) const
{
    const auto it = m_others.constFind(slot.reader);
    return it != m_others.constEnd() && *it == slot.changes;
}

Result<QList<CardSlot>> SscReader::slotsHere(const std::stop_token& stop)
{
    KB_TRY(auto found, m_terminal->survey(stop));
    if (found.isEmpty())
        return fail(smartCardNoReader());
    if (!m_reader.isEmpty()) {
        found.removeIf([this](const CardSlot& slot) { return slot.reader != m_reader; });
        if (found.isEmpty())
            return fail(smartCardReaderMissing(m_reader));
    }
    return found;
}

Result<SscPresence> SscReader::look(const std::stop_token& stop)
{
    KB_TRY(const auto found, slotsHere(stop));
    SscPresence presence;
    for (const auto& slot : found) {
        if (!slot.hasCard || isKnownOther(slot))
            continue;
        presence.hasCard = true;
        presence.reader = slot.reader;
        presence.changes = slot.changes;
        presence.mute = slot.mute;
        if (!slot.mute)
            break;
    }
    return presence;
}

Result<SscCard> SscReader::readIn(const CardSlot& slot, const std::stop_token& stop)
{
    KB_TRY(const auto channel, m_terminal->connectTo(slot.reader, stop));
    SscApplication application(*channel, stop);
    KB_CHECK(application.select());
    KB_TRY(auto card, application.read());
    card.reader = slot.reader;
    card.contactless = isContactless(slot.reader);
    m_commands = application.commands();
    return card;
}

Result<SscCard> SscReader::read(const std::stop_token& stop)
{
    letGo();
    m_last.reset();
    m_terminal->invite();
    KB_TRY(const auto found, slotsHere(stop));
    std::optional<Error> obstacle;
    bool other = false;
    for (const auto& slot : found) {
        const bool known = slot.hasCard && isKnownOther(slot);
        other = other || known;
        if (!slot.hasCard || known)
            continue;
        auto card = slot.mute ? Result<SscCard>(fail(smartCardMute())) : readIn(slot, stop);
        if (card) {
            m_last = *card;
            return card;
        }
        if (card.error().is("smartcard.not-social-security"_L1))
            m_others.insert(slot.reader, slot.changes);
        else if (card.error().origin != Origin::Card)
            return card;
        // Another slot may hold the right card; of several obstacles the first is told.
        obstacle = obstacle.value_or(card.error());
    }
    if (obstacle)
        return fail(*obstacle);
    return fail(other ? smartCardNotSocialSecurity() : smartCardNoCard());
}

// The card that was read last, reserved and selected: whatever is asked of it belongs to the same person.
Result<std::unique_ptr<CardChannel>> SscReader::channelToLast(const std::stop_token& stop)
{
    letGo();
    if (!m_last)
        return fail(smartCardNoCard());
    KB_TRY(auto channel, m_terminal->connectTo(m_last->reader, stop));
    SscApplication application(*channel, stop);
    KB_CHECK(application.select());
    KB_TRY(const auto cardId, application.cardId());
    if (cardId != m_last->cardId)
        return fail(smartCardExchanged());
    return channel;
}

Result<CardChallenge> SscReader::challenge(const std::stop_token& stop)
{
    KB_TRY(auto channel, channelToLast(stop));
    SscApplication application(*channel, stop);
    KB_CHECK(application.select());
    KB_TRY(const auto asked, application.challenge(*m_last));
    m_conversation = std::make_unique<Conversation>(Conversation{std::move(channel), *m_last, asked});
    return asked;
}

Result<SscCard> SscReader::readWithProof(const CardProof& proof, const std::stop_token& stop)
{
    const auto conversation = std::exchange(m_conversation, nullptr);
    if (!conversation)
        return fail(smartCardExchanged());
    SscApplication application(*conversation->channel, stop);
    KB_TRY(auto card, application.readWithProof(conversation->card, conversation->challenge, proof));
    card.reader = conversation->card.reader;
    card.contactless = conversation->card.contactless;
    m_last = card;
    return card;
}

Done SscReader::verifyPin(const Pin& pin, const std::stop_token& stop)
{
    KB_TRY(const auto channel, channelToLast(stop));
    return SscApplication(*channel, stop).verifyPin(pin);
}

Done SscReader::changePin(const Pin& before, const Pin& after, const std::stop_token& stop)
{
    KB_TRY(const auto channel, channelToLast(stop));
    return SscApplication(*channel, stop).changePin(before, after);
}

Result<QString> SscReader::bankCardNumber(const std::stop_token& stop)
{
    KB_TRY(const auto channel, channelToLast(stop));
    return readBankCardNumber(*channel, stop);
}

} // namespace kuaiban::devices
