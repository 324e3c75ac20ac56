#pragma once

#include "CaseCommands.h"
#include "modules/registry/PersonRecord.h"

namespace kuaiban::test {

// Somebody who lost work, as the register knows him: insured for `months`, contract ended on 2026-11-10 for `reason`
// (unemployment-reason) as the employer reported, a usable card. Synthetic. An empty reason: no report.
registry::PersonRecord claimant(qint64 months = 96, const QString& reason = QStringLiteral("11"));
// The same with an earlier benefit that stopped: 60 months counted, 18 granted, 7 drawn; 26 months paid since.
registry::PersonRecord claimantAgain();
// What stands on somebody's card. The number is that of the digits with their check digit.
struct CardHolder
{
    QString name;
    QString digits17;
    QString sex;
    QDate birth;
    QString address;
};
// The same person's row with another card: works since 1984, pays into the pension scheme since 1992, at an index of
// 1.05, with 91 deemed months and 120,000 yuan in the account.
registry::PersonRecord worker(const CardHolder& person, const QString& category, qint64 months);
Done keepRecord(store::Connection& connection, const registry::PersonRecord& record);

// A case as the clerk fills it in at the window, for example a claim for unemployment benefit: from the card, from what
// the register `known` says (null: offline), and typed.
struct ClaimDraft
{
    QString scenario = QStringLiteral("first");
    QJsonObject parties;
    QJsonObject card;
    QJsonObject registered;
    QJsonObject values;
    QJsonArray materials;

    // Puts the values through the form, as the page does: what stands in the command is what the clerk sees.
    void derive(const casework::PreparedItem& item, QDate today);
};
// Any item: filled from the card, the register and what is `typed`, with one paper for everything that is asked for.
ClaimDraft itemDraft(const casework::PreparedItem& item, const CardHolder& person, const registry::PersonRecord* known,
    QDate today, const QString& scenario, const QJsonObject& typed);
ClaimDraft claimDraft(
    const casework::PreparedItem& item, const registry::PersonRecord* known, QDate today, const QString& scenario);
// A material of the claim in some state ("supplied" …), without pages.
QJsonObject claimMaterial(const QString& id, const QString& state, const QString& dueOn = {});
// With the material of this id replaced, or added.
QJsonArray withMaterial(QJsonArray materials, const QJsonObject& material);
QJsonArray withoutMaterial(QJsonArray materials, const QString& id);

// What `decide` says of this opening on the facts of a desk: "accepted", or the code with the check or the path.
QString refusalOf(CaseWorld& world, const journal::Command& opening);

// The body of OpenCase for the newest revision.
QJsonObject claimBody(const ClaimDraft& draft, const casework::PreparedItem& item, const QString& number);

} // namespace kuaiban::test
