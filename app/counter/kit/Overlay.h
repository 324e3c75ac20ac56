#pragma once

#include "app/counter/look/Look.h"

#include <QPointer>
#include <QWidget>

namespace kuaiban::counter {

class Panel;

// A sheet in the middle of the window over a dimmed page, for what interrupts everything: the cheat sheet, the idle
// lock. Not a window of its own. Esc closes it (where allowed) and gives the keyboard back to where it was.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    Overlay(const Look& look, QWidget* window);

    static bool isOpen(const QWidget* window); // one of them lies over this window

    Panel* sheet() const { return m_sheet; }
    void setClosable(bool closable);
    virtual void open();
    void close();
    // One that cannot be closed, the lock, comes to lie over it: what must not be there for whoever takes that away
    // again has to go.
    virtual void covered() {}

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    const Look& look() const { return m_look; }
    void place();

private:
    Look m_look;
    Panel* m_sheet;
    QPointer<QWidget> m_before;
    bool m_closable = true;
};

} // namespace kuaiban::counter
