#include "Household.h"

#include "modules/base/ObjectReader.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

QJsonObject Household::toJson() const
{
    return {{u"id"_s, id}, {u"head"_s, head}, {u"kind"_s, kind}, {u"area"_s, area}, {u"address"_s, address},
        {u"members"_s, members}, {u"version"_s, version}};
}

Result<Household> Household::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"household"_s);
    Household household;
    household.id = reader.text(u"id"_s);
    household.head = reader.text(u"head"_s);
    household.kind = reader.textOr(u"kind"_s);
    household.area = reader.textOr(u"area"_s);
    household.address = reader.textOr(u"address"_s);
    household.members = reader.integerOr(u"members"_s, 0);
    household.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return household;
}

} // namespace kuaiban::registry
