#include "QueueState.h"

#include "PrinterErrors.h"

namespace kuaiban::devices {

namespace {

// The keyword without its grade: "media-empty-error" and "media-empty-warning" mean the same to the clerk.
QString keyword(QString reason)
{
    for (const auto grade : {"-error"_L1, "-warning"_L1, "-report"_L1}) {
        if (reason.endsWith(grade))
            reason.chop(grade.size());
    }
    return reason;
}

std::optional<Error> faultOf(const QString& word)
{
    if (word == "media-empty"_L1 || word == "media-needed"_L1)
        return printerPaperOut();
    if (word == "media-jam"_L1)
        return printerJam();
    if (word == "cover-open"_L1 || word == "door-open"_L1 || word == "interlock-open"_L1)
        return printerCoverOpen();
    if (word == "toner-empty"_L1 || word == "marker-supply-empty"_L1)
        return printerTonerOut();
    if (word == "offline"_L1 || word == "connecting-to-device"_L1 || word == "timed-out"_L1)
        return printerOffline();
    return {};
}

std::optional<Error> warningOf(const QString& word)
{
    if (word == "media-low"_L1)
        return printerPaperLow();
    if (word == "toner-low"_L1 || word == "marker-supply-low"_L1)
        return printerTonerLow();
    return {};
}

} // namespace

DeviceState pageState(const QString& queue, const QueueState& state)
{
    for (const auto& reason : state.reasons) {
        if (const auto fault = faultOf(keyword(reason)))
            return DeviceState::fault(*fault);
    }
    if (state.stopped)
        return DeviceState::fault(printerStopped(queue, state.reasons.join(u' ')));
    if (!state.accepting)
        return DeviceState::fault(printerRejecting(queue));
    for (const auto& reason : state.reasons) {
        if (const auto warning = warningOf(keyword(reason)))
            return DeviceState::attention(*warning);
    }
    return DeviceState::ready();
}

} // namespace kuaiban::devices
