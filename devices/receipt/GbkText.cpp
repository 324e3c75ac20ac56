#include "GbkText.h"

#include <QStringEncoder>

namespace kuaiban::devices {

namespace {

// Codes on which GBK and GB 18030 differ, or that printers' fonts leave empty.
bool isDisputed(uchar high, uchar low)
{
    const bool euro = high == 0xa2 && (low == 0xe3 || (low >= 0xa1 && low <= 0xaa));
    const bool vertical = high == 0xa6 && ((low >= 0xd9 && low <= 0xdf) || (low >= 0xec && low <= 0xf5));
    const bool letters = high == 0xa8 && (low == 0xbc || low == 0xbf);
    const bool describing = high == 0xa9 && low >= 0x89 && low <= 0x95;
    const bool components = high == 0xfe && low >= 0x50;
    return euro || vertical || letters || describing || components;
}

int columnsOf(char32_t c)
{
    return c < 0x80 ? 1 : 2;
}

} // namespace

std::optional<QByteArray> gbkBytes(const QString& text)
{
    QStringEncoder encoder("GB18030");
    QByteArray bytes;
    for (const char32_t c : text.toUcs4()) {
        if (c < 0x20 || c == 0x7f || QChar::category(c) == QChar::Other_PrivateUse) // the user-defined areas of GBK
            return {};
        const QByteArray code = encoder.encode(QString::fromUcs4(&c, 1));
        const bool known = !encoder.hasError() && (c < 0x80 ? code.size() == 1 : code.size() == 2);
        if (!known || (code.size() == 2 && isDisputed(uchar(code.at(0)), uchar(code.at(1)))))
            return {};
        bytes += code;
    }
    return bytes;
}

QStringList brokenToColumns(const QString& text, int columns)
{
    QStringList lines;
    QString line;
    int used = 0;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\n' || used + columnsOf(c) > columns) {
            lines.append(line);
            line.clear();
            used = 0;
        }
        if (c == U'\n')
            continue;
        line += QString::fromUcs4(&c, 1);
        used += columnsOf(c);
    }
    lines.append(line);
    return lines;
}

} // namespace kuaiban::devices
