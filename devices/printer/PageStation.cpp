#include "PageStation.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

PageStation::PageStation(Result<std::unique_ptr<PagePrinter>> printer, QObject* parent)
    : PrintStation(u"printer"_s, std::move(printer), parent)
{}

} // namespace kuaiban::devices
