#pragma once

#include "Filler.h"
#include "Shaper.h"

namespace kuaiban::documents {

// Turns the blocks of a page template into pieces for the paginator. Mistakes in the data are left in the filler and
// the shaper; a QR payload that is too long, or a picture that cannot be drawn, is returned at once.
class Composer
{
public:
    Composer(const Template& definition, Filler& filler, Shaper& shaper);

    Result<std::vector<Piece>> compose();
    // Running head, foot and watermark of one page, in coordinates of the sheet.
    Piece furniture(int page, int pages);
    double typeAreaHeight() const { return PageHeight - m_template.margins.top - m_template.margins.bottom; }

private:
    std::vector<Piece> paragraph(const Paragraph& paragraph);
    Piece rule(const Rule& rule) const;
    Result<Piece> qr(const Qr& qr);
    Result<std::vector<Piece>> signatures(const Signatures& signatures);
    Done addSignature(Piece& row, const Signatures::Item& item, const TextStyle& style, double left, double width);
    Result<Piece> closing(const Closing& closing);
    Result<std::vector<Piece>> pieces(const Block& block);
    void addRunning(Piece& piece, const Running& running, double middle, const QJsonObject& numbers);
    void addWatermark(Piece& piece);

    const Template& m_template;
    Filler& m_filler;
    Shaper& m_shaper;
    double m_width;
};

// The baseline that puts a line of Hanzi of `size` in the middle of a band: the ideographic box reaches 0.88 em up and
// 0.12 em down, whatever ascent a fall-back font claims.
constexpr double baselineInBand(double top, double height, double size)
{
    return top + height / 2 + 0.38 * size;
}

} // namespace kuaiban::documents
