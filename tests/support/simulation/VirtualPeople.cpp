#include "modules/casework/HeldWork.h"
#include "VirtualWorld.h"

#include <QJsonArray>

#include <algorithm>

// What people decide about work that does not get through, and about each other.
namespace kuaiban::test {

using namespace Qt::StringLiterals;

void VirtualWorld::turnPost(const Step& step)
{
    const auto& clerk = step.a % 2 == 0 ? m_hub.clerk : m_hub.secondClerk;
    const auto grants = m_hub.account(clerk).grants;
    const bool hasPost =
        std::any_of(grants.begin(), grants.end(), [](const identity::Grant& grant) { return grant.until == 0; });
    (void)(hasPost ? m_hub.withdraw(clerk, u"window-clerk"_s) : m_hub.grant(clerk, u"window-clerk"_s, u"210603"_s));
}

void VirtualWorld::ruleOnHeldWork(const Step& step)
{
    const auto posts = m_hub.shelf.posts(*m_hub.connection);
    if (!posts)
        return;
    const auto& by = m_hub.supervisor;
    const auto held =
        casework::heldWork(*m_hub.connection, *posts, by.id, m_hub.account(by).grants, m_hub.clock.nowMs(), 20);
    if (!held || held->isEmpty())
        return;
    const auto& work = held->at(step.a % held->size());
    QJsonObject body{{u"commands"_s, QJsonArray::fromStringList(work.ids())}};
    if (step.b % 3 == 0)
        body.insert(u"reason"_s, u"请重新受理"_s);
    (void)m_hub.send(m_write.make(by, work.stream, step.b % 3 == 0 ? u"RefuseWork"_s : u"AdmitWork"_s, body));
}

// What a person does in the sync centre about a case that does not get through.
void VirtualWorld::resolve(const Step& step)
{
    auto desk = m_counters[static_cast<size_t>(step.who)]->desk();
    auto outgoing = desk.outgoing().value_or(QList<sync::OutgoingCase>{});
    outgoing.removeIf([&](const sync::OutgoingCase& one) {
        return one.items.isEmpty() || (step.act != Act::Park && !one.needsPerson());
    });
    if (outgoing.isEmpty())
        return;
    const auto& one = outgoing.at(step.a % outgoing.size());
    if (step.act == Act::Park) {
        (void)desk.setParked(one.stream, !one.parked);
    } else if (step.act == Act::GiveUp) {
        const auto item = std::find_if(one.items.begin(), one.items.end(),
            [](const sync::OutboxItem& each) { return each.state == sync::OutboxState::Attention; });
        if (desk.giveUp(item->command.id))
            m_ledgers[step.who].givenUp.insert(item->command.id);
    } else if (one.canBeDoneAgain() && desk.doAgain(one.stream)) {
        for (const auto& item : one.items) {
            if (item.state == sync::OutboxState::Attention)
                m_ledgers[step.who].doneAgain.insert(item.command.id);
        }
    }
}

} // namespace kuaiban::test
