#pragma once

#include "devices/base/PrintStation.h"
#include "PagePrinter.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace kuaiban::devices {

// The page printer as the counter sees it. A job that a queue has taken is followed until its end, while the next ones
// go there as well: `printed` and `failed` end a ticket, `waits` says in between that somebody is needed.
class PageStation final : public PrintStation<PagePrinter, PrintRequest, PrintJob>
{
    Q_OBJECT

public:
    explicit PageStation(Result<std::unique_ptr<PagePrinter>> printer, QObject* parent = nullptr);

    // Takes a job back, out of the queue or on its way there; `failed` with `printer.job-cancelled` tells that it was
    // in time.
    void takeBack(int ticket);

Q_SIGNALS:
    void printed(int ticket, const kuaiban::devices::PrintJob& job);
    // The pages were handed over and do not come out: held, or for a fault of the printer, or for too long. Told again
    // when the reason changes; when it is mended, the printer has the whole patience again.
    void waits(int ticket, const kuaiban::Error& why);

private:
    struct Waiting
    {
        PrintJob job;
        QElapsedTimer since;
        QString told; // code of the reason that was told
    };
    struct Heard
    {
        int ticket;
        Result<PrintJob> job;
    };

    PageStation(std::chrono::milliseconds patience, Result<std::unique_ptr<PagePrinter>>&& printer, QObject* parent);

    void reportPrinted(int ticket, const PrintJob& job) override;
    DeviceState shown(const DeviceState& heard) const override;
    void follow();
    void hearOf(const Heard& heard);
    std::optional<Error> reasonToWait(const Waiting& waiting) const;

    std::chrono::milliseconds m_patience;
    QHash<int, Waiting> m_waiting; // by ticket
    QSet<int> m_unwanted;          // taken back before the queue had them
    QTimer m_steps;
    bool m_asking = false; // how the jobs stand, and not yet answered
};

} // namespace kuaiban::devices
