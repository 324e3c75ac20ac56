#pragma once

#include "app/counter/citizen/CitizenCase.h"
#include "app/counter/kit/Overlay.h"
#include "modules/catalogue/Item.h"

class QVBoxLayout;

namespace kuaiban::counter {

class ElidedLabel;

// 确认: what is entered, in large type over everything, for the citizen to look at before it is submitted. F9 or
// Ctrl+Enter submits, Esc goes back.
class ConfirmSheet final : public Overlay
{
    Q_OBJECT

public:
    ConfirmSheet(const Look& look, QWidget* window);

    // Items that have a confirmation among their papers ask for it.
    static bool isAskedFor(const catalogue::Item& item);

    void show(const QList<ConfirmRow>& rows);
    // What the citizen does at the second screen, where there is one.
    void tellOfCitizen(const QString& what, Tone tone);

Q_SIGNALS:
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void row(const QString& label, const QString& value, Tone tone = Tone::Normal);

    QFont m_large;
    QWidget* m_place;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_rows = nullptr; // of the content
    ElidedLabel* m_citizen;
};

} // namespace kuaiban::counter
