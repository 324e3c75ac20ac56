#pragma once

#include "SeededRandom.h"

#include <QDebug>

namespace kuaiban::test {

// How many cases a parser is tried with: every run a few, the long runs (label soak) many. Tells its seed, with which a
// failure comes again.
class Fuzz
{
public:
    explicit Fuzz(const char* parser)
        : m_seed(qEnvironmentVariableIsSet("KUAIBAN_FUZZ_SEED") ? qEnvironmentVariableIntValue("KUAIBAN_FUZZ_SEED") : 1)
        , m_random(static_cast<quint32>(m_seed))
    {
        if (const int wanted = qEnvironmentVariableIntValue("KUAIBAN_FUZZ_CASES"); wanted > 0)
            m_cases = wanted;
        qInfo("fuzz %s: %d cases, seed %d", parser, m_cases, m_seed);
    }

    int cases() const { return m_cases; }
    SeededRandom& random() { return m_random; }
    bool oneIn(int n) { return m_random.below(n) == 0; }

    // The bytes with a few things done to them: bits turned, bytes lost, doubled, made up, the end cut off.
    QByteArray spoilt(QByteArray bytes)
    {
        const int times = 1 + m_random.below(4);
        for (int i = 0; i < times; ++i) {
            const int at = m_random.below(static_cast<int>(bytes.size()) + 1);
            switch (m_random.below(6)) {
            case 0:
                if (at < bytes.size())
                    bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << m_random.below(8)));
                break;
            case 1:
                bytes.truncate(at);
                break;
            case 2:
                bytes.remove(at, 1 + m_random.below(8));
                break;
            case 3:
                bytes.insert(at, m_random.bytes(1 + m_random.below(8)));
                break;
            case 4:
                bytes.insert(at, bytes.mid(at, 1 + m_random.below(32)));
                break;
            default:
                if (at < bytes.size())
                    bytes[at] = m_random.bytes(1).front();
                break;
            }
        }
        return bytes;
    }

private:
    int m_cases = 20'000;
    int m_seed;
    SeededRandom m_random;
};

} // namespace kuaiban::test
