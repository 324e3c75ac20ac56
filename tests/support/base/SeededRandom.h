#pragma once

#include "modules/base/Random.h"

#include <QMutex>

#include <random>

namespace kuaiban::test {

// The same bytes for the same seed, so that a failing run can be repeated.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(quint32 seed = 1)
        : m_engine(seed)
    {}

    QByteArray bytes(int count) override
    {
        const QMutexLocker lock(&m_mutex);
        QByteArray result(count, Qt::Uninitialized);
        for (auto& byte : result)
            byte = static_cast<char>(m_engine());
        return result;
    }
    int below(int limit)
    {
        const QMutexLocker lock(&m_mutex);
        return static_cast<int>(m_engine() % static_cast<quint32>(limit));
    }

private:
    QMutex m_mutex;
    std::mt19937 m_engine;
};

} // namespace kuaiban::test
