#include "Failure.h"

#include <array>
#include <utility>

namespace kuaiban {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::pair<Origin, QLatin1StringView>, 7> OriginNames{{
    {Origin::User, "user"_L1},
    {Origin::Card, "card"_L1},
    {Origin::Device, "device"_L1},
    {Origin::Network, "network"_L1},
    {Origin::Hub, "hub"_L1},
    {Origin::Data, "data"_L1},
    {Origin::Machine, "machine"_L1},
}};

} // namespace

QString originName(Origin origin)
{
    for (const auto& [value, name] : OriginNames) {
        if (value == origin)
            return name;
    }
    return "machine"_L1;
}

Origin originFromName(const QString& name)
{
    for (const auto& [value, text] : OriginNames) {
        if (text == name)
            return value;
    }
    return Origin::Machine;
}

Error Error::with(const QString& name, const QJsonValue& value) const
{
    Error copy = *this;
    copy.fields.insert(name, value);
    return copy;
}

Error failure(const char* code, Origin origin, const QString& detail)
{
    return Error{QString::fromLatin1(code), origin, detail, {}};
}

QString logLine(const Error& error)
{
    return error.detail.isEmpty() ? "%1 (%2)"_L1.arg(error.code, originName(error.origin))
                                  : "%1 (%2): %3"_L1.arg(error.code, originName(error.origin), error.detail);
}

} // namespace kuaiban
