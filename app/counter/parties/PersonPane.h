#pragma once

#include "PartyForm.h"
#include "PersonWords.h"

class QStackedLayout;

namespace kuaiban::counter {

class EmptyState;
class MaterialList;
class PersonCard;
class ScrollPane;

// The left column: who the case is about and what the register knows of him, further people of the case in a line
// each, or the form in which one of them is entered.
class PersonPane final : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction* readCard;
        QAction* readSsc;
        QAction* type;
        QAction* agent; // somebody stands here for somebody else
        QAction* scan;
    };
    PersonPane(const PageContext& context, const CodeWords& words, PageFeed& feed, const Actions& actions,
        QWidget* parent = nullptr);

    // The applicant, or nothing yet; the other parties of the case.
    void setPerson(const PersonView& view, const QJsonObject& parties);
    void beginTyping(const QString& role, const QJsonObject& party, bool isNew);
    void endTyping();
    bool isTyping() const;
    PartyForm& form() { return *m_form; }

Q_SIGNALS:
    void partyChosen(const QString& role); // of the lines: to be looked at or changed

private:
    void fill();
    void fillOthers();

    const PageContext& m_context;
    const CodeWords& m_words;
    PersonView m_view;
    QJsonObject m_parties;
    QStackedLayout* m_stack;
    EmptyState* m_empty;
    PersonCard* m_card;
    MaterialList* m_others;
    PartyForm* m_form;
    ScrollPane* m_formPane;
};

} // namespace kuaiban::counter
