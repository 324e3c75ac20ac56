#pragma once

#include "app/counter/look/Look.h"
#include "Ink.h"

#include <QWidget>

class QTouchEvent;

namespace kuaiban::counter {

// A place to sign with a pen, a finger or the mouse; whichever came down first writes, the others rest: a hand lies on
// the glass while it writes. What leaves the pad and comes back goes on as another stroke.
class InkPad final : public QWidget
{
    Q_OBJECT

public:
    explicit InkPad(const Look& look, QWidget* parent = nullptr);

    void clear();
    void copyFrom(const InkPad& other); // what was written there
    bool isEmpty() const { return m_ink.isEmpty(); }
    // Whether this could be somebody's name: a dot or a tick is not.
    bool isSigned() const { return m_ink.isName(); }
    // In black on white with a little room around, at twice the size of the screen; null when nothing is written.
    QImage picture() const;
    // How it was written, for evidence: Ink::toJson.
    QJsonArray strokes() const { return m_ink.toJson(); }

    QSize sizeHint() const override { return {640, 240}; }
    QSize minimumSizeHint() const override { return {320, 120}; }

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Writer { Nobody, Mouse, Pen, Finger };

    bool touch(QTouchEvent* event);
    void down(Writer writer, const InkPoint& point);
    void move(Writer writer, const InkPoint& point);
    void up(Writer writer);

    Look m_look;
    Ink m_ink;
    Writer m_writer = Writer::Nobody;
    int m_finger = 0;      // which of them writes
    bool m_isAway = false; // the writer left the pad with the pen down
};

} // namespace kuaiban::counter
