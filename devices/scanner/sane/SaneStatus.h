#pragma once

#include "devices/scanner/ScannerErrors.h"

#include <sane/sane.h>

namespace kuaiban::devices {

// The failure code of a SANE status. `call` is logged beside it.
inline Error saneError(SANE_Status status, const char* call)
{
    switch (status) {
    case SANE_STATUS_CANCELLED:
        return scannerCancelled();
    case SANE_STATUS_DEVICE_BUSY:
        return scannerBusy();
    case SANE_STATUS_JAMMED:
        return scannerJam();
    case SANE_STATUS_NO_DOCS:
        return scannerFeederEmpty();
    case SANE_STATUS_COVER_OPEN:
        return scannerCoverOpen();
    case SANE_STATUS_NO_MEM:
        return scannerNoMemory();
    case SANE_STATUS_ACCESS_DENIED:
        return scannerAccess();
    case SANE_STATUS_UNSUPPORTED:
        return scannerUnsupported(QString::fromLatin1(call));
    default:
        return scannerInputOutput(
            "%1: %2"_L1.arg(QString::fromLatin1(call), QString::fromLocal8Bit(sane_strstatus(status))));
    }
}

} // namespace kuaiban::devices
