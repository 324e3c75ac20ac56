#pragma once

#include "app/counter/look/Look.h"
#include "Message.h"

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class IconButton;
class TextLabel;

// A message in its place on the page, never a dialog: what happened (whose side), what to do, the failure code, up to
// two buttons. Hidden until it has something to say.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(const Look& look, QWidget* parent = nullptr);

    void say(const Message& message);
    void setActions(const QVector<QAction*>& actions); // answers, in place of a question box
    void clear();
    const Message& message() const { return m_message; }

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Look m_look;
    Message m_message;
    TextLabel* m_what;
    TextLabel* m_side;
    TextLabel* m_remedy;
    TextLabel* m_code;
    QHBoxLayout* m_actions;
    QVector<ActionButton*> m_buttons;
    IconButton* m_close;
};

} // namespace kuaiban::counter
