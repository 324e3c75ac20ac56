#pragma once

#include "app/counter/kit/Message.h"
#include "app/counter/look/Look.h"

#include <QWidget>

class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class Field;
class MessageBar;
class TextLabel;

// Account and password. Shows which hall and window this machine is.
class LoginPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LoginPage(const Look& look, QWidget* parent = nullptr);

    void setPlace(const QString& office, const QString& window);
    void setNote(const QString& note); // demo accounts
    void begin();                      // empty password, keyboard where typing starts
    void setBusy(bool busy);
    void say(const Message& message);

Q_SIGNALS:
    void signInRequested(const QString& login, const QString& password);

private:
    void submit();

    QLineEdit* m_login;
    QLineEdit* m_password;
    ActionButton* m_enter;
    MessageBar* m_message;
    TextLabel* m_place;
    TextLabel* m_note;
};

} // namespace kuaiban::counter
