#pragma once

#include "devices/base/ByteStream.h"
#include "EscPosEncoder.h"
#include "ReceiptPrinter.h"

#include <QStringList>

namespace kuaiban::devices {

// What the script of a simulated receipt printer says; see resources/simulator/README.md.
struct ReceiptScript
{
    QStringList jobs; // how one job after another ends; the last word goes on for ever
    qint64 delayMs = 0;
    QString state; // what the light shows
};
Result<ReceiptScript> readReceiptScript(const QJsonObject& script, const QString& file);

// A receipt printer that follows a script. With a file, what would be printed is appended there as ESC/POS.
class SimulatedReceiptPrinter final : public ReceiptPrinter
{
public:
    SimulatedReceiptPrinter(ReceiptScript script, EscPosEncoder encoder, std::unique_ptr<ByteStream> paper);

    DeviceState state(const std::stop_token& stop) override;
    Result<ReceiptJob> print(const Slip& slip, const std::stop_token& stop) override;

private:
    ReceiptScript m_script;
    EscPosEncoder m_encoder;
    std::unique_ptr<ByteStream> m_paper;
    qsizetype m_jobs = 0;
};

} // namespace kuaiban::devices
