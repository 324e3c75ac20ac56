#pragma once

#include "app/counter/look/Look.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace kuaiban::counter {

// A small sheet beside the control it belongs to, inside the window. Esc or a step elsewhere closes it; Esc gives the
// keyboard back to the control. Deletes itself when closed.
class Popover final : public QWidget
{
    Q_OBJECT

public:
    Popover(const Look& look, QWidget* anchor);

    QVBoxLayout* body() const { return m_body; }
    void open(); // call after the body is filled
    void dismiss(bool giveBackFocus);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    Look m_look;
    QPointer<QWidget> m_anchor;
    QVBoxLayout* m_body;
};

} // namespace kuaiban::counter
