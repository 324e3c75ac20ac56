#pragma once

#include "app/counter/session/Entrance.h"
#include "app/counter/shell/IdleWatch.h"
#include "app/counter/shell/Page.h"

#include <QStackedWidget>
#include <QTranslator>

#include <memory>

namespace kuaiban::counter {

class FirstStartPage;
class LockSheet;
class LoginPage;
class PageBuilder;
class Workplace;

// The one window of the counter and what stands behind it: first start, sign-in, and the workplace of whoever is signed
// in.
class CounterWindow final : public QStackedWidget
{
    Q_OBJECT

public:
    struct World
    {
        const Clock& clock;
        RandomSource& random;
        IdSource& ids;
        casework::ItemShelf& shelf;
        const FailureManual& manual;
    };

    CounterWindow(World world, Profile profile, const QString& language, const QString& loginNote);
    ~CounterWindow() override;

private:
    void begin();
    void buildWelcome();
    void findHub(const QUrl& hub);
    void enrolHere(const QString& code, const QString& name, const QString& window);
    void lookForDevices();
    void useDevices();
    void showDevices(); // how they are, on the page of the first start
    void signInAs(const QString& login, const QString& password);
    void keepPassword(const QString& password);
    void enter(const SignedIn& signedIn);
    void buildWorkplace(const identity::Posts& posts); // without its pages
    void buildOn();                                    // one page a turn of the event loop, then the workplace is shown
    void showWorkplace();
    void removeWorkplace();
    void leave();
    void lock();
    std::chrono::seconds idleLock() const;
    void tryUnlock(const QString& password);
    void unlock();
    void setLanguage(const QString& language);
    void setLook(const LookSettings& settings);
    void keepProfile();
    // After something that concerns the whole window was chosen; the page where it was chosen stays in front.
    void rebuildWorkplace(const identity::Posts& posts, const QString& page, const QString& subject = {});
    void setDevice(DeviceFamily family, const QString& address);
    void setPapers(const QHash<QString, PaperRule>& rules);
    void setTasks(const QHash<QString, QString>& tasks);
    void reopenDevices(); // something else was chosen
    QFuture<FoundDevices> searchDevices();
    Message messageOf(const Error& error) const { return messageFor(error, m_world.manual, m_language); }

    World m_world;
    Profile m_profile;
    std::optional<Error> m_profileProblem; // why it could not be written last
    Enrolment m_enrolment;
    QString m_language;
    QString m_loginNote;
    QFont m_systemFont; // as the desktop has it, whatever the look made of it
    Look m_look;
    QUrl m_publicBase;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    ActionRegistry m_actions;
    DocumentPress m_press;
    std::unique_ptr<DeviceSet> m_devices;
    std::stop_source m_looking;
    Entrance m_entrance;
    std::unique_ptr<sync::HttpHubLink> m_link; // before anybody is signed in
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PageContext> m_context;
    FirstStartPage* m_firstStart = nullptr;
    LoginPage* m_login = nullptr;
    Workplace* m_workplace = nullptr;
    std::unique_ptr<PageBuilder> m_pages; // while the workplace is being built
    IdleWatch m_idle;
    LockSheet* m_lock = nullptr; // while the window is locked
    QFuture<QString> m_verifier; // of the user's password: the lock opens without the hub
    int m_wrongPasswords = 0;
};

} // namespace kuaiban::counter
