#pragma once

#include "app/counter/session/Profile.h"
#include "devices/idcard/IdCardStation.h"
#include "devices/printer/PageStation.h"
#include "devices/scanner/ScanStation.h"
#include "modules/base/Clock.h"

#include <memory>

namespace kuaiban::counter {

// Which family a light belongs to, in the order of the bottom strip.
enum class DeviceFamily { IdCard, Scanner, Printer };

// The stations of this counter, each with a worker thread of its own, so that a dead device delays no other.
class DeviceSet final : public QObject
{
    Q_OBJECT

public:
    // Device URIs of the profile; a wrong one shows as a fault with its reason, a missing one as not configured.
    DeviceSet(const Profile& profile, const Clock& clock, const QString& hostProgram, QObject* parent = nullptr);
    ~DeviceSet() override;

    devices::IdCardStation& idCard() { return *m_idCard; }
    devices::ScanStation& scanner() { return *m_scanner; }
    devices::PageStation& printer() { return *m_printer; }
    devices::DeviceState state(DeviceFamily family) const;
    void refreshStates();

Q_SIGNALS:
    void statesChanged();

private:
    std::unique_ptr<devices::IdCardStation> m_idCard;
    std::unique_ptr<devices::ScanStation> m_scanner;
    std::unique_ptr<devices::PageStation> m_printer;
};

} // namespace kuaiban::counter
