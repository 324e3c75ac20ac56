#include "TypeSize.h"

#include <array>
#include <utility>

namespace kuaiban::documents {

namespace {

constexpr std::array<std::pair<QStringView, double>, 16> NamedSizes{{
    {u"初号", 42},
    {u"小初", 36},
    {u"一号", 26},
    {u"小一", 24},
    {u"二号", 22},
    {u"小二", 18},
    {u"三号", 16},
    {u"小三", 15},
    {u"四号", 14},
    {u"小四", 12},
    {u"五号", 10.5},
    {u"小五", 9},
    {u"六号", 7.5},
    {u"小六", 6.5},
    {u"七号", 5.5},
    {u"八号", 5},
}};

constexpr double Smallest = 4;
constexpr double Largest = 96;

} // namespace

std::optional<double> decimal(const QJsonValue& value)
{
    bool valid = value.isDouble();
    double number = value.toDouble();
    if (value.isString())
        number = value.toString().toDouble(&valid);
    if (!valid || !qIsFinite(number) || number < 0)
        return std::nullopt;
    return number;
}

std::optional<double> typeSize(const QJsonValue& value)
{
    const auto name = value.toString();
    for (const auto& [known, points] : NamedSizes) {
        if (known == name)
            return points;
    }
    const auto points = decimal(value);
    if (!points || *points < Smallest || *points > Largest)
        return std::nullopt;
    return points;
}

} // namespace kuaiban::documents
