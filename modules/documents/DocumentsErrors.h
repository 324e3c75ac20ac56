#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::documents {

// `block` counts from 1; 0 stands for the head of the template. `rule` is the sentence the definition breaks.
inline Error templateInvalid(const QString& templateId, int block, const QString& rule)
{
    using namespace Qt::StringLiterals;
    return failure(
        "documents.template-invalid", Origin::Data, u"%1, block %2: %3"_s.arg(templateId, QString::number(block), rule))
        .with(u"template"_s, templateId)
        .with(u"block"_s, block)
        .with(u"rule"_s, rule);
}

// A page template was asked for receipt lines, or a slip template for a PDF.
inline Error wrongKind(const QString& templateId)
{
    using namespace Qt::StringLiterals;
    return failure("documents.wrong-kind", Origin::Data, templateId).with(u"template"_s, templateId);
}

// `names`: every required field without a value, so that all can be filled in at once.
inline Error missingField(const QString& templateName, const QStringList& names)
{
    using namespace Qt::StringLiterals;
    const auto list = names.join(u"、"_s);
    return failure("documents.missing-field", Origin::Data, list)
        .with(u"template"_s, templateName)
        .with(u"field"_s, list);
}

inline Error fieldFormat(const QString& templateName, const QString& name, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("documents.field-format", Origin::Data, "%1: %2"_L1.arg(name, expected))
        .with(u"template"_s, templateName)
        .with(u"field"_s, name)
        .with(u"expected"_s, expected);
}

// `codePoints`: "U+20BB7 U+31D49"; single characters say nothing about a person.
inline Error missingGlyph(const QString& templateName, const QString& codePoints)
{
    using namespace Qt::StringLiterals;
    return failure("documents.missing-glyph", Origin::Machine, codePoints)
        .with(u"template"_s, templateName)
        .with(u"characters"_s, codePoints);
}

inline Error fontMissing(const QString& family)
{
    using namespace Qt::StringLiterals;
    return failure("documents.font-missing", Origin::Machine, family).with(u"family"_s, family);
}

// One row or picture is taller than a whole page and cannot be divided.
inline Error doesNotFit(const QString& templateName, int block)
{
    using namespace Qt::StringLiterals;
    return failure("documents.does-not-fit", Origin::Data, u"block %1"_s.arg(block))
        .with(u"template"_s, templateName)
        .with(u"block"_s, block);
}

inline Error qrTooLong(qsizetype bytes)
{
    using namespace Qt::StringLiterals;
    return failure("documents.qr-too-long", Origin::Data, QString::number(bytes)).with(u"bytes"_s, qint64(bytes));
}

// What should be drawn on the paper is no PNG, is damaged, or shows nothing.
inline Error pictureUnreadable()
{
    return failure("documents.picture", Origin::Data);
}

// Pixels and bytes; of one with too many bytes the pixels are not looked at and stay 0.
inline Error pictureTooLarge(qint64 width, qint64 height, qint64 bytes)
{
    using namespace Qt::StringLiterals;
    return failure("documents.picture-large", Origin::Data, u"%1 × %2, %3 bytes"_s.arg(width).arg(height).arg(bytes))
        .with(u"width"_s, width)
        .with(u"height"_s, height)
        .with(u"bytes"_s, bytes);
}

inline Error renderFailed(const QString& detail)
{
    return failure("documents.render-failed", Origin::Machine, detail);
}

inline Error caseNumberMalformed()
{
    return failure("documents.case-number", Origin::User);
}

} // namespace kuaiban::documents
