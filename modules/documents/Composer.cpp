#include "Composer.h"

#include "QrCode.h"
#include "TableComposer.h"

#include <numbers>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

constexpr double ColumnGap = 8 * PointsPerMillimetre;
// Of what was written by hand: the room it has over its line, and how far it reaches below, as names do.
constexpr double HandHeight = 13 * PointsPerMillimetre;
constexpr double HandBelowLine = 1 * PointsPerMillimetre;
constexpr double LeastHandWidth = 10 * PointsPerMillimetre;

double widest(const std::vector<ShapedLine>& lines)
{
    double width = 0;
    for (const auto& line : lines)
        width = std::max(width, line.width);
    return width;
}

} // namespace

Composer::Composer(const Template& definition, Filler& filler, Shaper& shaper)
    : m_template(definition)
    , m_filler(filler)
    , m_shaper(shaper)
    , m_width(PageWidth - definition.margins.left - definition.margins.right)
{}

Result<std::vector<Piece>> Composer::compose()
{
    std::vector<Piece> all;
    for (size_t i = 0; i < m_template.blocks.size(); ++i) {
        const auto& block = m_template.blocks[i];
        if (!m_filler.holds(block.conditions))
            continue;
        KB_TRY(auto made, pieces(block));
        if (std::holds_alternative<Closing>(block.content) && !all.empty())
            all.back().keepWithNext = true;
        bool first = true;
        for (auto& piece : made) {
            piece.block = int(i) + 1;
            if (first)
                piece.before += block.before;
            first = false;
            all.push_back(std::move(piece));
        }
    }
    return all;
}

Result<std::vector<Piece>> Composer::pieces(const Block& block)
{
    const auto one = [](Piece piece) {
        std::vector<Piece> list;
        list.push_back(std::move(piece));
        return list;
    };
    if (const auto* content = std::get_if<Paragraph>(&block.content))
        return paragraph(*content);
    if (const auto* content = std::get_if<Grid>(&block.content))
        return TableComposer(m_filler, m_shaper, m_width).grid(*content);
    if (const auto* content = std::get_if<Table>(&block.content))
        return TableComposer(m_filler, m_shaper, m_width).table(*content);
    if (const auto* content = std::get_if<Signatures>(&block.content))
        return signatures(*content);
    if (const auto* content = std::get_if<Closing>(&block.content)) {
        KB_TRY(auto piece, closing(*content));
        return one(std::move(piece));
    }
    if (const auto* content = std::get_if<Rule>(&block.content))
        return one(rule(*content));
    if (const auto* content = std::get_if<Qr>(&block.content)) {
        KB_TRY(auto piece, qr(*content));
        return one(std::move(piece));
    }
    Piece space;
    if (const auto* content = std::get_if<Spacer>(&block.content))
        space.height = content->height;
    space.droppedAtTop = true;
    return one(std::move(space));
}

std::vector<Piece> Composer::paragraph(const Paragraph& paragraph)
{
    const auto& style = paragraph.style;
    const double inset = paragraph.inset * style.size;
    const double pitch = style.size * paragraph.lineSpacing / 100;
    const auto text = m_filler.text(paragraph.text);
    std::vector<Piece> pieces;
    if (text.trimmed().isEmpty())
        return pieces; // only optional fields, and none has a value
    auto lines = m_shaper.shape(text, style, m_width - inset, paragraph.indent * style.size);
    for (auto& line : lines) {
        Piece piece;
        piece.height = pitch;
        const double x = inset + line.x;
        piece.items.push_back(TextItem{std::move(line), x, baselineInBand(0, pitch, style.size), style.ink});
        pieces.push_back(std::move(piece));
    }
    // No single first or last line of a paragraph alone on a page.
    pieces.front().keepWithNext = pieces.size() > 1;
    if (pieces.size() > 1)
        pieces[pieces.size() - 2].keepWithNext = true;
    pieces.back().keepWithNext = paragraph.keepWithNext;
    return pieces;
}

Piece Composer::rule(const Rule& rule) const
{
    Piece piece;
    piece.height = rule.width;
    piece.items.push_back(StrokeItem{0, rule.width / 2, m_width, rule.width / 2, rule.width, rule.ink});
    return piece;
}

Result<Piece> Composer::qr(const Qr& qr)
{
    const auto payload = m_filler.text(qr.value).toUtf8();
    KB_TRY(
        const auto code, makeQrCode(payload.isEmpty() ? "-"_ba : payload)); // a missing value is reported by the filler
    const double quiet = qr.size / code.side * QrCode::QuietModules;
    const double captionPitch = qr.captionStyle.size * 1.4;

    Piece piece;
    const auto caption = m_filler.text(qr.caption);
    auto captionStyle = qr.captionStyle;
    captionStyle.align = Align::Left;
    auto captionLine = m_shaper.line(caption, captionStyle);
    const double column = std::max(qr.size, captionLine.width);
    const double left = (column - qr.size) / 2;
    piece.items.push_back(QrItem{code.modules, code.side, left, 0, qr.size});
    piece.height = qr.size;
    if (!caption.isEmpty()) {
        const double top = qr.size + quiet * 0.6;
        const double x = (column - captionLine.width) / 2;
        piece.items.push_back(
            TextItem{std::move(captionLine), x, baselineInBand(top, captionPitch, captionStyle.size)});
        piece.height = top + captionPitch;
    }

    const double textLeft = column + std::max(2 * quiet, ColumnGap);
    const double pitch = qr.style.size * 1.6;
    std::vector<ShapedLine> lines;
    for (const auto& source : qr.lines) {
        const auto text = m_filler.text(source);
        if (text.trimmed().isEmpty())
            continue;
        for (auto& line : m_shaper.shape(text, qr.style, m_width - textLeft))
            lines.push_back(std::move(line));
    }
    const double height = pitch * double(lines.size());
    double top = std::max(0.0, (qr.size - height) / 2);
    piece.height = std::max(piece.height, top + height);
    for (auto& line : lines) {
        piece.items.push_back(
            TextItem{std::move(line), textLeft, baselineInBand(top, pitch, qr.style.size), qr.style.ink});
        top += pitch;
    }
    return piece;
}

Result<std::vector<Piece>> Composer::signatures(const Signatures& signatures)
{
    const auto& style = signatures.style;
    const double pitch = style.size * 2.4; // room for a hand-written name
    const double column = (m_width - ColumnGap * (signatures.columns - 1)) / signatures.columns;
    std::vector<const Signatures::Item*> items;
    for (const auto& item : signatures.items) {
        if (m_filler.holds(item.conditions))
            items.push_back(&item);
    }
    std::vector<Piece> rows;
    for (size_t i = 0; i < items.size(); i += size_t(signatures.columns)) {
        auto& row = rows.emplace_back();
        const size_t end = std::min(items.size(), i + size_t(signatures.columns));
        const bool isSigned = std::any_of(items.begin() + qsizetype(i), items.begin() + qsizetype(end),
            [this](const Signatures::Item* item) { return m_filler.bytes(item->picture).has_value(); });
        row.height = isSigned ? std::max(pitch, HandHeight + style.size) : pitch;
        for (size_t k = i; k < end; ++k)
            KB_CHECK(addSignature(row, *items[k], style, double(k - i) * (column + ColumnGap), column));
        row.keepWithNext = end < items.size();
    }
    return rows;
}

Done Composer::addSignature(Piece& row, const Signatures::Item& item, const TextStyle& style, double left, double width)
{
    const double baseline = row.height - style.size * 0.5;
    const double line = baseline + style.size * 0.28;
    auto label = m_shaper.line(m_filler.text(item.label), style);
    const double lineLeft = left + label.width;
    const double valueLeft = lineLeft + style.size / 2;
    row.items.push_back(TextItem{std::move(label), left, baseline, style.ink});
    const auto value = m_filler.text(item.value);
    if (const auto png = m_filler.bytes(item.picture)) {
        KB_TRY(auto picture, readPicture(*png, std::max(LeastHandWidth, left + width - valueLeft), HandHeight));
        const double top = line + HandBelowLine - picture.height;
        row.items.push_back(PictureItem{std::make_shared<const Picture>(std::move(picture)), valueLeft, top});
    } else if (!value.isEmpty()) {
        row.items.push_back(TextItem{m_shaper.line(value, style), valueLeft, baseline, style.ink});
    }
    if (item.line)
        row.items.push_back(StrokeItem{lineLeft, line, left + width, line, 0.5});
    return {};
}

Result<Piece> Composer::closing(const Closing& closing)
{
    const auto& style = closing.style;
    const double pitch = style.size * 1.75;
    auto centred = style;
    centred.align = Align::Left;
    auto organ = m_shaper.shape(m_filler.text(closing.organ), centred, m_width * 0.7);
    auto date = m_shaper.line(m_filler.text(closing.date), centred);
    // GB/T 9704: the date ends four characters before the edge, the organ stands centred over it; an organ longer than
    // the date ends two characters before the edge and the date is centred under it.
    const double organWidth = widest(organ);
    const double organRight = m_width - style.size * 2;
    const double dateMiddle = m_width - style.size * 4 - date.width / 2;
    const double middle = std::min(dateMiddle, organRight - organWidth / 2);
    const double height = pitch * double(organ.size() + 1);
    Piece piece;
    if (closing.qr) {
        KB_TRY(piece, qr(*closing.qr));
    }
    double top = std::max(0.0, (piece.height - height) / 2);
    piece.height = std::max(piece.height, height);
    organ.push_back(std::move(date));
    for (auto& line : organ) {
        const double x = middle - line.width / 2;
        piece.items.push_back(TextItem{std::move(line), x, baselineInBand(top, pitch, style.size), style.ink});
        top += pitch;
    }
    return piece;
}

void Composer::addRunning(Piece& piece, const Running& running, double middle, const QJsonObject& numbers)
{
    const auto& margins = m_template.margins;
    const auto add = [&](const Text& text, double share) {
        auto line = m_shaper.line(m_filler.text(text, numbers, u"page"_s), running.style);
        const double x = margins.left + (m_width - line.width) * share;
        if (!line.text.isEmpty())
            piece.items.push_back(
                TextItem{std::move(line), x, baselineInBand(middle, 0, running.style.size), running.style.ink});
    };
    add(running.left, 0);
    add(running.center, 0.5);
    add(running.right, 1);
}

void Composer::addWatermark(Piece& piece)
{
    const auto text = m_filler.text(m_template.watermark);
    if (text.isEmpty())
        return;
    constexpr double angle = -std::numbers::pi / 6;
    constexpr double largest = 110;
    TextStyle style{u"title"_s, largest, Align::Left, Ink::Pale};
    auto line = m_shaper.line(text, style);
    const double longest = PageWidth * 0.8;
    if (line.width > longest) {
        style.size = largest * longest / line.width;
        line = m_shaper.line(text, style);
    }
    // Its middle stands in the middle of the sheet.
    const double along = line.width / 2;
    const double across = 0.38 * style.size;
    const double x = PageWidth / 2 - along * std::cos(angle) - across * std::sin(angle);
    const double y = PageHeight / 2 - along * std::sin(angle) + across * std::cos(angle);
    piece.items.push_back(TextItem{std::move(line), x, y, Ink::Pale, angle});
}

Piece Composer::furniture(int page, int pages)
{
    const QJsonObject numbers{{u"page"_s, page}, {u"pages"_s, pages}};
    const auto& margins = m_template.margins;
    constexpr double distance = 9 * PointsPerMillimetre; // from the type area to the middle of the running line
    Piece piece;
    addWatermark(piece);
    const auto shown = [page](const Running& running) { return !running.isEmpty() && (running.firstPage || page > 1); };
    if (shown(m_template.header)) {
        const double middle = margins.top - std::min(distance, margins.top / 2);
        addRunning(piece, m_template.header, middle, numbers);
        const double y = middle + m_template.header.style.size;
        if (m_template.header.rule)
            piece.items.push_back(StrokeItem{margins.left, y, PageWidth - margins.right, y, 0.5});
    }
    if (shown(m_template.footer)) {
        const double middle = PageHeight - margins.bottom + std::min(distance, margins.bottom / 2);
        const double y = middle - m_template.footer.style.size;
        if (m_template.footer.rule)
            piece.items.push_back(StrokeItem{margins.left, y, PageWidth - margins.right, y, 0.5});
        addRunning(piece, m_template.footer, middle, numbers);
    }
    return piece;
}

} // namespace kuaiban::documents
