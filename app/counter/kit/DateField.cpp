#include "DateField.h"

#include "DateText.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DateField::DateField(QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(u"2026-11-21"_s);
    setMaxLength(16);
    setInputMethodHints(Qt::ImhDate | Qt::ImhPreferNumbers);
    connect(this, &QLineEdit::textEdited, this, &DateField::dateEdited);
    connect(this, &QLineEdit::returnPressed, this, &DateField::tidy);
}

void DateField::setDate(QDate date)
{
    setText(date.isValid() ? dateText(date) : QString());
    setCursorPosition(0);
}

std::optional<QDate> DateField::date() const
{
    return problem() == DateProblem::None ? parseDate(text()) : std::nullopt;
}

void DateField::setRange(QDate earliest, QDate latest)
{
    m_earliest = earliest;
    m_latest = latest;
}

DateProblem DateField::problem() const
{
    if (text().trimmed().isEmpty())
        return DateProblem::Empty;
    const std::optional<QDate> typed = parseDate(text());
    if (!typed)
        return looksLikeDate(text()) ? DateProblem::NoSuchDay : DateProblem::Malformed;
    if (m_earliest.isValid() && *typed < m_earliest)
        return DateProblem::TooEarly;
    if (m_latest.isValid() && *typed > m_latest)
        return DateProblem::TooLate;
    return DateProblem::None;
}

QString DateField::problemText() const
{
    switch (problem()) {
    case DateProblem::Malformed:
        return tr("Write the date like 2026-11-21");
    case DateProblem::NoSuchDay:
        return tr("There is no such day");
    case DateProblem::TooEarly:
        return tr("Not before %1").arg(dateText(m_earliest));
    case DateProblem::TooLate:
        return tr("Not after %1").arg(dateText(m_latest));
    case DateProblem::None:
    case DateProblem::Empty:
        break;
    }
    return {};
}

void DateField::focusOutEvent(QFocusEvent* event)
{
    tidy();
    QLineEdit::focusOutEvent(event);
}

void DateField::tidy()
{
    if (const std::optional<QDate> typed = parseDate(text()); typed && !isReadOnly())
        setText(dateText(*typed));
}

} // namespace kuaiban::counter
