#include "Projection.h"

#include "modules/store/Transaction.h"
#include "StreamLog.h"

namespace kuaiban::journal {

Result<qint64> rebuild(store::Connection& connection, const Projections& projections)
{
    return store::inTransaction(connection, [&]() -> Result<qint64> {
        for (const auto& projection : projections)
            KB_CHECK(projection->clear(connection));
        SecureRandom unused;
        qint64 count = 0;
        KB_CHECK(StreamLog(connection, unused).replay([&](const Event& event) -> Done {
            ++count;
            for (const auto& projection : projections)
                KB_CHECK(projection->apply(connection, event));
            return {};
        }));
        return count;
    });
}

} // namespace kuaiban::journal
