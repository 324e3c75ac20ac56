#include "app/counter/pagework/PageWork.h"
#include "devices/scanner/ScannerDrivers.h"
#include "modules/base/InMainThread.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/forms/FormEvaluation.h"
#include "modules/forms/Prefill.h"
#include "modules/registry/PersonRecord.h"
#include "Unattended.h"
#include "UnattendedErrors.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QtConcurrentRun>

// Requests that prepare a case: what the intake page does, on the same drafts.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

forms::FormContext contextOf(const IntakeDraft& draft, const Session& session)
{
    forms::FormContext context;
    context.today = legalDate(session.clock().nowMs());
    context.card = draft.card();
    context.registered = draft.registered;
    context.params = casework::formParams(session.user().area, draft.scenario, draft.parties);
    return context;
}

} // namespace

void Unattended::open(ObjectReader& request)
{
    IntakeDraft draft;
    draft.id = m_world.ids.next();
    draft.item = request.text(u"item"_s);
    draft.scenario = request.textOr(u"scenario"_s);
    const QJsonObject applicant = request.objectOr(u"applicant"_s);
    if (!understood(request))
        return;
    if (applicant.isEmpty()) {
        readCard(draft);
        return;
    }
    draft.parties.insert(casework::role::Applicant, applicant);
    begin(draft);
}

void Unattended::readCard(IntakeDraft draft)
{
    if (!m_devices) {
        m_devices = std::make_unique<DeviceSet>(
            m_profile, m_world.clock, devices::findHostProgram(QCoreApplication::applicationDirPath()));
    }
    auto& reader = m_devices->idCard();
    auto* once = new QObject(this); // ends both connections with the first answer
    connect(&reader, &devices::IdCardStation::cardRead, once, [this, once, draft](const devices::IdCard& card) mutable {
        delete once;
        draft.parties.insert(casework::role::Applicant, partyOf(card));
        begin(draft);
    });
    connect(&reader, &devices::IdCardStation::failed, once, [this, once](const Error& error) {
        delete once;
        refuse(error);
    });
    reader.readNow();
}

// What the register knows is asked for; without the hub the draft begins with what is there.
void Unattended::begin(IntakeDraft draft)
{
    m_session->person(draft.concernedIdNo()).then(this, [this, draft](const Result<QJsonObject>& record) mutable {
        if (record)
            draft.registered = record->value("formFacts"_L1).toObject();
        else if (record.error().is("hub.person-unknown"_L1))
            draft.registered = registry::unknownFormFacts();
        m_session->items().then(this, [this, draft](const Result<QList<ItemPtr>>& items) mutable {
            if (!succeeded(items))
                return;
            for (const auto& item : *items) {
                if (item->item.id != draft.item)
                    continue;
                draft.revision = item->item.revision;
                fill(draft, *item);
                store(draft,
                    {{u"draft"_s, draft.id}, {u"problems"_s, QJsonArray::fromStringList(problems(draft, *item))}});
                return;
            }
            refuse(requestWrong(u"item: "_s + draft.item));
        });
    });
}

void Unattended::withDraft(const QString& id, std::function<void(IntakeDraft)> then)
{
    m_session->drafts().then(this, [this, id, then = std::move(then)](const Result<QList<sync::Draft>>& drafts) {
        if (!succeeded(drafts))
            return;
        for (const auto& draft : *drafts) {
            if (draft.id == id) {
                then(IntakeDraft::fromJson(draft.id, draft.content));
                return;
            }
        }
        refuse(draftUnknown(id));
    });
}

void Unattended::store(const IntakeDraft& draft, const QJsonObject& said)
{
    m_session->saveDraft(draft.id, draft.toJson()).then(this, [this, said](const Result<void>& saved) {
        if (succeeded(saved))
            answer(said);
    });
}

// What nobody typed comes from card and register, and what is derived follows.
void Unattended::fill(IntakeDraft& draft, const casework::PreparedItem& item) const
{
    const auto context = contextOf(draft, *m_session);
    const auto filled = forms::prefill(item.form, context);
    for (auto it = filled.values.begin(); it != filled.values.end(); ++it) {
        if (draft.origins.value(it.key()).toString() != "typed"_L1) {
            draft.values.insert(it.key(), it.value());
            draft.origins.insert(it.key(), filled.origins.value(it.key()));
        }
    }
    const auto state = forms::evaluate(item.form, forms::FormValues{draft.values, draft.origins}, context);
    draft.values = state.values;
    draft.origins = state.origins;
}

QStringList Unattended::problems(const IntakeDraft& draft, const casework::PreparedItem& item) const
{
    QStringList paths;
    const auto state = forms::evaluate(item.form, draft.values, contextOf(draft, *m_session));
    for (const auto& problem : state.problems) {
        if (problem.severity == forms::Severity::Block)
            paths.append(problem.paths.value(0));
    }
    return paths;
}

void Unattended::edit(ObjectReader& request)
{
    const QString stream = request.textOr(u"case"_s);
    const QString id = stream.isEmpty() ? request.text(u"draft"_s) : QString();
    const QJsonObject values = request.object(u"values"_s);
    if (!understood(request))
        return;
    if (!stream.isEmpty()) {
        editCase(stream, values);
        return;
    }
    withDraft(id, [this, values](IntakeDraft draft) {
        for (auto it = values.begin(); it != values.end(); ++it) {
            draft.values.insert(it.key(), it.value());
            draft.origins.insert(it.key(), u"typed"_s);
        }
        m_session->item(draft.item, draft.revision).then(this, [this, draft](const Result<ItemPtr>& item) mutable {
            if (!succeeded(item))
                return;
            fill(draft, **item);
            store(
                draft, {{u"draft"_s, draft.id}, {u"problems"_s, QJsonArray::fromStringList(problems(draft, **item))}});
        });
    });
}

// Reads and checks a file in a thread of its own and puts it into the store.
void Unattended::keep(const QString& path, std::function<void(casework::Page)> then)
{
    inMainThread(QtConcurrent::run([path] {
        return preparedFile(path);
    })).then(this, [this, then = std::move(then)](const Result<PreparedPage>& page) {
        if (!succeeded(page))
            return;
        m_session->keepFile(page->bytes)
            .then(this, [this, page = page->page, then](const Result<QString>& digest) mutable {
                if (!succeeded(digest))
                    return;
                page.digest = *digest;
                then(page);
            });
    });
}

void Unattended::attach(ObjectReader& request)
{
    const QString stream = request.textOr(u"case"_s);
    const QString id = stream.isEmpty() ? request.text(u"draft"_s) : QString();
    const QString file = request.text(u"file"_s);
    const QString role = stream.isEmpty() ? request.textOr(u"role"_s) : QString();
    casework::CaseMaterial material;
    if (role.isEmpty()) {
        material.id = request.textOr(u"material"_s, m_world.ids.next());
        material.name = request.text(u"name"_s);
        material.form = u"original"_s;
        material.state = u"supplied"_s;
    }
    if (!understood(request))
        return;
    keep(file, [this, stream, id, role, material](const casework::Page& page) mutable {
        material.pages.append(page);
        if (!stream.isEmpty()) {
            act(stream, u"SetMaterial"_s, {{u"material"_s, material.toJson()}});
            return;
        }
        withDraft(id, [this, role, material, page](IntakeDraft draft) {
            if (!role.isEmpty()) {
                auto party = draft.parties.value(role).toObject();
                auto proof = party.value("proof"_L1).toArray();
                proof.append(page.toJson());
                party.insert(u"proof"_s, proof);
                draft.parties.insert(role, party);
            } else {
                draft.materials.removeIf([&](const casework::CaseMaterial& other) { return other.id == material.id; });
                draft.materials.append(material);
            }
            store(draft, {{u"draft"_s, draft.id}, {u"digest"_s, page.digest}});
        });
    });
}

void Unattended::submit(ObjectReader& request)
{
    const QString id = request.text(u"draft"_s);
    if (!understood(request))
        return;
    withDraft(id, [this](const IntakeDraft& draft) {
        m_session->open(draft.id, draft.openingBody()).then(this, [this](const Result<casework::Case>& state) {
            if (succeeded(state))
                answer(described(*state));
        });
    });
}

} // namespace kuaiban::counter
