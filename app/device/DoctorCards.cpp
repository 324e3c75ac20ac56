#include "devices/base/Pause.h"
#include "devices/idcard/IdCardJson.h"
#include "devices/smartcard/SscJson.h"
#include "Doctor.h"
#include "MakeDriver.h"

#include <QDeadlineTimer>

namespace kuaiban::doctor {

using namespace devices;

namespace {

constexpr std::chrono::milliseconds PollStep(300);

// Reads until there is a card or the wait is over.
template<class Read>
auto awaitCard(int seconds, QLatin1StringView noCard, const std::stop_token& stop, Read read)
{
    const QDeadlineTimer deadline{std::chrono::seconds(seconds)};
    auto card = read();
    while (!card && card.error().is(noCard) && !deadline.hasExpired() && pause(stop, PollStep))
        card = read();
    return card;
}

} // namespace

Result<QJsonObject> Doctor::readId(const Request& request)
{
    KB_TRY(const auto reader, makeDriver(m_idCards, request.port));
    KB_CHECK(reader->open(m_stop));
    const auto card = awaitCard(
        request.waitSeconds, "idcard.no-card"_L1, m_stop, [&] { return reader->readCard(IdCardExtent::Full, m_stop); });
    reader->close();
    return card.map([](const IdCard& read) { return toJson(read); });
}

Result<QJsonObject> Doctor::readSsc(const Request& request)
{
    KB_TRY(const auto reader, makeDriver(m_smartCards, request.port));
    KB_CHECK(reader->open(m_stop));
    KB_TRY(const auto card,
        awaitCard(request.waitSeconds, "smartcard.no-card"_L1, m_stop, [&] { return reader->read(m_stop); }));
    auto object = toJson(card);
    if (request.bank) {
        m_soFar = object;
        KB_TRY(const auto number, reader->bankCardNumber(m_stop));
        object.insert("bank_card_no"_L1, number);
    }
    return object;
}

} // namespace kuaiban::doctor
