#include "PensionAccount.h"

#include "RegistryJson.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

QJsonObject PensionAccount::toJson() const
{
    return {{u"person"_s, person}, {u"workingSince"_s, dateText(workingSince)}, {u"category"_s, category},
        {u"deemedMonths"_s, deemedMonths}, {u"specialMonths"_s, specialMonths}, {u"index"_s, index.text()},
        {u"balanceFen"_s, balanceFen}, {u"version"_s, version}};
}

Result<PensionAccount> PensionAccount::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"pension"_s);
    PensionAccount account;
    account.person = reader.text(u"person"_s);
    account.workingSince = dateOr(reader, u"workingSince"_s);
    account.category = reader.text(u"category"_s);
    account.deemedMonths = reader.integerOr(u"deemedMonths"_s, 0);
    account.specialMonths = reader.integerOr(u"specialMonths"_s, 0);
    const auto index = expr::Decimal::fromText(reader.textOr(u"index"_s, u"0"_s));
    if (!index)
        reader.reject(u"index"_s, u"a decimal number"_s);
    account.index = index.value_or(expr::Decimal());
    account.balanceFen = reader.integerOr(u"balanceFen"_s, 0);
    account.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return account;
}

} // namespace kuaiban::registry
