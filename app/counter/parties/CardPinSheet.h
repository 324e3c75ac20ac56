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
// repeated by itself; what was typed is gone once it is sent, the card is taken out or the sheet is closed, and is
// neither kept nor logged. What the card answers to a sheet that is closed stands there when it is opened again.
class CardPinSheet final : public Overlay
{
    Q_OBJECT

public:
    CardPinSheet(const PageContext& context, QWidget* window);

    void ask();
    void covered() override { close(); } // what its holder typed is not for whoever unlocks

private:
    void answered(const Message& message);
    void act(); // what the fields ask for: a check, or a change where a new PIN was typed
    void check();
    void change();
    void wait(bool changing);
    void empty();
    void setTyping(bool typing);
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
    bool m_waiting = false;  // for the card, also while the sheet is closed
    bool m_changing = false; // what it was asked
    bool m_unseen = false;   // its answer came while the sheet was closed
};

} // namespace kuaiban::counter
