#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace kuaiban::devices {

// What a receipt printer shall print, as plain data. Whoever lays it out breaks lines where reading is easiest; a line
// that is still too long is broken by the encoder, never inside a Hanzi.
struct SlipText
{
    enum class Align { Left, Center, Right };
    QString text;
    Align align = Align::Left;
    bool doubleSize = false; // twice as wide and as high
    bool bold = false;
    friend bool operator==(const SlipText&, const SlipText&) = default;
};

// Centred; the printer draws it itself, error correction level M.
struct SlipQr
{
    QByteArray payload;
    int moduleDots = 4; // 1 to 16
    friend bool operator==(const SlipQr&, const SlipQr&) = default;
};

// A line across the paper.
struct SlipRule
{
    friend bool operator==(const SlipRule&, const SlipRule&) = default;
};

struct SlipFeed
{
    int lines = 1;
    friend bool operator==(const SlipFeed&, const SlipFeed&) = default;
};

struct SlipCut
{
    friend bool operator==(const SlipCut&, const SlipCut&) = default;
};

// A black and white picture; rows of width/8 bytes, highest bit left, 1 is black. For characters no printer knows.
struct SlipRaster
{
    int width = 0; // dots, a multiple of 8
    int height = 0;
    QByteArray bits;
    friend bool operator==(const SlipRaster&, const SlipRaster&) = default;
};

using SlipLine = std::variant<SlipText, SlipQr, SlipRule, SlipFeed, SlipCut, SlipRaster>;

struct Slip
{
    std::vector<SlipLine> lines;
    friend bool operator==(const Slip&, const Slip&) = default;
};

} // namespace kuaiban::devices
