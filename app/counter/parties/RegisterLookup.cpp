#include "RegisterLookup.h"

#include "modules/registry/PersonRecord.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

RegisterLookup::RegisterLookup(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::syncStateChanged, this, [this](const sync::SyncState& state) {
        if (!state.online)
            return;
        for (auto known = m_answers.begin(); known != m_answers.end(); ++known) {
            if (known->state == State::Away)
                QMetaObject::invokeMethod(
                    this, [this, idNo = known.key()] { ask(idNo); }, Qt::QueuedConnection);
        }
    });
}

QJsonObject RegisterLookup::Answer::formFacts() const
{
    return state == State::Unknown ? registry::unknownFormFacts() : record.value("formFacts"_L1).toObject();
}

void RegisterLookup::ask(const QString& idNo)
{
    const auto state = answer(idNo).state;
    if (idNo.isEmpty() || state == State::Asking || state == State::Found || state == State::Unknown)
        return;
    m_answers[idNo].state = State::Asking;
    m_session.person(idNo).then(this, [this, idNo](const Result<QJsonObject>& record) {
        auto& known = m_answers[idNo];
        if (record)
            known = {State::Found, *record};
        else if (record.error().is("hub.person-unknown"_L1))
            known = {State::Unknown, {}};
        else
            known.state = State::Away; // what was known before stays
        Q_EMIT answered(idNo);
    });
}

void RegisterLookup::askAgain(const QString& idNo)
{
    if (answer(idNo).state != State::Asking)
        m_answers.remove(idNo);
    ask(idNo);
}

} // namespace kuaiban::counter
