#pragma once

#include "devices/base/DeviceUri.h"
#include "PagePrinter.h"

#include <memory>

namespace kuaiban::devices {

// What the script of a simulated printer says; see resources/simulator/README.md.
struct PrinterScript
{
    QStringList jobs; // how one job after another ends; the last word goes on for ever
    qint64 delayMs = 0;
    QString state; // what the light shows before a job
};
Result<PrinterScript> readPrinterScript(const QJsonObject& script, const QString& file);

// A printer that follows a script. With a folder, the pages that "come out" are kept there.
class SimulatedPrinter final : public PagePrinter
{
public:
    SimulatedPrinter(PrinterScript script, std::unique_ptr<PagePrinter> tray);

    DeviceState state(const std::stop_token& stop) override;
    Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) override;

private:
    PrinterScript m_script;
    std::unique_ptr<PagePrinter> m_tray;
    qsizetype m_jobs = 0;
};

} // namespace kuaiban::devices
