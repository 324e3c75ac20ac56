#pragma once

#include "Case.h"
#include "modules/base/Result.h"

#include <functional>
#include <optional>

// The people and units of a case (当事人). One party: {name, kind: "person" or "unit" (absent: person), idKind
// (AAC058), idNo, sex?, ethnicity?, birth?, address?, phone?, validTo?, source: "card", "register" or "typed",
// typedReason? (code of typed-identity-reason), proof?: [Page], relation? (code of agent-relation), authority?:
// [Page]}.
namespace kuaiban::casework {

namespace role {
inline constexpr QLatin1StringView Applicant{"applicant"}; // 申请人, always there
inline constexpr QLatin1StringView Subject{"subject"};     // 当事人: whose matter it is, when that is somebody else
inline constexpr QLatin1StringView Agent{"agent"};         // 代办人
inline constexpr QLatin1StringView Collector{"collector"}; // 领取人
} // namespace role

using CodeKnown = std::function<bool(const QString& table, const QString& code)>;

// Whose matter the case is: the subject, or the applicant when there is none.
QJsonObject subjectOf(const QJsonObject& parties);
// The pages that belong to a party: proof of a typed identity and authority of an agent.
QList<Page> pagesOf(const QJsonObject& party);
QList<Page> pagesFrom(const QJsonArray& list);

// Whether an agent of this relation must show a power of attorney. Parents (02) and legal guardians (08) act by law
// (Civil Code, articles 23 and 27); everybody else needs one.
bool needsAuthority(const QString& relation);

// The first thing wrong with one party: no name, a wrong number, an identity typed without reason or proof, an agent
// without relation or authority, a collector without relation. `knowsCode` empty: codes are only asked to be there.
std::optional<Error> partyProblem(
    const QString& as, const QJsonObject& party, QDate acceptedOn, const CodeKnown& knowsCode);
// The first thing wrong with any of them, or that there is no applicant.
std::optional<Error> partiesProblem(const QJsonObject& parties, QDate acceptedOn, const CodeKnown& knowsCode);

// In which of idNo, name, sex and birth a party and the social security card that was read beside it (its "ssc")
// differ; none is 人卡一致. A card that told nobody differs in nothing.
QStringList securityCardDifferences(const QJsonObject& party);

} // namespace kuaiban::casework
