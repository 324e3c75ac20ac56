#pragma once

#include "modules/store/Migration.h"

namespace kuaiban::announcements {

// Announcements and who took note of them. The hub keeps all of it; a counter only what its user receives.
store::Schema announcementSchema();

} // namespace kuaiban::announcements
