#pragma once

#include "CaseWorld.h"

namespace kuaiban::test {

// Writes commands on cases the way a counter does: with the newest version as base and the current task by itself. What
// a test wants otherwise it changes in the returned command.
class CaseCommands
{
public:
    explicit CaseCommands(CaseWorld& world)
        : m_world(world)
    {}

    journal::Command make(const Actor& by, const QString& stream, const QString& type, const QJsonObject& body = {});
    // With "task" in the body: the task that is current on the hub.
    journal::Command onTask(const Actor& by, const QString& stream, const QString& type, QJsonObject body = {});

    // On a new stream, with a fresh number of today.
    journal::Command openFreeIntake(const Actor& by, const QJsonArray& materials = {});
    journal::Command openMatter(const Actor& by);
    journal::Command openIncomplete(const Actor& by, const QString& deadline = QStringLiteral("2026-12-05"));
    journal::Command refuseAtOnce(const Actor& by, const QString& reason); // on a new stream
    QString freshNumber();

    journal::Command edit(
        const Actor& by, const QString& stream, const QString& path, const QJsonValue& base, const QJsonValue& value);
    journal::Command settle(const Actor& by, const QString& stream, const QString& conflict, const QJsonValue& value);
    journal::Command setMaterial(const Actor& by, const QString& stream, const casework::CaseMaterial& material);
    journal::Command removeMaterial(const Actor& by, const QString& stream, const QString& id);
    journal::Command remark(const Actor& by, const QString& stream, const QString& text);
    journal::Command claim(const Actor& by, const QString& stream);
    journal::Command release(const Actor& by, const QString& stream);
    journal::Command dispatch(const Actor& by, const QString& stream, const QString& department);
    journal::Command approve(const Actor& by, const QString& stream, const QString& opinion = {});
    journal::Command sendBack(const Actor& by, const QString& stream, const QString& to, const QString& opinion);
    journal::Command refuse(const Actor& by, const QString& stream, const QString& opinion);
    journal::Command requestSupplement(const Actor& by, const QString& stream, const QString& opinion);
    journal::Command resubmit(const Actor& by, const QString& stream);
    journal::Command voidCase(const Actor& by, const QString& stream, const QString& reason);
    journal::Command confirmTime(const Actor& by, const QString& stream);
    journal::Command refuseAcceptance(
        const Actor& by, const QString& stream, const QString& reason, const QString& words = {});
    journal::Command setParty(const Actor& by, const QString& stream, const QString& role, const QJsonValue& party);
    journal::Command handOver(const Actor& by, const QString& stream, const Actor& to);
    journal::Command transfer(const Actor& by, const QString& stream, const Actor& to);
    journal::Command releaseDuplicate(const Actor& by, const QString& stream);
    journal::Command mergeDuplicate(const Actor& by, const QString& stream);
    journal::Command collect(const Actor& by, const QString& stream, const QJsonObject& collector);
    journal::Command evaluate(const Actor& by, const QString& stream, int grade);

    // A material with one page; the page's file is on the hub unless `arrived` is false.
    casework::CaseMaterial material(
        const QString& id, const QString& name, const QByteArray& page, bool arrived = true);

    casework::Page page(const QByteArray& bytes, bool arrived = true);
    // A party whose identity was typed, with reason and proof; an agent with power of attorney.
    QJsonObject typedParty(const QByteArray& proof);
    QJsonObject agentParty(const QByteArray& authority, const QString& relation = QStringLiteral("01"));

    // Whole ways, for tests that begin later. An empty stream means that some command was not applied.
    QString openedFreeIntake();
    QString inReview();  // free intake: opened, dispatched, claimed by the reviewer
    QString completed(); // free intake to its end
    QString openedMatter();
    QString awaitingSupplement(); // free intake, sent back from its review for a missing paper

private:
    bool applied(const journal::Command& command);

    CaseWorld& m_world;
    int m_serial = 0;
};

} // namespace kuaiban::test
