#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// How well a name answers what was typed (lower case): 0 whole, 1 beginning, 2 part, 3 part of how it is
// read, NoMatch. A name can be typed as it is written, in pinyin, in initials, or as a mixture of both.
inline constexpr int NoMatch = 100;
int matchRank(const QString& name, const QString& typed);

// The items for what was typed: pinyin or its initials, a part of the name or of what people call it, the code or its
// beginning. The best first; among equals and for nothing typed the recently used ones come first. `recent` are item
// ids, the last used first.
QList<ItemPtr> findItems(const QList<ItemPtr>& items, const QString& typed, const QStringList& recent);

// The items of a clerk's own cases, the last used first, each once.
QStringList recentItems(const QList<sync::LocalCase>& cases);

} // namespace kuaiban::counter
