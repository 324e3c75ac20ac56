#pragma once

#include "devices/base/DeviceUri.h"
#include "PagePrinter.h"

#include <QHash>

namespace kuaiban::devices {

// What the script of a simulated printer says; see resources/simulator/README.md.
struct PrinterScript
{
    QStringList jobs; // how one job after another goes, step by step; the last one goes on for ever
    qint64 delayMs = 0;
    qint64 patienceMs = 0;
    QString state; // what the light shows before a job
    PageAbilities abilities;
};
Result<PrinterScript> readPrinterScript(const QJsonObject& script, const QString& file);

// A printer that follows a script. With a folder, the pages that "come out" are kept there, and how each was asked for
// stands in jobs.jsonl, a line a job.
class SimulatedPrinter final : public PagePrinter
{
public:
    SimulatedPrinter(PrinterScript script, const QString& folder);

    DeviceState state(const std::stop_token& stop) override;
    Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) override;
    Result<PrintJob> follow(const PrintJob& job, const std::stop_token& stop) override;
    void takeBack(const PrintJob& job, const std::stop_token& stop) override;
    Result<PageAbilities> abilities(const std::stop_token& stop) override;
    std::chrono::milliseconds patience() const override { return std::chrono::milliseconds(m_script.patienceMs); }

private:
    struct Job // in the queue
    {
        PrintRequest request;
        QStringList steps; // still to come
    };
    Result<PrintJob> step(const QString& name, const std::stop_token& stop);
    Done note(const QString& page, const PrintRequest& request) const;

    PrinterScript m_script;
    QString m_folder;
    int m_jobs = 0;
    QHash<QString, Job> m_queue; // by name
};

} // namespace kuaiban::devices
