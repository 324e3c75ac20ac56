#pragma once

#include "modules/store/Migration.h"

namespace kuaiban::identity {

// Accounts and grants (projections of the account streams) and, beside them, what never stands in an event: password
// verifiers, sessions, devices and enrolment codes.
store::Schema identitySchema();

} // namespace kuaiban::identity
