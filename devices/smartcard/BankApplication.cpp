#include "BankApplication.h"

#include "BerTlv.h"
#include "SmartCardErrors.h"

#include <algorithm>

namespace kuaiban::devices {

namespace {

constexpr int MostRecords = 32; // that are looked through for the number
const QByteArray DebitApplication = QByteArray::fromHex("a000000333010101");

// What the card wants to know of the terminal, all zero: it is asked for its number, not for money.
QByteArray processingData(const QByteArray& wanted)
{
    int length = 0;
    for (qsizetype i = 0; i + 1 < wanted.size();) {
        const bool wide = (static_cast<quint8>(wanted.at(i)) & 0x1f) == 0x1f;
        i += wide ? 2 : 1;
        if (i < wanted.size())
            length += static_cast<quint8>(wanted.at(i));
        ++i;
    }
    length = std::min(length, 250);
    return QByteArray(1, '\x83') + static_cast<char>(length) + QByteArray(length, '\0');
}

std::optional<QString> cardNumber(const QByteArray& data)
{
    const auto value = berValue(data, 0x5a);
    if (!value)
        return {};
    auto digits = QString::fromLatin1(value->toHex());
    while (digits.endsWith(u'f'))
        digits.chop(1);
    const bool good = digits.size() >= 13 && digits.size() <= 19 &&
                      std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return good ? digits : QString();
}

// Which records of which files hold what is needed: the application file locator.
QByteArray fileLocator(const QByteArray& answer)
{
    if (answer.startsWith('\x80'))
        return answer.mid(4); // tag, length, two bytes of profile
    return berValue(answer, 0x94).value_or(QByteArray());
}

} // namespace

Result<QString> readBankCardNumber(CardChannel& channel, const std::stop_token& stop)
{
    CardDialogue dialogue(channel, stop);
    KB_TRY(const auto selected, dialogue.ask({0x00, 0xa4, 0x04, 0x00, DebitApplication, quint8(0)}));
    if (!selected.isDone())
        return fail(smartCardNoBankApplication());
    const auto wanted = berValue(selected.data, 0x9f38).value_or(QByteArray());
    KB_TRY(const auto options, dialogue.ask({0x80, 0xa8, 0x00, 0x00, processingData(wanted), quint8(0)}));
    if (!options.isDone())
        return fail(statusError(options.status));
    const auto locator = fileLocator(options.data);
    int read = 0;
    for (qsizetype i = 0; i + 3 < locator.size(); i += 4) {
        const auto file = static_cast<quint8>((static_cast<quint8>(locator.at(i)) & 0xf8) | 0x04);
        const auto last = static_cast<quint8>(locator.at(i + 2));
        for (int record = static_cast<quint8>(locator.at(i + 1)); record <= last && read < MostRecords;
             ++record, ++read) {
            KB_TRY(const auto reply, dialogue.ask({0x00, 0xb2, static_cast<quint8>(record), file, {}, quint8(0)}));
            const auto number = reply.isDone() ? cardNumber(reply.data) : std::nullopt;
            if (number && !number->isEmpty())
                return *number;
            if (number)
                return fail(smartCardLayout(u"bank_card_no"_s));
        }
    }
    return fail(smartCardNoBankApplication());
}

} // namespace kuaiban::devices
