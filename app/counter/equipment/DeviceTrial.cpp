#include "DeviceTrial.h"

#include "devices/base/DeviceErrors.h"
#include "devices/printer/TestPage.h"
#include "devices/receipt/SlipJson.h"
#include "modules/codes/Mask.h"

#include <chrono>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds KeyPatience(15);
constexpr std::chrono::seconds ReaderPatience(2);
constexpr int TrialDpi = 150;

} // namespace

DeviceTrial::DeviceTrial(DeviceSet& devices, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_devices(devices)
    , m_patience(patience)
{}

QObject* DeviceTrial::begin(DeviceFamily family)
{
    auto* context = new QObject(this);
    Trial trial{context, {}};
    trial.since.start();
    m_running.insert(family, trial);
    QTimer::singleShot(m_patience, context, [this, family] { miss(family, devices::deviceSilent()); });
    return context;
}

void DeviceTrial::end(DeviceFamily family, TrialVerdict verdict)
{
    const auto trial = m_running.take(family);
    if (!trial.context)
        return;
    trial.context->deleteLater(); // it may be the sender's own call that ends here
    trial.context->disconnect();
    verdict.ms = trial.since.elapsed();
    m_devices.log().note(profileKey(family), u"tried"_s, verdict.why ? verdict.why->code : QString());
    Q_EMIT finished(family, verdict);
}

void DeviceTrial::pass(DeviceFamily family, const QString& detail)
{
    end(family, {TrialVerdict::Result::Passed, {}, 0, detail});
}

void DeviceTrial::miss(DeviceFamily family, const Error& why)
{
    const bool answered = why.origin == Origin::Card || why.origin == Origin::User;
    const bool missing = why.is("device.not-configured"_L1) || why.code.startsWith("device.uri"_L1) ||
                         why.is("device.driver-unknown"_L1);
    end(family, {answered && !missing ? TrialVerdict::Result::Answered : TrialVerdict::Result::Failed, why, 0, {}});
}

void DeviceTrial::run(DeviceFamily family)
{
    if (isRunning(family))
        return;
    switch (family) {
    case DeviceFamily::IdCard:
        return tryReading(family, m_devices.idCard(), &devices::IdCardStation::cardRead, &devices::IdCard::name);
    case DeviceFamily::SmartCard:
        return tryReading(family, m_devices.smartCard(), &devices::SscStation::cardRead, &devices::SscCard::cardNo);
    case DeviceFamily::Scanner:
        return tryScanning(family, m_devices.scanner());
    case DeviceFamily::Camera:
        return tryScanning(family, m_devices.camera());
    case DeviceFamily::Receipt: {
        begin(family);
        return tryPrinting(family, m_devices.receipt(), m_devices.receipt().print(devices::testSlip()),
            &devices::ReceiptStation::printed);
    }
    case DeviceFamily::Printer: {
        auto* context = begin(family);
        auto& printer = m_devices.printer();
        const int ticket = printer.print({{}, devices::testPage()}, u"Kuaiban test page"_s);
        tryPrinting(family, printer, ticket, &PageDesk::printed);
        connect(&printer, &PageDesk::waits, context, [this, ticket](int waiting, const Error& why) {
            if (waiting == ticket)
                miss(DeviceFamily::Printer, why);
        });
        return;
    }
    case DeviceFamily::Keypad:
        return tryPressing();
    case DeviceFamily::Screen:
        return tryLooking();
    case DeviceFamily::Caller:
        return tryAsking();
    }
}

template<class Station, class Value>
void DeviceTrial::tryReading(
    DeviceFamily family, Station& station, void (Station::*read)(const Value&), QString Value::*name)
{
    auto* context = begin(family);
    connect(&station, read, context,
        [this, family, name](const Value& card) { pass(family, codes::maskName(card.*name)); });
    connect(&station, &Station::failed, context, [this, family](const Error& error) { miss(family, error); });
    station.readNow();
    // A reader that is away answers no order; its light says why.
    QTimer::singleShot(ReaderPatience, context, [this, family] {
        const auto state = m_devices.state(family);
        if (state.health == devices::DeviceHealth::Fault && state.reason)
            miss(family, *state.reason);
    });
}

template<class Station, class Printed>
void DeviceTrial::tryPrinting(DeviceFamily family, Station& station, int ticket, Printed printed)
{
    auto* context = m_running.value(family).context;
    connect(&station, printed, context, [this, family, ticket](int done) {
        if (done == ticket)
            pass(family, {});
    });
    connect(&station, &Station::failed, context, [this, family, ticket](int done, const Error& error) {
        if (done == ticket)
            miss(family, error);
    });
}

void DeviceTrial::tryScanning(DeviceFamily family, devices::ScanStation& scanner)
{
    auto* context = begin(family);
    const int ticket = scanner.scan({devices::ScanSource::Flatbed, devices::ScanMode::Gray, TrialDpi, 1});
    connect(&scanner, &devices::ScanStation::pageScanned, context,
        [this, family, ticket](int scanned, const devices::ScannedPage& page) {
            if (scanned == ticket)
                pass(family, u"%1 × %2"_s.arg(page.width).arg(page.height));
        });
    connect(&scanner, &devices::ScanStation::failed, context, [this, family, ticket](int scanned, const Error& error) {
        if (scanned == ticket)
            miss(family, error);
    });
}

void DeviceTrial::tryPressing()
{
    constexpr auto family = DeviceFamily::Keypad;
    auto* context = begin(family);
    auto& keypad = m_devices.keypad();
    const int ticket = keypad.ask(KeyPatience);
    connect(&keypad, &devices::KeypadStation::pressed, context, [this, ticket](int asked, int grade) {
        if (asked == ticket)
            pass(family, QString::number(grade));
    });
    connect(&keypad, &devices::KeypadStation::timedOut, context, [this, ticket](int asked) {
        if (asked == ticket)
            end(family, {TrialVerdict::Result::Answered, {}, 0, {}});
    });
    connect(&keypad, &devices::KeypadStation::failed, context, [this, ticket](int asked, const Error& error) {
        if (asked == ticket)
            miss(family, error);
    });
}

// Nothing is shown there: the citizen before it would wonder.
void DeviceTrial::tryLooking()
{
    constexpr auto family = DeviceFamily::Screen;
    QTimer::singleShot(0, begin(family), [this] {
        const auto state = m_devices.state(family);
        if (state.reason)
            miss(family, *state.reason);
        else
            pass(family, m_devices.address(family));
    });
}

void DeviceTrial::tryAsking()
{
    constexpr auto family = DeviceFamily::Caller;
    auto* context = begin(family);
    auto& caller = m_devices.caller();
    const int ticket = caller.ask(devices::CallOperation::State);
    connect(
        &caller, &devices::CallStation::answered, context, [this, ticket](int asked, const devices::CallState& queue) {
            if (asked == ticket)
                pass(family, queue.ticketNumber());
        });
    connect(&caller, &devices::CallStation::failed, context, [this, ticket](int asked, const Error& error) {
        if (asked == ticket)
            miss(family, error);
    });
}

} // namespace kuaiban::counter
