#include "IntakeOutcomes.h"

#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QJsonObject incomplete(
    QJsonObject body, const QList<casework::MissingThing>& missing, const QString& deadline, const QString& opinion)
{
    QJsonArray list;
    for (const auto& thing : missing)
        list.append(thing.toJson());
    body.insert(u"missing"_s, list);
    body.insert(u"deadline"_s, deadline);
    if (!opinion.isEmpty())
        body.insert(u"opinion"_s, opinion);
    return body;
}

} // namespace

void IntakeOutcomes::follow(
    QFuture<Result<casework::Case>> future, const QString& draft, const ItemPtr& item, Kind kind)
{
    future.then(this, [this, draft, item, kind](const Result<casework::Case>& state) {
        if (state)
            Q_EMIT ended(draft, *state, item, kind);
        else
            Q_EMIT failed(draft, state.error());
    });
}

void IntakeOutcomes::submit(const QString& draft, const QJsonObject& body, const ItemPtr& item)
{
    follow(m_session.open(draft, body), draft, item, Kind::Submitted);
}

void IntakeOutcomes::takeIncomplete(const QString& draft, const QJsonObject& body,
    const QList<casework::MissingThing>& missing, const QString& deadline, const ItemPtr& item)
{
    follow(m_session.open(draft, incomplete(body, missing, deadline, {})), draft, item, Kind::Incomplete);
}

void IntakeOutcomes::refuse(const QString& draft, const QJsonObject& body, const QString& reason, const QString& text,
    const QString& organ, const ItemPtr& item)
{
    QJsonObject refusal = body;
    refusal.insert(u"reason"_s, reason);
    refusal.insert(u"reasonText"_s, text);
    if (!organ.isEmpty())
        refusal.insert(u"organ"_s, organ);
    follow(m_session.refuse(draft, refusal), draft, item, Kind::NotAccepted);
}

void IntakeOutcomes::handOver(const QString& draft, const QJsonObject& body,
    const QList<casework::MissingThing>& missing, const QString& deadline, const Colleague& colleague,
    const QString& reason, const ItemPtr& item)
{
    m_session.open(draft, incomplete(body, missing, deadline, reason))
        .then(this, [this, draft, colleague, reason, item](const Result<casework::Case>& taken) {
            if (!taken) {
                Q_EMIT failed(draft, taken.error());
                return;
            }
            const auto* task = taken->currentTask();
            m_session
                .act(taken->id, u"HandOver"_s,
                    {{u"task"_s, task ? task->id : QString()}, {u"to"_s, colleague.account},
                        {u"toName"_s, colleague.name}, {u"reason"_s, reason}})
                .then(this, [this, draft, item, taken = *taken](const Result<casework::Case>& given) {
                    Q_EMIT ended(draft, given.value_or(taken), item, Kind::HandedOver);
                    if (!given)
                        Q_EMIT notHanded(taken.number, given.error());
                });
        });
}

} // namespace kuaiban::counter
