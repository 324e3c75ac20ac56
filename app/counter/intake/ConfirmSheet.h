#pragma once

#include "app/counter/citizen/CitizenCase.h"
#include "app/counter/kit/Overlay.h"
#include "modules/catalogue/Item.h"

class QVBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class ElidedLabel;

// 确认: what is entered, in large type over everything, for the citizen to look at before it is submitted. F9 or
// Ctrl+Enter submits, Esc goes back; Ctrl+Shift+K, as among the papers, lets him sign on this screen.
class ConfirmSheet final : public Overlay
{
    Q_OBJECT

public:
    ConfirmSheet(const Look& look, QWidget* window);

    // Items that have a confirmation among their papers ask for it.
    static bool isAskedFor(const catalogue::Item& item);

    void show(const QList<ConfirmRow>& rows, bool wantsSignature);
    // What the citizen does at the second screen, where there is one.
    void tellOfCitizen(const QString& what, Tone tone);

Q_SIGNALS:
    void confirmed();
    void signatureWanted(); // on this screen

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
    ActionButton* m_sign;
};

} // namespace kuaiban::counter
