#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

inline Error printerNotPdf()
{
    return failure("printer.not-pdf", Origin::Data);
}

inline Error printerCopies()
{
    return failure("printer.copies", Origin::User);
}

inline Error printerFolder(const QString& folder, const QString& detail)
{
    return failure("printer.folder", Origin::Machine, detail).with(u"folder"_s, folder);
}

inline Error printerServer(const QString& detail)
{
    return failure("printer.server", Origin::Machine, detail);
}

inline Error printerQueueUnknown(const QString& queue)
{
    return failure("printer.queue-unknown", Origin::User).with(u"queue"_s, queue);
}

inline Error printerStopped(const QString& queue, const QString& reasons)
{
    return failure("printer.stopped", Origin::Device, reasons).with(u"queue"_s, queue);
}

inline Error printerRejecting(const QString& queue)
{
    return failure("printer.rejecting", Origin::Device).with(u"queue"_s, queue);
}

inline Error printerRefused(const QString& queue, const QString& detail)
{
    return failure("printer.refused", Origin::Device, detail).with(u"queue"_s, queue);
}

inline Error printerOffline()
{
    return failure("printer.offline", Origin::Device);
}

inline Error printerPaperOut()
{
    return failure("printer.paper-out", Origin::Device);
}

inline Error printerPaperLow()
{
    return failure("printer.paper-low", Origin::Device);
}

inline Error printerJam()
{
    return failure("printer.jam", Origin::Device);
}

inline Error printerCoverOpen()
{
    return failure("printer.cover-open", Origin::Device);
}

inline Error printerTonerOut()
{
    return failure("printer.toner-out", Origin::Device);
}

inline Error printerTonerLow()
{
    return failure("printer.toner-low", Origin::Device);
}

// A job that was handed over long ago still waits: a printer that is switched off often shows nothing else.
inline Error printerJobWaiting(const QString& job)
{
    return failure("printer.job-waiting", Origin::Device).with(u"job"_s, job);
}

inline Error printerJobAborted(const QString& job)
{
    return failure("printer.job-aborted", Origin::Device).with(u"job"_s, job);
}

inline Error printerJobCancelled(const QString& job)
{
    return failure("printer.job-cancelled", Origin::User).with(u"job"_s, job);
}

} // namespace kuaiban::devices
