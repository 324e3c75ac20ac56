#pragma once

#include "LocalText.h"
#include "modules/base/Failure.h"

namespace kuaiban::forms {

// Mistakes of a definition; `place` is where in the JSON: "sections[1].fields[3].derived".

inline Error definitionInvalid(const QString& place, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-invalid", Origin::Data, "%1: %2"_L1.arg(place, expected))
        .with(u"place"_s, place)
        .with(u"expected"_s, expected);
}

inline Error definitionUnknownKind(const QString& place, const QString& kind)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-kind", Origin::Data, "%1: %2"_L1.arg(place, kind))
        .with(u"place"_s, place)
        .with(u"kind"_s, kind);
}

inline Error definitionDuplicate(const QString& place, const QString& id)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-duplicate", Origin::Data, "%1: %2"_L1.arg(place, id))
        .with(u"place"_s, place)
        .with(u"id"_s, id);
}

// A name that the definition uses but nobody provides: a field, a code table, an identifier check.
inline Error definitionReference(const QString& place, const QString& name)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-reference", Origin::Data, "%1: %2"_L1.arg(place, name))
        .with(u"place"_s, place)
        .with(u"name"_s, name);
}

// `cycle` reads "a → b → a".
inline Error definitionCycle(const QString& place, const QString& cycle)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-cycle", Origin::Data, "%1: %2"_L1.arg(place, cycle))
        .with(u"place"_s, place)
        .with(u"cycle"_s, cycle);
}

// Keeps what the compiler said ("line", "column", "name", …) and adds the place and the compiler's code as "cause".
inline Error definitionExpression(const QString& place, const Error& cause)
{
    using namespace Qt::StringLiterals;
    Error error = failure("forms.definition-expression", Origin::Data, "%1: %2"_L1.arg(place, logLine(cause)));
    error.fields = cause.fields;
    return error.with(u"place"_s, place).with(u"cause"_s, cause.code).with(u"reason"_s, cause.detail);
}

// The example of a field breaks the field's own rules.
inline Error definitionExample(const QString& place, const Error& cause)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-example", Origin::Data, "%1: %2"_L1.arg(place, cause.code))
        .with(u"place"_s, place)
        .with(u"cause"_s, cause.code);
}

// A key the definition language does not know, mostly a misspelling. Reported by the catalogue check only.
inline Error definitionUnknownKey(const QString& place)
{
    using namespace Qt::StringLiterals;
    return failure("forms.definition-key", Origin::Data, place).with(u"place"_s, place);
}

// Problems of values. None of them quotes the value. The label is added by labelled().

inline Error labelled(const Error& error, const LocalText& label)
{
    return error.with(QStringLiteral("label"), label.zh).with(QStringLiteral("labelEn"), label.en);
}

inline Error valueRequired()
{
    return failure("forms.required", Origin::User);
}

inline Error valueOfWrongKind(const LocalText& expected)
{
    return failure("forms.kind", Origin::User, expected.en)
        .with(QStringLiteral("expected"), expected.zh)
        .with(QStringLiteral("expectedEn"), expected.en);
}

// Control characters, or a line break in a field of one line.
inline Error valueCharacters()
{
    return failure("forms.characters", Origin::User);
}

inline Error valueTooLong(qint64 length, qint64 most)
{
    return failure("forms.too-long", Origin::User)
        .with(QStringLiteral("length"), length)
        .with(QStringLiteral("most"), most);
}

inline Error valuePattern(const QString& example)
{
    return failure("forms.pattern", Origin::User).with(QStringLiteral("example"), example);
}

// `range` is a text such as "1 … 12", "≥ 0".
inline Error valueRange(const QString& range)
{
    return failure("forms.range", Origin::User, range).with(QStringLiteral("range"), range);
}

inline Error valueCodeUnknown(const QString& table)
{
    return failure("forms.code-unknown", Origin::User, table).with(QStringLiteral("table"), table);
}

inline Error tableRows(qint64 rows, const QString& range)
{
    return failure("forms.rows", Origin::User, range)
        .with(QStringLiteral("rows"), rows)
        .with(QStringLiteral("range"), range);
}

// A check of the definition applies; the text is the definition's own.
inline Error checkApplies(const QString& check, const LocalText& message)
{
    return failure("forms.check", Origin::User, check)
        .with(QStringLiteral("check"), check)
        .with(QStringLiteral("message"), message.zh)
        .with(QStringLiteral("messageEn"), message.en);
}

// A derived value or a condition could not be computed for these values.
inline Error computationFailed(const QString& what, const Error& cause)
{
    using namespace Qt::StringLiterals;
    return failure("forms.computation", Origin::Data, "%1: %2"_L1.arg(what, logLine(cause)))
        .with(u"rule"_s, what)
        .with(u"cause"_s, cause.code);
}

// A value for a field that this revision of the form does not have.
inline Error fieldUnknown(const QString& path)
{
    return failure("forms.unknown-field", Origin::Data, path).with(QStringLiteral("path"), path);
}

// A derived field, or after submission a protected one, must not be changed by an edit.
inline Error fieldNotEditable(const QString& path)
{
    return failure("forms.not-editable", Origin::Data, path).with(QStringLiteral("path"), path);
}

} // namespace kuaiban::forms
