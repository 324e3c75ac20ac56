#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// How a case leaves the intake page: submitted, taken incomplete with a notice of what is missing, refused, or handed
// to a colleague. Each answer names the draft it belongs to, for the clerk may have opened another case by then.
class IntakeOutcomes final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Submitted, Incomplete, NotAccepted, HandedOver };

    explicit IntakeOutcomes(Session& session, QObject* parent = nullptr)
        : QObject(parent)
        , m_session(session)
    {}

    // `body` is IntakeDraft::openingBody.
    void submit(const QString& draft, const QJsonObject& body, const ItemPtr& item);
    // 一次性告知: `deadline` YYYY-MM-DD.
    void takeIncomplete(const QString& draft, const QJsonObject& body, const QList<casework::MissingThing>& missing,
        const QString& deadline, const ItemPtr& item);
    // 不予受理: `reason` is a code of refusal-reason, `organ` who is competent instead.
    void refuse(const QString& draft, const QJsonObject& body, const QString& reason, const QString& text,
        const QString& organ, const ItemPtr& item);
    // The case is taken incomplete and given to the colleague; when only the second step fails it stays with the clerk.
    void handOver(const QString& draft, const QJsonObject& body, const QList<casework::MissingThing>& missing,
        const QString& deadline, const Colleague& colleague, const QString& reason, const ItemPtr& item);

Q_SIGNALS:
    void ended(const QString& draft, const kuaiban::casework::Case& state, const kuaiban::counter::ItemPtr& item,
        kuaiban::counter::IntakeOutcomes::Kind kind);
    void failed(const QString& draft, const kuaiban::Error& error);
    void notHanded(const QString& number, const kuaiban::Error& error); // taken, but the colleague does not have it

private:
    void follow(QFuture<Result<casework::Case>> future, const QString& draft, const ItemPtr& item, Kind kind);

    Session& m_session;
};

} // namespace kuaiban::counter
