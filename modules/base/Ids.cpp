#include "Ids.h"

#include <QRegularExpression>

namespace kuaiban {

using namespace Qt::StringLiterals;

QString IdSource::next()
{
    QByteArray bytes = m_random.bytes(16);
    qint64 ms = 0;
    quint16 sequence = 0;
    {
        const QMutexLocker lock(&m_mutex);
        const qint64 now = m_clock.nowMs();
        if (now > m_lastMs) {
            m_lastMs = now;
            m_sequence =
                static_cast<quint16>((static_cast<quint8>(bytes[14]) << 8 | static_cast<quint8>(bytes[15])) & 0x3ff);
        } else if (++m_sequence > 0xfff) { // 12 bits are used up, or the clock went back: run ahead of it
            ++m_lastMs;
            m_sequence = 0;
        }
        ms = m_lastMs;
        sequence = m_sequence;
    }
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(ms >> (8 * (5 - i)));
    bytes[6] = static_cast<char>(0x70 | sequence >> 8);
    bytes[7] = static_cast<char>(sequence);
    bytes[8] = static_cast<char>(0x80 | (bytes[8] & 0x3f));
    const auto hex = QString::fromLatin1(bytes.toHex());
    return hex.first(8) + u'-' + hex.sliced(8, 4) + u'-' + hex.sliced(12, 4) + u'-' + hex.sliced(16, 4) + u'-' +
           hex.sliced(20);
}

bool isUuid7(const QString& text)
{
    static const QRegularExpression pattern(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    return pattern.match(text).hasMatch();
}

} // namespace kuaiban
