#pragma once

#include "PaperChecklist.h"

#include <QWidget>

namespace kuaiban::counter {

class DateField;
class Field;
class WrapLayout;

// How the selected paper comes in: one small button for each way the item allows, and the day by which a deferred one
// must be there.
class PaperWays final : public QWidget
{
    Q_OBJECT

public:
    explicit PaperWays(const Look& look, QWidget* parent = nullptr);

    // `chosen` empty: the paper is not there yet.
    void offer(const QList<PaperWay>& ways, std::optional<PaperWay> chosen);
    // The day of a deferred paper; it may lie between `today` and `latest`.
    void setDue(const QString& dueOn, QDate today, QDate latest);

Q_SIGNALS:
    void wayChosen(kuaiban::counter::PaperWay way);
    void dueChosen(const QString& dueOn); // YYYY-MM-DD

private:
    Look m_look;
    WrapLayout* m_row;
    QList<QWidget*> m_buttons;
    DateField* m_date;
    Field* m_due;
};

} // namespace kuaiban::counter
