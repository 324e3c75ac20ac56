#pragma once

#include <QStringList>

namespace kuaiban::documents {

// Columns a character takes on a receipt printer: printable ASCII one, everything else two, combining marks none.
int columnsOf(char32_t character);
int columnsOf(const QString& text);

// Breaks a text into lines of at most `width` columns: between Hanzi, at spaces, ASCII words whole when they fit, no
// closing punctuation at the beginning of a line and no opening bracket at its end. `continuedWidth` holds for all
// lines but the first (hanging indent). A text without characters is one empty line.
QStringList wrapColumns(const QString& text, int width, int continuedWidth);
inline QStringList wrapColumns(const QString& text, int width)
{
    return wrapColumns(text, width, width);
}

// Whether the fonts of ordinary receipt printers have the character: ASCII and the Hanzi and symbols of GBK 1.0. The
// few two-byte codes that GBK and GB 18030 read differently count as missing, because nobody knows which one a printer
// follows.
bool isReceiptPrintable(char32_t character);
bool isReceiptPrintable(const QString& text);

} // namespace kuaiban::documents
