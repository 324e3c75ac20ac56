#pragma once

#include "modules/casework/Case.h"
#include "modules/codes/WorkingCalendar.h"
#include "OutcomePane.h"

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace kuaiban::counter {

class Field;

// 一次性告知: everything that is missing in one list, each with a reason the clerk may put otherwise, further things
// added by hand, and the day by which all must be there.
class SupplementPane final : public OutcomePane
{
    Q_OBJECT

public:
    explicit SupplementPane(const PageContext& context, QWidget* parent = nullptr);

    void offer(const QList<casework::MissingThing>& missing, QDate today, const codes::WorkingCalendar& calendar);
    void begin() override;

Q_SIGNALS:
    void confirmed(const QList<kuaiban::casework::MissingThing>& missing, const QString& deadline);

protected:
    void finish() override;

private:
    struct Line
    {
        QString material;
        QCheckBox* wanted = nullptr; // of a line that was found
        QLineEdit* name = nullptr;   // of one that is added
        QLineEdit* reason = nullptr;
        QString nameText() const;
        bool isWanted() const;
    };
    void addLine(const casework::MissingThing& thing);
    void showDeadline();
    QDate deadline() const; // invalid while the number of days is not

    QDate m_today;
    codes::WorkingCalendar m_calendar;
    QWidget* m_rows = nullptr;
    QGridLayout* m_grid = nullptr;
    QList<Line> m_lines;
    QLineEdit* m_days;
    Field* m_daysField;
};

} // namespace kuaiban::counter
