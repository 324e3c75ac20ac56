#include "DocumentRenderer.h"

#include "Composer.h"
#include "DocumentsErrors.h"
#include "FontSet.h"
#include "Paginator.h"
#include "PdfWriter.h"
#include "ReceiptComposer.h"

#include <pango/pango.h>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

void place(Sheet& sheet, const Piece& piece, double x, double y)
{
    for (const auto& item : piece.items) {
        if (const auto* text = std::get_if<TextItem>(&item)) {
            auto& placed = sheet.texts.emplace_back(*text);
            placed.x += x;
            placed.baseline += y;
        } else if (const auto* stroke = std::get_if<StrokeItem>(&item)) {
            sheet.strokes.push_back(
                {stroke->x1 + x, stroke->y1 + y, stroke->x2 + x, stroke->y2 + y, stroke->width, stroke->ink});
        } else if (const auto* code = std::get_if<QrItem>(&item)) {
            auto& placed = sheet.codes.emplace_back(*code);
            placed.x += x;
            placed.y += y;
        } else if (const auto* picture = std::get_if<PictureItem>(&item)) {
            sheet.pictures.push_back({picture->picture, picture->x + x, picture->y + y});
        }
    }
}

} // namespace

DocumentRenderer::DocumentRenderer(const FontSources& sources)
    : m_fonts(std::make_unique<FontSet>(sources))
{}

DocumentRenderer::~DocumentRenderer() = default;

Result<std::vector<Sheet>> DocumentRenderer::layOut(
    const Template& definition, const QJsonObject& data, const QString& language)
{
    if (definition.kind != Template::Kind::Page)
        return fail(wrongKind(definition.id));
    pango_context_set_language(m_fonts->context(), pango_language_from_string(language.toUtf8().constData()));
    Filler filler(definition.name, data);
    Shaper shaper(*m_fonts, definition);
    Composer composer(definition, filler, shaper);
    KB_TRY(auto pieces, composer.compose());
    KB_TRY(const auto pages, paginate(std::move(pieces), composer.typeAreaHeight(), definition.name));
    std::vector<Sheet> sheets;
    for (size_t i = 0; i < pages.size(); ++i) {
        auto& sheet = sheets.emplace_back();
        place(sheet, composer.furniture(int(i) + 1, int(pages.size())), 0, 0);
        for (const auto& placed : pages[i])
            place(sheet, *placed.piece, definition.margins.left, definition.margins.top + placed.y);
    }
    KB_CHECK(filler.finish());
    KB_CHECK(shaper.finish());
    return sheets;
}

Result<QByteArray> DocumentRenderer::renderPdf(const Template& definition, const QJsonObject& data, const PdfMeta& meta)
{
    KB_TRY(const auto sheets, layOut(definition, data, meta.language));
    return writePdf(sheets, meta, *m_fonts);
}

Result<QString> DocumentRenderer::printedText(const Template& definition, const QJsonObject& data)
{
    KB_TRY(const auto sheets, layOut(definition, data, PdfMeta().language));
    QStringList lines;
    for (const auto& sheet : sheets) {
        for (const auto& text : sheet.texts)
            lines.append(text.line.text);
    }
    return lines.join(u'\n');
}

Result<Receipt> DocumentRenderer::renderReceipt(const Template& definition, const QJsonObject& data, int widthColumns)
{
    Q_ASSERT(widthColumns == 48 || widthColumns == 32);
    if (definition.kind != Template::Kind::Slip)
        return fail(wrongKind(definition.id));
    pango_context_set_language(m_fonts->context(), pango_language_from_string("zh-CN"));
    Filler filler(definition.name, data);
    return ReceiptComposer(definition, filler, *m_fonts, widthColumns).compose();
}

} // namespace kuaiban::documents
