#pragma once

#include "app/counter/session/Profile.h"
#include "DeviceLog.h"
#include "devices/base/Discovery.h"
#include "devices/caller/CallStation.h"
#include "devices/idcard/IdCardStation.h"
#include "devices/keypad/KeypadStation.h"
#include "devices/receipt/ReceiptStation.h"
#include "devices/scanner/ScanStation.h"
#include "devices/smartcard/SscStation.h"
#include "modules/base/Clock.h"
#include "PageDesk.h"
#include "SecondScreen.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace kuaiban::counter {

// Which family a light belongs to, in the order of the bottom strip and of Profile::families().
enum class DeviceFamily { IdCard, SmartCard, Scanner, Camera, Receipt, Printer, Keypad, Screen, Caller };

inline constexpr std::initializer_list<DeviceFamily> AllDeviceFamilies{DeviceFamily::IdCard, DeviceFamily::SmartCard,
    DeviceFamily::Scanner, DeviceFamily::Camera, DeviceFamily::Receipt, DeviceFamily::Printer, DeviceFamily::Keypad,
    DeviceFamily::Screen, DeviceFamily::Caller};

QString profileKey(DeviceFamily family); // the name under "devices" in the profile
// Whether every window has one; of the others only those that are set up are worth a light.
bool isUsual(DeviceFamily family);

using FoundDevices = QHash<DeviceFamily, QList<devices::FoundDevice>>;

// What is connected to this machine, as far as it can be told without speaking to a device. Blocks for up to 15 s, so
// never in the main thread; ends soon once `stop` is requested.
FoundDevices findDevices(const QString& hostProgram, const std::stop_token& stop);

// The stations of this counter, each with a worker thread of its own, so that a dead device delays no other. Printers
// are asked from time to time how they are, and so is a scanner or camera that was in trouble: what is switched on or
// filled again turns green by itself.
class DeviceSet final : public QObject
{
    Q_OBJECT

public:
    // Device URIs of the profile; a wrong one shows as a fault with its reason, a missing one as not configured.
    DeviceSet(const Profile& profile, const Clock& clock, const QString& hostProgram, QObject* parent = nullptr);
    ~DeviceSet() override;

    devices::IdCardStation& idCard() { return *m_idCard; }
    devices::SscStation& smartCard() { return *m_smartCard; }
    devices::ScanStation& scanner() { return *m_scanner; }
    devices::ScanStation& camera() { return *m_camera; } // the document camera beside the scanner
    devices::ReceiptStation& receipt() { return *m_receipt; }
    PageDesk& printer() { return *m_printer; }
    devices::KeypadStation& keypad() { return *m_keypad; }
    SecondScreen& screen() { return *m_screen; }
    devices::CallStation& caller() { return *m_caller; }
    devices::DeviceState state(DeviceFamily family) const { return m_states.value(family)(); }
    QString address(DeviceFamily family) const { return m_addresses.value(family); } // as the profile names it
    DeviceLog& log() { return m_log; }
    // Whether the profile names one; how it is may not be known yet.
    bool has(DeviceFamily family) const { return m_addresses.contains(family); }
    // What this window takes for a task (Profile::windowTasks); nothing where it is done as usual, or what was chosen
    // is not set up any more.
    std::optional<DeviceFamily> chosenFor(const QString& task) const;
    const QHash<QString, QString>& tasks() const { return m_tasks; } // as the profile names them
    int receiptColumns() const { return m_receiptColumns; }          // a width that receipts are laid out for: 48 or 32
    void refreshStates();

Q_SIGNALS:
    void statesChanged();

private:
    template<class Station>
    void follow(DeviceFamily family, Station* station);
    void goRound();
    void noteState(DeviceFamily family);
    void noteFailure(DeviceFamily family, const Error& error);

    DeviceLog m_log;
    QHash<DeviceFamily, QString> m_addresses; // of those the profile names
    QHash<QString, QString> m_tasks;
    std::unique_ptr<devices::IdCardStation> m_idCard;
    std::unique_ptr<devices::SscStation> m_smartCard;
    std::unique_ptr<devices::ScanStation> m_scanner;
    std::unique_ptr<devices::ScanStation> m_camera;
    std::unique_ptr<devices::ReceiptStation> m_receipt;
    std::unique_ptr<PageDesk> m_printer;
    std::unique_ptr<devices::KeypadStation> m_keypad;
    std::unique_ptr<SecondScreen> m_screen;
    std::unique_ptr<devices::CallStation> m_caller;
    QHash<DeviceFamily, std::function<devices::DeviceState()>> m_states;
    QHash<DeviceFamily, QString> m_noted; // health and code that stand in the log
    int m_receiptColumns;
    QTimer m_round;
    int m_rounds = 0;
};

} // namespace kuaiban::counter
