#pragma once

#include <QFile>
#include <QTemporaryDir>

namespace kuaiban::test {

// As long as it lives, SANE knows its own test devices and no others: nothing searches the network. For this process
// and those it starts.
class OnlySaneTest
{
public:
    OnlySaneTest()
    {
        QFile drivers(m_folder.filePath(QStringLiteral("dll.conf")));
        m_isReady = drivers.open(QIODevice::WriteOnly) && drivers.write("test\n") > 0;
        qputenv("SANE_CONFIG_DIR", QFile::encodeName(m_folder.path()));
    }
    ~OnlySaneTest() { qunsetenv("SANE_CONFIG_DIR"); }
    Q_DISABLE_COPY_MOVE(OnlySaneTest)

    bool isReady() const { return m_isReady; }

private:
    QTemporaryDir m_folder;
    bool m_isReady = false;
};

} // namespace kuaiban::test
