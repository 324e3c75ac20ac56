#include "FieldWords.h"

#include "modules/base/Money.h"
#include "modules/forms/FormPaths.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// The manual says first what happened ("out of range") and then why ("allowed: 1 … 12"). Under the field itself the
// second is what helps.
bool helpsByItsCause(const QString& code)
{
    static const QSet<QString> codes{
        u"forms.kind"_s, u"forms.range"_s, u"forms.too-long"_s, u"forms.pattern"_s, u"forms.rows"_s};
    return codes.contains(code) || code.endsWith("-length"_L1); // how long it should be, and how long it is
}

bool isAboutWriting(const QString& code)
{
    return code == "forms.kind"_L1 || code == "forms.code-unknown"_L1;
}

} // namespace

QString FieldWords::problem(const forms::Problem& problem, const QString& own) const
{
    if (const QString& message = problem.message.in(m_language); !message.isEmpty())
        return message;
    if (!own.isEmpty() && isAboutWriting(problem.error.code))
        return own;
    const auto text = m_manual.text(problem.error, m_language);
    return helpsByItsCause(problem.error.code) ? text.cause : text.what;
}

// The manual's first sentences have the label in them.
bool FieldWords::namesItsField(const forms::Problem& problem, const QString& own) const
{
    const QString& code = problem.error.code;
    const bool isFormCode = code.startsWith("forms."_L1);
    return isFormCode && problem.message.in(m_language).isEmpty() && !helpsByItsCause(code) &&
           (own.isEmpty() || !isAboutWriting(code));
}

QString FieldWords::problemWithLabel(const forms::Problem& problem, const QString& own) const
{
    const QString words = this->problem(problem, own);
    const QString about = label(problem);
    return about.isEmpty() || namesItsField(problem, own) ? words : tr("%1: %2").arg(about, words);
}

QString FieldWords::label(const forms::Problem& problem) const
{
    return problem.error.fields.value(m_language == "en"_L1 ? "labelEn"_L1 : "label"_L1).toString();
}

QString FieldWords::origin(const QString& origin)
{
    if (origin == "card"_L1)
        return tr("from the ID card");
    if (origin == "register"_L1)
        return tr("from the register");
    return origin == "params"_L1 ? tr("from the settings of the matter") : QString();
}

QString FieldWords::derived()
{
    return tr("calculated");
}

QString FieldWords::contradiction(const forms::Field& field, const FormSheet::Contradiction& contradiction) const
{
    const QString said = value(field, contradiction.value);
    return contradiction.origin == "card"_L1 ? tr("The ID card says: %1").arg(said)
                                             : tr("The register says: %1").arg(said);
}

QString FieldWords::value(const forms::Field& field, const QJsonValue& value) const
{
    switch (field.kind) {
    case forms::FieldKind::Money:
        return value.isDouble() ? tr("%1 yuan").arg(formatYuan(value.toInteger())) : value.toString();
    case forms::FieldKind::Integer:
        return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    case forms::FieldKind::Flag:
        return value.toBool() ? tr("yes") : tr("no");
    case forms::FieldKind::Code:
        return m_codes->text(field.codeTable, value.toString());
    case forms::FieldKind::Area:
        return m_codes->text(CodeShelf::areas(), value.toString());
    case forms::FieldKind::Table:
        return tr("%n row(s)", nullptr, int(forms::rowIds(value.toObject()).size()));
    default:
        return value.toString();
    }
}

} // namespace kuaiban::counter
