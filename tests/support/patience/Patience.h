#pragma once

#include "../base/FairTimer.h"

// QTRY_* wait as long as Qt's own, but what other guests of a build server take away does not count.
#undef QTRY_IMPL
#define QTRY_IMPL(expr, timeout)                                                                                       \
    if (!(expr)) {                                                                                                     \
        const kuaiban::test::FairTimer fairTime;                                                                       \
        const int step = (timeout) < 350 ? (timeout) / 7 + 1 : 50;                                                     \
        for (int waited = 0; (waited < (timeout) || fairTime.elapsed() < (timeout)) && !(expr); waited += step)        \
            QTest::qWait(step);                                                                                        \
    }
