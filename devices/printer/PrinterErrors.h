#pragma once

#include "modules/base/Failure.h"

#include <QStringList>

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

inline Error printerSides(const QString& sides)
{
    return failure("printer.sides", Origin::User).with(u"sides"_s, sides);
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

inline Error printerTrayUnknown(const QString& tray, const QStringList& trays)
{
    return failure("printer.tray-unknown", Origin::User).with(u"tray"_s, tray).with(u"trays"_s, trays.join(u", "_s));
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

// Secure printing, or somebody stopped it at the queue: nothing happens until a person lets it go.
inline Error printerJobHeld(const QString& job)
{
    return failure("printer.job-held", Origin::User).with(u"job"_s, job);
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
