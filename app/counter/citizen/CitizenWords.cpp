#include "CitizenWords.h"

#include <array>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

CitizenWords::CitizenWords()
{
    // Without a translation the English source stands; the compiled-in one is complete.
    (void)m_chinese.load(u":/translations/kuaiban_zh_CN.qm"_s);
}

QString CitizenWords::language() const
{
    return m_isEnglish ? u"en"_s : u"zh_CN"_s;
}

QString CitizenWords::operator()(const char* text) const
{
    const QString chinese = m_isEnglish ? QString() : m_chinese.translate("Citizen", text);
    return chinese.isEmpty() ? QString::fromUtf8(text) : chinese;
}

QString CitizenWords::grade(int grade) const
{
    static constexpr std::array words{QT_TRANSLATE_NOOP("Citizen", "Very dissatisfied"),
        QT_TRANSLATE_NOOP("Citizen", "Dissatisfied"), QT_TRANSLATE_NOOP("Citizen", "Fairly satisfied"),
        QT_TRANSLATE_NOOP("Citizen", "Satisfied"), QT_TRANSLATE_NOOP("Citizen", "Very satisfied")};
    return (*this)(words.at(static_cast<size_t>(grade - 1)));
}

} // namespace kuaiban::counter
