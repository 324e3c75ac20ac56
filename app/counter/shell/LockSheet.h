#pragma once

#include "app/counter/kit/Message.h"
#include "app/counter/kit/Overlay.h"

class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class MessageBar;

// Covers the whole window while its user is away: nothing of the page is to be seen, and no key of it acts. The user's
// password opens it again where it was left; somebody else signs in instead.
class LockSheet final : public Overlay
{
    Q_OBJECT

public:
    LockSheet(const Look& look, const QString& name, QWidget* window);

    void open() override;
    void say(const Message& message); // and the password is typed again

Q_SIGNALS:
    void unlockRequested(const QString& password);
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void submit();

    QLineEdit* m_password;
    MessageBar* m_message;
    ActionButton* m_unlock;
};

} // namespace kuaiban::counter
