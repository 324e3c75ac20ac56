#pragma once

#include "app/counter/kit/Overlay.h"

#include <QImage>

namespace kuaiban::counter {

class ActionButton;
class InkPad;
class TextLabel;

// Asks for a signature over the page: Enter takes it, Delete begins anew, Esc closes without one.
class SignatureSheet final : public Overlay
{
    Q_OBJECT

public:
    SignatureSheet(const Look& look, QWidget* window);

    void ask(const QString& who, const QString& what); // whose signature, under which paper

Q_SIGNALS:
    void signedBy(const QImage& signature);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take();

    InkPad* m_pad;
    TextLabel* m_what;
    TextLabel* m_hint;
    ActionButton* m_take;
};

} // namespace kuaiban::counter
