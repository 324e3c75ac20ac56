#include "SaneImage.h"

#include "devices/scanner/ScannerErrors.h"

#include <cstring>
#include <type_traits>

namespace kuaiban::devices {

namespace {

constexpr qint64 MostBytes = 1'200'000'000; // A4 at 1200 dpi in 16-bit colour is 835 MB
constexpr int MostPixelsPerLine = 60'000;
constexpr int MostLines = 120'000;

int channelsOf(SANE_Frame frame)
{
    return frame == SANE_FRAME_RGB ? 3 : 1;
}

int neededBytesPerLine(const SANE_Parameters& parameters)
{
    const qint64 bits = qint64(parameters.pixels_per_line) * channelsOf(parameters.format) * parameters.depth;
    return static_cast<int>((bits + 7) / 8);
}

// Newer drivers know kinds of frames that this enumeration does not, so it must not be read as one before it is
// checked.
bool isKnownKind(const SANE_Parameters& parameters)
{
    std::underlying_type_t<SANE_Frame> kind{};
    std::memcpy(&kind, &parameters.format, sizeof kind);
    return kind <= SANE_FRAME_BLUE;
}

bool isPossible(const SANE_Parameters& p)
{
    if (!isKnownKind(p))
        return false;
    const bool depthKnown = p.depth == 8 || p.depth == 16 || (p.depth == 1 && p.format == SANE_FRAME_GRAY);
    const bool sizeKnown = p.pixels_per_line > 0 && p.pixels_per_line <= MostPixelsPerLine && p.lines >= -1 &&
                           p.lines != 0 && p.lines <= MostLines;
    return depthKnown && sizeKnown && p.bytes_per_line >= neededBytesPerLine(p) &&
           qint64(p.bytes_per_line) * std::max(p.lines, 1) <= MostBytes;
}

} // namespace

Done SaneImage::beginFrame(const SANE_Parameters& parameters)
{
    if (!isPossible(parameters))
        return fail(scannerBadImage(u"impossible parameters"_s));
    const bool fitsBefore = m_frames == 0 || (parameters.pixels_per_line == m_parameters.pixels_per_line &&
                                                 parameters.depth == m_parameters.depth &&
                                                 parameters.bytes_per_line == m_parameters.bytes_per_line);
    if (!fitsBefore || !plane(parameters.format).isEmpty())
        return fail(scannerBadImage(u"frames that do not fit together"_s));
    m_parameters = parameters;
    m_current = parameters.format;
    ++m_frames;
    if (parameters.lines > 0)
        m_planes.at(static_cast<size_t>(m_current)).reserve(qsizetype(parameters.bytes_per_line) * parameters.lines);
    return {};
}

Done SaneImage::add(QByteArrayView bytes)
{
    auto& target = m_planes.at(static_cast<size_t>(m_current));
    const qint64 most = m_parameters.lines > 0 ? qint64(m_parameters.bytes_per_line) * m_parameters.lines
                                               : std::min(MostBytes, qint64(m_parameters.bytes_per_line) * MostLines);
    if (target.size() + bytes.size() > most)
        return fail(scannerBadImage(u"more bytes than announced"_s));
    target.append(bytes.data(), bytes.size());
    return {};
}

int SaneImage::percent() const
{
    if (m_parameters.lines <= 0)
        return 0;
    const qint64 whole = qint64(m_parameters.bytes_per_line) * m_parameters.lines;
    const int inFrame = static_cast<int>(100 * plane(m_current).size() / whole);
    return isThreePass() ? (100 * (m_frames - 1) + inFrame) / 3 : inFrame;
}

int SaneImage::heightOf(const QByteArray& plane) const
{
    return static_cast<int>(plane.size() / m_parameters.bytes_per_line);
}

void SaneImage::spread(const QByteArray& plane, int y, int samples, uchar* to, int step) const
{
    const char* const line = plane.constData() + qsizetype(y) * m_parameters.bytes_per_line;
    if (m_parameters.depth == 8 && step == 1) { // nearly every page of nearly every scanner
        std::memcpy(to, line, size_t(samples));
        return;
    }
    for (int i = 0; i < samples; ++i, to += step) {
        if (m_parameters.depth == 8) {
            *to = static_cast<uchar>(line[i]);
        } else if (m_parameters.depth == 1) { // a set bit is black
            *to = static_cast<uchar>(line[i / 8]) & (0x80 >> (i % 8)) ? 0 : 255;
        } else {
            quint16 value = 0; // in the byte order of the machine
            std::memcpy(&value, line + qsizetype(i) * 2, 2);
            *to = static_cast<uchar>(value >> 8);
        }
    }
}

Result<QImage> SaneImage::finish() const
{
    if (m_frames == 0)
        return fail(scannerBadImage(u"no frame"_s));
    const bool threePass = isThreePass();
    if (threePass && m_frames != 3)
        return fail(scannerBadImage(u"a colour is missing"_s));
    const auto& first = plane(threePass ? SANE_FRAME_RED : m_current);
    int height = heightOf(first);
    if (threePass)
        height = std::min({height, heightOf(plane(SANE_FRAME_GREEN)), heightOf(plane(SANE_FRAME_BLUE))});
    if (height == 0)
        return fail(scannerBadImage(u"no lines"_s));
    const int width = m_parameters.pixels_per_line;
    const bool grey = m_current == SANE_FRAME_GRAY;
    QImage image(width, height, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    if (image.isNull())
        return fail(scannerNoMemory());
    for (int y = 0; y < height; ++y) {
        uchar* const to = image.scanLine(y);
        if (threePass) {
            for (int channel = 0; channel < 3; ++channel)
                spread(plane(static_cast<SANE_Frame>(SANE_FRAME_RED + channel)), y, width, to + channel, 3);
        } else {
            spread(first, y, width * (grey ? 1 : 3), to, 1);
        }
    }
    return image;
}

} // namespace kuaiban::devices
