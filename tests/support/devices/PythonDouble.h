#pragma once

#include "modules/base/Json.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QProcess>

namespace kuaiban::test {

// A device double that runs beside the test as a Python program: tells where it listens in its first line, obeys JSON
// orders, and ends with the test.
class PythonDouble
{
public:
    explicit PythonDouble(const QString& script, const QStringList& arguments = {})
    {
        using namespace Qt::StringLiterals;
        const auto folder = test::inSource(u"tests/support/devices/");
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const auto debian = u"/usr/bin/python3"_s; // rather than a wrapper that may stand before it
        m_process.start(QFile::exists(debian) ? debian : u"python3"_s, QStringList{folder + script} + arguments);
        m_greeting = parseObject(line()).value_or(QJsonObject());
    }

    ~PythonDouble()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(2000))
            m_process.kill();
        m_process.waitForFinished(2000);
    }
    Q_DISABLE_COPY_MOVE(PythonDouble)

    const QJsonObject& greeting() const { return m_greeting; }

    bool obey(const QJsonObject& order)
    {
        m_process.write(canonicalBytes(order) + '\n');
        m_process.waitForBytesWritten();
        return line() == "ok\n";
    }

private:
    QByteArray line()
    {
        const FairTimer time;
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(100) &&
                (m_process.state() == QProcess::NotRunning || time.elapsed() > 5000))
                return {};
        }
        return m_process.readLine();
    }

    QProcess m_process;
    QJsonObject m_greeting;
};

} // namespace kuaiban::test
