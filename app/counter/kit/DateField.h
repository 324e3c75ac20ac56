#pragma once

#include <QDate>
#include <QLineEdit>

#include <optional>

namespace kuaiban::counter {

enum class DateProblem { None, Empty, Malformed, NoSuchDay, TooEarly, TooLate };

// A date typed plainly, no calendar and no sections to step through; rewritten as 2026-11-21 when the field is left.
class DateField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateField(QWidget* parent = nullptr);

    void setDate(QDate date); // an invalid date empties the field
    std::optional<QDate> date() const;
    void setRange(QDate earliest, QDate latest); // an invalid end is open
    DateProblem problem() const;
    QString problemText() const; // for the hint under the field; empty when there is nothing to say

Q_SIGNALS:
    void dateEdited(); // by hand, at every key; ask date() and problem()

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void tidy();

    QDate m_earliest;
    QDate m_latest;
};

} // namespace kuaiban::counter
