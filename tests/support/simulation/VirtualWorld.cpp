#include "VirtualWorld.h"

#include "modules/base/Json.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostPasses = 30;
constexpr qint64 HourMs = 3'600'000;

Fault faultOf(Mishap mishap)
{
    switch (mishap) {
    case Mishap::Cut:
        return Fault::Cut;
    case Mishap::LoseReply:
        return Fault::LoseReply;
    case Mishap::TimeOut:
        return Fault::TimeOut;
    case Mishap::ServerError:
        return Fault::ServerError;
    case Mishap::Twice:
        return Fault::Twice;
    default:
        return Fault::None;
    }
}

QJsonObject personOf(int choice)
{
    return choice % 3 == 0 ? party(u"欧阳小明"_s, u"21060319910505115"_s) : party();
}

// Of the ways on from where a case stands most are not for everybody: the next ones are tried.
int attemptsAt(Act act)
{
    return act == Act::Work ? 6 : 1;
}

// The matters know their papers by name; a free intake takes any.
Deed scanOf(Counter& counter, const casework::Case& state, int choice)
{
    auto material = counter.scan(counter.random.bytes(choice % 8 == 0 ? 300'000 : 900));
    if (state.item != "free-intake"_L1)
        material.id = choice % 3 == 0 ? u"wages"_s : u"photo"_s;
    return {u"SetMaterial"_s, {{u"material"_s, material.toJson()}}};
}

} // namespace

VirtualWorld::VirtualWorld(Sabotage sabotage)
    : m_sabotage(sabotage)
    , m_write(m_hub)
{}

VirtualWorld::~VirtualWorld() = default;

Done VirtualWorld::open()
{
    KB_CHECK(m_hub.open({sampleMatterDefinition(), uniqueMatterDefinition()}, CaseWorld::Catalogue::Small));
    m_hubDisk = std::make_unique<FailingConnection>(*m_hub.connection, m_hubFuse);
    quint32 seed = 11;
    for (const auto& actor : {m_hub.clerk, m_hub.secondClerk, m_hub.jack}) {
        auto counter = std::make_unique<Counter>(m_hub, actor, seed++);
        KB_CHECK(counter->open());
        counter->link.hub = m_hubDisk.get();
        m_counters.push_back(std::move(counter));
        m_ledgers.append(Ledger{});
    }
    for (int who = 0; who < static_cast<int>(m_counters.size()); ++who) {
        listen(who);
        if (const auto error = m_counters[static_cast<size_t>(who)]->sync())
            return fail(*error);
        m_counters[static_cast<size_t>(who)]->rest();
    }
    return {};
}

void VirtualWorld::listen(int who)
{
    auto& link = m_counters[static_cast<size_t>(who)]->link;
    link.done = [this, who](const sync::HubRequest& request) { sabotage(who, request); };
    link.delivered = [this, who](const sync::HubRequest& request, const sync::HubResponse& response) {
        if (request.method != "POST" || request.path != "/commands"_L1)
            return;
        const auto answers = response.json().value_or(QJsonObject{}).value("answers"_L1).toArray();
        for (const auto& entry : answers) {
            const auto answer = journal::Answer::fromJson(entry.toObject());
            m_ledgers[who].told.insert(answer.command, answer);
        }
    };
    if (m_sabotage == Sabotage::SkipRow) {
        link.onPage = [this, self = m_counters[static_cast<size_t>(who)]->who.id](journal::Feed::Page& page) {
            const auto ofOthers = [&](const journal::FeedRow& row) {
                return m_streams.contains(row.stream) && row.content.value("actor"_L1) != self;
            };
            if (!page.rows.isEmpty() && ofOthers(page.rows.constLast()) && !std::exchange(m_isSpoilt, true))
                page.rows.removeLast();
        };
    }
}

// The events are written, the hub's note of the command is not, and the way delivers it once more.
void VirtualWorld::sabotage(int who, const sync::HubRequest& request)
{
    auto& counter = *m_counters[static_cast<size_t>(who)];
    if (m_sabotage == Sabotage::ForgetCommand && request.path == "/commands"_L1 && m_fault == Fault::Twice) {
        const auto sent = parseObject(request.body).value_or(QJsonObject{}).value("commands"_L1).toArray();
        for (const auto& command : sent)
            (void)m_hub.connection->execute(
                "DELETE FROM command WHERE id = ?", {command.toObject().value("id"_L1).toString()});
    }
    if (m_sabotage == Sabotage::LoseFile && request.path.contains("/missing"_L1) && !std::exchange(m_isSpoilt, true))
        (void)counter.user->execute("DELETE FROM outgoing_file", {});
}

void VirtualWorld::play(const Script& script)
{
    for (const auto& step : script)
        perform(step);
}

void VirtualWorld::perform(const Step& step)
{
    m_hub.clock.advance(1000);
    for (auto& counter : m_counters)
        counter->clock.advance(1000);
    if (step.act == Act::Pass) {
        const qint64 hours = (1 + step.b) * HourMs;
        m_hub.clock.advance(hours);
        for (auto& counter : m_counters)
            counter->clock.advance(hours);
        return;
    }
    if (step.act == Act::Post)
        return turnPost(step);
    if (step.act == Act::Rule)
        return ruleOnHeldWork(step);
    if (step.who >= static_cast<int>(m_counters.size()))
        return onHub(step);
    auto& counter = *m_counters[static_cast<size_t>(step.who)];
    const bool onDisk = step.mishap == Mishap::PowerCut || step.mishap == Mishap::FullDisk;
    if (onDisk)
        counter.fuse->failAt(step.act == Act::Round ? 4 * step.nth : step.nth);
    atCounter(step);
    const bool isBroken = counter.fuse->failed();
    counter.fuse->heal();
    if (isBroken && step.mishap == Mishap::PowerCut)
        restart(step.who);
    writeDown(step.who);
}

void VirtualWorld::atCounter(const Step& step)
{
    auto& counter = *m_counters[static_cast<size_t>(step.who)];
    if (step.act == Act::Take || step.act == Act::Draft)
        return take(step);
    if (step.act == Act::Round)
        return round(step);
    if (step.act == Act::Restart)
        return restart(step.who);
    if (step.act == Act::Clock)
        return counter.clock.setWall(m_hub.clock.nowMs() + (step.b - 12) * 4 * HourMs);
    if (step.act == Act::Fetch) {
        if (!m_streams.isEmpty())
            (void)counter.fetchCase(m_streams.at(step.a % m_streams.size()));
        return;
    }
    if (step.act == Act::Again || step.act == Act::GiveUp || step.act == Act::Park)
        return resolve(step);
    const QString stream = pick(step);
    if (stream.isEmpty())
        return;
    auto desk = counter.desk();
    for (int attempt = 0; attempt < attemptsAt(step.act); ++attempt) { // a refusal is an answer too
        const auto state = desk.view(stream);
        if (!state || !state->exists())
            return;
        const Deed deed = step.act == Act::Scan ? scanOf(counter, *state, step.b)
                                                : deedOf(step, *state, step.b + attempt, counter.clock.nowMs());
        if (deed.type.isEmpty() || desk.act(stream, deed.type, deed.body))
            return;
    }
}

// The others, with the network always there.
void VirtualWorld::onHub(const Step& step)
{
    if (m_streams.isEmpty())
        return;
    const QString stream = m_streams.at(step.a % m_streams.size());
    const auto colleagues = step.act == Act::Edit ? QList<Actor>{m_hub.secondClerk, m_hub.jack, m_hub.clerk}
                                                  : QList<Actor>{m_hub.dispatcher, m_hub.reviewer, m_hub.supervisor};
    for (int attempt = 0; attempt < attemptsAt(step.act); ++attempt) {
        auto by = colleagues.at((step.who + attempt) % colleagues.size());
        by.device += u"-2"_s; // who sits at a counter as well is at another one here
        const auto state = m_hub.state(stream);
        if (!state.exists())
            return;
        const Deed deed = deedOf(step, state, step.b + attempt, m_hub.clock.nowMs());
        if (deed.type.isEmpty() || m_hub.say(m_write.make(by, stream, deed.type, deed.body)) == "applied"_L1)
            return;
    }
}

Deed VirtualWorld::deedOf(const Step& step, const casework::Case& state, int choice, qint64 nowMs)
{
    switch (step.act) {
    case Act::Edit:
        return editOf(state, choice);
    case Act::Settle:
        return settlingOf(state, choice);
    case Act::Remark:
        return {u"AddRemark"_s, {{u"text"_s, u"备注#%1"_s.arg(++m_tokens)}}};
    default:
        return deedOn(state, choice, legalDate(nowMs));
    }
}

void VirtualWorld::take(const Step& step)
{
    auto& counter = *m_counters[static_cast<size_t>(step.who)];
    auto desk = counter.desk();
    const int matter = step.a % 3;
    auto body = Counter::freeIntake();
    body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, personOf(step.b)}});
    QStringList papers;
    if (matter > 0) {
        body.insert(u"item"_s, matter == 1 ? u"unique-matter"_s : u"sample-matter"_s);
        body.insert(u"scenario"_s, u"first"_s);
        body.insert(u"values"_s, sampleMatterValues());
        papers = {u"claim"_s, u"contract"_s};
    } else if (step.b % 2 == 1) {
        papers = {counter.ids.next()};
    }
    QJsonArray materials;
    for (const auto& id : std::as_const(papers)) {
        auto material = counter.scan(counter.random.bytes(600));
        material.id = id;
        materials.append(material.toJson());
    }
    body.insert(u"materials"_s, materials);
    QString draft;
    if (step.act == Act::Draft) {
        draft = counter.ids.next();
        if (!desk.saveDraft(draft, {{u"title"_s, u"半份"_s}}))
            return;
    }
    (void)desk.open(draft, body);
}

void VirtualWorld::round(const Step& step)
{
    auto& counter = *m_counters[static_cast<size_t>(step.who)];
    if (const Fault fault = faultOf(step.mishap); fault != Fault::None)
        counter.link.fault = [this, fault, left = 1 + step.nth % 6](const sync::HubRequest&) mutable {
            return m_fault = left-- == 1 ? fault : Fault::None;
        };
    if (step.mishap == Mishap::HubCrash)
        m_hubFuse->failAt(3 * step.nth);
    (void)counter.sync();
    counter.rest();
    counter.link.fault = {};
    m_fault = Fault::None;
    m_hubFuse->heal();
}

void VirtualWorld::restart(int who)
{
    auto& counter = *m_counters[static_cast<size_t>(who)];
    counter.fuse->heal();
    counter.close();
    (void)counter.open();
}

// What the desk took stands in its outbox, whatever became of the call.
void VirtualWorld::writeDown(int who)
{
    auto& counter = *m_counters[static_cast<size_t>(who)];
    auto& ledger = m_ledgers[who];
    const auto items = counter.desk().outbox().value_or(QList<sync::OutboxItem>{});
    for (const auto& item : items) {
        if (ledger.made.contains(item.command.id))
            continue;
        ledger.made.insert(item.command.id, item.command);
        ledger.order.append(item.command.id);
        if (casework::opens(item.command.type) && !m_streams.contains(item.command.stream))
            m_streams.append(item.command.stream);
        if (m_sabotage == Sabotage::DropCommand && item.command.type == "AddRemark"_L1 &&
            !std::exchange(m_isSpoilt, true))
            (void)counter.user->execute("DELETE FROM pending_command WHERE id = ?", {item.command.id});
    }
}

// A case that this counter shows; the one person of the township goes on with any that the hub has.
QString VirtualWorld::pick(const Step& step)
{
    auto& counter = *m_counters[static_cast<size_t>(step.who)];
    if (step.act == Act::Work && step.who == 2 && step.b % 2 == 0 && !m_streams.isEmpty()) {
        const QString stream = m_streams.at(step.a % m_streams.size());
        (void)counter.fetchCase(stream);
        return stream;
    }
    const auto cases = counter.desk().cases(0).value_or(QList<sync::LocalCase>{});
    return cases.isEmpty() ? QString() : cases.at(step.a % cases.size()).stream;
}

int VirtualWorld::taken() const
{
    int sum = 0;
    for (const auto& ledger : m_ledgers)
        sum += static_cast<int>(ledger.order.size());
    return sum;
}

int VirtualWorld::merged()
{
    return static_cast<int>(
        m_hub.connection->integer("SELECT COUNT(*) FROM case_row WHERE phase = 'merged'").value_or(0));
}

QString VirtualWorld::fingerprint()
{
    QString text = QString::number(m_hub.connection->integer("SELECT COUNT(*) FROM command", {}).value_or(-1)) + u' ' +
                   QString::number(m_hub.connection->integer("SELECT COUNT(*) FROM feed", {}).value_or(-1));
    for (const auto& counter : m_counters)
        text += Counter::dump(*counter->user);
    return text;
}

QString VirtualWorld::comeToRest()
{
    m_hubFuse->heal();
    QString before;
    QString trouble;
    for (int pass = 0; pass < MostPasses; ++pass) {
        trouble.clear();
        for (auto& counter : m_counters) {
            counter->fuse->heal();
            counter->link.fault = {};
            auto desk = counter->desk();
            const auto parked = sync::Outbox(*counter->user).parked().value_or(QSet<QString>{});
            for (const auto& stream : parked)
                (void)desk.setParked(stream, false);
            if (const auto error = counter->sync())
                trouble += counter->who.name + u' ' + logLine(*error) + u'\n';
            counter->rest();
        }
        (void)m_hub.reactions->runDue(*m_hub.connection);
        const QString now = fingerprint();
        if (now == before && trouble.isEmpty())
            return {};
        before = now;
    }
    return u"does not come to rest: "_s + trouble;
}

} // namespace kuaiban::test
