#include "Desk.h"

#include "modules/announcements/AnnouncementStream.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/Leases.h"
#include "modules/catalogue/CatalogueStream.h"
#include "modules/journal/CommandGate.h"
#include "modules/store/Transaction.h"

#include <QSet>

#include <algorithm>

// What the hub sent, taken in.
namespace kuaiban::sync {

using namespace Qt::StringLiterals;
using announcements::AnnouncementStream;
using announcements::ReceiptStream;
using casework::CaseStream;
using journal::Event;
using journal::Verdict;

Done Desk::receiveEvent(const Event& event, QSet<QString>& cases)
{
    if (event.streamKind == CaseStream::kind()) {
        KB_CHECK(LocalStreams(m_parts.user).add(event));
        cases.insert(event.stream);
    } else if (event.streamKind == AnnouncementStream::kind() || event.streamKind == ReceiptStream::kind()) {
        KB_CHECK(announcements::AnnouncementTable().apply(m_parts.user, event));
    } else {
        return {};
    }
    return Outbox(m_parts.user).confirm(event.command);
}

// What the hub tells this user alone.
Done Desk::receiveRow(const QJsonObject& content)
{
    const QString table = content.value("table"_L1).toString();
    const QString key = content.value("key"_L1).toString();
    const auto row = content.value("row"_L1).toObject();
    if (table == casework::LapsedTaskTable)
        return LapsedTasks(m_parts.user).add(key, row);
    if (table != journal::RulingTable)
        return {};
    KB_CHECK(Outbox(m_parts.user).askAgain(key));
    return reindex(row.value("stream"_L1).toString());
}

Done Desk::receive(const journal::Feed::Page& page)
{
    // Definitions first and by themselves: events may need them, and putting one twice changes nothing.
    KB_CHECK(store::inTransaction(m_parts.machine, [&]() -> Done {
        for (const auto& row : page.rows) {
            if (row.kind != "event"_L1)
                continue;
            KB_TRY(const auto event, Event::fromJson(row.content));
            if (event.streamKind == catalogue::CatalogueStream::kind()) {
                KB_TRY(const auto definition, catalogue::definitionOf(event));
                KB_CHECK(catalogue::Definitions(m_parts.machine).put(definition));
            }
        }
        return {};
    }));
    return store::inTransaction(m_parts.user, [&]() -> Done {
        LocalStreams streams(m_parts.user);
        QSet<QString> touched;
        for (const auto& row : page.rows) {
            if (row.kind == "event"_L1) {
                KB_TRY(const auto event, Event::fromJson(row.content));
                KB_CHECK(receiveEvent(event, touched));
            } else if (row.kind == "enter"_L1) {
                KB_CHECK(streams.noteEntered(row.stream));
            } else if (row.kind == "leave"_L1) {
                KB_CHECK(streams.purge(row.stream));
                touched.insert(row.stream);
            } else if (row.kind == "row"_L1) {
                KB_CHECK(receiveRow(row.content));
            }
        }
        for (const auto& stream : std::as_const(touched)) {
            KB_CHECK(noteTaken(stream));
        }
        return streams.setCursor(m_user.account, page.upTo);
    });
}

Done Desk::receiveStream(const QString& stream, const QList<Event>& events)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        LocalStreams streams(m_parts.user);
        for (const auto& event : events) {
            KB_CHECK(streams.add(event));
            KB_CHECK(Outbox(m_parts.user).confirm(event.command));
        }
        KB_CHECK(streams.noteFetched(stream));
        return noteTaken(stream);
    });
}

Done Desk::receiveAnswers(const QList<journal::Answer>& answers)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        Outbox outbox(m_parts.user);
        KB_TRY(const auto items, outbox.items());
        for (const auto& answer : answers) {
            KB_CHECK(outbox.record(answer));
            const auto item = std::find_if(items.begin(), items.end(),
                [&](const OutboxItem& candidate) { return candidate.command.id == answer.command; });
            if (item == items.end())
                continue;
            if (item->command.streamKind == CaseStream::kind()) {
                KB_CHECK(reindex(item->command.stream));
            } else if (answer.reason && answer.verdict != Verdict::Wait) { // nobody's work hangs on a note of receipt
                qWarning().noquote() << "not taken:" << item->command.type << logLine(*answer.reason);
                KB_CHECK(outbox.drop(answer.command));
            }
        }
        return {};
    });
}

Done Desk::leave(const QString& stream)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        KB_CHECK(LocalStreams(m_parts.user).purge(stream));
        return reindex(stream);
    });
}

Done Desk::settle(bool isPushed)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        Outbox outbox(m_parts.user);
        KB_TRY(const auto items, outbox.items());
        for (const auto& item : items) {
            if (item.state != OutboxState::Sent || !item.answer)
                continue;
            KB_TRY(const qint64 version, LocalStreams(m_parts.user).version(item.command.stream));
            // Its events are here, it had none, or the stream is no longer followed.
            if (version >= item.answer->version || version == 0) {
                KB_CHECK(outbox.confirm(item.command.id));
                if (item.command.type == casework::WithdrawWork) // which takes nothing: a draft may still come back
                    KB_CHECK(reindex(item.command.stream));
                else if (item.command.streamKind == CaseStream::kind())
                    KB_CHECK(noteTaken(item.command.stream));
            } else if (isPushed) {
                KB_CHECK(LocalStreams(m_parts.user).askFor(item.command.stream));
            }
        }
        return {};
    });
}

} // namespace kuaiban::sync
