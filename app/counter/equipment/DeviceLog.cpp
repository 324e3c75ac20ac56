#include "DeviceLog.h"

#include "modules/base/Json.h"

#include <QFile>
#include <QFileInfo>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostEvents = 500; // that are kept at hand
constexpr qint64 LargestFile = 256 * 1024;

QJsonObject toJson(const DeviceEvent& event)
{
    return {{u"at"_s, event.atMs}, {u"family"_s, event.family}, {u"what"_s, event.what}, {u"code"_s, event.code}};
}

} // namespace

DeviceLog::DeviceLog(const QString& path, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_path(path)
    , m_clock(clock)
{
    load();
}

// A line that was torn by a power cut is left out.
void DeviceLog::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const auto lines = file.read(2 * LargestFile).split('\n');
    for (const auto& line : lines) {
        const auto json = parseObject(line);
        if (!json)
            continue;
        m_events.append({json->value("at"_L1).toInteger(), json->value("family"_L1).toString(),
            json->value("what"_L1).toString(), json->value("code"_L1).toString()});
    }
    m_events = m_events.last(std::min(MostEvents, m_events.size()));
}

void DeviceLog::note(const QString& family, const QString& what, const QString& code)
{
    const DeviceEvent event{m_clock.nowMs(), family, what, code};
    m_events.append(event);
    if (m_events.size() > MostEvents)
        m_events.removeFirst();
    append(event);
    Q_EMIT noted(event);
}

void DeviceLog::append(const DeviceEvent& event)
{
    if (m_path.isEmpty())
        return;
    if (QFileInfo(m_path).size() > LargestFile) {
        QFile::remove(m_path + ".1"_L1);
        QFile::rename(m_path, m_path + ".1"_L1);
    }
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.write(canonicalBytes(toJson(event)) + '\n');
}

QList<DeviceEvent> DeviceLog::latest(qsizetype most, const QString& family) const
{
    QList<DeviceEvent> found;
    for (auto it = m_events.crbegin(); it != m_events.crend() && found.size() < most; ++it) {
        if (family.isEmpty() || it->family == family)
            found.append(*it);
    }
    return found;
}

} // namespace kuaiban::counter
