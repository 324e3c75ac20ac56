#pragma once

#include "app/counter/papers/EarlierPapers.h"
#include "app/counter/papers/PageFeed.h"
#include "app/counter/parties/CardPinSheet.h"
#include "app/counter/parties/RegisterLookup.h"
#include "app/counter/printouts/Receipts.h"
#include "DraftKeeper.h"
#include "IntakeOutcomes.h"

#include "app/counter/casefile/CodeWords.h"
#include "modules/codes/WorkingCalendar.h"

#include <QPointer>

class QStackedLayout;

namespace kuaiban::counter {

class ActionBar;
class CitizenDesk;
class ConfirmSheet;
class Evaluation;
class FormPane;
class HandOverPane;
class ItemPane;
class KeyboardFlow;
class MaterialPane;
class MessageBar;
class OutcomePane;
class PageHeader;
class Panel;
class PersonPane;
class RefusalPane;
class ScrollPane;
class SignatureSheet;
class SupplementPane;
class VoidPane;

// 受理: person at the left, matter or form or an outcome in the middle, papers at the right. Several cases may be open
// at once. This class puts the panes together; drafts, commands, register and pages have classes of their own.
class IntakePage final : public Page
{
    Q_OBJECT

public:
    IntakePage(PageContext& context, CitizenDesk& citizen, QWidget* parent = nullptr);
    ~IntakePage() override;

    void opened() override;
    void show(const QString& subject) override; // "new", or the id of a draft

private:
    // IntakePage.cpp: the panes, and the case in front.
    void buildPanes();
    void connectPanes();
    void load();
    IntakeDraft& draft() { return m_drafts->book().current(); }
    void beginNew();
    void beginItem(const QString& id);
    void beginFresh();
    void showRestored();   // the case that came to the front, or got its items, without a key
    void chooseOnlyItem(); // where there is one, nothing is to be chosen
    void switchTo(const QString& id);
    void showDraft();
    void showSteps();
    void forgetSaid(); // what stands in the bar is old: from here on it says again what comes next
    void showStrip();
    void showHeader();
    void putAside(); // before another case comes to the front
    void collect();  // what the panes hold goes into the draft
    void changed();
    void considerPapers();
    void chooseItem(const QString& id, const QString& scenario);
    void say(const QString& text, Tone tone);
    void say(const Error& error);
    void tell(const Message& message); // in place of what stood there, a question too
    void clearMessage();
    QDate today() const { return legalDate(context().session.clock().nowMs()); }
    forms::FormContext formContext();

    // IntakeParties.cpp: who the case is about.
    void takeCard(const devices::IdCard& card);
    void takeSecurityCard(const devices::SscCard& card);
    void takePersonOf(const QJsonObject& party); // from either card
    bool mayTakeCard();                          // else says why not
    bool isEditing() const;                      // letters and Enter are meant for a field of this page
    void askWhose(const QJsonObject& party);
    static constexpr int LeaveCard = 3;                           // the answer that does nothing
    static constexpr QLatin1StringView Confirmed{"confirmation"}; // whose paper a signature is that is no material
    void answer(int number);
    void beginParty(const QString& role);
    void showEntered();                                           // the form of who is being entered, or nobody's
    void setParty(const QString& role, const QJsonObject& party); // an empty one removes
    QString calledTicket();
    void showPerson();
    void takeRegister(const QString& idNo);
    void takePage(const PaperPlace& place, const casework::Page& page);
    void putPaper(IntakeDraft* target, const PaperPlace& place, const casework::Page& page);

    // IntakeActions.cpp: keys, and how a case leaves the page.
    void buildActions();
    void buildOutcomeActions();
    void askForPin();
    void scan(ScanWay way);
    void nextPane();
    bool isFree();  // the case in front may be sent now; says why not
    bool hasCase(); // a person and an item are there; says what is missing
    void submit(const QString& note = {});
    bool isConfirmed(); // what he saw is what would be sent now
    void send();
    void openOutcome(OutcomePane* pane);
    void closeOutcome();
    OutcomePane* outcome() const; // that is open
    QString startCommand();       // the id of the draft that is on its way now
    void ended(const QString& id, const casework::Case& state, const ItemPtr& item, IntakeOutcomes::Kind kind);
    void preview();
    QList<casework::MissingThing> gaps();

    // IntakeCitizen.cpp: what the citizen is asked.
    void buildCitizen();
    bool willSign() const;
    QList<casework::Page> signature() const; // his own, under what is sent; none: he signs on paper
    bool isSignature(
        const PaperPlace& place, const casework::Page& page) const; // on a paper that is there to be signed
    void noteSignature(IntakeDraft* draft, const PaperPlace& place, const casework::Page& page);
    void confirm(const QString& note); // shows everything to the citizen, the note first
    void signHere();                   // on the clerk's screen
    void endConfirming();
    void takeConfirmation(const QString& id, const QImage& signature);
    void takeSignature(const PaperPlace& place);

    DraftKeeper* m_drafts;
    CodeWords* m_words;
    RegisterLookup* m_register;
    PageFeed* m_feed;
    EarlierPapers* m_earlier;
    IntakeOutcomes* m_outcomes;
    Receipts m_receipts;
    QList<ItemPtr> m_items;
    ItemPtr m_item;
    codes::WorkingCalendar m_calendar;
    QString m_toldOfSaving;      // the draft whose saving the clerk asked for
    QJsonObject m_pendingCard;   // of somebody else than the case in front; waits for an answer
    QString m_confirmedDraft;    // that the citizen is shown, …
    QJsonObject m_confirmedBody; // … and how it would be sent then
    bool m_showing = false;
    std::optional<QString> m_next; // what comes next, as the bar said it last
    CaseStrip* m_strip;
    PageHeader* m_header;
    MessageBar* m_message;
    PersonPane* m_person = nullptr;
    Panel* m_center;
    QStackedLayout* m_centerStack;
    ItemPane* m_itemPane;
    FormPane* m_form;
    ScrollPane* m_formScroll;
    MaterialPane* m_papers = nullptr;
    SupplementPane* m_supplement;
    RefusalPane* m_refusal = nullptr;
    HandOverPane* m_handOver;
    VoidPane* m_void;
    ActionBar* m_bar;
    QPointer<ConfirmSheet> m_confirm; // these live in the window
    QPointer<SignatureSheet> m_sign;
    QPointer<CardPinSheet> m_pin;
    KeyboardFlow* m_flow = nullptr;
    QList<QAction*> m_answers;
    QAction* m_readCard = nullptr;
    QAction* m_readSsc = nullptr;
    QAction* m_type = nullptr;
    QAction* m_agent = nullptr;
    QAction* m_scan = nullptr;
    QAction* m_submit = nullptr;
    CitizenDesk& m_citizen; // of the window
    Evaluation* m_evaluation = nullptr;
    QString m_signing; // the draft whose signature is on its way to its papers
    QAction* m_print = nullptr;
};

} // namespace kuaiban::counter
