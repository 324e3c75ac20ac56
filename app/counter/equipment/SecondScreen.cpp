#include "SecondScreen.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/DeviceUri.h"
#include "ScreenErrors.h"

#include <QGuiApplication>
#include <QScreen>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostScreens = 16;

struct Address
{
    int number = 0;
    bool isWindow = false;
};

Result<Address> parse(const QString& text)
{
    KB_TRY(const auto uri, devices::parseDeviceUri(text));
    if (uri.driver != "screen"_L1)
        return fail(devices::deviceDriverUnknown(uri.driver));
    bool isNumber = false;
    const int number = uri.address.toInt(&isNumber);
    if (!isNumber || number < 1 || number > MostScreens)
        return fail(devices::deviceUriMalformed(text, u"the number of a screen is 1 to %1"_s.arg(MostScreens)));
    KB_TRY(const int window, devices::integerOption(uri, u"window"_s, 0, 0, 1));
    return Address{number, window == 1};
}

} // namespace

SecondScreen::SecondScreen(const QString& address, QObject* parent)
    : QObject(parent)
    , m_state{devices::DeviceHealth::NotConfigured, devices::deviceNotConfigured()}
{
    if (address.isEmpty())
        return;
    const auto parsed = parse(address);
    if (!parsed) {
        m_state = devices::DeviceState::fault(parsed.error());
        return;
    }
    m_number = parsed->number;
    m_isWindow = parsed->isWindow;
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance())) // --no-window
        return;
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &SecondScreen::look);
    // Queued: the screen that goes is still in the list.
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &SecondScreen::look, Qt::QueuedConnection);
    look();
}

QScreen* SecondScreen::screen() const
{
    return isReady() ? QGuiApplication::screens().value(m_number - 1) : nullptr;
}

void SecondScreen::look()
{
    const auto count = static_cast<int>(QGuiApplication::screens().size());
    const auto now =
        m_number <= count ? devices::DeviceState::ready() : devices::DeviceState::fault(screenMissing(m_number, count));
    if (now == m_state)
        return;
    m_state = now;
    Q_EMIT stateChanged(m_state);
}

} // namespace kuaiban::counter
