#include "QrCode.h"

#include "DocumentsErrors.h"

#include <qrencode.h>

#include <memory>

namespace kuaiban::documents {

Result<QrCode> makeQrCode(const QByteArray& payload)
{
    const auto free = [](QRcode* code) { QRcode_free(code); };
    const auto* bytes = reinterpret_cast<const unsigned char*>(payload.constData());
    const std::unique_ptr<QRcode, decltype(free)> code(
        QRcode_encodeData(int(payload.size()), bytes, 0, QR_ECLEVEL_M), free);
    if (!code)
        return fail(qrTooLong(payload.size()));
    QrCode result;
    result.side = code->width;
    result.modules.resize(qsizetype(code->width) * code->width);
    for (qsizetype i = 0; i < result.modules.size(); ++i)
        result.modules[i] = char(code->data[i] & 1);
    return result;
}

} // namespace kuaiban::documents
