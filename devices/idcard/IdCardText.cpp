#include "IdCardText.h"

#include "IdCardErrors.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <span>

namespace kuaiban::devices {

namespace {

constexpr qsizetype BlockBytes = 256;
constexpr qsizetype KindAt = 248;
constexpr qsizetype AddedAddressBytes = 280;

enum class Field {
    Name,
    NameEn,
    NameEnRest,
    Sex,
    Ethnicity,
    Birth,
    Address,
    IdNo,
    Authority,
    ValidFrom,
    ValidTo,
    PermitNo,
    IssueCount,
    Nationality,
    Kind,
};

struct Column
{
    Field field;
    qsizetype at;
    qsizetype bytes;
};

constexpr std::array ResidentColumns{
    Column{Field::Name, 0, 30},
    Column{Field::Sex, 30, 2},
    Column{Field::Ethnicity, 32, 4},
    Column{Field::Birth, 36, 16},
    Column{Field::Address, 52, 70},
    Column{Field::IdNo, 122, 36},
    Column{Field::Authority, 158, 30},
    Column{Field::ValidFrom, 188, 16},
    Column{Field::ValidTo, 204, 16},
};
constexpr std::array GatColumns{
    Column{Field::Name, 0, 30},
    Column{Field::Sex, 30, 2},
    Column{Field::Birth, 36, 16},
    Column{Field::Address, 52, 70},
    Column{Field::IdNo, 122, 36},
    Column{Field::Authority, 158, 30},
    Column{Field::ValidFrom, 188, 16},
    Column{Field::ValidTo, 204, 16},
    Column{Field::PermitNo, 220, 18},
    Column{Field::IssueCount, 238, 4},
    Column{Field::Kind, KindAt, 2},
};
constexpr std::array Foreigner2017Columns{
    Column{Field::NameEn, 0, 120},
    Column{Field::Sex, 120, 2},
    Column{Field::IdNo, 122, 30},
    Column{Field::Nationality, 152, 6},
    Column{Field::Name, 158, 30},
    Column{Field::ValidFrom, 188, 16},
    Column{Field::ValidTo, 204, 16},
    Column{Field::Birth, 220, 16},
    Column{Field::Authority, 240, 8},
    Column{Field::Kind, KindAt, 2},
};
constexpr std::array Foreigner2023Columns{
    Column{Field::Name, 0, 30},
    Column{Field::Sex, 30, 2},
    Column{Field::IssueCount, 32, 4},
    Column{Field::Birth, 36, 16},
    Column{Field::NameEn, 52, 70},
    Column{Field::IdNo, 122, 36},
    Column{Field::ValidFrom, 188, 16},
    Column{Field::ValidTo, 204, 16},
    Column{Field::NameEnRest, 220, 22},
    Column{Field::Nationality, 242, 6},
    Column{Field::Kind, KindAt, 2},
};

std::span<const Column> columnsOf(IdCardKind kind)
{
    switch (kind) {
    case IdCardKind::Gat:
        return GatColumns;
    case IdCardKind::Foreigner2017:
        return Foreigner2017Columns;
    case IdCardKind::Foreigner2023:
        return Foreigner2023Columns;
    case IdCardKind::Resident:
        break;
    }
    return ResidentColumns;
}

QChar kindLetter(IdCardKind kind)
{
    switch (kind) {
    case IdCardKind::Gat:
        return u'J';
    case IdCardKind::Foreigner2017:
        return u'I';
    case IdCardKind::Foreigner2023:
        return u'Y';
    case IdCardKind::Resident:
        break;
    }
    return u' ';
}

IdCardKind kindOf(QChar letter)
{
    for (const auto kind : {IdCardKind::Gat, IdCardKind::Foreigner2017, IdCardKind::Foreigner2023}) {
        if (kindLetter(kind) == letter)
            return kind;
    }
    return IdCardKind::Resident;
}

QString utf16(QByteArrayView bytes)
{
    QString text(bytes.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        text[i] = QChar(qFromLittleEndian<quint16>(bytes.data() + 2 * i));
    return text;
}

bool isPadding(QChar c)
{
    return c == u' ' || c == QChar(0) || c == QChar(0x3000);
}

QString withoutPadding(const QString& text)
{
    QStringView view(text);
    while (!view.isEmpty() && isPadding(view.back()))
        view.chop(1);
    while (!view.isEmpty() && isPadding(view.front()))
        view = view.sliced(1);
    return view.toString();
}

// Half a surrogate pair or a control character would travel into files, print jobs and seals.
bool isCleanText(const QString& text)
{
    return text.isValidUtf16() &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

QDate dayOf(const QString& text)
{
    const bool digits =
        text.size() == 8 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? QDate(text.first(4).toInt(), text.sliced(4, 2).toInt(), text.sliced(6).toInt()) : QDate();
}

Done setDate(QDate& target, const QString& text, const QString& field)
{
    target = dayOf(text);
    if (!target.isValid())
        return fail(idCardLayout(field));
    return {};
}

Done setField(IdCard& card, Field field, const QString& raw)
{
    const auto text = withoutPadding(raw);
    if (!isCleanText(text))
        return fail(idCardLayout(u"text"_s));
    switch (field) {
    case Field::Name:
        card.name = text;
        break;
    case Field::NameEn:
        card.nameEn = raw; // its blank end matters while the rest may follow
        break;
    case Field::NameEnRest:
        card.nameEn += text;
        break;
    case Field::Sex:
        if (!QStringView(u"0129").contains(text) || text.size() != 1)
            return fail(idCardLayout(u"sex"_s));
        card.sexCode = text;
        break;
    case Field::Ethnicity:
        if (text.size() != 2 || !text.at(0).isDigit() || !text.at(1).isDigit())
            return fail(idCardLayout(u"ethnicity"_s));
        card.ethnicityCode = text;
        break;
    case Field::Birth:
        return setDate(card.birth, text, u"birth"_s);
    case Field::Address:
        card.address = text;
        break;
    case Field::IdNo:
        card.idNo = text;
        break;
    case Field::Authority:
        card.authority = text;
        break;
    case Field::ValidFrom:
        return setDate(card.validFrom, text, u"valid_from"_s);
    case Field::ValidTo:
        if (text == LongTerm)
            return {};
        card.validTo.emplace();
        return setDate(*card.validTo, text, u"valid_to"_s);
    case Field::PermitNo:
        card.permitNo = text;
        break;
    case Field::IssueCount:
        card.issueCount = std::max(text.toInt(), 0);
        break;
    case Field::Nationality:
        card.nationality = text;
        break;
    case Field::Kind:
        break;
    }
    return {};
}

QString fieldText(const IdCard& card, Field field)
{
    const auto day = [](QDate date) { return date.toString(u"yyyyMMdd"_s); };
    switch (field) {
    case Field::Name:
        return card.name;
    case Field::NameEn:
        return card.nameEn;
    case Field::NameEnRest:
        return card.nameEn.sliced(std::min<qsizetype>(card.nameEn.size(), 35));
    case Field::Sex:
        return card.sexCode;
    case Field::Ethnicity:
        return card.ethnicityCode;
    case Field::Birth:
        return day(card.birth);
    case Field::Address:
        return card.address;
    case Field::IdNo:
        return card.idNo;
    case Field::Authority:
        return card.authority;
    case Field::ValidFrom:
        return day(card.validFrom);
    case Field::ValidTo:
        return card.validTo ? day(*card.validTo) : LongTerm.toString();
    case Field::PermitNo:
        return card.permitNo;
    case Field::IssueCount:
        return QString::number(card.issueCount).rightJustified(2, u'0');
    case Field::Nationality:
        return card.nationality;
    case Field::Kind:
        return kindLetter(card.kind);
    }
    return {};
}

} // namespace

Result<IdCard> decodeIdCardText(QByteArrayView block)
{
    if (block.size() != BlockBytes)
        return fail(idCardLayout(u"length"_s));
    IdCard card;
    card.kind = kindOf(utf16(block.sliced(KindAt, 2)).at(0));
    for (const auto& column : columnsOf(card.kind))
        KB_CHECK(setField(card, column.field, utf16(block.sliced(column.at, column.bytes))));
    card.nameEn = withoutPadding(card.nameEn);
    if (!isCleanText(card.nameEn))
        return fail(idCardLayout(u"name_en"_s));
    if (card.name.isEmpty() && card.nameEn.isEmpty())
        return fail(idCardLayout(u"name"_s));
    return card;
}

QByteArray encodeIdCardText(const IdCard& card)
{
    QByteArray block;
    for (qsizetype i = 0; i < BlockBytes / 2; ++i)
        block.append(" \0", 2);
    for (const auto& column : columnsOf(card.kind)) {
        const auto text = fieldText(card, column.field).left(column.bytes / 2);
        for (qsizetype i = 0; i < text.size(); ++i)
            qToLittleEndian<quint16>(text.at(i).unicode(), block.data() + column.at + 2 * i);
    }
    return block;
}

QString decodeAddedAddress(QByteArrayView block)
{
    constexpr qsizetype lineBytes = 70;
    QString address;
    for (qsizetype at = 0; at + lineBytes <= std::min(block.size(), AddedAddressBytes); at += lineBytes) {
        const auto line = withoutPadding(utf16(block.sliced(at, lineBytes)));
        if (isCleanText(line))
            address += line;
    }
    return address;
}

} // namespace kuaiban::devices
