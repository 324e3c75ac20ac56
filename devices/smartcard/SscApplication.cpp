#include "SscApplication.h"

#include "BerTlv.h"
#include "SscRecords.h"

#include <string.h>

namespace kuaiban::devices {

namespace {

constexpr quint8 Select = 0xa4;
constexpr quint8 ReadRecord = 0xb2;
constexpr quint8 GetChallenge = 0x84;
constexpr quint8 InternalAuthenticate = 0x88;
constexpr quint8 ExternalAuthenticate = 0x82;
constexpr quint8 Verify = 0x20;
constexpr quint8 ChangePin = 0x5e;
constexpr quint8 KeyOfReaders = 0x0a; // RKSSSE
constexpr int RandomBytes = 8;
constexpr int ProofBytes = 16;

constexpr quint16 SecurityNotSatisfied = 0x6982;
constexpr quint16 FileNotFound = 0x6a82;
constexpr quint16 RecordNotFound = 0x6a83;

// "sx1.sh." and 社会保障 in GBK.
const QByteArray ApplicationName = QByteArray::fromHex("7378312e73682ec9e7bbe1b1a3d5cf");

bool isUnknown(quint16 status) // how cards say that there is no such file, record, or way of asking for it
{
    return status == FileNotFound || status == RecordNotFound || status == 0x6a86 || status == 0x6a80 ||
           status == 0x6a88;
}

Done pinDone(const ApduReply& reply)
{
    if (reply.isDone())
        return {};
    if ((reply.status & 0xfff0) == 0x63c0)
        return fail(reply.status == 0x63c0 ? smartCardPinBlocked() : smartCardPinWrong(reply.status & 0x0f));
    return fail(statusError(reply.status));
}

} // namespace

Done SscApplication::select()
{
    KB_TRY(const auto reply, m_dialogue.ask({0x00, Select, 0x04, 0x00, ApplicationName, quint8(0)}));
    if (isUnknown(reply.status) || reply.status == 0x6d00 || reply.status == 0x6e00)
        return fail(smartCardNotSocialSecurity());
    if (!reply.isDone())
        return fail(statusError(reply.status));
    // The algorithm stands at the end of a private field; a card without it is of the old kind.
    const auto algorithm = berValue(reply.data, 0x9f0c);
    m_algorithm = algorithm && algorithm->size() >= 3 ? static_cast<quint8>(algorithm->at(2)) : 0x01;
    return {};
}

Done SscApplication::selectFile(File file)
{
    const auto name = QByteArray("\xef", 1) + static_cast<char>(file);
    KB_TRY(auto reply, m_dialogue.ask({0x00, Select, 0x02, 0x00, name, {}}));
    if (isUnknown(reply.status)) { // some cards know the file only by its plain identifier
        KB_TRY(reply, m_dialogue.ask({0x00, Select, 0x00, 0x00, name, {}}));
    }
    if (!reply.isDone())
        return fail(statusError(reply.status));
    return {};
}

Result<ApduReply> SscApplication::readRecord(const SscRecord& record, const QString& version)
{
    const quint8 length = record.length + 2;
    KB_TRY(auto reply, m_dialogue.ask({0x00, ReadRecord, record.tag, 0x00, {}, length}));
    if (!isUnknown(reply.status))
        return reply;
    const quint8 number = version.startsWith(u'1') ? record.number1 : record.number;
    if (number == 0)
        return reply;
    return m_dialogue.ask({0x00, ReadRecord, number, 0x04, {}, length});
}

Done SscApplication::readCardFile(SscCard& card)
{
    KB_CHECK(selectFile(File::Card));
    for (const auto& record : cardRecords()) {
        KB_TRY(const auto reply, readRecord(record, card.specVersion));
        if (reply.isDone())
            KB_CHECK(takeRecord(record, reply.data, card));
        else if (reply.status != SecurityNotSatisfied && !isUnknown(reply.status))
            return fail(statusError(reply.status));
    }
    // Without these two nobody could tell one card from another, or how to go on.
    if (card.cardId.isEmpty())
        return fail(smartCardLayout(u"card_id"_s));
    if (card.specVersion.isEmpty())
        return fail(smartCardLayout(u"spec_version"_s));
    return {};
}

Result<QByteArray> SscApplication::cardId()
{
    KB_CHECK(selectFile(File::Card));
    const auto& record = cardRecords().front();
    KB_TRY(const auto reply, readRecord(record, {}));
    if (!reply.isDone())
        return fail(statusError(reply.status));
    SscCard card;
    KB_CHECK(takeRecord(record, reply.data, card));
    return card.cardId;
}

Result<bool> SscApplication::readPersonFile(SscCard& card)
{
    KB_CHECK(selectFile(File::Person));
    for (const auto& record : personRecords()) {
        KB_TRY(const auto reply, readRecord(record, card.specVersion));
        if (reply.isDone())
            KB_CHECK(takeRecord(record, reply.data, card));
        else if (reply.status == SecurityNotSatisfied && card.ssn.isEmpty())
            return false;
        else if (reply.status != SecurityNotSatisfied && !isUnknown(reply.status))
            return fail(statusError(reply.status));
    }
    if (card.ssn.isEmpty())
        return fail(smartCardLayout(u"ssn"_s));
    KB_CHECK(checkSscCard(card));
    return true;
}

Result<SscCard> SscApplication::read()
{
    SscCard card;
    card.atr = m_channel.atr();
    KB_CHECK(readCardFile(card));
    KB_TRY(const bool told, readPersonFile(card));
    card.needsAuthentication = !told;
    return card;
}

Result<QByteArray> SscApplication::random()
{
    KB_TRY(const auto reply, m_dialogue.ask({0x00, GetChallenge, 0x00, 0x00, {}, quint8(RandomBytes)}));
    if (!reply.isDone())
        return fail(statusError(reply.status));
    if (reply.data.size() != RandomBytes)
        return fail(smartCardAnswer(u"a random number of another length"_s));
    return reply.data;
}

Result<CardChallenge> SscApplication::challenge(const SscCard& card)
{
    CardChallenge challenge;
    challenge.atr = m_channel.atr();
    challenge.algorithm = m_algorithm;
    challenge.cardId = card.cardId;
    KB_TRY(challenge.internalFactor, random());
    KB_TRY(challenge.internalSource, random());
    KB_TRY(const auto answer, m_dialogue.ask({0x00, InternalAuthenticate, 0x00, 0x00,
                                  challenge.internalFactor + challenge.internalSource, quint8(0)}));
    if (!answer.isDone())
        return fail(statusError(answer.status));
    challenge.internalAnswer = answer.data;
    KB_TRY(challenge.externalFactor, random());
    KB_TRY(challenge.externalSource, random());
    return challenge;
}

Result<SscCard> SscApplication::readWithProof(
    const SscCard& before, const CardChallenge& challenge, const CardProof& proof)
{
    const bool complete = proof.internal.size() >= RandomBytes && proof.external.size() == ProofBytes &&
                          challenge.internalAnswer.size() >= RandomBytes;
    if (!complete || proof.internal.first(RandomBytes) != challenge.internalAnswer.first(RandomBytes))
        return fail(smartCardNotGenuine());
    KB_TRY(const auto reply, m_dialogue.ask({0x00, ExternalAuthenticate, 0x00, KeyOfReaders, proof.external, {}}));
    if (!reply.isDone())
        return fail(smartCardProofRefused());
    SscCard card;
    card.atr = m_channel.atr();
    KB_CHECK(readCardFile(card)); // again: its days may have been kept back as well
    if (card.cardId != before.cardId)
        return fail(smartCardExchanged());
    KB_TRY(const bool told, readPersonFile(card));
    if (!told)
        return fail(smartCardProofRefused());
    return card;
}

Done SscApplication::verifyPin(const Pin& pin)
{
    auto bytes = pin.packed();
    const auto reply = m_dialogue.ask({0x00, Verify, 0x00, 0x00, bytes, {}});
    explicit_bzero(bytes.data(), static_cast<size_t>(bytes.size()));
    if (!reply)
        return fail(reply.error());
    return pinDone(*reply);
}

Done SscApplication::changePin(const Pin& before, const Pin& after)
{
    auto bytes = before.packed() + '\xff' + after.packed();
    const auto reply = m_dialogue.ask({0x80, ChangePin, 0x01, 0x00, bytes, {}});
    explicit_bzero(bytes.data(), static_cast<size_t>(bytes.size()));
    if (!reply)
        return fail(reply.error());
    return pinDone(*reply);
}

} // namespace kuaiban::devices
