#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/papers/PageFeed.h"

class QLineEdit;
class QVBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class CodePicker;
class Field;
class MaterialList;
class PageSheets;
class ElidedLabel;
class TextLabel;

// Enters one person or unit of the case: typed with a reason and a scanned proof, or from a card that is read while
// this is open; for an agent the relation and the scanned power of attorney. Every change is told at once, so that the
// draft keeps it; what is not complete yet stays here.
class PartyForm final : public QWidget
{
    Q_OBJECT

public:
    PartyForm(
        const PageContext& context, const CodeWords& words, PageFeed& feed, QAction* scan, QWidget* parent = nullptr);

    // `isNew`: nobody has this part in the case yet.
    void setDraft(const QString& draft);    // or stream, that its pages are brought in for
    void setApplicant(const QString& name); // whose case it is, shown while somebody else is entered
    void edit(const QString& role, const QJsonObject& party, bool isNew);
    const QString& role() const { return m_role; }
    const QJsonObject& party() const { return m_party; }
    void takeCard(const QJsonObject& card); // a party as the card tells
    // Where a scan goes: the selected paper of this party; empty when it needs none.
    QString paper() const;
    void addPage(const PaperPlace& place, const casework::Page& page);
    void begin(); // keyboard into the first empty field

Q_SIGNALS:
    void edited(const QString& role, const QJsonObject& party);
    void finished(const QString& role, const QJsonObject& party);
    void removed(const QString& role); // this person has no part in the case

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Field* addLine(const QString& label, QLineEdit* line, const QString& key);
    Field* addPicker(const QString& label, const std::shared_ptr<const CodeSource>& codes, const QString& key);
    void addRoles();
    void addPapers();
    void chooseRole(const QString& role);
    void put(const QString& key, const QString& text);
    void fill();
    void fillPapers();
    void showApplicant();
    QStringList papers() const; // that this party needs: "proof", "authority"
    bool isTyped() const;
    void finish();
    void complain(const Error& error);
    void tell() { Q_EMIT edited(m_role, m_party); }

    const PageContext& m_context;
    const CodeWords& m_words;
    QString m_draft;
    QString m_role;
    QString m_applicant;
    QJsonObject m_party;
    QJsonObject m_given; // the party when the form was opened
    bool m_isNew = true;
    bool m_filling = false;
    QVBoxLayout* m_column;
    TextLabel* m_title;
    ElidedLabel* m_caseOf;
    QWidget* m_roles;
    QHash<QString, ActionButton*> m_roleButtons;
    QHash<QString, QLineEdit*> m_lines; // by key of the party, as the pickers
    QHash<QString, CodePicker*> m_pickers;
    QHash<QString, Field*> m_fields;
    MaterialList* m_papers;
    PageSheets* m_sheets;
    TextLabel* m_problem;
    ActionButton* m_done;
    ActionButton* m_remove;
};

} // namespace kuaiban::counter
