#include "app/counter/shell/DevicePanel.h"
#include "app/counter/shell/FirstStartPage.h"
#include "app/counter/shell/LoginPage.h"
#include "app/counter/shell/Words.h"
#include "CounterWindow.h"
#include "devices/scanner/ScannerDrivers.h"
#include "modules/base/InMainThread.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QtConcurrentRun>

// The window before anybody is signed in, and the devices of its machine.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QString hostProgram()
{
    return devices::findHostProgram(QCoreApplication::applicationDirPath());
}

} // namespace

void CounterWindow::buildWelcome()
{
    delete m_firstStart;
    delete m_login;
    m_firstStart = new FirstStartPage(m_look);
    m_login = new LoginPage(m_look);
    addWidget(m_firstStart);
    addWidget(m_login);
    connect(m_firstStart, &FirstStartPage::addressEntered, this, &CounterWindow::findHub);
    connect(m_firstStart, &FirstStartPage::enrolRequested, this, &CounterWindow::enrolHere);
    const auto* picked = m_firstStart->devices();
    connect(picked, &DevicePanel::lookRequested, this, &CounterWindow::lookForDevices);
    connect(picked, &DevicePanel::changed, this, [this, picked] {
        m_profile.devices = picked->addresses();
        useDevices();
    });
    connect(picked, &DevicePanel::finished, this, [this] {
        if (const auto written = m_profile.write(); !written)
            m_firstStart->say(messageOf(written.error()));
        else
            begin();
    });
    connect(m_login, &LoginPage::signInRequested, this, &CounterWindow::signInAs);
}

void CounterWindow::findHub(const QUrl& hub)
{
    if (const auto allowed = sync::HttpHubLink::checkAddress(hub); !allowed) {
        m_firstStart->say(messageOf(allowed.error()));
        return;
    }
    m_profile.hub = hub;
    m_profile.certificate.clear();
    if (hub.scheme() != "https"_L1) {
        m_firstStart->showPlainHub();
        return;
    }
    sync::HttpHubLink::inspect(hub, this).then(this, [this](const Result<QSslCertificate>& certificate) {
        if (!certificate) {
            m_firstStart->say(messageOf(certificate.error()));
            return;
        }
        m_profile.certificate = certificate->digest(QCryptographicHash::Sha256);
        m_firstStart->showCertificate(*certificate);
    });
}

void CounterWindow::enrolHere(const QString& code, const QString& name, const QString& window)
{
    m_link = std::make_unique<sync::HttpHubLink>(sync::HttpHubLink::Address{m_profile.hub, m_profile.certificate, {}});
    enrol(*m_link, code, name, window, m_world.ids, this).then(this, [this](const Result<Enrolment>& enrolment) {
        const Done kept = enrolment ? enrolment->write(m_profile.dataFolder) : Done(fail(enrolment.error()));
        const Done written = kept ? m_profile.write() : kept;
        if (!written) {
            m_firstStart->say(messageOf(written.error()));
            return;
        }
        if (m_profile.devices.isEmpty()) // nobody has prepared the profile
            m_firstStart->showDevices();
        else
            begin();
    });
}

void CounterWindow::useDevices()
{
    m_devices = std::make_unique<DeviceSet>(m_profile, m_world.clock, hostProgram());
    connect(m_devices.get(), &DeviceSet::statesChanged, this, &CounterWindow::showDevices);
    showDevices();
}

void CounterWindow::showDevices()
{
    if (!m_firstStart || currentWidget() != m_firstStart)
        return;
    for (const auto family : AllDeviceFamilies)
        m_firstStart->devices()->showState(
            family, lightOf(family, m_devices->state(family), m_world.manual, m_language));
}

QFuture<FoundDevices> CounterWindow::searchDevices()
{
    return inMainThread(QtConcurrent::run(
        [program = hostProgram(), stop = m_looking.get_token()] { return findDevices(program, stop); }));
}

void CounterWindow::lookForDevices()
{
    searchDevices().then(m_firstStart, [this](const FoundDevices& found) { m_firstStart->devices()->offer(found); });
}

void CounterWindow::setDevice(DeviceFamily family, const QString& address)
{
    if (address.isEmpty())
        m_profile.devices.remove(profileKey(family));
    else
        m_profile.devices.insert(profileKey(family), address);
    reopenDevices();
    m_devices->log().note(profileKey(family), u"chosen"_s);
}

void CounterWindow::setPapers(const QHash<QString, PaperRule>& rules)
{
    m_profile.papers = rules;
    reopenDevices();
    m_devices->log().note(profileKey(DeviceFamily::Printer), u"chosen"_s);
}

void CounterWindow::setTasks(const QHash<QString, QString>& tasks)
{
    m_profile.tasks = tasks;
    reopenDevices();
}

// The pages look at the devices' stations, so they go first.
void CounterWindow::reopenDevices()
{
    removeWorkplace();
    useDevices();
}

} // namespace kuaiban::counter
