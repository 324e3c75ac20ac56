#include "EscPosEncoder.h"

#include "GbkText.h"
#include "ReceiptErrors.h"

#include <algorithm>

namespace kuaiban::devices {

namespace {

constexpr int DotsPerColumn = 12;
constexpr int BandRows = 128; // small printers buffer no more of a picture
constexpr int MostRows = 8192;
constexpr int MostFeed = 255;
constexpr qsizetype LongestQr = 2331; // version 40 with level M, in bytes

constexpr char Esc = 0x1b;
constexpr char Fs = 0x1c;
constexpr char Gs = 0x1d;

QByteArray command(std::initializer_list<int> bytes)
{
    QByteArray text;
    for (const int byte : bytes)
        text.append(static_cast<char>(byte));
    return text;
}

QByteArray initialise()
{
    return command({Esc, '@', Fs, '&'}); // and Chinese mode on
}

QByteArray align(SlipText::Align alignment)
{
    return command({Esc, 'a', static_cast<int>(alignment)});
}

QByteArray bold(bool on)
{
    return command({Esc, 'E', on ? 1 : 0});
}

QByteArray doubleSize(bool on)
{
    return command({Gs, '!', on ? 0x11 : 0x00});
}

QByteArray qrFunction(int function, const QByteArray& parameters)
{
    const auto length = parameters.size() + 2;
    return command({Gs, '(', 'k', int(length & 0xff), int(length >> 8), 0x31, function}) + parameters;
}

} // namespace

EscPosEncoder::EscPosEncoder(int columns, SlipRasteriser rasteriser)
    : m_columns(columns)
    , m_rasteriser(std::move(rasteriser))
{}

Result<QByteArray> EscPosEncoder::encode(const Slip& slip) const
{
    QByteArray bytes = initialise();
    int number = 0;
    for (const auto& line : slip.lines) {
        ++number;
        KB_TRY(const auto encoded, std::visit([&](const auto& kind) { return encodeLine(kind, number); }, line));
        bytes += encoded;
    }
    return bytes;
}

Result<QByteArray> EscPosEncoder::encodeLine(const SlipText& text, int line) const
{
    const int columns = text.doubleSize ? m_columns / 2 : m_columns;
    QByteArray bytes = align(text.align);
    if (text.doubleSize)
        bytes += doubleSize(true);
    if (text.bold)
        bytes += bold(true);
    for (const auto& part : brokenToColumns(text.text, columns)) {
        if (const auto gbk = gbkBytes(part)) {
            bytes += *gbk + '\n';
            continue;
        }
        if (!m_rasteriser)
            return fail(receiptGlyph(line));
        KB_TRY(const auto raster, m_rasteriser(SlipText{part, text.align, text.doubleSize, text.bold}));
        KB_TRY(const auto picture, encodeLine(raster, line));
        bytes += picture + align(text.align);
    }
    if (text.bold)
        bytes += bold(false);
    if (text.doubleSize)
        bytes += doubleSize(false);
    return bytes;
}

Result<QByteArray> EscPosEncoder::encodeLine(const SlipQr& qr, int line) const
{
    if (qr.payload.isEmpty() || qr.payload.size() > LongestQr || qr.moduleDots < 1 || qr.moduleDots > 16)
        return fail(receiptQr(line));
    return align(SlipText::Align::Center) + qrFunction(0x41, command({0x32, 0x00})) // model 2
           + qrFunction(0x43, command({qr.moduleDots}))                             // dots a module
           + qrFunction(0x45, command({0x31}))                                      // error correction M
           + qrFunction(0x50, command({0x30}) + qr.payload)                         // store
           + qrFunction(0x51, command({0x30})) + '\n'                               // print
           + align(SlipText::Align::Left);
}

Result<QByteArray> EscPosEncoder::encodeLine(const SlipRule&, int) const
{
    return align(SlipText::Align::Left) + QByteArray(m_columns, '-') + '\n';
}

Result<QByteArray> EscPosEncoder::encodeLine(const SlipFeed& feed, int) const
{
    return command({Esc, 'd', std::clamp(feed.lines, 0, MostFeed)});
}

Result<QByteArray> EscPosEncoder::encodeLine(const SlipCut&, int) const
{
    return command({Gs, 'V', 0x42, 0x00}); // feeds to the knife, then cuts and leaves a bridge
}

Result<QByteArray> EscPosEncoder::encodeLine(const SlipRaster& raster, int line) const
{
    const int rowBytes = raster.width / 8;
    const bool possible = raster.width > 0 && raster.width % 8 == 0 && raster.width <= m_columns * DotsPerColumn &&
                          raster.height > 0 && raster.height <= MostRows &&
                          raster.bits.size() == qsizetype(rowBytes) * raster.height;
    if (!possible)
        return fail(receiptPicture(line));
    QByteArray bytes = align(SlipText::Align::Left);
    for (int top = 0; top < raster.height; top += BandRows) {
        const int rows = std::min(BandRows, raster.height - top);
        bytes += command({Gs, 'v', '0', 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8});
        bytes += raster.bits.mid(qsizetype(top) * rowBytes, qsizetype(rows) * rowBytes);
    }
    return bytes;
}

} // namespace kuaiban::devices
