#pragma once

#include "app/counter/kit/Overlay.h"
#include "app/counter/shell/Page.h"

class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class Field;
class MessageBar;

// Work that goes to the centre on a stick: put into a file that a password protects, or brought from one. Where and
// with which password is asked for; what came of it stands on the sheet.
class CarrySheet final : public Overlay
{
    Q_OBJECT

public:
    enum class Way { Out, In };

    CarrySheet(const PageContext& context, Way way, QWidget* window);

    void ask();
    void covered() override { close(); } // with what was typed

Q_SIGNALS:
    void carried();

private:
    void choose();
    void act();
    bool isComplete();
    void finish(const Message& message, bool done);
    void tellWritten(int entries);
    void tellBrought(const sync::CarriedOutcome& outcome);
    void empty();
    void setWaiting(bool waiting);

    const PageContext& m_context;
    const Way m_way;
    QLineEdit* m_path;
    QLineEdit* m_password;
    QLineEdit* m_again; // Out only
    Field* m_pathField;
    Field* m_passwordField;
    Field* m_againField;
    MessageBar* m_message;
    ActionButton* m_choose;
    ActionButton* m_act;
    bool m_waiting = false;
    bool m_unseen = false; // what came of it came while the sheet was closed
};

} // namespace kuaiban::counter
