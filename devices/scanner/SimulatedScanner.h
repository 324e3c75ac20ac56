#pragma once

#include "Scanner.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kuaiban::devices {

// What the script of a simulated scanner says; see resources/simulator/README.md.
struct ScannerScript
{
    QJsonArray steps; // feed, end, fault, delay; used up one after another
    bool repeat = true;
    qint64 pageMs = 0;  // how long one page takes
    bool keeps = false; // never lets go of its device after a job
};
Result<ScannerScript> readScannerScript(const QJsonObject& script, const QString& file);

// A scanner that draws its pages after a script.
class SimulatedScanner final : public Scanner
{
public:
    // Whether "crash" and "hang" of the script really happen. Only in a driver host process, where they hurt nobody.
    enum class Mishaps { Told, Real };

    SimulatedScanner(ScannerScript script, Mishaps mishaps);

    DeviceState state(const std::stop_token& stop) override;
    Result<int> scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop) override;
    void letGo() override;

private:
    std::optional<QJsonObject> nextStep(bool fromFeeder, int pages);
    Result<ScannedPage> feed(
        const QString& name, int number, const ScanJob& job, const ScanListener& listener, const std::stop_token& stop);
    Error mishap(const QString& fault, const std::stop_token& stop);

    ScannerScript m_script;
    Mishaps m_mishaps;
    qsizetype m_at = 0;
    std::optional<Error> m_broken; // what the light shows until a job succeeds
};

} // namespace kuaiban::devices
