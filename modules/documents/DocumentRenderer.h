#pragma once

#include "FontSources.h"
#include "PdfMeta.h"
#include "Receipt.h"
#include "Template.h"

#include "modules/base/Result.h"

#include <QJsonObject>

#include <memory>

namespace kuaiban::documents {

class FontSet;
struct Sheet;

// Renders templates. Expensive to make because it opens the fonts, cheap to use again: keep one per thread. Not
// thread-safe. Equal templates and data give equal bytes on every machine with the same fonts and Cairo.
//
// Values of `data`: texts, integers, pictures (PNG in base64), and lists of rows (objects of the same). A mistake is
// returned before anything is printed: documents.missing-field (all fields at once), documents.field-format,
// documents.missing-glyph, documents.font-missing, documents.does-not-fit, documents.qr-too-long, documents.picture,
// documents.picture-large, documents.wrong-kind.
class DocumentRenderer
{
public:
    explicit DocumentRenderer(const FontSources& sources = {});
    ~DocumentRenderer();

    // PDF 1.5 of a template of kind "page".
    Result<QByteArray> renderPdf(const Template& definition, const QJsonObject& data, const PdfMeta& meta);
    // What that PDF says, line by line in drawing order: for the print log and for search.
    Result<QString> printedText(const Template& definition, const QJsonObject& data);
    // Receipt lines of a template of kind "slip"; `widthColumns` is 48 (80 mm paper) or 32 (58 mm).
    Result<Receipt> renderReceipt(const Template& definition, const QJsonObject& data, int widthColumns);

private:
    Result<std::vector<Sheet>> layOut(const Template& definition, const QJsonObject& data, const QString& language);

    std::unique_ptr<FontSet> m_fonts;
};

} // namespace kuaiban::documents
