#include "MyCasesFilter.h"

#include "modules/base/Clock.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

bool fitsMyCases(const sync::LocalCase& line, MyCases list, QDate today)
{
    const auto& phase = line.phase;
    const bool open = phase == "in-progress"_L1 || phase == "supplement"_L1;
    switch (list) {
    case MyCases::ToContinue:
        return line.attention.has_value() || (open && line.mine);
    case MyCases::Today:
        return legalDate(line.openedAt) == today;
    case MyCases::InTransit:
        return open;
    case MyCases::Passed:
        return phase == "completed"_L1;
    case MyCases::NotPassed:
        return phase == "refused"_L1;
    case MyCases::NotAccepted:
        return phase == "not-accepted"_L1;
    case MyCases::Voided:
        return phase == "voided"_L1 || phase == "merged"_L1;
    case MyCases::ToCollect:
        return !line.collected && (phase == "completed"_L1 || phase == "refused"_L1 || phase == "not-accepted"_L1);
    case MyCases::All:
        break;
    }
    return true;
}

} // namespace kuaiban::counter
