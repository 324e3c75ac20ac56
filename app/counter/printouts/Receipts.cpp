#include "Receipts.h"

#include "app/counter/equipment/ReceiptSlip.h"
#include "app/counter/shell/DocumentPreview.h"
#include "devices/receipt/ReceiptErrors.h"
#include "modules/base/FailureManual.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// The case may have left this desk with the decision that is printed: then it is fetched once more.
void recordPrint(Session& session, const QString& stream, const QJsonObject& body)
{
    session.act(stream, u"RecordPrint"_s, body)
        .then(&session, [&session, stream, body](const Result<casework::Case>& done) {
            if (done)
                return;
            session.fetchCase(stream).then(&session, [&session, body](const Result<casework::Case>& state) {
                if (state && state->exists())
                    session.act(state->id, u"RecordPrint"_s, body);
            });
        });
}

// Printed on paper, so it is Chinese whatever the language of the screen.
const QString ReprintMark = u"补打"_s;

} // namespace

struct Receipts::Round
{
    struct Trouble
    {
        CasePaper::Kind kind;
        Error error;
    };

    TakenCase taken;
    QList<CasePaper> missing; // on their way, or tried in vain
    QList<CasePaper> issued;  // somebody holds a copy: the next one bears the mark
    QList<CasePaper> early;   // in the record before they were out: they may come out after this window has closed
    int running = 0;
    bool takenBack = false;  // what is stuck, to be printed anew
    QList<Trouble> troubles; // what the clerk was told since the papers were last sent
    bool again = false;      // there was trouble before
};

Receipts::Receipts(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_papers(context, this)
{
    auto& slips = context.devices.receipt();
    connect(&slips, &devices::ReceiptStation::printed, this, [this](int ticket, devices::ReceiptJob job) {
        if (m_slips.contains(ticket))
            slipIsOut(m_slips.take(ticket), job == devices::ReceiptJob::Printed);
    });
    connect(&slips, &devices::ReceiptStation::failed, this, [this](int ticket, const Error& error) {
        if (m_slips.contains(ticket))
            isMissing(m_slips.take(ticket), error);
    });
    auto& pages = context.devices.printer();
    connect(&pages, &PageDesk::printed, this, [this](int ticket) {
        if (m_pages.contains(ticket))
            isOut(m_pages.take(ticket));
    });
    connect(&pages, &PageDesk::waits, this, [this](int ticket, const Error& why) {
        if (m_pages.contains(ticket))
            isStuck(m_pages[ticket], why);
    });
    connect(&pages, &PageDesk::failed, this, [this](int ticket, const Error& error) {
        if (m_pages.contains(ticket))
            pagesFailed(m_pages.take(ticket), error);
    });
}

Receipts::~Receipts() = default;

// Somebody holds a copy: one that was printed here, or anywhere since the applicant was asked for papers last.
bool Receipts::wasIssued(const Round& round, const CasePaper& paper)
{
    const auto& state = round.taken.state;
    const qint64 since = state.phase == casework::Phase::Supplement ? state.supplement.at : 0;
    if (round.issued.contains(paper))
        return true;
    return state.wasPrinted(paper.templateId, since) && !round.early.contains(paper); // noted, but not out yet
}

void Receipts::take(const casework::Case& state, const ItemPtr& item)
{
    m_open.removeOne(roundOf(state.id)); // papers of a step that is over
    m_last = m_named = std::make_shared<Round>();
    m_last->taken = {state, item};
    start(m_last, papersToPrint(m_last->taken, m_context.devices));
}

void Receipts::hold(const casework::Case& state, const ItemPtr& item)
{
    if (!m_last || m_last->taken.state.id != state.id) {
        const auto known = roundOf(state.id); // what is still missing of it is not forgotten
        m_last = m_named = known ? known : std::make_shared<Round>();
    }
    const bool same = m_last->taken.item && m_last->taken.state.phase == state.phase;
    m_last->taken = {state, item}; // it may have been edited or given papers since
    if (same)
        return;
    // Another phase has other papers. Those that are there and nobody lacks were given out.
    const auto papers = papersOf(m_last->taken);
    auto& missing = m_last->missing;
    missing.removeIf([&](const CasePaper& paper) { return !papers.contains(paper); });
    for (const auto& paper : papers) {
        if (!missing.contains(paper) && !m_last->issued.contains(paper))
            m_last->issued.append(paper);
    }
    if (missing.isEmpty() && m_last->running == 0)
        m_open.removeOne(m_last);
}

Receipts::RoundPtr Receipts::roundOf(const QString& id) const
{
    for (const auto& round : m_open) {
        if (round->taken.state.id == id)
            return round;
    }
    return nullptr;
}

// What somebody still waits for comes first: a further copy of another case would go into the wrong hands.
void Receipts::printAgain()
{
    if (!m_last)
        return;
    const auto open = m_open;
    QStringList numbers;
    for (const auto& round : open) {
        const auto stuck = std::count_if(
            m_pages.begin(), m_pages.end(), [&](const Job& job) { return job.round == round && job.stuck; });
        if (round->running > stuck)
            continue;
        numbers.append(round->taken.state.number);
        if (round->running > 0)
            takeBack(round);
        else
            start(round, QList(round->missing));
    }
    if (numbers.isEmpty()) {
        const auto round = std::exchange(m_named, m_last);
        start(round, papersToPrint(round->taken, m_context.devices));
    } else if (numbers != QStringList{m_last->taken.state.number}) {
        Q_EMIT told({Tone::Attention, tr("Printing what is still missing: %1").arg(numbers.join(tr("; "))), {},
            tr("F8 after that prints the papers of case %1.").arg(m_last->taken.state.number), {}});
    }
}

void Receipts::start(const RoundPtr& round, const QList<CasePaper>& papers)
{
    const QString& number = round->taken.state.number;
    if (round->running > 0) {
        Q_EMIT told({Tone::Attention, tr("The papers of case %1 are still being printed.").arg(number), {}, {}, {}});
        return;
    }
    if (!m_open.contains(round))
        m_open.append(round);
    round->running = static_cast<int>(papers.size());
    round->again = round->again || !round->troubles.isEmpty();
    round->troubles.clear();
    for (const auto& paper : papers) {
        if (!round->missing.contains(paper))
            round->missing.append(paper);
        const QString mark = wasIssued(*round, paper) ? ReprintMark : QString();
        if (paper.kind == CasePaper::Kind::Slip)
            printSlip({round, paper}, mark);
        else
            printPages({round, paper}, mark);
    }
}

// Once the queue has given them back they are sent anew, with all else that is missing.
void Receipts::takeBack(const RoundPtr& round)
{
    round->takenBack = true;
    for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
        if (it->round == round && it->stuck)
            m_context.devices.printer().takeBack(it.key());
    }
}

void Receipts::printSlip(Job job, const QString& mark)
{
    m_papers.slip(job.round->taken, job.paper, mark).then(this, [this, job](const Result<PressedSlip>& slip) mutable {
        if (!slip) {
            isMissing(job, slip.error());
            return;
        }
        job.name = slip->name;
        m_slips.insert(m_context.devices.receipt().print(receiptSlip(slip->receipt)), job);
    });
}

void Receipts::printPages(Job job, const QString& mark)
{
    m_papers.pages(job.round->taken, job.paper, mark).then(this, [this, job](const Result<PressedPage>& pages) mutable {
        if (!pages) {
            isMissing(job, pages.error());
            return;
        }
        job.name = pages->name;
        auto& printer = m_context.devices.printer();
        job.copies = printer.copiesOf(pages->category);
        m_pages.insert(printer.print(*pages, u"%1 %2"_s.arg(job.round->taken.state.number, pages->name)), job);
    });
}

void Receipts::slipIsOut(const Job& job, bool confirmed)
{
    if (confirmed) {
        m_silenceTold = false;
    } else if (!m_silenceTold) {
        m_silenceTold = true;
        const auto text = m_context.manual.text(devices::receiptStatusUnknown(), m_context.language);
        auto message = messageFor(devices::receiptStatusUnknown(), m_context.manual, m_context.language);
        message.tone = Tone::Attention;
        message.what = tr("The slip of case %1 was sent, but: %2").arg(job.round->taken.state.number, text.what);
        message.remedy = tr("%1 F8 prints again.").arg(tr("%1 %2").arg(text.cause, text.remedy));
        m_named = job.round;
        Q_EMIT told(message);
    }
    isOut(job);
}

void Receipts::isOut(const Job& job)
{
    auto& round = *job.round;
    if (!round.early.removeOne(job.paper))
        record(job);
    round.missing.removeOne(job.paper);
    round.issued.append(job.paper);
    ended(job.round);
}

void Receipts::record(const Job& job)
{
    QJsonObject body{{u"paper"_s, job.paper.templateId}, {u"name"_s, job.name},
        {u"copy"_s, wasIssued(*job.round, job.paper)}, {u"copies"_s, job.copies}};
    recordPrint(m_context.session, job.round->taken.state.id, body);
}

void Receipts::isStuck(Job& job, const Error& why)
{
    job.stuck = true;
    if (!job.round->early.contains(job.paper)) {
        job.round->early.append(job.paper);
        record(job);
    }
    tell(job, why);
}

void Receipts::pagesFailed(const Job& job, const Error& error)
{
    if (job.round->takenBack && error.is("printer.job-cancelled"_L1))
        ended(job.round);
    else
        isMissing(job, error);
}

void Receipts::isMissing(const Job& job, const Error& error)
{
    tell(job, error);
    ended(job.round);
}

void Receipts::tell(const Job& job, const Error& error)
{
    auto& troubles = job.round->troubles;
    const auto kind = job.paper.kind;
    if (std::none_of(troubles.begin(), troubles.end(),
            [&](const auto& told) { return told.kind == kind && told.error.code == error.code; }))
        troubles.append({kind, error});
    Q_EMIT told(troubleMessage(*job.round));
}

// Two printers may fail at once: the second message must not hide the first.
Message Receipts::troubleMessage(const Round& round) const
{
    QStringList happened;
    QStringList codes;
    QString remedies;
    for (const auto& [kind, error] : round.troubles) {
        const auto text = m_context.manual.text(error, m_context.language);
        happened.append((kind == CasePaper::Kind::Slip ? tr("slip (%1)") : tr("pages (%1)")).arg(text.what));
        codes.append(error.code);
        const auto remedy = tr("%1 %2").arg(text.cause, text.remedy);
        remedies = remedies.isEmpty() ? remedy : tr("%1 %2").arg(remedies, remedy);
    }
    codes.removeDuplicates();
    auto message = messageFor(round.troubles.constFirst().error, m_context.manual, m_context.language);
    message.what = tr("Case %1 is safe. Not printed: %2").arg(round.taken.state.number, happened.join(tr("; ")));
    QStringList others; // whose message this one takes the place of
    for (const auto& open : m_open) {
        if (open.get() != &round && open->running == 0)
            others.append(open->taken.state.number);
    }
    if (!others.isEmpty())
        remedies = tr("%1 %2").arg(remedies, tr("Still missing as well: %1.").arg(others.join(tr("; "))));
    message.remedy = tr("%1 F8 prints again.").arg(remedies);
    message.code = codes.join(u' ');
    return message;
}

void Receipts::ended(const RoundPtr& round)
{
    --round->running;
    if (round->running > 0)
        return;
    const bool again = std::exchange(round->takenBack, false);
    if (!round->missing.isEmpty()) {
        if (again)
            start(round, QList(round->missing));
        return;
    }
    m_open.removeOne(round);
    const QString& number = round->taken.state.number;
    if (std::exchange(round->again, false) || !round->troubles.isEmpty())
        Q_EMIT told({Tone::Good, tr("The papers of case %1 are printed after all.").arg(number), {}, {}, {}});
    round->troubles.clear();
    Q_EMIT printed(number);
}

void Receipts::preview(QWidget* window)
{
    if (!m_last)
        return;
    const auto papers = papersToPrint(m_last->taken, m_context.devices);
    const auto round = m_last;
    auto sheets = std::make_shared<QVector<PreviewSheet>>(papers.size());
    auto waiting = std::make_shared<int>(static_cast<int>(papers.size()));
    for (qsizetype i = 0; i < papers.size(); ++i) {
        m_papers.sheet(round->taken, papers.at(i))
            .then(this, [this, round, papers, sheets, waiting, i, window](const Result<PressedPage>& sheet) {
                if (sheet)
                    (*sheets)[i] = {sheet->name, sheet->pdf};
                else
                    Q_EMIT told(messageFor(sheet.error(), m_context.manual, m_context.language));
                if (--*waiting > 0 || m_last != round)
                    return;
                m_shown.clear();
                QVector<PreviewSheet> good;
                for (qsizetype k = 0; k < sheets->size(); ++k) {
                    if (sheets->at(k).pdf.isEmpty())
                        continue;
                    good.append(sheets->at(k));
                    m_shown.append({round, papers.at(k)});
                }
                if (good.isEmpty())
                    return;
                if (!m_preview) {
                    m_preview = new DocumentPreview(m_context.look, window);
                    connect(m_preview, &DocumentPreview::printRequested, this, &Receipts::printFromPreview);
                }
                m_preview->show(good, tr("Papers of case %1").arg(round->taken.state.number));
            });
    }
}

void Receipts::printFromPreview(int index)
{
    const auto shown = m_shown.value(index); // of the case on the sheet, whichever is the last by now
    m_preview->close();
    start(shown.round, {shown.paper});
}

} // namespace kuaiban::counter
