#pragma once

#include "IntakeDraft.h"
#include "app/counter/shell/Page.h"

class QLineEdit;
class QStackedLayout;

namespace kuaiban::counter {

class ActionButton;
class CodePicker;
class EmptyState;
class Field;
class PersonCard;

// The left column: the person on the card, what the register knows, or the typed identity with its reason.
class PersonPane final : public QWidget
{
    Q_OBJECT

public:
    PersonPane(const PageContext& context, QAction* readCard, QAction* typeIdentity, QWidget* parent = nullptr);

    void setParty(const QJsonObject& party);
    void setRecord(const QJsonObject& record); // what the hub's register knows; empty for nothing yet
    void beginTyping(const QJsonObject& party);
    void setReasons(const QVector<QPair<QString, QString>>& reasons); // code, text

Q_SIGNALS:
    void partyTyped(const QJsonObject& party);

private:
    void fill();
    void finishTyping();

    const PageContext& m_context;
    QJsonObject m_party;
    QJsonObject m_record;
    QVector<QPair<QString, QString>> m_reasons;
    QStackedLayout* m_stack;
    EmptyState* m_empty;
    PersonCard* m_card;
    QLineEdit* m_name;
    QLineEdit* m_idNo;
    Field* m_nameField;
    Field* m_idNoField;
    QWidget* m_reasonHolder;
    CodePicker* m_reason = nullptr;
    Field* m_reasonField = nullptr;
    ActionButton* m_done;
};

} // namespace kuaiban::counter
