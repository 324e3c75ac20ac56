#include "AnswerWatch.h"

namespace kuaiban::counter {

AnswerWatch::AnswerWatch(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::casesChanged, this, &AnswerWatch::look);
    connect(&session, &Session::levelReached, this, &AnswerWatch::look);
}

void AnswerWatch::look()
{
    m_session.outbox().then(this, [this](const Result<QList<sync::OutboxItem>>& items) {
        if (items)
            take(*items);
    });
}

void AnswerWatch::take(const QList<sync::OutboxItem>& items)
{
    m_refused.clear();
    for (const auto& item : items) {
        if (item.state == sync::OutboxState::Attention)
            m_refused[item.command.stream].append(item.command.id);
    }
    for (const auto& item : items) {
        if (item.state != sync::OutboxState::Attention || m_told.contains(item.command.id))
            continue;
        m_told.insert(item.command.id);
        if (item.answer && item.answer->reason)
            Q_EMIT refused(item.command.stream, *item.answer->reason);
    }
}

void AnswerWatch::dropWork(const QString& stream)
{
    dropNext(stream, m_refused.value(stream));
}

void AnswerWatch::dropNext(const QString& stream, QStringList commands)
{
    if (commands.isEmpty()) {
        m_refused.remove(stream);
        Q_EMIT dropped(stream);
        return;
    }
    m_session.giveUp(commands.takeFirst()).then(this, [this, stream, commands](const Result<void>&) {
        dropNext(stream, commands);
    });
}

} // namespace kuaiban::counter
