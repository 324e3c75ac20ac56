#pragma once

#include "modules/base/Result.h"
#include "Slip.h"

#include <functional>

namespace kuaiban::devices {

// Draws one line of text as a picture, for characters that the printer's own font lacks.
using SlipRasteriser = std::function<Result<SlipRaster>(const SlipText&)>;

// Turns slips into ESC/POS in Chinese mode (GBK). Everything is checked before the first byte leaves: `receipt.glyph`
// for a character the printer cannot print while there is no rasteriser, `receipt.picture`, `receipt.qr`.
class EscPosEncoder
{
public:
    // 48 columns on 80 mm paper, 32 on 58 mm; a column has 12 dots.
    explicit EscPosEncoder(int columns, SlipRasteriser rasteriser = {});

    Result<QByteArray> encode(const Slip& slip) const;

private:
    Result<QByteArray> encodeLine(const SlipText& text, int line) const;
    Result<QByteArray> encodeLine(const SlipQr& qr, int line) const;
    Result<QByteArray> encodeLine(const SlipRule& rule, int line) const;
    Result<QByteArray> encodeLine(const SlipFeed& feed, int line) const;
    Result<QByteArray> encodeLine(const SlipCut& cut, int line) const;
    Result<QByteArray> encodeLine(const SlipRaster& raster, int line) const;

    int m_columns;
    SlipRasteriser m_rasteriser;
};

} // namespace kuaiban::devices
