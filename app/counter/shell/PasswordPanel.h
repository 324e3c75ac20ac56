#pragma once

#include "app/counter/kit/Message.h"
#include "Page.h"

class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class Field;

// Changes the password of whoever is signed in. The hub decides whether the new one will do; the fields are emptied
// once it is changed, and other sessions of the account end.
class PasswordPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordPanel(const PageContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const QString& password);
    void told(const kuaiban::counter::Message& message);

private:
    Field* addField(QWidget* into, const QString& label, QLineEdit* line);
    void change();

    const PageContext& m_context;
    QLineEdit* m_present;
    QLineEdit* m_fresh;
    QLineEdit* m_again;
    Field* m_presentField = nullptr;
    Field* m_freshField = nullptr;
    Field* m_againField = nullptr;
    ActionButton* m_change;
};

} // namespace kuaiban::counter
