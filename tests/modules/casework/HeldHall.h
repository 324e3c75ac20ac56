#pragma once

#include "modules/casework/HeldWork.h"
#include "tests/support/casework/CaseCommands.h"

#include <QJsonArray>

namespace kuaiban::test {

// A hall in which work of the clerk is held, because his post was withdrawn. For tests to inherit.
class HeldHall
{
protected:
    Done openHall()
    {
        m_world = std::make_unique<CaseWorld>();
        KB_CHECK(m_world->open());
        m_write = std::make_unique<CaseCommands>(*m_world);
        return {};
    }

    QList<casework::HeldWork> seenBy(const Actor& who)
    {
        const auto posts = m_world->shelf.posts(*m_world->connection);
        return casework::heldWork(
            *m_world->connection, *posts, who.id, m_world->account(who).grants, m_world->clock.nowMs(), 1000)
            .value();
    }

    QString rule(const Actor& who, const QString& type, const QList<journal::Command>& work, QJsonObject body = {})
    {
        QStringList ids;
        for (const auto& command : work)
            ids.append(command.id);
        body.insert(QStringLiteral("commands"), QJsonArray::fromStringList(ids));
        return m_world->say(m_write->make(who, work.constFirst().stream, type, body));
    }

    journal::Command heldOpening()
    {
        if (!m_world->withdraw(m_world->clerk, QStringLiteral("window-clerk")))
            return {};
        m_world->clock.advance(1000);
        const auto opening = m_write->openFreeIntake(m_world->clerk);
        return m_world->say(opening) == QStringLiteral("held casework.right-withdrawn") ? opening : journal::Command();
    }

    journal::Command after(const journal::Command& before)
    {
        auto remark = m_write->remark(m_world->clerk, before.stream, QStringLiteral("下午再来"));
        remark.prev = before.id;
        return remark;
    }

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

} // namespace kuaiban::test
