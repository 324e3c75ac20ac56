#include "PagePrinter.h"

#include "devices/base/Pause.h"
#include "PrinterErrors.h"

#include <QDeadlineTimer>

namespace kuaiban::devices {

namespace {

constexpr int MostCopies = 99;

} // namespace

QString printJobStateName(PrintJobState state)
{
    switch (state) {
    case PrintJobState::Printed:
        return u"printed"_s;
    case PrintJobState::Held:
        return u"held"_s;
    case PrintJobState::Queued:
        break;
    }
    return u"queued"_s;
}

QString paperSidesName(PaperSides sides)
{
    switch (sides) {
    case PaperSides::One:
        return u"one"_s;
    case PaperSides::LongEdge:
        return u"long"_s;
    case PaperSides::ShortEdge:
        return u"short"_s;
    case PaperSides::Printer:
        break;
    }
    return u"printer"_s;
}

Result<PaperSides> paperSidesFromName(const QString& name)
{
    for (const auto sides : {PaperSides::Printer, PaperSides::One, PaperSides::LongEdge, PaperSides::ShortEdge}) {
        if (paperSidesName(sides) == name)
            return sides;
    }
    return fail(printerSides(name));
}

Result<PrintJob> PagePrinter::follow(const PrintJob& job, const std::stop_token&)
{
    return job;
}

void PagePrinter::takeBack(const PrintJob&, const std::stop_token&) {}

Result<PageAbilities> PagePrinter::abilities(const std::stop_token&)
{
    return PageAbilities();
}

Done checkPrintRequest(const PrintRequest& request)
{
    if (!request.pdf.startsWith("%PDF-"))
        return fail(printerNotPdf());
    if (request.copies < 1 || request.copies > MostCopies)
        return fail(printerCopies());
    return {};
}

Done checkTray(const PrintRequest& request, const PageAbilities& abilities)
{
    if (request.tray.isEmpty() || abilities.trays.isEmpty() || abilities.trays.contains(request.tray))
        return {};
    return fail(printerTrayUnknown(request.tray, abilities.trays));
}

Result<PrintJob> printAndFollow(PagePrinter& printer, const PrintRequest& request, const std::stop_token& stop)
{
    const QDeadlineTimer deadline(printer.patience());
    KB_TRY(auto job, printer.print(request, stop));
    while (job.state == PrintJobState::Queued && !deadline.hasExpired() && pause(stop, FollowStep)) {
        KB_TRY(auto now, printer.follow(job, stop));
        job = std::move(now);
    }
    return job;
}

} // namespace kuaiban::devices
