#include "HubAnswers.h"

#include "HubLink.h"

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

bool endsSession(const Error& error)
{
    return error.is("identity.session"_L1) || error.is("identity.device"_L1);
}

bool refusesContent(const Error& error)
{
    const int status = error.fields.value("status"_L1).toInt();
    return status >= 400 && !isTransient(error) && !endsSession(error) && !error.is("sync.answer"_L1);
}

} // namespace kuaiban::sync
