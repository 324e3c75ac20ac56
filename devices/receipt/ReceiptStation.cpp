#include "ReceiptStation.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

ReceiptStation::ReceiptStation(Result<std::unique_ptr<ReceiptPrinter>> printer, QObject* parent)
    : PrintStation(u"receipt"_s, std::move(printer), parent)
{}

} // namespace kuaiban::devices
