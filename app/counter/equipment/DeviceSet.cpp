#include "DeviceSet.h"

#include "devices/caller/CallerDrivers.h"
#include "devices/camera/CameraDrivers.h"
#include "devices/idcard/IdCardDrivers.h"
#include "devices/keypad/KeypadDrivers.h"
#include "devices/printer/PrinterDrivers.h"
#include "devices/receipt/ReceiptDrivers.h"
#include "devices/scanner/ScannerDrivers.h"
#include "devices/smartcard/SmartCardDrivers.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds RoundInterval(900); // what happens to a device shows within a second
constexpr int PatientRounds = 16; // so many pass before one that cannot be reached, or costs a move, is asked again

// Receipts are laid out for the two widths of paper; a printer between them gets the narrower one.
int layoutColumns(const QString& uri)
{
    constexpr int wide = 48;
    constexpr int narrow = 32;
    return devices::receiptColumns(uri).value_or(wide) >= wide ? wide : narrow;
}

QHash<DeviceFamily, QString> addresses(const Profile& profile)
{
    QHash<DeviceFamily, QString> found;
    for (const auto family : AllDeviceFamilies) {
        if (const QString uri = profile.devices.value(profileKey(family)); !uri.isEmpty())
            found.insert(family, uri);
    }
    return found;
}

QString logFile(const Profile& profile)
{
    return profile.dataFolder.isEmpty() ? QString() : profile.dataFolder + "/devices.log"_L1;
}

// A station's `failed` carries a ticket or none.
template<class Station, class Note>
void connectFailed(Station* station, QObject* context, Note note)
{
    if constexpr (std::is_invocable_v<decltype(&Station::failed), Station*, int, const Error&>)
        QObject::connect(station, &Station::failed, context, [note](int, const Error& error) { note(error); });
    else
        QObject::connect(station, &Station::failed, context, note);
}

} // namespace

QString profileKey(DeviceFamily family)
{
    return Profile::families().at(static_cast<int>(family));
}

bool isUsual(DeviceFamily family)
{
    return family != DeviceFamily::Camera && family != DeviceFamily::Keypad && family != DeviceFamily::Screen &&
           family != DeviceFamily::Caller;
}

FoundDevices findDevices(const QString& hostProgram, const std::stop_token& stop)
{
    const auto cameras = devices::findCameras(); // a hall without a scanner may use one as its scanner
    return {{DeviceFamily::IdCard, devices::findIdCardReaders()},
        {DeviceFamily::SmartCard, devices::findSmartCardReaders(stop)},
        {DeviceFamily::Scanner, devices::findScanners(hostProgram, stop) + cameras}, {DeviceFamily::Camera, cameras},
        {DeviceFamily::Receipt, devices::findReceiptPrinters()}, {DeviceFamily::Printer, devices::findPrinters(stop)},
        {DeviceFamily::Keypad, devices::findKeypads()}};
}

DeviceSet::DeviceSet(const Profile& profile, const Clock& clock, const QString& hostProgram, QObject* parent)
    : QObject(parent)
    , m_log(logFile(profile), clock)
    , m_addresses(addresses(profile))
    , m_tasks(profile.tasks)
    , m_receiptColumns(layoutColumns(profile.devices.value(profileKey(DeviceFamily::Receipt))))
{
    const auto uri = [this](DeviceFamily family) { return m_addresses.value(family); };
    m_idCard = std::make_unique<devices::IdCardStation>(devices::idCardDrivers(clock).make(uri(DeviceFamily::IdCard)));
    m_smartCard =
        std::make_unique<devices::SscStation>(devices::smartCardDrivers(clock).make(uri(DeviceFamily::SmartCard)));
    auto scanners = devices::scannerDrivers(hostProgram);
    devices::addCameraDrivers(scanners);
    m_scanner = std::make_unique<devices::ScanStation>(scanners.make(uri(DeviceFamily::Scanner)));
    m_camera = std::make_unique<devices::ScanStation>(scanners.make(uri(DeviceFamily::Camera)));
    m_receipt = std::make_unique<devices::ReceiptStation>(devices::receiptDrivers().make(uri(DeviceFamily::Receipt)));
    m_printer = std::make_unique<PageDesk>(uri(DeviceFamily::Printer), profile.papers);
    m_keypad = std::make_unique<devices::KeypadStation>(devices::keypadDrivers(clock).make(uri(DeviceFamily::Keypad)));
    m_screen = std::make_unique<SecondScreen>(uri(DeviceFamily::Screen));
    m_caller = std::make_unique<devices::CallStation>(devices::callerDrivers(clock).make(uri(DeviceFamily::Caller)));
    follow(DeviceFamily::IdCard, m_idCard.get());
    follow(DeviceFamily::SmartCard, m_smartCard.get());
    follow(DeviceFamily::Scanner, m_scanner.get());
    follow(DeviceFamily::Camera, m_camera.get());
    follow(DeviceFamily::Receipt, m_receipt.get());
    follow(DeviceFamily::Printer, m_printer.get());
    follow(DeviceFamily::Keypad, m_keypad.get());
    follow(DeviceFamily::Screen, m_screen.get());
    follow(DeviceFamily::Caller, m_caller.get());
    connect(&m_round, &QTimer::timeout, this, &DeviceSet::goRound);
    m_round.start(RoundInterval);
}

DeviceSet::~DeviceSet() = default;

std::optional<DeviceFamily> DeviceSet::chosenFor(const QString& task) const
{
    const auto at = Profile::families().indexOf(m_tasks.value(task));
    const auto family = static_cast<DeviceFamily>(at);
    return at >= 0 && has(family) ? std::optional(family) : std::nullopt;
}

template<class Station>
void DeviceSet::follow(DeviceFamily family, Station* station)
{
    m_states.insert(family, [station] { return station->state(); });
    connect(station, &Station::stateChanged, this, [this, family] {
        noteState(family);
        Q_EMIT statesChanged();
    });
    if constexpr (requires { &Station::failed; }) // a monitor is there or not, and nothing else can happen to it
        connectFailed(station, this, [this, family](const Error& error) { noteFailure(family, error); });
}

// The same again is no news: a printer that is asked every few seconds stays out of paper for an hour.
void DeviceSet::noteState(DeviceFamily family)
{
    const auto now = state(family);
    const QString code = now.reason ? now.reason->code : QString();
    const QString what = healthName(now.health);
    if (std::exchange(m_noted[family], what + code) != what + code)
        m_log.note(profileKey(family), what, code);
}

void DeviceSet::noteFailure(DeviceFamily family, const Error& error)
{
    const auto now = state(family);
    const bool stands = now.reason && now.reason->code == error.code; // the light tells already
    if (!stands && !error.is("device.cancelled"_L1))
        m_log.note(profileKey(family), u"failed"_s, error.code);
}

void DeviceSet::refreshStates()
{
    m_receipt->refreshState();
    m_printer->refreshState();
    // Asking a scanner opens it, which moves the lamp of some: only one that is in trouble is asked.
    for (auto* scanner : {m_scanner.get(), m_camera.get()}) {
        if (!scanner->isBusy() && scanner->state().health != devices::DeviceHealth::Ready)
            scanner->refreshState();
    }
}

// Printers that answer are asked all the time; whoever is away is called now and then.
void DeviceSet::goRound()
{
    if (++m_rounds % PatientRounds == 0) {
        refreshStates();
        return;
    }
    if (!isAway(m_receipt->state()))
        m_receipt->refreshState();
    m_printer->refreshPresent();
}

} // namespace kuaiban::counter
