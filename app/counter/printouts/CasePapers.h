#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

// A case that was taken, with the item as it was then.
struct TakenCase
{
    casework::Case state;
    ItemPtr item;
};

// One paper of a case: the slip of the receipt printer, or pages.
struct CasePaper
{
    enum class Kind { Slip, Pages };
    Kind kind = Kind::Pages;
    QString templateId;
    friend bool operator==(const CasePaper&, const CasePaper&) = default;
};

// The papers of the case as it stands: receipt, confirmation and list while it goes on, then the notice or decision
// that ends it, at last what goes with the result. The slip comes first because the citizen waits for it.
QList<CasePaper> papersOf(const TakenCase& taken);

// Those of them that are printed without being asked: the slip where a receipt printer is set up, the pages where a
// page printer is, of slip and receipt only one if the window was set up so. With neither printer the pages stay, so
// that the clerk is told what is missing.
QList<CasePaper> papersToPrint(const TakenCase& taken, const DeviceSet& devices);

// Lays out the papers of a case, off the UI thread; what is not done when the owner goes is dropped. `mark`: see
// receiptData. What the citizen signed on the screen stands on the paper; a paper whose signature cannot be fetched is
// not made, for he would be asked to sign once more.
class CasePapers
{
public:
    CasePapers(const PageContext& context, QObject* owner)
        : m_context(context)
        , m_owner(owner)
        , m_words(new CodeWords(context.session, owner))
    {}

    QFuture<Result<PressedPage>> pages(const TakenCase& taken, const CasePaper& paper, const QString& mark) const;
    QFuture<Result<PressedSlip>> slip(const TakenCase& taken, const CasePaper& paper, const QString& mark) const;
    // Any paper as a PDF for the eye.
    QFuture<Result<PressedPage>> sheet(const TakenCase& taken, const CasePaper& paper) const;

private:
    QFuture<Result<QByteArray>> definition(const CasePaper& paper) const;
    QFuture<Result<QJsonObject>> pageData(const TakenCase& taken, const CasePaper& paper, const QString& mark) const;

    const PageContext& m_context;
    QObject* m_owner;
    CodeWords* m_words; // of the owner
};

} // namespace kuaiban::counter
