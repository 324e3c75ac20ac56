#pragma once

#include "app/counter/kit/Overlay.h"
#include "app/counter/shell/Page.h"

class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class Field;
class MessageBar;
class TextLabel;

// 社保卡密码: the holder checks the PIN of the card that was read last, or gives it another one. One try a time, never
// repeated by itself; what was typed is gone as soon as the card has answered, and is neither kept nor logged.
class CardPinSheet final : public Overlay
{
    Q_OBJECT

public:
    CardPinSheet(const PageContext& context, QWidget* window);

    void ask();

private:
    void answered(const Message& message);
    void act(); // what the fields ask for: a check, or a change where a new PIN was typed
    void check();
    void change();
    void wait();
    void empty();
    void tellWhatToDo();
    void tellWhose();
    bool isChange() const;

    const PageContext& m_context;
    TextLabel* m_whose;
    QLineEdit* m_present;
    QLineEdit* m_next;
    QLineEdit* m_again;
    Field* m_againField;
    MessageBar* m_message;
    ActionButton* m_act;
    bool m_waiting = false;
};

} // namespace kuaiban::counter
