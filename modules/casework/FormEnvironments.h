#pragma once

#include "modules/forms/FormEnvironment.h"

namespace kuaiban::casework {

// What the forms of the catalogue may use on desk and hub alike: the identifier checks of the codes room.
forms::FormEnvironment standardFormEnvironment();

} // namespace kuaiban::casework
