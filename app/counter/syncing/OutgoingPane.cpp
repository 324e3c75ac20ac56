#include "OutgoingPane.h"

#include "OutgoingWords.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

OutgoingPane::OutgoingPane(const PageContext& page, QWidget* parent)
    : WorkPane(page, tr("Entries and files"), parent)
{}

void OutgoingPane::show(const sync::OutgoingCase& outgoing, const QHash<QString, QString>& items)
{
    const auto entry = entryOf(outgoing, items);
    setTitle(entry.title, {entry.line, outgoing.line ? outgoing.line->number : QString(), entry.aside});
    if (const auto reason = reasonOf(outgoing)) {
        const auto message = messageFor(*reason, context().manual, context().language);
        QStringList text{message.cause, message.remedy};
        text.removeAll(QString());
        setReason(Notice{message.what, text.join(u'\n'), Tone::Bad});
    } else if (outgoing.parked) {
        setReason(Notice{tr("Set aside"), tr("Nothing of it is sent until you let it go on."), Tone::Attention});
    } else {
        setReason({});
    }
    setRows(rowsOf(outgoing, context()));
}

} // namespace kuaiban::counter
