#pragma once

#include "app/counter/kit/Overlay.h"

class QVBoxLayout;

namespace kuaiban::counter {

// A sheet on which something is set up for this window: a hint at its foot, and one button that takes what is chosen,
// which Enter presses. Esc leaves all as it was.
class ChoiceSheet : public Overlay
{
    Q_OBJECT

protected:
    ChoiceSheet(const Look& look, const QString& title, const QString& takeWords, QWidget* window);

    QVBoxLayout* body() const { return m_body; } // above the foot
    virtual void take() = 0;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QVBoxLayout* m_body;
};

} // namespace kuaiban::counter
