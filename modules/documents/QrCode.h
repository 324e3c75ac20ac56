#pragma once

#include "modules/base/Result.h"

#include <QByteArray>

namespace kuaiban::documents {

// A QR code symbol (GB/T 18284, ISO/IEC 18004) without its quiet zone, error correction level M.
struct QrCode
{
    QByteArray modules; // side × side bytes, row by row, 1 is black
    int side = 0;

    static constexpr int QuietModules = 4;
};

// At most 2331 bytes of payload; more is `documents.qr-too-long`. Any thread.
Result<QrCode> makeQrCode(const QByteArray& payload);

} // namespace kuaiban::documents
