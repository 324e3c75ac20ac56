#include "Connection.h"

namespace kuaiban::store {

Result<qint64> Connection::integer(QByteArrayView sql, const Values& values)
{
    qint64 number = 0;
    bool seen = false;
    KB_CHECK(run(sql, values, [&](const Row& row) {
        if (!std::exchange(seen, true))
            number = row.integer(0);
    }));
    return number;
}

} // namespace kuaiban::store
