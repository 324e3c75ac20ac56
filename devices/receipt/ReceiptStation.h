#pragma once

#include "devices/base/PrintStation.h"
#include "ReceiptPrinter.h"

namespace kuaiban::devices {

// The receipt printer as the counter sees it.
class ReceiptStation final : public PrintStation<ReceiptPrinter, Slip, ReceiptJob>
{
    Q_OBJECT

public:
    explicit ReceiptStation(Result<std::unique_ptr<ReceiptPrinter>> printer, QObject* parent = nullptr);

Q_SIGNALS:
    void printed(int ticket, kuaiban::devices::ReceiptJob job);

private:
    void reportPrinted(int ticket, const ReceiptJob& job) override { Q_EMIT printed(ticket, job); }
};

} // namespace kuaiban::devices
