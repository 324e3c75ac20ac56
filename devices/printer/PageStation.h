#pragma once

#include "devices/base/PrintStation.h"
#include "PagePrinter.h"

namespace kuaiban::devices {

// The page printer as the counter sees it.
class PageStation final : public PrintStation<PagePrinter, PrintRequest, PrintJob>
{
    Q_OBJECT

public:
    explicit PageStation(Result<std::unique_ptr<PagePrinter>> printer, QObject* parent = nullptr);

Q_SIGNALS:
    void printed(int ticket, const kuaiban::devices::PrintJob& job);

private:
    void reportPrinted(int ticket, const PrintJob& job) override { Q_EMIT printed(ticket, job); }
};

} // namespace kuaiban::devices
