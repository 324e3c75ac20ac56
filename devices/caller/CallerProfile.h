#pragma once

#include "CallState.h"
#include "JsonPointer.h"
#include "modules/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace kuaiban::devices {

// How one operation is asked for over HTTP.
struct CallerStep
{
    QByteArray method;               // "GET", "POST" or "PUT"
    QString path;                    // after the address of the device URI, with placeholders
    std::optional<QJsonObject> body; // with placeholders in its texts
    bool tellsState = false;         // the answer looks like that of `state`; otherwise state is asked afterwards
};

// One of these values, as text, stands at this place.
struct CallerMatch
{
    JsonPointer at;
    QStringList values;
};

// Where the answer tells how the queue stands.
struct CallerStatePlaces
{
    JsonPointer ticket;
    std::optional<JsonPointer> queue;
    std::optional<JsonPointer> calledAt;
    std::optional<JsonPointer> waiting;
    std::optional<CallerMatch> paused;
};

// How an answer tells that nobody is there. Any of them will do.
struct CallerNobody
{
    std::optional<int> status;        // the whole answer
    std::optional<JsonPointer> empty; // no such place, null, or an empty text
    std::optional<CallerMatch> code;
};

// How an answer tells that the system does not want to.
struct CallerRefusal
{
    JsonPointer code;
    std::optional<QStringList> accepted; // codes that mean success; without them every code is a refusal
    std::optional<JsonPointer> text;
};

// How one make of queue system speaks HTTP and JSON; the words are explained in resources/caller/README.md.
struct CallerProfile
{
    QMap<QByteArray, QByteArray> headers; // sent with every request; may hold a token, so they are never logged
    QMap<CallOperation, CallerStep> steps;
    CallerStatePlaces state;
    CallerNobody nobody;
    std::optional<CallerRefusal> refusal;
};

// Words nobody knows are refused; `caller.profile` names file, place and reason of the first mistake.
Result<CallerProfile> readCallerProfile(const QJsonObject& object, const QString& file);

// A name with a slash is a path, one without is a profile that is compiled in ("hall-json.json").
Result<CallerProfile> loadCallerProfile(const QString& name);

} // namespace kuaiban::devices
