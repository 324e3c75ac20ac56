#pragma once

#include "app/counter/shell/Page.h"
#include "IntakeDraft.h"

namespace kuaiban::codes {
class CodeTable;
}

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
    void loadReasons(); // why an identity was typed: a code table of the catalogue

Q_SIGNALS:
    void partyTyped(const QJsonObject& party);

private:
    void fill();
    void finishTyping();
    void offerReasons(const codes::CodeTable& table);

    const PageContext& m_context;
    QJsonObject m_party;
    QJsonObject m_record;
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
