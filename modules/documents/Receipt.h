#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace kuaiban::documents {

// A receipt as plain data, ready for an encoder: texts are already broken into lines that fit, and every character of a
// text line is one that a printer with a GBK font can print. Lines with rarer characters come as pictures.
struct ReceiptText
{
    enum class Align { Left, Center, Right };
    QString text;
    Align align = Align::Left;
    bool doubleSize = false; // twice as wide and as high
    bool bold = false;
    friend bool operator==(const ReceiptText&, const ReceiptText&) = default;
};

// Centred; the printer draws it itself, modules `moduleDots` dots wide, error correction level M.
struct ReceiptQr
{
    QByteArray payload;
    int moduleDots = 4;
    friend bool operator==(const ReceiptQr&, const ReceiptQr&) = default;
};

// A line across the paper.
struct ReceiptRule
{
    friend bool operator==(const ReceiptRule&, const ReceiptRule&) = default;
};

struct ReceiptFeed
{
    int lines = 1;
    friend bool operator==(const ReceiptFeed&, const ReceiptFeed&) = default;
};

struct ReceiptCut
{
    friend bool operator==(const ReceiptCut&, const ReceiptCut&) = default;
};

// A black and white picture across the whole print width; rows of width/8 bytes, highest bit left, 1 is black.
struct ReceiptRaster
{
    int width = 0; // dots, a multiple of 8
    int height = 0;
    QByteArray bits;
    QString text; // what it shows, for the print log and for tests
    friend bool operator==(const ReceiptRaster&, const ReceiptRaster&) = default;
};

using ReceiptLine = std::variant<ReceiptText, ReceiptQr, ReceiptRule, ReceiptFeed, ReceiptCut, ReceiptRaster>;

struct Receipt
{
    int columns = 48; // 48 on 80 mm paper, 32 on 58 mm
    int dots = 576;   // print width: 12 dots a column at 203 dpi
    std::vector<ReceiptLine> lines;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace kuaiban::documents
