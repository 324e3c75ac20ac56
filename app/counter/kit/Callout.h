#pragma once

#include "app/counter/look/Look.h"
#include "Message.h"

#include <QPointer>
#include <QWidget>

namespace kuaiban::counter {

class IconButton;
class TextLabel;

// A message right under the control it is about, over the page: it takes the page no room and never the keyboard, and
// stays until somebody closes it. One that was closed by keys gives the keyboard back to where it was.
class Callout final : public QWidget
{
    Q_OBJECT

public:
    Callout(const Look& look, QWidget* anchor, QWidget* host);

    void say(const Message& message);
    const Message& message() const { return m_message; }
    void clear();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    Look m_look;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_before;
    Message m_message;
    TextLabel* m_what;
    TextLabel* m_words;
    TextLabel* m_code;
    IconButton* m_close;
};

} // namespace kuaiban::counter
