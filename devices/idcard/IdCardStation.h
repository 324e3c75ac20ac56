#pragma once

#include "devices/base/DeviceWorker.h"
#include "IdCardWatch.h"

namespace kuaiban::devices {

// The reader as the counter sees it: commands return at once, everything else arrives as signals in the thread of the
// station. Made with an error or without a reader it still answers, with that error or "not configured".
class IdCardStation : public QObject
{
    Q_OBJECT

public:
    explicit IdCardStation(
        Result<std::unique_ptr<IdCardReader>> reader, IdCardTiming timing = {}, QObject* parent = nullptr);
    ~IdCardStation() override;

    DeviceState state() const { return m_state; }
    bool isWatching() const { return m_watching; }

public Q_SLOTS:
    void startWatching(); // a card that is laid down is read by itself
    void stopWatching();
    void readNow(); // one reading, also of a card that was read before; answers with cardRead or failed

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void cardRead(const kuaiban::devices::IdCard& card);
    void cardRemoved();
    void failed(const kuaiban::Error& error);

private:
    void command(void (IdCardWatch::*step)());

    DeviceState m_state;
    bool m_watching = false;
    IdCardWatch* m_watch = nullptr; // in the device thread, owned by it
    DeviceWorker m_worker;          // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices
