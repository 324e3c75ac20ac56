#include "SscRecords.h"

#include "modules/codes/PersonIds.h"
#include "SmartCardErrors.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace kuaiban::devices {

namespace {

enum Tag : quint8 {
    CardId = 0x01,
    CardClass = 0x02,
    Version = 0x03,
    Institution = 0x04,
    Issued = 0x05,
    Expires = 0x06,
    CardNo = 0x07,
    Number = 0x08,
    Name = 0x09,
    Sex = 0x0a,
    Ethnicity = 0x0b,
    BirthPlace = 0x0c,
    Birth = 0x0d,
    NameExtension = 0x4e,
};

constexpr std::array CardRecords{
    SscRecord{CardId, 1, 1, 16, "card_id"},
    SscRecord{Version, 3, 3, 4, "spec_version"},
    SscRecord{CardClass, 2, 2, 1, "card_class"},
    SscRecord{Institution, 4, 4, 12, "institution"},
    SscRecord{Issued, 5, 5, 4, "issued"},
    SscRecord{Expires, 6, 6, 4, "expires"},
    SscRecord{CardNo, 7, 7, 9, "card_no"},
};

constexpr std::array PersonRecords{
    SscRecord{Number, 1, 1, 18, "ssn"},
    SscRecord{Name, 2, 2, 30, "name"},
    SscRecord{NameExtension, 3, 0, 20, "name"},
    SscRecord{Sex, 4, 3, 1, "sex_code"},
    SscRecord{Ethnicity, 5, 4, 1, "ethnicity_code"},
    SscRecord{BirthPlace, 6, 5, 3, "birth_place"},
    SscRecord{Birth, 7, 6, 4, "birth"},
};

bool isPadding(char byte)
{
    return byte == '\0' || byte == ' ' || byte == '\xff';
}

QByteArray withoutPadding(QByteArray value)
{
    while (!value.isEmpty() && isPadding(value.back()))
        value.chop(1);
    return value;
}

std::optional<QString> printable(const QByteArray& value)
{
    const auto bytes = withoutPadding(value);
    const bool good = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return good ? std::optional(QString::fromLatin1(bytes)) : std::nullopt;
}

// Decimal digits, two a byte; padded with F.
std::optional<QString> packedDigits(const QByteArray& value)
{
    auto digits = QString::fromLatin1(value.toHex());
    while (digits.endsWith(u'f'))
        digits.chop(1);
    const bool good = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return good ? std::optional(digits) : std::nullopt;
}

// A name as GB 18030 holds it, which begins as GBK does. Half a character at the end is a torn one.
std::optional<QString> nameText(const QByteArray& value)
{
    QStringDecoder decoder("GB18030", QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(withoutPadding(value));
    const bool torn = decoder.hasError() || text.contains(QChar::ReplacementCharacter);
    const bool control = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20; });
    return torn || control ? std::nullopt : std::optional(text.trimmed());
}

// Nothing for a day that is not filled in; false for one that no calendar has.
bool takeDay(const QByteArray& value, std::optional<QDate>& day)
{
    const auto digits = packedDigits(value);
    if (!digits)
        return false;
    if (digits->isEmpty() || *digits == "00000000"_L1)
        return true;
    day = QDate::fromString(*digits, u"yyyyMMdd"_s);
    return day->isValid();
}

bool take(QString& field, const std::optional<QString>& value)
{
    if (value)
        field = *value;
    return value.has_value();
}

bool takeValue(quint8 tag, const QByteArray& value, SscCard& card)
{
    std::optional<QDate> day;
    switch (tag) {
    case CardId:
        card.cardId = value;
        return value.size() == 16;
    case Institution:
        card.institution = value;
        return true;
    case CardClass:
        return take(card.cardClass, printable(value));
    case Version:
        return take(card.specVersion, printable(value));
    case CardNo:
        return take(card.cardNo, printable(value));
    case Number:
        if (!take(card.ssn, printable(value)))
            return false;
        card.ssn = card.ssn.toUpper();
        return true;
    case Name:
        return take(card.name, nameText(value));
    case NameExtension: {
        const auto rest = nameText(value);
        card.name += rest.value_or(QString());
        return rest.has_value();
    }
    case Sex:
        return take(card.sexCode, printable(value));
    case Ethnicity:
        return take(card.ethnicityCode, packedDigits(value));
    case BirthPlace:
        return take(card.birthPlace, packedDigits(value));
    case Issued:
        if (!takeDay(value, day))
            return false;
        card.issued = day.value_or(QDate());
        return true;
    case Expires:
        return takeDay(value, card.expires);
    case Birth:
        if (!takeDay(value, day))
            return false;
        card.birth = day.value_or(QDate());
        return true;
    default:
        return false;
    }
}

} // namespace

std::span<const SscRecord> cardRecords()
{
    return CardRecords;
}

std::span<const SscRecord> personRecords()
{
    return PersonRecords;
}

Done takeRecord(const SscRecord& record, const QByteArray& answer, SscCard& card)
{
    const auto field = QString::fromLatin1(record.name);
    const bool headed = answer.size() >= 2 && static_cast<quint8>(answer.at(0)) == record.tag;
    const int length = headed ? static_cast<quint8>(answer.at(1)) : 0;
    // Some card number records are longer than their nine characters; nothing may be shorter than it says.
    if (!headed || length == 0 || answer.size() < 2 + length)
        return fail(smartCardLayout(field));
    const auto value = answer.mid(2, std::min<int>(length, record.length));
    if (!takeValue(record.tag, value, card))
        return fail(smartCardLayout(field));
    return {};
}

Done checkSscCard(const SscCard& card)
{
    const auto& number = card.ssn;
    if (number.isEmpty())
        return {};
    if (card.name.isEmpty())
        return fail(smartCardLayout(u"name"_s));
    if (number.front().isLetter()) // foreigners: nationality, then digits
        return {};
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool checked = number.size() == 18 && std::all_of(number.begin(), number.end() - 1, isDigit) &&
                         number.back() == codes::mod11Check(QStringView(number).first(17));
    if (!checked)
        return fail(smartCardCheckDigit());
    if (card.birth.isValid() && number.sliced(6, 8) != card.birth.toString(u"yyyyMMdd"_s))
        return fail(smartCardBirthMismatch());
    const auto sex = number.at(16).digitValue() % 2 == 1 ? "1"_L1 : "2"_L1;
    const bool stated = card.sexCode == "1"_L1 || card.sexCode == "2"_L1;
    if (stated && card.sexCode != sex)
        return fail(smartCardSexMismatch());
    return {};
}

} // namespace kuaiban::devices
