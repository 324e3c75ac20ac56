#pragma once

#include "app/counter/shell/Page.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace kuaiban::counter {

class DateField;
class Field;
class ScrollPane;

// What the applicant must still bring: the papers of the item with check boxes and reasons, others by name, and the day
// by which. Everything at once (一次性告知).
class SupplementForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SupplementForm(const PageContext& context, QWidget* parent = nullptr);

    // The list for this case; ticks of another one are forgotten, those of the same stay.
    void setCase(const casework::Case& state, const casework::PreparedItem& item);
    QJsonArray missing() const; // as RequestSupplement wants it
    QString deadline() const;   // YYYY-MM-DD; empty when it is no day from today on
    // Nothing stands in the way; otherwise the place gets its word and the keyboard.
    bool check();
    void focusFirst();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Line
    {
        QString material;
        QCheckBox* box;
        QLineEdit* reason;
    };

    void addLine(const QString& material, const QString& name, bool ticked);
    bool addOther(); // false when nothing is named

    const PageContext& m_context;
    QString m_stream;
    QList<Line> m_lines;
    QWidget* m_list;
    QVBoxLayout* m_column;
    ScrollPane* m_scroll = nullptr;
    QLineEdit* m_other;
    Field* m_otherField;
    DateField* m_deadline;
    Field* m_deadlineField;
};

} // namespace kuaiban::counter
