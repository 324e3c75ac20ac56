#pragma once

#include "modules/base/Failure.h"

#include <winscard.h>

namespace kuaiban::devices {

// What a result of the card service means for the counter.
Error pcscError(LONG result);

// Whether the connection to the service itself is gone, so that everything must be opened anew.
bool losesService(LONG result);

} // namespace kuaiban::devices
