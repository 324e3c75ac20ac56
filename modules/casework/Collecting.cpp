#include "CaseworkErrors.h"
#include "Decisions.h"
#include "Parties.h"

#include "modules/base/Clock.h"
#include "modules/base/Digest.h"
#include "modules/blobs/BlobErrors.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

// Somebody of the case collects for himself; anybody else says what he is to the subject.
QString roleOf(const Case& state, const QJsonObject& collector)
{
    const auto number = collector.value("idNo"_L1);
    for (const auto& party : state.parties) {
        if (!number.toString().isEmpty() && party.toObject().value("idNo"_L1) == number)
            return role::Applicant;
    }
    return role::Collector;
}

} // namespace

// RecordCollection {collector: party, papers: [name], signature?: [Page]}: the result was handed out at a window. Once.
Decision recordCollection(const Question& question)
{
    const auto& state = question.state;
    if (auto no = withoutRight(question, identity::right::OpenCase, state.area))
        return *no;
    if (!isClosed(state.phase) || state.phase == Phase::Voided || state.phase == Phase::Merged)
        return Decision::refuse(nothingToCollect());
    if (state.collection.at != 0)
        return Decision::refuse(alreadyCollected(state.collection.byName));
    const auto collector = question.body().value("collector"_L1).toObject();
    if (const auto problem = partyProblem(
            roleOf(state, collector), collector, legalDate(question.command.times.corrected), question.facts.knowsCode))
        return Decision::refuse(*problem);
    QJsonArray papers;
    for (const auto& paper : question.body().value("papers"_L1).toArray()) {
        const QString name = paper.toString().trimmed();
        if (!name.isEmpty())
            papers.append(name);
    }
    if (papers.isEmpty())
        return Decision::refuse(papersMissing());
    const auto signature = question.body().value("signature"_L1).toArray();
    const auto pages = pagesFrom(signature);
    if (!std::all_of(pages.begin(), pages.end(), [](const Page& page) { return isDigest(page.digest); }))
        return Decision::refuse(blobs::blobDigestMalformed());
    QJsonObject personal{{u"collector"_s, collector}, {u"papers"_s, papers}};
    if (!signature.isEmpty())
        personal.insert(u"signature"_s, signature);
    QJsonObject event{{u"byName"_s, question.facts.actorName}};
    if (state.phase == Phase::Completed && question.facts.item)
        noteEffects(event, *question.facts.item, EffectTime::Collected);
    return Decision::accept({{u"ResultCollected"_s, event, personal}});
}

} // namespace kuaiban::casework
