#include "TableComposer.h"

#include "Composer.h"

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

constexpr double SidePadding = 4.5;
constexpr double TopPadding = 4.6;
constexpr double OuterRule = 1.0;
constexpr double InnerRule = 0.4;

} // namespace

TableComposer::Cell TableComposer::cell(const QString& text, double x, double width, const TextStyle& style)
{
    return {m_shaper.shape(text, style, width - 2 * SidePadding), x, width, style};
}

Piece TableComposer::row(std::vector<Cell> cells, const Ruling& ruling) const
{
    Piece piece;
    for (const auto& cell : cells) {
        const double pitch = cell.style.size * ruling.pitchFactor;
        piece.height = std::max(piece.height, double(cell.lines.size()) * pitch + 2 * TopPadding);
    }
    for (auto& cell : cells) {
        const double pitch = cell.style.size * ruling.pitchFactor;
        double top = (piece.height - double(cell.lines.size()) * pitch) / 2;
        for (auto& line : cell.lines) {
            const double x = cell.x + SidePadding + line.x;
            const double baseline = baselineInBand(top, pitch, cell.style.size);
            piece.items.push_back(TextItem{std::move(line), x, baseline, cell.style.ink});
            top += pitch;
        }
        if (ruling.borders && cell.x > 0)
            piece.items.push_back(StrokeItem{cell.x, 0, cell.x, piece.height, InnerRule});
    }
    if (!ruling.borders)
        return piece;
    for (const double x : {0.0, m_width})
        piece.items.push_back(StrokeItem{x, 0, x, piece.height, OuterRule});
    if (ruling.first)
        piece.items.push_back(StrokeItem{0, 0, m_width, 0, OuterRule});
    const double bottom = ruling.last ? OuterRule : InnerRule;
    piece.items.push_back(StrokeItem{0, piece.height, m_width, piece.height, bottom});
    return piece;
}

std::vector<std::vector<TableComposer::Cell>> TableComposer::gridRows(const Grid& grid)
{
    const double pair = m_width / grid.columns;
    std::vector<std::vector<const Grid::Item*>> rows;
    int used = grid.columns;
    for (const auto& item : grid.items) {
        if (!m_filler.holds(item.conditions))
            continue;
        if (used + item.span > grid.columns) {
            rows.emplace_back();
            used = 0;
        }
        rows.back().push_back(&item);
        used += item.span;
    }

    auto labelStyle = grid.label;
    labelStyle.align = grid.borders ? Align::Center : Align::Left;
    std::vector<std::vector<Cell>> cells;
    for (const auto& row : rows) {
        auto& made = cells.emplace_back();
        double x = 0;
        for (const auto* item : row) {
            // The last pair of a row takes what is left, so that a dropped item leaves no hole in the frame.
            const double end = item == row.back() ? m_width : x + pair * item->span;
            const auto value = m_filler.text(item->value);
            made.push_back(cell(m_filler.text(item->label), x, grid.labelWidth, labelStyle));
            made.push_back(cell(value.trimmed().isEmpty() ? grid.empty : value, x + grid.labelWidth,
                end - x - grid.labelWidth, grid.value));
            x = end;
        }
    }
    return cells;
}

std::vector<Piece> TableComposer::grid(const Grid& grid)
{
    auto rows = gridRows(grid);
    auto lid = std::make_shared<Piece>(); // closes the frame when a page begins within it
    lid->items.push_back(StrokeItem{0, 0, m_width, 0, OuterRule});
    std::vector<Piece> pieces;
    for (size_t i = 0; i < rows.size(); ++i) {
        const bool last = i + 1 == rows.size();
        auto piece = row(std::move(rows[i]), {grid.borders, i == 0, last, grid.lineSpacing / 100.0});
        piece.keepWithNext = !last;
        if (grid.borders && i > 0)
            piece.head = lid;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<double> TableComposer::columnWidths(const Table& table) const
{
    double rest = m_width;
    int sharing = 0;
    for (const auto& column : table.columns) {
        rest -= column.width;
        sharing += column.width > 0 ? 0 : 1;
    }
    std::vector<double> widths;
    for (const auto& column : table.columns)
        widths.push_back(column.width > 0 ? column.width : rest / sharing);
    if (sharing == 0)
        widths.back() += rest;
    return widths;
}

std::vector<Piece> TableComposer::table(const Table& table)
{
    const auto widths = columnWidths(table);
    const auto rows = m_filler.rows(table.rows);
    const double factor = table.lineSpacing / 100.0;

    auto headStyle = table.head;
    headStyle.align = Align::Center;
    std::vector<Cell> headCells;
    double x = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        headCells.push_back(cell(m_filler.text(table.columns[i].title), x, widths[i], headStyle));
        x += widths[i];
    }
    auto head = std::make_shared<const Piece>(row(std::move(headCells), {true, true, false, factor}));

    std::vector<Piece> pieces;
    pieces.push_back(*head);
    pieces.back().keepWithNext = true;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto path = u"%1[%2]"_s.arg(table.rows, QString::number(i));
        std::vector<Cell> cells;
        x = 0;
        for (size_t column = 0; column < widths.size(); ++column) {
            const auto& definition = table.columns[column];
            const auto text = m_filler.text(definition.text, rows[i], path);
            auto style = table.cell;
            style.align = definition.align;
            cells.push_back(cell(text.trimmed().isEmpty() ? table.empty : text, x, widths[column], style));
            x += widths[column];
        }
        const bool last = i + 1 == rows.size();
        auto piece = row(std::move(cells), {true, false, last, factor});
        piece.keepWithNext = rows.size() > 2 && i + 2 == rows.size(); // the last row never stands alone
        piece.head = head;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace kuaiban::documents
