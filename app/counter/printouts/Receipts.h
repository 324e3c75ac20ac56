#pragma once

#include "app/counter/kit/Message.h"
#include "CasePapers.h"

#include <QPointer>

namespace kuaiban::counter {

class DocumentPreview;

// The papers of the case that was taken last: laid out and sent to the receipt printer and the page printer off the UI
// thread, each for itself, so that a dead laser printer never keeps the slip back. What did not come out is kept,
// whichever case came after, and tried again first; what did is printed once more with a mark. Pages that wait at the
// printer come out by themselves or are taken back before they are printed anew, so that nobody ends up with two.
class Receipts final : public QObject
{
    Q_OBJECT

public:
    explicit Receipts(const PageContext& context, QObject* parent = nullptr);
    ~Receipts() override;

    void take(const casework::Case& state, const ItemPtr& item); // prints what this window prints
    // A case that is looked at: nothing is printed until somebody asks, and what comes then is a further copy, as the
    // case stands now.
    void hold(const casework::Case& state, const ItemPtr& item);
    bool hasLast() const { return m_last != nullptr; }
    void printAgain();
    void preview(QWidget* window);

Q_SIGNALS:
    void printed(const QString& number);                 // everything that was asked for is out
    void told(const kuaiban::counter::Message& message); // what did not come out and why, or that it came after all

private:
    struct Round; // a case and which of its papers are on their way or missing
    using RoundPtr = std::shared_ptr<Round>;
    struct Job
    {
        RoundPtr round;
        CasePaper paper;
        QString name = {}; // of the paper, once it is laid out
        int copies = 1;
        bool stuck = false; // it waits at the printer, and the clerk was told
    };
    static bool wasIssued(const Round& round, const CasePaper& paper);

    RoundPtr roundOf(const QString& id) const; // null when nothing is known of the case
    void start(const RoundPtr& round, const QList<CasePaper>& papers);
    void printSlip(Job job, const QString& mark);
    void printPages(Job job, const QString& mark);
    void printFromPreview(int index);
    void takeBack(const RoundPtr& round);
    void slipIsOut(const Job& job, bool confirmed);
    void isStuck(Job& job, const Error& why);
    void pagesFailed(const Job& job, const Error& error);
    void record(const Job& job);
    void isOut(const Job& job);
    void isMissing(const Job& job, const Error& error);
    void tell(const Job& job, const Error& error);
    Message troubleMessage(const Round& round) const;
    void ended(const RoundPtr& round);

    const PageContext& m_context;
    CasePapers m_papers;
    RoundPtr m_last;
    RoundPtr m_named;                    // by the message that says F8 prints again, else the last
    QList<RoundPtr> m_open;              // papers are on their way or missing; the oldest first
    QList<Job> m_shown;                  // in the preview
    QPointer<DocumentPreview> m_preview; // lives in the window
    QHash<int, Job> m_slips;             // by ticket of the receipt printer
    QHash<int, Job> m_pages;             // by ticket of the page printer
    bool m_silenceTold = false;          // that the receipt printer does not answer is said once
};

} // namespace kuaiban::counter
