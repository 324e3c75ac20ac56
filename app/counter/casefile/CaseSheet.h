#pragma once

#include "app/counter/shell/Page.h"

class QVBoxLayout;

namespace kuaiban::counter {

class EmptyState;
class FlowGraph;
class KeyValueList;
class Panel;
class TextLabel;

// A case in the middle of a page: title, what was asked, the way it went drawn as a graph, and who said what when.
class CaseSheet final : public QWidget
{
    Q_OBJECT

public:
    CaseSheet(
        const PageContext& context, const QString& emptyTitle, const QString& emptyAdvice, QWidget* parent = nullptr);

    void setCase(const casework::Case& state, const ItemPtr& item);
    void clear();
    QVBoxLayout* foot() const { return m_foot; }     // room under the flow: the opinion of a reviewer
    void setFullValues(bool full) { m_full = full; } // the task needs them; otherwise names and numbers are masked

private:
    void showWay(const casework::Case& state, const casework::PreparedItem& item);
    void showHistory(const casework::Case& state, const casework::PreparedItem& item);

    const PageContext& m_context;
    bool m_full = false;
    EmptyState* m_empty;
    Panel* m_panel;
    TextLabel* m_taken;
    KeyValueList* m_applicant;
    KeyValueList* m_values;
    FlowGraph* m_flow;
    KeyValueList* m_history;
    QVBoxLayout* m_foot;
};

} // namespace kuaiban::counter
