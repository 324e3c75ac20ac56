#pragma once

#include "app/counter/kit/ThumbnailStrip.h"
#include "PageSteps.h"

namespace kuaiban::counter {

// What is wrong with a page, in one word for its sheet; empty when nothing is.
QString noteOn(const PageFeed& feed, const QString& digest);
// The same in sentences, with what to do about it.
QString adviceOn(const PageFeed& feed, const QString& digest);
// The sheets of a paper as the strip shows them; what is not known of a page is asked for.
QVector<PageThumb> sheetsOf(const PageSteps& steps, PageFeed& feed);

} // namespace kuaiban::counter
