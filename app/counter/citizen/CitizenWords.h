#pragma once

#include <QString>
#include <QTranslator>

namespace kuaiban::counter {

// What is said to the citizen: Chinese whatever language the clerk reads, English when the citizen wishes. Texts are
// marked with QT_TRANSLATE_NOOP("Citizen", …).
class CitizenWords
{
public:
    CitizenWords();

    bool isEnglish() const { return m_isEnglish; }
    void setEnglish(bool english) { m_isEnglish = english; }
    QString language() const; // "zh_CN" or "en"
    QString operator()(const char* text) const;
    QString grade(int grade) const; // 5 very satisfied … 1 very dissatisfied

private:
    QTranslator m_chinese;
    bool m_isEnglish = false;
};

} // namespace kuaiban::counter
