#pragma once

#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

// How the outbox is put into words: one case a line, its commands and files below.

// "Entries", "Papers", "Decision" … for the type of a command.
QString commandWord(const QString& type);

struct OutgoingState
{
    QString text;
    Tone tone = Tone::Normal;
};
// "needs you", "set aside", "files 40 %", "to be sent", "being confirmed", "already there".
OutgoingState stateOf(const sync::OutgoingCase& outgoing);

// `items` name the matters.
Entry entryOf(const sync::OutgoingCase& outgoing, const QHash<QString, QString>& items);
// The commands and, in one line, the files.
QVector<MaterialRow> rowsOf(const sync::OutgoingCase& outgoing, const PageContext& context);
// Why a person is needed; none if nobody is.
std::optional<Error> reasonOf(const sync::OutgoingCase& outgoing);

// "Online. Last contact 09:42:10." or since when the hub is away and when it is tried next.
QString contactWords(const sync::SyncState& state);
QString sizeText(qint64 bytes); // "1.4 MB"

} // namespace kuaiban::counter
