#pragma once

#include "devices/base/ByteStream.h"
#include "EscPosEncoder.h"
#include "ReceiptPrinter.h"
#include "ReceiptStatus.h"

namespace kuaiban::devices {

// A printer that speaks ESC/POS over any line. The line is opened for each job: network printers serve one at a time.
class EscPosPrinter final : public ReceiptPrinter
{
public:
    EscPosPrinter(std::unique_ptr<ByteStream> stream, EscPosEncoder encoder);

    DeviceState state(const std::stop_token& stop) override;
    Result<ReceiptJob> print(const Slip& slip, const std::stop_token& stop) override;

private:
    Result<ReceiptJob> printOpened(const QByteArray& bytes, const std::stop_token& stop);
    Result<ReceiptStatus> askStatus(const std::stop_token& stop);

    std::unique_ptr<ByteStream> m_stream;
    EscPosEncoder m_encoder;
};

} // namespace kuaiban::devices
