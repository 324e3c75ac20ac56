#include "TerminationReport.h"

#include "RegistryJson.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

QJsonObject TerminationReport::toJson() const
{
    return {{u"id"_s, id}, {u"person"_s, person}, {u"unit"_s, unit}, {u"unitName"_s, unitName}, {u"reason"_s, reason},
        {u"endedOn"_s, dateText(endedOn)}, {u"reportedOn"_s, dateText(reportedOn)}, {u"version"_s, version}};
}

Result<TerminationReport> TerminationReport::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"termination"_s);
    TerminationReport report;
    report.id = reader.text(u"id"_s);
    report.person = reader.text(u"person"_s);
    report.unit = reader.text(u"unit"_s);
    report.unitName = reader.textOr(u"unitName"_s);
    report.reason = reader.text(u"reason"_s);
    report.endedOn = reader.date(u"endedOn"_s);
    report.reportedOn = reader.date(u"reportedOn"_s);
    report.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return report;
}

} // namespace kuaiban::registry
