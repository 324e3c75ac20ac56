#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// Work goes on while commands are on their way to the hub. What the hub then says no to is told here, so that nobody
// believes a case decided that is not. UI thread.
class AnswerWatch final : public QObject
{
    Q_OBJECT

public:
    explicit AnswerWatch(Session& session, QObject* parent = nullptr);

    void look();                          // asks the local outbox; also at every change by itself
    void dropWork(const QString& stream); // a person gives up what was refused of this case
    bool isRefused(const QString& stream) const { return m_refused.contains(stream); }

Q_SIGNALS:
    void refused(const QString& stream, const kuaiban::Error& error); // once for each command
    void dropped(const QString& stream);

private:
    void take(const QList<sync::OutboxItem>& items);
    void dropNext(const QString& stream, QStringList commands);

    Session& m_session;
    QHash<QString, QStringList> m_refused; // commands by stream
    QSet<QString> m_told;
};

} // namespace kuaiban::counter
