#pragma once

#include "app/counter/casefile/AnswerWatch.h"
#include "app/counter/casefile/TaskOffers.h"
#include "app/counter/printouts/Receipts.h"
#include "app/counter/shell/Page.h"
#include "DecisionPane.h"
#include "QueueFeed.h"

namespace kuaiban::counter {

class ActionBar;
class CaseSheet;
class MessageBar;
class PaperView;
class QueuePane;

// 待办: dispatching and reviewing on one screen: the queue, the case with its form beside the register, the papers. The
// next case opens by itself.
class TodoPage final : public Page
{
    Q_OBJECT

public:
    explicit TodoPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // a stream

private:
    // Something that is done to a case, whatever is in front when its answer comes.
    struct Deed
    {
        QString stream;
        QString task; // that was current
        ItemPtr item;
        QString type;
        QJsonObject body;
        QString said;      // when it is done
        bool goOn = false; // to the next case
    };

    // Laying out and naming what can be done: TodoActions.cpp.
    void buildPanes();
    void buildActions();
    void buildReadingActions();
    QAction* addMode(const QString& name, const QString& text, const QKeySequence& key, DecisionMode mode);
    void enableActions();
    void offer(QAction* action, bool offered);
    QString primaryText() const;
    QString whyNot() const;
    void followWidth(bool wide);
    void takeKeyboardBack();

    // Doing it: TodoDecisions.cpp.
    void confirm();
    void approve();
    void refuse();
    void sendBack();
    void decide(const QString& type, const QJsonObject& body, const QString& said);
    Deed deed(const QString& type, const QJsonObject& body, const QString& said, bool goOn) const;
    void claimAndAct(const Deed& done);
    void act(const Deed& done);
    void finished(const casework::Case& state, const Deed& done);
    void setBusy(bool busy);
    void tellRefused(const QString& stream, const Error& error);
    void takeNoticeAction(const QString& action);
    void begin(DecisionMode mode);
    void say(const QString& text, Tone tone = Tone::Good);

    void refresh();
    void followQueue();
    void openCase(const QString& stream);
    void present(const casework::Case& state, const ItemPtr& item);
    void showNothing();
    // The chosen case stands there, not the one before it.
    bool isHere() const { return m_state.exists() && m_state.id == m_open; }
    Worker worker() const;
    const flow::Step* currentStep() const;

    QueueFeed m_feed;
    AnswerWatch m_answers;
    Receipts m_receipts;
    QHash<QString, ItemPtr> m_items;
    QString m_open;
    QString m_refusedStream; // what the message is about
    casework::Case m_state;
    ItemPtr m_item;
    TaskOffers m_offers;
    bool m_busy = false; // a decision is on its way to the local store
    QueuePane* m_queue;
    CaseSheet* m_sheet;
    PaperView* m_papers;
    MessageBar* m_message;
    DecisionPane* m_decision;
    ActionBar* m_bar;
    QAction* m_claim = nullptr;
    QAction* m_release = nullptr;
    QAction* m_return = nullptr;
    QAction* m_supplement = nullptr;
    QAction* m_refuse = nullptr;
    QAction* m_handOver = nullptr;
    QAction* m_transfer = nullptr;
    QAction* m_grab = nullptr;
    QAction* m_void = nullptr;
    QAction* m_back = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
    QAction* m_openRefused = nullptr;
    QAction* m_dropRefused = nullptr;
    QAction* m_primary = nullptr;
};

} // namespace kuaiban::counter
