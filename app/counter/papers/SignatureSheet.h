#pragma once

#include "app/counter/kit/Overlay.h"

#include <QImage>
#include <QPainterPath>

namespace kuaiban::counter {

class ActionButton;
class TextLabel;

// Where somebody signs with a pen, a finger or the mouse. Strokes are kept in device-independent pixels.
class SignaturePad final : public QWidget
{
    Q_OBJECT

public:
    explicit SignaturePad(const Look& look, QWidget* parent = nullptr);

    void clear();
    // Whether this could be somebody's name: a tick or a touch by chance is not.
    bool isSigned() const;
    // The strokes in black on white with a little room around them, at twice the size of the screen.
    QImage picture() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void draw(QPainter* painter, const QColor& ink) const;

    Look m_look;
    QPainterPath m_path;
    QPointF m_last;
    double m_length = 0;
    bool m_down = false;
};

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

    SignaturePad* m_pad;
    TextLabel* m_what;
    TextLabel* m_hint;
    ActionButton* m_take;
};

} // namespace kuaiban::counter
