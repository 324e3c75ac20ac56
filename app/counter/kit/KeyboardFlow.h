#pragma once

#include <QObject>
#include <QPointer>
#include <QVector>

class QAbstractButton;
class QWidget;

namespace kuaiban::counter {

// Moves through a page by keys: Enter to the next field, Shift+Enter back, Ctrl+Enter presses the main button. Enter
// presses a button that has the keyboard, opens the row of a list, and is a new line in multi-line text.
class KeyboardFlow final : public QObject
{
    Q_OBJECT

public:
    explicit KeyboardFlow(QWidget* page);

    void setMainButton(QAbstractButton* button);

    // Where Tab and Enter may stop on the page, in the order they are read: pane by pane from left to right, rows from
    // top to bottom. Hidden and disabled ones are left out.
    static QVector<QWidget*> visualOrder(const QWidget* page);
    // The same stops in the order Tab visits them.
    static QVector<QWidget*> tabChain(const QWidget* page);
    // Makes Tab follow the eye. Call when the page is laid out, and again when fields come and go.
    static void orderByPosition(QWidget* page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool step(int by);

    QWidget* m_page;
    QPointer<QAbstractButton> m_main;
};

} // namespace kuaiban::counter
