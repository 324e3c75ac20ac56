#pragma once

#include "app/counter/casefile/AnswerWatch.h"
#include "app/counter/casefile/TaskOffers.h"
#include "app/counter/printouts/HandoverList.h"
#include "app/counter/printouts/Receipts.h"
#include "app/counter/shell/Page.h"

class QComboBox;
class QStackedWidget;

namespace kuaiban::counter {

class ActionBar;
class CaseEditor;
class CaseListModel;
class CaseSheet;
class CitizenDesk;
class CollectionPane;
class Evaluation;
class MessageBar;
class OutcomePane;
class PageFeed;
class KeyboardFlow;
class PageHeader;
class PagedTableView;
class ReasonPane;
class RefusalPane;
class SearchBox;
enum class ScanWay;

// 我的受理: what I took, by how it went, from the local store; and any case that waits for a window, by its number. A
// case that came back is gone on with here, its result handed out, its papers printed again.
class MyCasesPage final : public Page
{
    Q_OBJECT

public:
    MyCasesPage(PageContext& context, CitizenDesk& citizen, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // a stream

private:
    // Laying out: MyCasesPanes.cpp.
    void buildActions();
    void buildOutcomes();
    void buildEvaluation(CitizenDesk& citizen);
    void buildPanes();
    void enableActions();
    void offer(QAction* action, bool offered);
    QString hint() const;

    // What is done with the open case: MyCasesActions.cpp.
    void continueCase();
    void sendOn();
    void resubmit(const casework::Case& state);
    void takeOver();
    void recall();
    void listPapers();
    void reopenDraft();
    void leaveEditor();
    bool isScannerAtRest(); // else says so
    void openOutcome(OutcomePane* pane);
    void closeOutcome();
    void scan(ScanWay way);
    void act(const QString& type, const QJsonObject& body, const QString& said, bool print = false);
    void say(const QString& text, Tone tone = Tone::Good);
    void sayOfPapers(const QString& text, Tone tone);

    void refresh();
    void fill();
    void find(const QString& text);
    void choose(const QString& stream);
    void openCase(const QString& stream);
    void load(const QString& stream, bool away);
    void present(const casework::Case& state, const ItemPtr& item);
    void showNothing();
    void presentUnopened(const sync::LocalCase& line);
    const sync::LocalCase* ownLine(const QString& stream) const;
    void tellRefused();
    // The chosen case stands there, not the one before it.
    bool isHere() const { return m_state.exists() && m_state.id == m_open; }
    bool isEditing() const;
    Worker worker() const;

    QHash<QString, ItemPtr> m_items; // by id, newest revision: for names
    QList<sync::LocalCase> m_cases;
    QList<casework::CaseRow> m_found; // on the hub, by number
    QString m_open;
    QString m_wanted;   // to be opened once the editor is left
    QString m_reopened; // a refused case that becomes a draft again
    ItemPtr m_openItem;
    casework::Case m_state;
    TaskOffers m_offers;
    AnswerWatch m_answers;
    Receipts m_receipts;
    HandoverList m_handoverList;
    bool m_sendingOn = false; // saved changes are followed by Resubmit
    bool m_leaving = false;   // saved changes are followed by the list
    bool m_warned = false;    // that leaving loses what is marked red
    bool m_busy = false;
    PageHeader* m_header;
    QComboBox* m_filter;
    SearchBox* m_search;
    CaseListModel* m_lines;
    PagedTableView* m_table;
    CaseSheet* m_sheet;
    MessageBar* m_message;
    ActionBar* m_bar;
    PageFeed* m_feed;
    KeyboardFlow* m_flow = nullptr; // its main button is the one of the outcome in front
    QStackedWidget* m_desk;         // the list with its case, or the editor
    QStackedWidget* m_right;        // the case, or one of its outcomes
    CaseEditor* m_editor = nullptr;
    Evaluation* m_evaluation = nullptr;
    CollectionPane* m_collection = nullptr;
    ReasonPane* m_handOverPane = nullptr;
    ReasonPane* m_voidPane = nullptr;
    RefusalPane* m_refusalPane = nullptr;
    QAction* m_continue = nullptr;
    QAction* m_takeOver = nullptr;
    QAction* m_handOver = nullptr;
    QAction* m_recall = nullptr;
    QAction* m_collect = nullptr;
    QAction* m_refuse = nullptr;
    QAction* m_askVoid = nullptr;
    QAction* m_resubmit = nullptr;
    QAction* m_save = nullptr;
    QAction* m_scan = nullptr;
    QAction* m_back = nullptr;
    QAction* m_dropRefused = nullptr;
    QAction* m_reopen = nullptr;
};

} // namespace kuaiban::counter
