#pragma once

#include "app/counter/shell/Page.h"
#include "CodeWords.h"
#include "TaskOffers.h"

class QVBoxLayout;

namespace kuaiban::counter {

class CaseNotices;
class ConflictList;
class EmptyState;
class FlowGraph;
class FormReadout;
class KeyValueList;
class MaterialList;
class Panel;
class TextLabel;

// A case in the middle of a page: what must be known first, who it is about, the form beside the register, the papers,
// the way it went drawn as a graph, and who said what when.
class CaseSheet final : public QWidget
{
    Q_OBJECT

public:
    CaseSheet(
        const PageContext& context, const QString& emptyTitle, const QString& emptyAdvice, QWidget* parent = nullptr);

    void setCase(const casework::Case& state, const ItemPtr& item);
    void clear();
    void setEmptyTexts(const QString& title, const QString& advice);
    QVBoxLayout* foot() const { return m_foot; }     // stays in sight under the scrolled sheet: the reviewer's opinion
    void setFullValues(bool full) { m_full = full; } // the task needs them; otherwise names and numbers are masked
    void setOffers(const TaskOffers& offers);        // which of the sheet's own buttons are there
    void setMissingFiles(const QSet<QString>& digests);
    int differences() const;
    bool goToNextDifference();
    CodeWords& words() { return *m_words; }

Q_SIGNALS:
    void noticeActionChosen(const QString& action); // see CaseNotice
    void conflictSettled(const QString& conflict, const QJsonValue& value);
    void materialChosen(const QString& material);
    void shown(); // the case stands there with its words

private:
    void fill();
    void fillNotices();
    void fillParties();
    void fillMaterials();
    TextLabel* addHeading(QVBoxLayout* column, const QString& text);

    const PageContext& m_context;
    CodeWords* m_words;
    casework::Case m_case;
    ItemPtr m_item;
    TaskOffers m_offers;
    QSet<QString> m_missingFiles;
    bool m_full = false;
    EmptyState* m_empty;
    Panel* m_panel;
    TextLabel* m_taken;
    CaseNotices* m_notices;
    ConflictList* m_disputes;
    KeyValueList* m_head;
    FormReadout* m_form;
    TextLabel* m_differences;
    TextLabel* m_materialsHeading = nullptr;
    MaterialList* m_materials;
    FlowGraph* m_flow;
    KeyValueList* m_history;
    QVBoxLayout* m_foot;
};

} // namespace kuaiban::counter
