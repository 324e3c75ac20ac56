#pragma once

#include "ItemShelf.h"
#include "modules/journal/Reactions.h"

namespace kuaiban::casework {

// Does what an item's effects say to the registers once a case is completed: one reaction an effect, each in its own
// transaction. What it changed stands in an EffectApplied on the case: table, row and its new version in the body, the
// values before and after in the personal part. A subject the register does not know becomes a row, matched by ID
// number.
class RegisterReaction final : public journal::Reaction
{
public:
    explicit RegisterReaction(ItemShelf& shelf)
        : m_shelf(shelf)
    {}
    static QString reactionName() { return QStringLiteral("registers"); }

    QString name() const override { return reactionName(); }
    // Errors: casework.effect for a value that the register does not take, registry.…, store.…
    Done react(journal::ReactionScope& scope, const QString& key) override;

private:
    ItemShelf& m_shelf;
};

// Notes the effects that a CaseCompleted or ResultCollected names. Inside the transaction that appends it.
Done noteEffects(store::Connection& connection, const journal::Event& event);

} // namespace kuaiban::casework
