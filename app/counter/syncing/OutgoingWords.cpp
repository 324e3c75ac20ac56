#include "OutgoingWords.h"

#include "app/counter/shell/Words.h"
#include "modules/base/Clock.h"
#include "modules/codes/Mask.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using sync::OutboxItem;
using sync::OutboxState;
using sync::OutgoingCase;

namespace {

class OutgoingTexts // gives the translations of this file their context
{
    Q_DECLARE_TR_FUNCTIONS(Outgoing)
};

struct CommandWord
{
    QLatin1StringView type;
    const char* word;
};

constexpr std::array CommandWords{
    CommandWord{"OpenCase"_L1, QT_TRANSLATE_NOOP("Outgoing", "Case taken")},
    CommandWord{"EditFields"_L1, QT_TRANSLATE_NOOP("Outgoing", "Entries changed")},
    CommandWord{"SetAccount"_L1, QT_TRANSLATE_NOOP("Outgoing", "Bank account")},
    CommandWord{"SettleConflict"_L1, QT_TRANSLATE_NOOP("Outgoing", "Difference settled")},
    CommandWord{"SetMaterial"_L1, QT_TRANSLATE_NOOP("Outgoing", "Papers")},
    CommandWord{"RemoveMaterial"_L1, QT_TRANSLATE_NOOP("Outgoing", "Papers removed")},
    CommandWord{"RecordPrint"_L1, QT_TRANSLATE_NOOP("Outgoing", "Printed")},
    CommandWord{"AddRemark"_L1, QT_TRANSLATE_NOOP("Outgoing", "Remark")},
    CommandWord{"ClaimTask"_L1, QT_TRANSLATE_NOOP("Outgoing", "Taken over")},
    CommandWord{"ReleaseTask"_L1, QT_TRANSLATE_NOOP("Outgoing", "Given back")},
    CommandWord{"DispatchCase"_L1, QT_TRANSLATE_NOOP("Outgoing", "Dispatched")},
    CommandWord{"CompleteTask"_L1, QT_TRANSLATE_NOOP("Outgoing", "Step done")},
    CommandWord{"ApproveTask"_L1, QT_TRANSLATE_NOOP("Outgoing", "Approved")},
    CommandWord{"ReturnTask"_L1, QT_TRANSLATE_NOOP("Outgoing", "Sent back")},
    CommandWord{"RecallCase"_L1, QT_TRANSLATE_NOOP("Outgoing", "Called back to the window")},
    CommandWord{"RefuseCase"_L1, QT_TRANSLATE_NOOP("Outgoing", "Refused")},
    CommandWord{"RequestSupplement"_L1, QT_TRANSLATE_NOOP("Outgoing", "Papers asked for")},
    CommandWord{"Resubmit"_L1, QT_TRANSLATE_NOOP("Outgoing", "Submitted again")},
    CommandWord{"RefuseAcceptance"_L1, QT_TRANSLATE_NOOP("Outgoing", "Not accepted")},
    CommandWord{"EndLease"_L1, QT_TRANSLATE_NOOP("Outgoing", "Back in the queue")},
    CommandWord{"AdmitWork"_L1, QT_TRANSLATE_NOOP("Outgoing", "Held work admitted")},
    CommandWord{"RefuseWork"_L1, QT_TRANSLATE_NOOP("Outgoing", "Held work not admitted")},
    CommandWord{"WithdrawWork"_L1, QT_TRANSLATE_NOOP("Outgoing", "Held work taken back")},
    CommandWord{"VoidCase"_L1, QT_TRANSLATE_NOOP("Outgoing", "Voided")},
    CommandWord{"ConfirmTime"_L1, QT_TRANSLATE_NOOP("Outgoing", "Date confirmed")},
    CommandWord{"SetParty"_L1, QT_TRANSLATE_NOOP("Outgoing", "Person")},
    CommandWord{"HandOver"_L1, QT_TRANSLATE_NOOP("Outgoing", "Handed over")},
    CommandWord{"TransferTask"_L1, QT_TRANSLATE_NOOP("Outgoing", "Passed on")},
    CommandWord{"MergeDuplicate"_L1, QT_TRANSLATE_NOOP("Outgoing", "Merged into the earlier case")},
    CommandWord{"ReleaseDuplicate"_L1, QT_TRANSLATE_NOOP("Outgoing", "No duplicate")},
    CommandWord{"RecordCollection"_L1, QT_TRANSLATE_NOOP("Outgoing", "Result handed out")},
    CommandWord{"RecordEvaluation"_L1, QT_TRANSLATE_NOOP("Outgoing", "Evaluation")},
    CommandWord{"AcknowledgeAnnouncement"_L1, QT_TRANSLATE_NOOP("Outgoing", "Announcement noted")},
};

bool isReady(const OutboxItem& item)
{
    return item.state == OutboxState::Ready;
}

QString timeText(qint64 utcMs)
{
    return legalTime(utcMs).toString(u"HH:mm:ss"_s);
}

// What was done first of what is shown of a case; none where only files are left.
const journal::Command* firstOf(const OutgoingCase& outgoing)
{
    if (!outgoing.items.isEmpty())
        return &outgoing.items.constFirst().command;
    return outgoing.needless.isEmpty() ? nullptr : &outgoing.needless.constLast().command; // the newest comes first
}

MaterialRow rowOf(const OutboxItem& item, const PageContext& context)
{
    MaterialRow row{item.command.id, commandWord(item.command.type), {}, clockText(item.command.times.corrected)};
    switch (item.state) {
    case OutboxState::Ready:
        row.note = item.tries > 0 ? OutgoingTexts::tr("tried %n time(s)", nullptr, item.tries)
                                  : OutgoingTexts::tr("to be sent");
        break;
    case OutboxState::Sent:
        row.state = MaterialState::Complete;
        row.note = OutgoingTexts::tr("taken by the centre, being confirmed");
        break;
    case OutboxState::Attention:
        row.state = MaterialState::Refused;
        if (item.answer && item.answer->reason)
            row.note = messageFor(*item.answer->reason, context.manual, context.language).what;
        break;
    }
    return row;
}

} // namespace

QString commandWord(const QString& type)
{
    const auto* known = std::find_if(
        CommandWords.begin(), CommandWords.end(), [&](const CommandWord& word) { return type == word.type; });
    return known == CommandWords.end() ? type : OutgoingTexts::tr(known->word);
}

OutgoingState stateOf(const OutgoingCase& outgoing)
{
    if (outgoing.needsPerson())
        return {OutgoingTexts::tr("needs you"), Tone::Bad};
    if (!outgoing.isWaiting())
        return {OutgoingTexts::tr("already there"), Tone::Secondary};
    if (outgoing.parked)
        return {OutgoingTexts::tr("set aside"), Tone::Secondary};
    if (std::any_of(outgoing.items.begin(), outgoing.items.end(), isReady))
        return {OutgoingTexts::tr("to be sent"), Tone::Attention};
    if (const qint64 bytes = outgoing.fileBytes(); bytes > 0)
        return {OutgoingTexts::tr("files %1 %").arg(outgoing.sentBytes() * 100 / bytes), Tone::Accent};
    return {OutgoingTexts::tr("being confirmed"), Tone::Secondary};
}

Entry entryOf(const OutgoingCase& outgoing, const QHash<QString, QString>& items)
{
    const auto state = stateOf(outgoing);
    Entry entry{outgoing.stream, {}, state.text, state.tone};
    if (outgoing.line) {
        entry.title = codes::maskName(outgoing.line->applicant);
        entry.line = items.value(outgoing.line->item, outgoing.line->item);
        entry.hint = outgoing.line->number;
    } else if (const auto* first = firstOf(outgoing)) {
        entry.title = commandWord(first->type);
    } else {
        entry.title = OutgoingTexts::tr("Files");
    }
    if (const auto* first = firstOf(outgoing)) {
        const QString since = clockText(first->times.corrected);
        entry.hint = entry.hint.isEmpty() ? since : since + u" · "_s + entry.hint;
    }
    return entry;
}

QVector<MaterialRow> rowsOf(const OutgoingCase& outgoing, const PageContext& context)
{
    QVector<MaterialRow> rows;
    for (const auto& item : outgoing.items)
        rows.append(rowOf(item, context));
    if (!outgoing.files.isEmpty()) {
        rows.append({u"files"_s, OutgoingTexts::tr("%n file(s)", nullptr, static_cast<int>(outgoing.files.size())),
            OutgoingTexts::tr("%1 of %2 are at the centre")
                .arg(sizeText(outgoing.sentBytes()), sizeText(outgoing.fileBytes()))});
    }
    for (const auto& needless : outgoing.needless) {
        MaterialRow row{needless.command.id, commandWord(needless.command.type),
            OutgoingTexts::tr("not sent: somebody else had done the same"),
            clockText(needless.command.times.corrected)};
        row.state = MaterialState::Complete;
        rows.append(row);
    }
    return rows;
}

std::optional<Error> reasonOf(const OutgoingCase& outgoing)
{
    for (const auto& item : outgoing.items) {
        if (item.state == OutboxState::Attention && item.answer && item.answer->reason)
            return item.answer->reason;
    }
    return {};
}

QString contactWords(const sync::SyncState& state)
{
    QStringList words;
    if (state.online)
        words.append(state.busy ? OutgoingTexts::tr("Online, sending") : OutgoingTexts::tr("Online"));
    else
        words.append(OutgoingTexts::tr("Offline"));
    words.append(state.lastContact > 0 ? OutgoingTexts::tr("last contact %1").arg(timeText(state.lastContact))
                                       : OutgoingTexts::tr("no contact yet"));
    if (state.nextTry > 0)
        words.append(OutgoingTexts::tr("next try %1").arg(timeText(state.nextTry)));
    return words.join(u" · "_s);
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace kuaiban::counter
