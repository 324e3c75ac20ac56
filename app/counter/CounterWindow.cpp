#include "CounterWindow.h"

#include "app/counter/kit/Overlay.h"
#include "app/counter/shell/FirstStartPage.h"
#include "app/counter/shell/LockSheet.h"
#include "app/counter/shell/LoginPage.h"
#include "app/counter/shell/SettingsPage.h"
#include "app/counter/shell/Workplace.h"
#include "CounterPages.h"
#include "modules/base/InMainThread.h"
#include "modules/identity/PasswordVerifier.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLibraryInfo>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString ProgramTitle = u"快办 Kuaiban"_s;

constexpr int WrongPasswords = 5; // then whoever it is must sign in

} // namespace

CounterWindow::CounterWindow(World world, Profile profile, const QString& language, const QString& loginNote)
    : m_world(world)
    , m_profile(std::move(profile))
    , m_loginNote(loginNote)
    , m_systemFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont))
    , m_look({m_profile.highContrast ? PaletteKind::HighContrast : PaletteKind::Light,
                 m_profile.largeType ? LargeTextScale : 1.0},
          m_systemFont)
    , m_actions(this)
    , m_entrance(OfflineLogin(m_profile.dataFolder, m_profile.offlineDays, world.clock))
{
    connect(&m_idle, &IdleWatch::idle, this, &CounterWindow::lock);
    dress(m_look);
    resize(1366, 768);
    setLanguage(language);
    useDevices();
    begin();
}

// The pages go first: they save what was typed last and take their keys back, and need session and registry for it.
CounterWindow::~CounterWindow()
{
    m_looking.request_stop();
    delete m_workplace;
}

void CounterWindow::setLanguage(const QString& language)
{
    m_language = language;
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (m_translator.load(u":/translations/kuaiban_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_translator);
    if (m_qtTranslator.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    QLocale::setDefault(QLocale(language));
}

void CounterWindow::setLook(const LookSettings& settings)
{
    m_look = Look(settings, m_systemFont);
    dress(m_look);
    m_profile.largeType = settings.textScale > 1;
    m_profile.highContrast = settings.palette == PaletteKind::HighContrast;
}

void CounterWindow::keepProfile()
{
    m_profileProblem.reset();
    if (const auto written = m_profile.write(); !written) {
        qWarning().noquote() << logLine(written.error());
        m_profileProblem = written.error();
    }
}

void CounterWindow::begin()
{
    buildWelcome();
    setWindowTitle(ProgramTitle);
    const auto enrolment = Enrolment::read(m_profile.dataFolder);
    if (!enrolment || m_profile.hub.isEmpty()) {
        setCurrentWidget(m_firstStart);
        m_firstStart->begin(m_profile.hub);
        if (!enrolment && !enrolment.error().is("session.not-enrolled"_L1))
            m_firstStart->say(messageOf(enrolment.error()));
        return;
    }
    m_enrolment = *enrolment;
    m_link = std::make_unique<sync::HttpHubLink>(
        sync::HttpHubLink::Address{m_profile.hub, m_profile.certificate, m_enrolment.token});
    m_login->setPlace(m_enrolment.office, m_enrolment.window);
    m_login->setNote(m_loginNote);
    setCurrentWidget(m_login);
    m_login->begin();
}

void CounterWindow::buildWorkplace(const identity::Posts& posts)
{
    m_context = std::make_unique<PageContext>(PageContext{m_look, *m_session, m_actions, *m_devices, m_press,
        m_world.manual, m_language, posts, m_publicBase, shelfOf(*m_session)});
    m_workplace = new Workplace(*m_context);
    const QJsonObject machine{{u"hub"_s, m_profile.hub.toString(QUrl::RemoveUserInfo)},
        {u"window"_s, m_session->user().window}, {u"language"_s, m_language}, {u"large_type"_s, m_profile.largeType}};
    m_pages = std::make_unique<PageBuilder>(*m_workplace, *m_context,
        PageBuilder::Machine{[this] { return searchDevices(); }, {m_profile.dataFolder + "/support"_L1, machine}});
}

// The sign-in page stays in front until everything is there, and the window goes on drawing.
void CounterWindow::buildOn()
{
    if (!m_pages) // signed out meanwhile
        return;
    if (m_pages->next())
        QMetaObject::invokeMethod(this, &CounterWindow::buildOn, Qt::QueuedConnection);
    else
        showWorkplace();
}

void CounterWindow::showWorkplace()
{
    const auto* settings = m_pages->settings();
    const auto& posts = m_context->posts;
    connect(settings, &SettingsPage::passwordChanged, this, &CounterWindow::keepPassword);
    // Queued: the page that asked goes with the old workplace.
    connect(
        settings, &SettingsPage::languageChosen, this,
        [this, posts](const QString& language) {
            setLanguage(language);
            m_profile.language = language;
            rebuildWorkplace(posts, u"settings"_s);
        },
        Qt::QueuedConnection);
    connect(
        settings, &SettingsPage::lookChosen, this,
        [this, posts](const LookSettings& chosen) {
            setLook(chosen);
            rebuildWorkplace(posts, u"settings"_s);
        },
        Qt::QueuedConnection);
    connect(
        m_pages->devices(), &DevicesPage::addressChosen, this,
        [this, posts](DeviceFamily family, const QString& address) {
            setDevice(family, address);
            rebuildWorkplace(posts, u"devices"_s, profileKey(family));
        },
        Qt::QueuedConnection);
    connect(
        m_pages->devices(), &DevicesPage::rulesChosen, this,
        [this, posts](const QHash<QString, PaperRule>& rules) {
            setPapers(rules);
            rebuildWorkplace(posts, u"devices"_s, profileKey(DeviceFamily::Printer));
        },
        Qt::QueuedConnection);
    connect(
        m_pages->devices(), &DevicesPage::tasksChosen, this,
        [this, posts](const QHash<QString, QString>& tasks) {
            setTasks(tasks);
            rebuildWorkplace(posts, u"devices"_s);
        },
        Qt::QueuedConnection);
    connect(m_workplace, &Workplace::windowTitleChanged, this, [this](const QString& page) {
        setWindowTitle(page.isEmpty() ? ProgramTitle : u"%1 · %2"_s.arg(page, ProgramTitle));
    });
    connect(m_workplace, &Workplace::signOutRequested, this, &CounterWindow::leave, Qt::QueuedConnection);
    connect(m_workplace, &Workplace::lockRequested, this, &CounterWindow::lock);
    if (m_profileProblem) // what was chosen holds until the program ends, and somebody should know
        m_pages->devices()->say(*m_profileProblem);
    m_pages.reset();
    addWidget(m_workplace);
    setCurrentWidget(m_workplace);
    m_workplace->finish();
    m_idle.start(idleLock());
}

// What the organisation says holds for all its windows.
std::chrono::seconds CounterWindow::idleLock() const
{
    const int minutes = m_session->user().idleMinutes;
    return minutes > 0 ? std::chrono::minutes(minutes) : m_profile.idleLock;
}

void CounterWindow::rebuildWorkplace(const identity::Posts& posts, const QString& page, const QString& subject)
{
    keepProfile();
    removeWorkplace();
    buildWorkplace(posts);
    while (m_pages->next()) { // at once, or the sign-in page would show between
    }
    showWorkplace();
    m_workplace->openPage(page, subject);
}

void CounterWindow::lock()
{
    if (!m_workplace || m_lock)
        return;
    m_idle.stop();
    while (auto* popup = QApplication::activePopupWidget())
        popup->close();
    m_wrongPasswords = 0;
    m_actions.hold();
    m_lock = new LockSheet(m_look, m_session->user().name, this);
    // Both may take the sheet away, whose key is still being handled.
    connect(m_lock, &LockSheet::unlockRequested, this, &CounterWindow::tryUnlock, Qt::QueuedConnection);
    connect(m_lock, &LockSheet::leaveRequested, this, &CounterWindow::leave, Qt::QueuedConnection);
    m_lock->open();
}

void CounterWindow::tryUnlock(const QString& password)
{
    if (!m_lock) // somebody else was let in meanwhile
        return;
    const auto fits = [password](const QString& verifier) { return identity::fitsVerifier(password, verifier); };
    inMainThread(m_verifier.then(QtFuture::Launch::Async, fits)).then(m_lock, [this](bool fit) {
        if (!m_lock)
            return;
        if (fit) {
            unlock();
            m_idle.start(idleLock());
        } else if (++m_wrongPasswords >= WrongPasswords) {
            leave();
            m_login->say({Tone::Attention, tr("The password was wrong too often."), {},
                tr("Sign in again; what was begun is kept."), {}});
        } else {
            m_lock->say({Tone::Bad, tr("That is not the password."), {},
                tr("Type it again, or let somebody else sign in."), {}});
        }
    });
}

void CounterWindow::unlock()
{
    if (!m_lock)
        return;
    auto* sheet = std::exchange(m_lock, nullptr);
    m_actions.release();
    sheet->close(); // the keyboard goes back to where it was
    sheet->deleteLater();
}

// Whatever lies over the pages shows what they showed, and goes with them.
void CounterWindow::removeWorkplace()
{
    m_pages.reset();
    m_idle.stop();
    unlock();
    qDeleteAll(findChildren<Overlay*>(Qt::FindDirectChildrenOnly));
    if (!m_workplace)
        return;
    removeWidget(m_workplace);
    delete m_workplace;
    m_workplace = nullptr;
    m_actions.removeContext({});
}

void CounterWindow::leave()
{
    if (m_session)
        m_session->signOut(this);
    removeWorkplace();
    m_context.reset();
    m_session.reset();
    begin();
}

} // namespace kuaiban::counter
