#include "PageCodes.h"

#include "SmallPage.h"

#include <ZXing/ReadBarcode.h>

namespace kuaiban::devices {

namespace {

constexpr int CodeSide = 1800; // pixels of the page on which codes are looked for; 150 dpi for A4

} // namespace

QStringList codesOn(const QImage& image)
{
    const auto page = smallPage(image, CodeSide);
    if (page.grey.isNull())
        return {};
    QStringList codes;
    try { // a foreign library
        const ZXing::ImageView view(page.grey.constBits(), page.grey.width(), page.grey.height(),
            ZXing::ImageFormat::Lum, static_cast<int>(page.grey.bytesPerLine()));
        const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
        for (const auto& found : ZXing::ReadBarcodes(view, hints))
            codes.append(QString::fromStdString(found.text()));
    } catch (const std::exception&) {
        codes.clear();
    }
    return codes;
}

} // namespace kuaiban::devices
