#pragma once

#include "modules/store/Migration.h"

namespace kuaiban::hub {

// What only the HTTP interface needs: answers to enrolments, for repeats.
store::Schema hubSchema();

} // namespace kuaiban::hub
