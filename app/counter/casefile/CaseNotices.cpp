#include "CaseNotices.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/shell/Words.h"
#include "CaseWords.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::Phase;

namespace {

CaseNotice beyond()
{
    return {u"beyond"_s,
        {CaseNotices::tr("A newer program worked on this case"),
            CaseNotices::tr("Not all of it can be shown. Update the program on this machine: until then nothing can be "
                            "done with the case here."),
            Tone::Bad},
        {}};
}

// Whoever takes it next may meet work of the one before, or his questions.
CaseNotice lapsed(const casework::Task& task)
{
    return {u"lapsed"_s,
        {CaseNotices::tr("Back in the queue from %1").arg(task.lapsedFrom),
            CaseNotices::tr("The hub had not heard of %1 since %2. Decisions made there meanwhile do not count.")
                .arg(task.lapsedFrom, clockText(task.heardAt)),
            Tone::Normal},
        {}};
}

CaseNotice admitted(const casework::Admission& admission)
{
    return {u"admitted"_s,
        {CaseNotices::tr("Work of %1 admitted by %2, %3")
                .arg(admission.ofName, admission.byName, clockText(admission.at)),
            CaseNotices::tr("It had been held, because it could not count when it arrived."), Tone::Normal},
        {}};
}

CaseNotice uncertainTime(const TaskOffers& offers)
{
    return {u"time"_s,
        {CaseNotices::tr("The time of acceptance is in doubt"),
            offers.supervise
                ? CaseNotices::tr(
                      "The clock of the counter was wrong when the case was taken. Compare the receipt, then "
                      "confirm the date.")
                : CaseNotices::tr(
                      "The clock of the counter was wrong when the case was taken. A supervisor must confirm "
                      "the date before the case is decided."),
            Tone::Attention},
        offers.supervise ? QStringList{u"confirm-time"_s} : QStringList()};
}

CaseNotice duplicate(const TaskOffers& offers)
{
    QStringList actions{u"open-duplicate"_s};
    if (offers.supervise)
        actions.append({u"merge-duplicate"_s, u"release-duplicate"_s});
    return {u"duplicate"_s,
        {CaseNotices::tr("Possible duplicate"),
            offers.supervise
                ? CaseNotices::tr("An earlier case of this person and matter is still open. Look at it, then "
                                  "merge this case into it, or release it as no duplicate.")
                : CaseNotices::tr("An earlier case of this person and matter is still open. A supervisor must "
                                  "merge or release this case before it is decided."),
            Tone::Attention},
        actions};
}

// Who was typed instead of read, and why: the reviewer compares the scanned proof.
std::optional<CaseNotice> typedParties(const NoticeFacts& facts)
{
    QStringList lines;
    for (auto it = facts.state.parties.begin(); it != facts.state.parties.end(); ++it) {
        const auto party = it.value().toObject();
        if (party.value("source"_L1).toString() != "typed"_L1)
            continue;
        const QString reason = facts.words.text(u"typed-identity-reason"_s, party.value("typedReason"_L1).toString());
        const int pages = static_cast<int>(party.value("proof"_L1).toArray().size());
        lines.append(CaseNotices::tr("%1: %2; %n page(s) of proof", nullptr, pages).arg(roleWords(it.key()), reason));
    }
    if (lines.isEmpty())
        return {};
    return CaseNotice{u"typed"_s, {CaseNotices::tr("Identity typed by hand"), lines.join(u'\n'), Tone::Attention}, {}};
}

CaseNotice supplement(const casework::Supplement& asked, bool waiting)
{
    QStringList lines;
    int number = 0;
    for (const auto& thing : asked.missing)
        lines.append(u"%1. %2%3"_s.arg(++number).arg(
            thing.name, thing.reason.isEmpty() ? QString() : CaseNotices::tr(" — %1").arg(thing.reason)));
    if (!asked.opinion.isEmpty())
        lines.append(asked.opinion);
    const QString who = CaseNotices::tr("%1, %2").arg(asked.byName, clockText(asked.at));
    const QString title = !waiting ? CaseNotices::tr("What was missing (%1)").arg(who)
                          : asked.deadline.isEmpty()
                              ? CaseNotices::tr("Waiting for what is missing (%1)").arg(who)
                              : CaseNotices::tr("Waiting for what is missing until %1 (%2)").arg(asked.deadline, who);
    return {u"supplement"_s, {title, lines.join(u'\n'), waiting ? Tone::Attention : Tone::Normal}, {}};
}

CaseNotice closed(const NoticeFacts& facts)
{
    const auto& state = facts.state;
    QStringList lines;
    if (!state.refusalReason.isEmpty())
        lines.append(facts.words.text(u"refusal-reason"_s, state.refusalReason));
    if (!state.closingReason.isEmpty())
        lines.append(state.closingReason);
    if (!state.refusalOrgan.isEmpty())
        lines.append(CaseNotices::tr("In charge: %1").arg(state.refusalOrgan));
    if (!state.mergedNumber.isEmpty())
        lines.append(CaseNotices::tr("Goes on as case %1").arg(state.mergedNumber));
    const QString by = state.closedByName.isEmpty() ? QString() : state.closedByName + u' ';
    return {u"closed"_s,
        {u"%1 · %2%3"_s.arg(phaseText(state), by, clockText(state.closedAt)), lines.join(u'\n'),
            state.phase == Phase::Completed                                ? Tone::Good
            : state.phase == Phase::Voided || state.phase == Phase::Merged ? Tone::Normal
                                                                           : Tone::Bad},
        state.mergedInto.isEmpty() ? QStringList() : QStringList{u"open-merged"_s}};
}

// Whoever has the other receipt asks for this case.
CaseNotice absorbed(const casework::MergedCase& other)
{
    return {u"merged"_s,
        {CaseNotices::tr("Case %1 goes on as this one").arg(other.number),
            CaseNotices::tr("Merged by %1, %2. Its papers are here; what the two said differently is to be settled.")
                .arg(other.byName, clockText(other.at)),
            Tone::Normal},
        {}};
}

CaseNotice collected(const NoticeFacts& facts)
{
    const auto& collection = facts.state.collection;
    QString who = collection.collector.value("name"_L1).toString();
    const QString relation = collection.collector.value("relation"_L1).toString();
    if (!relation.isEmpty())
        who += u" · "_s + facts.words.text(u"agent-relation"_s, relation);
    return {u"collected"_s,
        {CaseNotices::tr("Result collected by %1, %2").arg(who, clockText(collection.at)),
            CaseNotices::tr("Handed out by %1: %2")
                .arg(collection.byName, collection.papers.join(CaseNotices::tr(", "))),
            Tone::Good},
        {}};
}

// Work of minutes: the person waits for it.
CaseNotice urgent(const NoticeFacts& facts, const casework::Task& task)
{
    const auto* step = facts.item.flow.step(task.step);
    return {u"urgent"_s,
        {CaseNotices::tr("%1: to be done by %2")
                .arg(step ? step->name(facts.language) : task.step, legalTime(task.dueAt).toString(u"HH:mm"_s)),
            CaseNotices::tr("The person waits at the window."), Tone::Attention},
        {}};
}

} // namespace

QVector<CaseNotice> noticesOf(const NoticeFacts& facts)
{
    const auto& state = facts.state;
    QVector<CaseNotice> notices;
    if (state.isBeyond)
        notices.append(beyond());
    if (casework::isClosed(state.phase))
        notices.append(closed(facts));
    if (state.collection.at > 0)
        notices.append(collected(facts));
    if (const auto* task = state.currentTask(); task && task->dueAt > 0)
        notices.append(urgent(facts, *task));
    if (const auto* task = state.currentTask(); task && !task->lapsedFrom.isEmpty())
        notices.append(lapsed(*task));
    if (state.uncertain)
        notices.append(uncertainTime(facts.offers));
    if (!state.duplicateOf.isEmpty())
        notices.append(duplicate(facts.offers));
    for (const auto& other : state.merged)
        notices.append(absorbed(other));
    if (facts.missingFiles > 0) {
        notices.append({u"files"_s,
            {CaseNotices::tr("%n page(s) still on their way", nullptr, static_cast<int>(facts.missingFiles)),
                CaseNotices::tr("The counter that scanned them has not sent them yet. The case can be decided when "
                                "they are here."),
                Tone::Attention},
            {}});
    }
    if (!state.supplement.missing.isEmpty())
        notices.append(supplement(state.supplement, state.phase == Phase::Supplement));
    if (!state.admissions.isEmpty())
        notices.append(admitted(state.admissions.constLast()));
    if (const auto typed = typedParties(facts))
        notices.append(*typed);
    return notices;
}

CaseNotices::CaseNotices(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

QString CaseNotices::actionText(const QString& action)
{
    if (action == "confirm-time"_L1)
        return tr("Confirm the date");
    if (action == "open-duplicate"_L1 || action == "open-merged"_L1)
        return tr("Open the other case");
    if (action == "merge-duplicate"_L1)
        return tr("Merge …");
    return tr("Release …");
}

void CaseNotices::setNotices(const QVector<CaseNotice>& notices)
{
    if (m_shown == notices) // the case was only looked at again: its buttons stay, with the keyboard if they have it
        return;
    m_shown = notices;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of its buttons may be the one that was pressed
        }
        delete item;
    }
    for (const auto& entry : notices) {
        auto* row = new QWidget(this);
        row->setObjectName(u"notice-"_s + entry.id);
        auto* box = new QVBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(8);
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        auto* text = new NoticeBox(m_look, entry.notice);
        const bool below = entry.actions.size() > 1; // beside several buttons the words would have no room
        (below ? static_cast<QBoxLayout*>(box) : line)->addWidget(text, below ? 0 : 1);
        box->addLayout(line);
        for (const auto& action : entry.actions) {
            auto* button = new ActionButton(m_look, ButtonRole::Secondary, actionText(action));
            button->setObjectName(action);
            connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionChosen(action); });
            line->addWidget(button, 0, Qt::AlignVCenter);
        }
        if (below)
            line->addStretch(1);
        m_column->addWidget(row);
    }
    setVisible(!notices.isEmpty());
}

} // namespace kuaiban::counter
