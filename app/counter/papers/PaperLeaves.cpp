#include "PaperLeaves.h"

#include "app/counter/casefile/CaseWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Carries the context of the texts below.
struct PaperLeavesTexts
{
    Q_DECLARE_TR_FUNCTIONS(PaperLeaves)
};

void append(QList<PaperLeaf>& leaves, const QString& owner, const QString& title, const QList<casework::Page>& pages)
{
    for (const auto& page : pages)
        leaves.append({owner, title, page.digest, page.media});
}

QList<casework::Page> pagesOf(const QJsonValue& list)
{
    QList<casework::Page> pages;
    for (const auto& page : list.toArray())
        pages.append(casework::Page::fromJson(page.toObject()));
    return pages;
}

} // namespace

QList<PaperLeaf> leavesOf(const casework::Case& state)
{
    QList<PaperLeaf> leaves;
    for (auto it = state.parties.begin(); it != state.parties.end(); ++it) {
        const auto party = it.value().toObject();
        append(leaves, u"party/"_s + it.key(), PaperLeavesTexts::tr("Proof of identity: %1").arg(roleWords(it.key())),
            pagesOf(party.value("proof"_L1)));
        append(leaves, u"party/"_s + it.key(), PaperLeavesTexts::tr("Power of attorney"),
            pagesOf(party.value("authority"_L1)));
    }
    for (const auto& material : state.materials)
        append(leaves, material.late ? material.id + u"/late"_s : material.id, material.name, material.pages);
    auto hand = state.confirmation.signature;
    hand.removeIf([&](const casework::Page& page) {
        return std::any_of(
            leaves.begin(), leaves.end(), [&](const PaperLeaf& leaf) { return leaf.digest == page.digest; });
    });
    append(leaves, u"confirmation"_s,
        state.confirmation.isOutdated ? PaperLeavesTexts::tr("Signature of the applicant (something was changed since)")
                                      : PaperLeavesTexts::tr("Signature of the applicant"),
        hand);
    append(leaves, u"collection"_s, PaperLeavesTexts::tr("Signature of the collector"), state.collection.signature);
    return leaves;
}

} // namespace kuaiban::counter
