#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QList>

#include <unistd.h>

#include <algorithm>

namespace kuaiban::test {

// Time without what other guests of the machine took away: a bound holds on a build server as on a desk. For "it did
// not wait for that"; never for how fast something is.
class FairTimer
{
public:
    FairTimer() { start(); }

    void start()
    {
        m_wall.start();
        m_stolen = stolenMs();
    }

    qint64 elapsed() const // milliseconds
    {
        const auto stolen = stolenMs();
        qint64 most = 0; // of the core that had the least
        for (qsizetype core = 0; core < std::min(stolen.size(), m_stolen.size()); ++core)
            most = std::max(most, stolen.at(core) - m_stolen.at(core));
        return std::max<qint64>(0, m_wall.elapsed() - most);
    }

private:
    // What was stolen of each core since the machine started (proc(5), /proc/stat); nothing where the kernel does not
    // say.
    static QList<qint64> stolenMs()
    {
        QFile file(QStringLiteral("/proc/stat"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        static const qint64 tickMs = 1000 / std::max(1L, ::sysconf(_SC_CLK_TCK));
        QList<qint64> stolen;
        for (const auto& line : file.readAll().split('\n')) {
            if (line.startsWith("cpu") && !line.startsWith("cpu "))
                stolen.append(line.split(' ').value(8).toLongLong() * tickMs);
        }
        return stolen;
    }

    QElapsedTimer m_wall;
    QList<qint64> m_stolen;
};

} // namespace kuaiban::test
