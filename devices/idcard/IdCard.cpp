#include "IdCard.h"

#include <array>
#include <utility>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<IdCardKind, QLatin1StringView>, 4> KindNames{{
    {IdCardKind::Resident, "resident"_L1},
    {IdCardKind::Gat, "gat"_L1},
    {IdCardKind::Foreigner2017, "foreigner2017"_L1},
    {IdCardKind::Foreigner2023, "foreigner2023"_L1},
}};

} // namespace

IdCardValidity IdCard::validityOn(QDate day) const
{
    if (day < validFrom)
        return IdCardValidity::NotYetValid;
    return validTo && day > *validTo ? IdCardValidity::Expired : IdCardValidity::Valid;
}

bool IdCard::isSameCard(const IdCard& other) const
{
    return kind == other.kind && idNo == other.idNo && validFrom == other.validFrom && name == other.name;
}

QString idCardKindName(IdCardKind kind)
{
    for (const auto& [value, name] : KindNames) {
        if (value == kind)
            return name;
    }
    return {};
}

std::optional<IdCardKind> idCardKindFromName(const QString& name)
{
    for (const auto& [value, text] : KindNames) {
        if (text == name)
            return value;
    }
    return {};
}

} // namespace kuaiban::devices
