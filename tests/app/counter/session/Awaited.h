#pragma once

#include "modules/base/Result.h"

#include <QFuture>
#include <QtTest>

namespace kuaiban::counter {

// The value of a future once it is there, while the loop of the test turns; an error of its own after five seconds.
template<class T>
Result<T> awaited(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        return fail(Error{QStringLiteral("test.never-answered"), Origin::Machine, {}, {}});
    return future.result();
}

} // namespace kuaiban::counter
