#pragma once

#include "Filler.h"
#include "Shaper.h"

namespace kuaiban::documents {

// Ruled grids: label/value forms and tables over a list of rows. One piece a row, so that pages break between rows.
class TableComposer
{
public:
    TableComposer(Filler& filler, Shaper& shaper, double width)
        : m_filler(filler)
        , m_shaper(shaper)
        , m_width(width)
    {}

    std::vector<Piece> grid(const Grid& grid);
    std::vector<Piece> table(const Table& table);

private:
    struct Cell
    {
        std::vector<ShapedLine> lines;
        double x = 0;
        double width = 0;
        TextStyle style;
    };
    struct Ruling
    {
        bool borders = true;
        bool first = false;
        bool last = false;
        double pitchFactor = 1.4;
    };

    Cell cell(const QString& text, double x, double width, const TextStyle& style);
    Piece row(std::vector<Cell> cells, const Ruling& ruling) const;
    std::vector<std::vector<Cell>> gridRows(const Grid& grid);
    std::vector<double> columnWidths(const Table& table) const;

    Filler& m_filler;
    Shaper& m_shaper;
    double m_width;
};

} // namespace kuaiban::documents
