#pragma once

#include "Filler.h"
#include "FontSet.h"
#include "Receipt.h"

namespace kuaiban::documents {

// Turns the blocks of a slip template into receipt lines. Mistakes in the data are left in the filler.
class ReceiptComposer
{
public:
    ReceiptComposer(const Template& definition, Filler& filler, FontSet& fonts, int columns);

    // `documents.qr-too-long`, `documents.font-missing`, `documents.missing-glyph`.
    Result<Receipt> compose();

private:
    Done add(const Block& block);
    void addText(const QString& text, ReceiptText shape);
    void addLine(ReceiptText line);
    void addPair(const QString& label, const QString& value);
    void addBetween(const QString& left, const QString& right);
    Done addQr(const Qr& qr);

    const Template& m_template;
    Filler& m_filler;
    FontSet& m_fonts;
    Typeface m_typeface;
    Receipt m_receipt;
    QList<char32_t> m_missing;
};

} // namespace kuaiban::documents
