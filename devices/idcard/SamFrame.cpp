#include "SamFrame.h"

#include <QtEndian>

namespace kuaiban::devices {

namespace {

constexpr char PreambleBytes[] = "\xAA\xAA\xAA\x96\x69";
constexpr QByteArrayView Preamble(PreambleBytes, 5);
constexpr qsizetype HeaderBytes = 7;
constexpr qsizetype ShortestLength = 4; // three status bytes and the checksum
constexpr qsizetype LongestLength = 2400;
constexpr qsizetype LongestBuffer = 4 * LongestLength;

quint8 checksum(QByteArrayView bytes)
{
    quint8 sum = 0;
    for (const char byte : bytes)
        sum = static_cast<quint8>(sum ^ static_cast<quint8>(byte));
    return sum;
}

} // namespace

QByteArray samFrame(QByteArrayView body)
{
    QByteArray frame = Preamble.toByteArray();
    const auto length = static_cast<quint16>(body.size() + 1);
    frame.append(static_cast<char>(length >> 8)).append(static_cast<char>(length & 0xff)).append(body.toByteArray());
    return frame.append(static_cast<char>(checksum(QByteArrayView(frame).sliced(Preamble.size()))));
}

QByteArray samRequest(quint8 command, quint8 parameter, QByteArrayView data)
{
    QByteArray body;
    body.append(static_cast<char>(command)).append(static_cast<char>(parameter)).append(data.toByteArray());
    return samFrame(body);
}

void SamFrameReader::feed(QByteArrayView bytes)
{
    m_buffer.append(bytes.toByteArray());
    if (m_buffer.size() > LongestBuffer)
        m_buffer = m_buffer.last(LongestBuffer); // a line that only makes noise must not fill the memory
}

SamFrameReader::Found SamFrameReader::next()
{
    qsizetype keepFrom = -1; // the first frame that may still be completed
    qsizetype at = m_buffer.indexOf(Preamble);
    for (; at >= 0; at = m_buffer.indexOf(Preamble, at + 1)) {
        const bool hasLength = m_buffer.size() >= at + HeaderBytes;
        const qsizetype length = hasLength ? qFromBigEndian<quint16>(m_buffer.constData() + at + 5) : 0;
        if (hasLength && (length < ShortestLength || length > LongestLength))
            continue;
        if (!hasLength || m_buffer.size() < at + HeaderBytes + length) {
            keepFrom = keepFrom < 0 ? at : keepFrom;
            continue;
        }
        const auto checked = QByteArrayView(m_buffer).sliced(at + Preamble.size(), 2 + length);
        if (checksum(checked) == 0) {
            m_body = checked.sliced(2, length - 1).toByteArray();
            m_buffer.remove(0, at + HeaderBytes + length);
            return Found::Frame;
        }
        if (keepFrom < 0) {
            m_buffer.remove(0, at + 1); // the real frame may begin inside what looked like one
            return Found::Damaged;
        }
    }
    if (keepFrom >= 0)
        m_buffer.remove(0, keepFrom);
    else if (m_buffer.size() >= Preamble.size())
        m_buffer = m_buffer.last(Preamble.size() - 1); // a preamble may be cut in two
    return Found::Nothing;
}

void SamFrameReader::reset()
{
    m_buffer.clear();
    m_body.clear();
}

} // namespace kuaiban::devices
