#include "Insurance.h"

#include "RegistryJson.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

QJsonObject Insurance::toJson() const
{
    return {{u"person"_s, person}, {u"kind"_s, kind}, {u"state"_s, state}, {u"insuredAs"_s, insuredAs},
        {u"unit"_s, unit}, {u"unitName"_s, unitName}, {u"firstOn"_s, dateText(firstOn)}, {u"since"_s, dateText(since)},
        {u"until"_s, dateText(until)}, {u"reason"_s, reason}, {u"months"_s, months}, {u"baseFen"_s, baseFen},
        {u"version"_s, version}};
}

Result<Insurance> Insurance::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"insurance"_s);
    Insurance insurance;
    insurance.person = reader.text(u"person"_s);
    insurance.kind = reader.text(u"kind"_s);
    insurance.state = reader.text(u"state"_s);
    insurance.insuredAs = reader.textOr(u"insuredAs"_s);
    insurance.unit = reader.textOr(u"unit"_s);
    insurance.unitName = reader.textOr(u"unitName"_s);
    insurance.firstOn = dateOr(reader, u"firstOn"_s);
    insurance.since = dateOr(reader, u"since"_s);
    insurance.until = dateOr(reader, u"until"_s);
    insurance.reason = reader.textOr(u"reason"_s);
    insurance.months = reader.integerOr(u"months"_s, 0);
    insurance.baseFen = reader.integerOr(u"baseFen"_s, 0);
    insurance.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return insurance;
}

} // namespace kuaiban::registry
