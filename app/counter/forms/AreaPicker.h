#pragma once

#include "app/counter/kit/CodePicker.h"
#include "CodeShelf.h"

namespace kuaiban::counter {

// Picks an area (区划) by name, initials or code. The names come a moment after the first picker asked for them; a code
// that was set before shows its name then.
CodePicker* areaPicker(const Look& look, CodeShelf& codes);

} // namespace kuaiban::counter
