#pragma once

#include "CaseFacts.h"
#include "ItemShelf.h"
#include "modules/journal/Reactions.h"

// Two cases of the same person and matter become one (并案). The later one ends in CaseMerged; what it brings is
// written to the earlier one by a reaction of the hub, so that neither can be without the other.
namespace kuaiban::casework {

// What `survivor` gets of `merged`, in events: the number as an alias, the remarks, the makers; papers by union, page
// by page; and of the form what the survivor lacks. Where both say something, and for protected fields always, both
// words are kept for a person to settle, which blocks the decision. Values that the form would refuse are disputed as
// well. Derived values follow. A survivor that was decided on (closed, or being worked on after its approval) gets its
// papers as late ones, and nothing of the form. `command`: that merged them, by `actor`.
QList<journal::NewEvent> absorbed(
    const Case& survivor, const Case& merged, const PreparedItem& item, const QString& command, const QString& actor);

// The papers of one material of both, without a page twice.
CaseMaterial united(const CaseMaterial& mine, const CaseMaterial& other);

// Notes what the reaction has to do after a CaseMerged, or after something was added to a case that was merged. Inside
// the transaction that appends the event.
Done noteMerging(store::Connection& connection, const journal::Event& event);

class MergeReaction final : public journal::Reaction
{
public:
    explicit MergeReaction(ItemShelf& shelf)
        : m_shelf(shelf)
    {}
    static QString reactionName() { return QStringLiteral("merge"); }

    QString name() const override { return reactionName(); }
    // Errors: casework.unknown without the case it goes into, store.…
    Done react(journal::ReactionScope& scope, const QString& key) override;

private:
    ItemShelf& m_shelf;
};

} // namespace kuaiban::casework
