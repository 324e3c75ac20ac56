#pragma once

#include "app/counter/kit/EntryTree.h"
#include "app/counter/session/Administration.h"

namespace kuaiban::counter {

// A node that stands for an area: its id is made of the code.
QString areaNode(const QString& area);
// The code, or empty for a node that is no area.
QString areaOfNode(const QString& id);

// The tree of what one manages: each organisation under the one above it, or under its area; of the areas those that
// one manages, and those on the way to an organisation. Only what `wanted` finds by name, contact or area, and what
// stands above it. `areaName` gives the whole name of an area; nodes show what they add to the one above.
QVector<TreeEntry> organisationEntries(
    const ManagedOrganisations& managed, const QString& wanted, const std::function<QString(const QString&)>& areaName);

} // namespace kuaiban::counter
