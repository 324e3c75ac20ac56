#pragma once

#include "CodeShelf.h"
#include "FormSheet.h"
#include "modules/base/FailureManual.h"

#include <QCoreApplication>

namespace kuaiban::counter {

// What stands under the fields of a form, in the language of the screen. One line each: what is wrong and what to write
// instead, or where a value came from.
class FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(kuaiban::counter::FieldWords)

public:
    FieldWords(const QString& language, const FailureManual& manual, std::shared_ptr<const CodeShelf> codes)
        : m_language(language)
        , m_manual(manual)
        , m_codes(std::move(codes))
    {}

    // `own` are the editor's words about what was typed; they win where the form only knows that it is wrong.
    QString problem(const forms::Problem& problem, const QString& own = {}) const;
    // The same for a place where the field is not to be seen: begins with its label.
    QString problemWithLabel(const forms::Problem& problem, const QString& own = {}) const;
    QString label(const forms::Problem& problem) const; // "缴费记录第 2 行：月数"; empty for problems of the whole form
    QString trouble(const Error& error) const { return m_manual.text(error, m_language).what; }

    static QString origin(const QString& origin); // empty for what was typed
    static QString derived();
    QString contradiction(const forms::Field& field, const FormSheet::Contradiction& contradiction) const;
    // A value as people read it: amounts in yuan, codes by their text.
    QString value(const forms::Field& field, const QJsonValue& value) const;

private:
    bool namesItsField(const forms::Problem& problem, const QString& own) const;

    QString m_language;
    const FailureManual& m_manual;
    std::shared_ptr<const CodeShelf> m_codes;
};

} // namespace kuaiban::counter
