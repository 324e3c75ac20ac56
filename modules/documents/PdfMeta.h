#pragma once

#include <QString>

namespace kuaiban::documents {

struct PdfMeta
{
    qint64 createdAtMs = 0; // UTC; the only time that enters the file
    QString title;
    QString author;
    QString language = QStringLiteral("zh-CN"); // BCP 47; decides glyph forms
};

} // namespace kuaiban::documents
