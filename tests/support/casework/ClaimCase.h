#pragma once

#include "CaseCommands.h"
#include "modules/registry/PersonRecord.h"

namespace kuaiban::test {

// Somebody who lost work, as the register knows him: insured for `months`, contract ended on 2026-11-10 for `reason`
// (unemployment-reason) as the employer reported, a usable card. Synthetic. An empty reason: no report.
registry::PersonRecord claimant(qint64 months = 96, const QString& reason = QStringLiteral("11"));
// The same with an earlier benefit that stopped: 60 months counted, 18 granted, 7 drawn; 26 months paid since.
registry::PersonRecord claimantAgain();
Done keepRecord(store::Connection& connection, const registry::PersonRecord& record);

// A claim for unemployment benefit as the clerk fills it in at the window: from the card, from what the register
// `known` says (null: offline), and typed.
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
ClaimDraft claimDraft(
    const casework::PreparedItem& item, const registry::PersonRecord* known, QDate today, const QString& scenario);
// A material of the claim in some state ("supplied" …), without pages.
QJsonObject claimMaterial(const QString& id, const QString& state, const QString& dueOn = {});
// With the material of this id replaced, or added.
QJsonArray withMaterial(QJsonArray materials, const QJsonObject& material);
QJsonArray withoutMaterial(QJsonArray materials, const QString& id);

// The body of OpenCase for the newest revision.
QJsonObject claimBody(const ClaimDraft& draft, const casework::PreparedItem& item, const QString& number);

} // namespace kuaiban::test
