#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"

#include <QStringList>

#include <chrono>
#include <stop_token>

namespace kuaiban::devices {

// Which sides of the sheet are printed (RFC 8011 `sides`). Printer: as it is set up itself.
enum class PaperSides { Printer, One, LongEdge, ShortEdge };

struct PrintRequest
{
    QByteArray pdf;
    QString title; // shown in the printer's queue: a case number, never a person
    int copies = 1;
    QString tray = {}; // by the name the printer gives it (PWG 5100.7 `media-source`); empty: the printer chooses
    PaperSides sides = PaperSides::Printer; // a printer that cannot turn the sheet prints on one side
};

enum class PrintJobState {
    Printed, // the printer says that all pages are out
    Queued,  // handed over; the printer has not finished
    Held,    // handed over, and somebody has to let it go: at the queue or at the printer's panel
};

inline constexpr std::chrono::milliseconds FollowStep(250); // so often somebody asks how a job stands

struct PrintJob
{
    PrintJobState state = PrintJobState::Queued;
    QString name; // number of the job at the queue, or the file that was written
    friend bool operator==(const PrintJob&, const PrintJob&) = default;
};

QString printJobStateName(PrintJobState state); // "printed", "queued", "held": for JSON
QString paperSidesName(PaperSides sides);       // "printer", "one", "long", "short": for JSON, profile and options
Result<PaperSides> paperSidesFromName(const QString& name); // `printer.sides`

// What a printer can be asked for.
struct PageAbilities
{
    QStringList trays; // empty: it tells of none
    bool twoSided = false;
    friend bool operator==(const PageAbilities&, const PageAbilities&) = default;
};

// A printer of pages. Every call blocks in the device thread, only while the printer or its queue answers, and ends
// early with `device.cancelled` when `stop` is requested. A job that was refused printed nothing.
class PagePrinter
{
public:
    virtual ~PagePrinter() = default;
    virtual DeviceState state(const std::stop_token& stop) = 0;
    // `printer.tray-unknown` when it tells its trays and the wanted one is not among them.
    virtual Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) = 0;
    // How a job stands that was handed over; its bad end is an error (`printer.job-aborted`, `printer.job-cancelled`).
    // While nobody can be asked it stands as it stood.
    virtual Result<PrintJob> follow(const PrintJob& job, const std::stop_token& stop);
    // Takes a job back that is not printed; whether in time shows when it is followed.
    virtual void takeBack(const PrintJob& job, const std::stop_token& stop);
    virtual Result<PageAbilities> abilities(const std::stop_token& stop);
    // How long a job may take before somebody should look after it.
    virtual std::chrono::milliseconds patience() const { return std::chrono::seconds(15); }
};

// What every printer refuses before it begins: `printer.not-pdf`, `printer.copies`.
Done checkPrintRequest(const PrintRequest& request);
// `printer.tray-unknown`
Done checkTray(const PrintRequest& request, const PageAbilities& abilities);

// Prints and follows the job until its end, or until the printer's patience is over: for one who has nothing else to
// do.
Result<PrintJob> printAndFollow(PagePrinter& printer, const PrintRequest& request, const std::stop_token& stop);

} // namespace kuaiban::devices
