#pragma once

#include "modules/base/Result.h"

#include <QImage>

#include <array>
#include <sane/sane.h>

namespace kuaiban::devices {

// Puts a picture together from the frames of a page: grey or colour, colours in one frame or in three, 1, 8 or 16 bits,
// with padding at the end of lines, and of unknown height. `scanner.image` for frames that contradict each other or are
// larger than any page.
class SaneImage
{
public:
    Done beginFrame(const SANE_Parameters& parameters);
    Done add(QByteArrayView bytes);
    // 0 to 100, or 0 while the height is unknown.
    int percent() const;
    Result<QImage> finish() const;

private:
    const QByteArray& plane(SANE_Frame frame) const { return m_planes.at(static_cast<size_t>(frame)); }
    int heightOf(const QByteArray& plane) const;
    // One line of samples as bytes, each `step` after the one before.
    void spread(const QByteArray& plane, int y, int samples, uchar* to, int step) const;
    bool isThreePass() const { return m_current != SANE_FRAME_GRAY && m_current != SANE_FRAME_RGB; }

    SANE_Parameters m_parameters{};
    SANE_Frame m_current = SANE_FRAME_GRAY;
    std::array<QByteArray, 5> m_planes; // by frame type
    int m_frames = 0;
};

} // namespace kuaiban::devices
