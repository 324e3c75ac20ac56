#include "ReceiptComposer.h"

#include "Columns.h"
#include "DocumentsErrors.h"
#include "GlyphNames.h"
#include "LineRaster.h"
#include "QrCode.h"

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

constexpr int LargestModule = 6;  // dots; 0.75 mm at 203 dpi
constexpr int SmallestModule = 3; // finer ones run together on thermal paper

ReceiptText::Align receiptAlign(Align align)
{
    switch (align) {
    case Align::Center:
        return ReceiptText::Align::Center;
    case Align::Right:
        return ReceiptText::Align::Right;
    case Align::Left:
    case Align::Justify:
        break;
    }
    return ReceiptText::Align::Left;
}

} // namespace

ReceiptComposer::ReceiptComposer(const Template& definition, Filler& filler, FontSet& fonts, int columns)
    : m_template(definition)
    , m_filler(filler)
    , m_fonts(fonts)
    , m_typeface(definition.fonts.value(u"body"_s))
{
    m_receipt.columns = columns;
    m_receipt.dots = columns * DotsPerColumn;
}

Result<Receipt> ReceiptComposer::compose()
{
    KB_CHECK(m_fonts.require(m_typeface));
    for (const auto& block : m_template.blocks) {
        if (m_filler.holds(block.conditions))
            KB_CHECK(add(block));
    }
    KB_CHECK(m_filler.finish());
    if (!m_missing.isEmpty())
        return fail(missingGlyph(m_template.name, codePointNames(m_missing)));
    return std::move(m_receipt);
}

Done ReceiptComposer::add(const Block& block)
{
    if (const auto* line = std::get_if<SlipLine>(&block.content)) {
        const auto text = m_filler.text(line->text);
        if (!text.trimmed().isEmpty())
            addText(text, {{}, receiptAlign(line->align), line->doubleSize, line->bold});
    } else if (const auto* pair = std::get_if<SlipPair>(&block.content)) {
        const auto value = m_filler.text(pair->value);
        if (!value.trimmed().isEmpty())
            addPair(m_filler.text(pair->label), value);
    } else if (const auto* list = std::get_if<SlipList>(&block.content)) {
        const auto rows = m_filler.rows(list->rows);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto path = u"%1[%2]"_s.arg(list->rows, QString::number(i));
            addBetween(m_filler.text(list->text, rows[i], path), m_filler.text(list->right, rows[i], path));
        }
    } else if (const auto* qr = std::get_if<Qr>(&block.content)) {
        return addQr(*qr);
    } else if (std::holds_alternative<Rule>(block.content)) {
        m_receipt.lines.emplace_back(ReceiptRule{});
    } else if (const auto* feed = std::get_if<Feed>(&block.content)) {
        m_receipt.lines.emplace_back(ReceiptFeed{feed->lines});
    } else if (std::holds_alternative<Cut>(block.content)) {
        m_receipt.lines.emplace_back(ReceiptCut{});
    }
    return {};
}

void ReceiptComposer::addText(const QString& text, ReceiptText shape)
{
    const int columns = shape.doubleSize ? m_receipt.columns / 2 : m_receipt.columns;
    for (const auto& line : wrapColumns(text, columns)) {
        shape.text = line;
        addLine(shape);
    }
}

void ReceiptComposer::addLine(ReceiptText line)
{
    for (const char32_t character : line.text.toUcs4()) {
        if (!m_fonts.covers(m_typeface, character) && !m_missing.contains(character))
            m_missing.append(character);
    }
    if (isReceiptPrintable(line.text))
        m_receipt.lines.emplace_back(std::move(line));
    else
        m_receipt.lines.emplace_back(rasterLine(line, m_typeface, m_receipt.dots, m_fonts));
}

// The value is continued under its own beginning.
void ReceiptComposer::addPair(const QString& label, const QString& value)
{
    const int indent = columnsOf(label);
    if (indent > m_receipt.columns / 2)
        return addText(label + value, {});
    bool first = true;
    for (const auto& line : wrapColumns(value, m_receipt.columns - indent)) {
        addLine({(first ? label : QString(indent, u' ')) + line, ReceiptText::Align::Left, false, false});
        first = false;
    }
}

// A text at the left and one at the right edge of its last line; on a line of its own when both do not fit.
void ReceiptComposer::addBetween(const QString& left, const QString& right)
{
    constexpr int hanging = 3;
    auto lines = wrapColumns(left, m_receipt.columns, m_receipt.columns - hanging);
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i].prepend(QString(hanging, u' '));
    if (!right.isEmpty()) {
        if (columnsOf(lines.last()) + 1 + columnsOf(right) > m_receipt.columns)
            lines.append(QString());
        const int gap = m_receipt.columns - columnsOf(lines.last()) - columnsOf(right);
        lines.last() += QString(std::max(0, gap), u' ') + right;
    }
    for (const auto& line : lines)
        addLine({line, ReceiptText::Align::Left, false, false});
}

Done ReceiptComposer::addQr(const Qr& qr)
{
    const auto payload = m_filler.text(qr.value).toUtf8();
    if (payload.isEmpty())
        return {}; // reported by the filler, or optional
    KB_TRY(const auto code, makeQrCode(payload));
    const int module = std::min(LargestModule, m_receipt.dots / (code.side + 2 * QrCode::QuietModules));
    if (module < SmallestModule)
        return fail(qrTooLong(payload.size()));
    m_receipt.lines.emplace_back(ReceiptQr{payload, module});
    const auto caption = m_filler.text(qr.caption);
    if (!caption.isEmpty())
        addText(caption, {{}, ReceiptText::Align::Center, false, false});
    return {};
}

} // namespace kuaiban::documents
