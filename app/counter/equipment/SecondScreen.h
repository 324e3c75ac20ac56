#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"

#include <QObject>

class QScreen;

namespace kuaiban::counter {

// The monitor that faces the citizen (客屏): screen:2 in the profile is the second one of this machine, counted from 1;
// screen:1?window=1 an ordinary window on the first, for machines with one monitor. GUI thread.
class SecondScreen final : public QObject
{
    Q_OBJECT

public:
    // An empty address: there is none. Errors show as the state: device.uri, device.driver-unknown, screen.missing;
    // what is plugged in again turns ready by itself.
    explicit SecondScreen(const QString& address, QObject* parent = nullptr);

    devices::DeviceState state() const { return m_state; }
    bool isReady() const { return m_state.health == devices::DeviceHealth::Ready; }
    // Where to show; null unless ready.
    QScreen* screen() const;
    bool isWindow() const { return m_isWindow; } // not to fill the screen

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);

private:
    void look();

    devices::DeviceState m_state;
    int m_number = 0; // 0: nothing to look for
    bool m_isWindow = false;
};

} // namespace kuaiban::counter
