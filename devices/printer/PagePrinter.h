#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"

#include <stop_token>

namespace kuaiban::devices {

struct PrintRequest
{
    QByteArray pdf;
    QString title; // shown in the printer's queue: a case number, never a person
    int copies = 1;
};

enum class PrintJobState {
    Printed, // the printer says that all pages are out
    Queued,  // handed over; the printer has not finished, or never tells
};

struct PrintJob
{
    PrintJobState state = PrintJobState::Queued;
    QString name; // number of the job at the queue, or the file that was written
    friend bool operator==(const PrintJob&, const PrintJob&) = default;
};

inline QString printJobStateName(PrintJobState state)
{
    using namespace Qt::StringLiterals;
    return state == PrintJobState::Printed ? u"printed"_s : u"queued"_s;
}

// A printer of pages. Every call blocks in the device thread and ends early with `device.cancelled` when `stop` is
// requested. A job that was refused printed nothing.
class PagePrinter
{
public:
    virtual ~PagePrinter() = default;
    virtual DeviceState state(const std::stop_token& stop) = 0;
    virtual Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) = 0;
};

// What every printer refuses before it begins: `printer.not-pdf`, `printer.copies`.
Done checkPrintRequest(const PrintRequest& request);

} // namespace kuaiban::devices
