#include "HubSchema.h"

namespace kuaiban::hub {

store::Schema hubSchema()
{
    return {QStringLiteral("hub"),
        {{"enrolments by idempotency key", {
                                               "CREATE TABLE enrol_request(request TEXT PRIMARY KEY, code TEXT NOT "
                                               "NULL, device TEXT NOT NULL, sealed {bytes} NOT NULL)",
                                           }}}};
}

} // namespace kuaiban::hub
