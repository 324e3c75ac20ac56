#include "modules/forms/FormPaths.h"
#include "Unattended.h"
#include "UnattendedErrors.h"

#include <QJsonArray>

// Requests on cases that were opened: what the review page and "my cases" do.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QJsonObject Unattended::described(const casework::Case& state) const
{
    QJsonObject json{{u"case"_s, state.id}, {u"number"_s, state.number}, {u"phase"_s, casework::phaseName(state.phase)},
        {u"version"_s, state.version}, {u"values"_s, state.values}};
    if (const auto* task = state.currentTask()) {
        json.insert(u"step"_s, task->step);
        json.insert(u"holder"_s, task->holder);
    }
    return json;
}

// The case as the hub has it, or as it is known here when the hub is away.
void Unattended::onTask(const QString& id, std::function<void(const casework::Case&, const casework::Task&)> then)
{
    m_session->fetchCase(id).then(this, [this, id, then = std::move(then)](const Result<casework::Case>& state) {
        if (!succeeded(state))
            return;
        const auto* task = state->currentTask();
        if (!task)
            refuse(requestWrong(u"case: closed, nothing is left to do"_s));
        else
            then(*state, *task);
    });
}

void Unattended::act(const QString& id, const QString& type, const QJsonObject& body)
{
    m_session->act(id, type, body).then(this, [this](const Result<casework::Case>& state) {
        if (succeeded(state))
            answer(described(*state));
    });
}

void Unattended::editCase(const QString& id, const QJsonObject& values)
{
    m_session->view(id).then(this, [this, id, values](const Result<casework::Case>& state) {
        if (!succeeded(state))
            return;
        QJsonArray edits;
        for (auto it = values.begin(); it != values.end(); ++it) {
            const auto base = forms::valueAt(state->values, it.key());
            edits.append(QJsonObject{{u"path"_s, it.key()},
                {u"base"_s, base.isUndefined() ? QJsonValue(QJsonValue::Null) : base}, {u"value"_s, it.value()}});
        }
        act(id, u"EditFields"_s, {{u"edits"_s, edits}});
    });
}

void Unattended::remark(ObjectReader& request)
{
    const QString id = request.text(u"case"_s);
    const QString text = request.text(u"text"_s);
    if (understood(request))
        act(id, u"AddRemark"_s, {{u"text"_s, text}});
}

void Unattended::claim(ObjectReader& request)
{
    const QString id = request.text(u"case"_s);
    if (!understood(request))
        return;
    onTask(id, [this](const casework::Case& state, const casework::Task& task) {
        act(state.id, u"ClaimTask"_s, {{u"task"_s, task.id}});
    });
}

void Unattended::decide(ObjectReader& request)
{
    static const QHash<QString, QString> commands{{u"approve"_s, u"ApproveTask"_s}, {u"complete"_s, u"CompleteTask"_s},
        {u"dispatch"_s, u"DispatchCase"_s}, {u"return"_s, u"ReturnTask"_s}, {u"refuse"_s, u"RefuseCase"_s},
        {u"supplement"_s, u"RequestSupplement"_s}, {u"resubmit"_s, u"Resubmit"_s}, {u"void"_s, u"VoidCase"_s}};
    const QString id = request.text(u"case"_s);
    const QString command = commands.value(request.oneOf(u"decision"_s, commands.keys()));
    if (!understood(request))
        return;
    QJsonObject body = m_request;
    for (const auto& name : {"request"_L1, "case"_L1, "decision"_L1})
        body.remove(name);
    onTask(id, [this, command, body](const casework::Case& state, const casework::Task& task) mutable {
        body.insert(u"task"_s, task.id);
        act(state.id, command, body);
    });
}

void Unattended::state(ObjectReader& request)
{
    const QString id = request.textOr(u"case"_s);
    if (!understood(request))
        return;
    if (!id.isEmpty()) {
        m_session->view(id).then(this, [this](const Result<casework::Case>& state) {
            if (succeeded(state))
                answer(described(*state));
        });
        return;
    }
    m_session->drafts().then(this, [this](const Result<QList<sync::Draft>>& drafts) {
        if (!succeeded(drafts))
            return;
        QJsonArray open;
        for (const auto& draft : *drafts)
            open.append(QJsonObject{{u"draft"_s, draft.id}, {u"content"_s, draft.content}});
        m_session->cases(m_world.clock.nowMs() - sync::KeptCasesMs)
            .then(this, [this, open](const Result<QList<sync::LocalCase>>& cases) {
                if (!succeeded(cases))
                    return;
                QJsonArray lines;
                int attention = 0;
                for (const auto& line : *cases) {
                    lines.append(line.toJson());
                    attention += line.attention ? 1 : 0;
                }
                const auto& sync = m_session->syncState();
                answer({{u"drafts"_s, open}, {u"cases"_s, lines}, {u"online"_s, sync.online},
                    {u"waiting"_s, sync.waiting}, {u"attention"_s, attention}});
            });
    });
}

} // namespace kuaiban::counter
