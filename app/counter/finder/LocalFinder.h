#pragma once

#include "app/counter/session/Session.h"
#include "Found.h"

namespace kuaiban::counter {

struct PageName
{
    QString id;
    QString word; // in the language of the screen
};

// What this counter knows without asking anybody.
struct FinderSources
{
    QList<PageName> pages;
    QList<ItemPtr> items;
    QStringList recentItems;      // the last used first
    QList<sync::LocalCase> cases; // own ones, the newest first
    bool takesCases = false;      // otherwise items are only looked at
    QString language;
};

// Rows of pages, items, own cases and policies for what was typed: whole words, parts, pinyin initials, colloquial
// names, numbers from their beginning. The best first within each kind, at most `mostOfKind` of each. Pure; takes
// milliseconds.
QList<Found> findLocally(const FinderSources& sources, const QString& typed, int mostOfKind);

} // namespace kuaiban::counter
