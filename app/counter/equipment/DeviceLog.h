#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Clock.h"

#include <QList>
#include <QObject>

namespace kuaiban::counter {

// One thing that happened to a device. Only codes and words of ours: nothing a card, a page or a clerk said.
struct DeviceEvent
{
    qint64 atMs = 0; // UTC
    QString family;  // "idcard"
    QString what;    // "ready", "attention", "fault", "failed", "tried", "chosen"
    QString code;    // of the failure, if there is one
    friend bool operator==(const DeviceEvent&, const DeviceEvent&) = default;
};

// What happened to the devices of this machine, in a file that outlives the program: the last 256 KB and as much before
// them. A disk that is full loses the file, not the counter.
class DeviceLog final : public QObject
{
    Q_OBJECT

public:
    // An empty path keeps nothing beyond this program's run.
    DeviceLog(const QString& path, const Clock& clock, QObject* parent = nullptr);

    void note(const QString& family, const QString& what, const QString& code = {});
    // The newest first, at most so many; of one family, or of all for an empty name.
    QList<DeviceEvent> latest(qsizetype most, const QString& family = {}) const;

Q_SIGNALS:
    void noted(const kuaiban::counter::DeviceEvent& event);

private:
    void load();
    void append(const DeviceEvent& event);

    QString m_path;
    const Clock& m_clock;
    QList<DeviceEvent> m_events; // the oldest first
};

} // namespace kuaiban::counter
