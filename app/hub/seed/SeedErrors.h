#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::hub {

// The tree of areas has none of the villages in which synthetic people could live.
inline Error areasMissing()
{
    return failure("seed.areas", Origin::Data);
}

} // namespace kuaiban::hub
