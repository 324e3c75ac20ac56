#include "HubAnswers.h"

#include "HubLink.h"
#include "SyncErrors.h"

#include <QJsonArray>

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

Result<QList<journal::Event>> eventsOf(const QJsonObject& json)
{
    QList<journal::Event> events;
    for (const auto& entry : json.value("events"_L1).toArray()) {
        KB_TRY(auto event, journal::Event::fromJson(entry.toObject()));
        events.append(std::move(event));
    }
    return events;
}

Result<QList<journal::Answer>> answersTo(const QList<journal::Command>& sent, const QJsonObject& json)
{
    const auto entries = json.value("answers"_L1).toArray();
    if (entries.size() != sent.size())
        return fail(answerUnreadable(u"%1 answers to %2 commands"_s.arg(entries.size()).arg(sent.size())));
    QList<journal::Answer> answers;
    for (const auto& command : sent) {
        answers.append(journal::Answer::fromJson(entries.at(answers.size()).toObject()));
        if (answers.constLast().command != command.id)
            return fail(answerUnreadable(u"an answer to something else than %1"_s.arg(command.id)));
    }
    return answers;
}

bool endsSession(const Error& error)
{
    return error.is("identity.session"_L1) || error.is("identity.device"_L1);
}

bool refusesContent(const Error& error)
{
    const int status = error.fields.value("status"_L1).toInt();
    return status >= 400 && !isTransient(error) && !endsSession(error) && !error.is("sync.answer"_L1) &&
           !error.is("hub.device-signature"_L1); // that is about the machine, not about what it sent
}

} // namespace kuaiban::sync
