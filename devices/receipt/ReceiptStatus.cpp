#include "ReceiptStatus.h"

#include "ReceiptErrors.h"

namespace kuaiban::devices {

namespace {

constexpr bool hasBits(quint8 byte, quint8 bits)
{
    return (byte & bits) == bits;
}

} // namespace

bool addStatusByte(ReceiptStatus& status, int question, quint8 byte)
{
    if ((byte & 0x93) != 0x12) // bits 0 and 7 are always clear, bits 1 and 4 always set
        return false;
    status.answered = true;
    switch (question) {
    case 1:
        status.offline = hasBits(byte, 0x08);
        break;
    case 2:
        status.coverOpen = hasBits(byte, 0x04);
        if (hasBits(byte, 0x20))
            status.paper = PaperState::Out;
        break;
    case 3:
        status.cutterFault = hasBits(byte, 0x08);
        status.unrecoverable = hasBits(byte, 0x20);
        break;
    case 4:
        if (hasBits(byte, 0x60))
            status.paper = PaperState::Out;
        else if (status.paper != PaperState::Out)
            status.paper = hasBits(byte, 0x0c) ? PaperState::NearEnd : PaperState::Present;
        break;
    default:
        break;
    }
    return true;
}

std::optional<Error> obstacleOf(const ReceiptStatus& status)
{
    if (status.coverOpen)
        return receiptCoverOpen();
    if (status.paper == PaperState::Out)
        return receiptPaperOut();
    if (status.cutterFault)
        return receiptCutter();
    if (status.unrecoverable)
        return receiptPrinterError();
    if (status.offline)
        return receiptOffline();
    return {};
}

DeviceState receiptState(const ReceiptStatus& status)
{
    if (!status.answered)
        return DeviceState::readyWith(receiptStatusUnknown());
    if (const auto obstacle = obstacleOf(status))
        return DeviceState::fault(*obstacle);
    return status.paper == PaperState::NearEnd ? DeviceState::attention(receiptPaperLow()) : DeviceState::ready();
}

} // namespace kuaiban::devices
