#pragma once

#include "app/counter/shell/Page.h"

class QComboBox;
class QLineEdit;

namespace kuaiban::counter {

class ActionBar;
class ActionButton;
class CaseSheet;
class Field;
class MessageBar;
class PaperView;
class Panel;
class QueueList;
class SearchBox;
class TextArea;

// 待办: dispatching and reviewing on one screen. Claim, release, dispatch, approve, return, refuse; the next case opens
// by itself.
class TodoPage final : public Page
{
    Q_OBJECT

public:
    explicit TodoPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override;

private:
    void buildActions();
    void refresh();
    void showQueue(const CasePage& page);
    void openCase(const QString& stream);
    void present(const casework::Case& state, const ItemPtr& item);
    void enableActions();
    // Claims first where the task is still open, then decides: one key for the reviewer.
    void decide(const QString& type, QJsonObject body, const QString& said);
    void act(const QString& type, const QJsonObject& body, const QString& said, bool goOn);
    void addOpinion(int number);
    QString opinion() const;
    const flow::Step* currentStep() const;

    QHash<QString, ItemPtr> m_items;
    QList<casework::CaseRow> m_rows;
    QString m_open;
    casework::Case m_state;
    ItemPtr m_item;
    Panel* m_queuePanel;
    SearchBox* m_search;
    QueueList* m_queue;
    CaseSheet* m_sheet;
    PaperView* m_papers;
    MessageBar* m_message;
    TextArea* m_opinion;
    Field* m_opinionField;
    QLineEdit* m_department;
    Field* m_departmentField;
    ActionBar* m_bar;
    QAction* m_claim;
    QAction* m_release;
    QAction* m_return;
    QAction* m_refuse;
    QAction* m_approve;
};

} // namespace kuaiban::counter
