#pragma once

#include "app/counter/equipment/DeviceSet.h"
#include "app/counter/intake/IntakeDraft.h"
#include "app/counter/session/Entrance.h"
#include "app/counter/session/Session.h"
#include "app/counter/session/SignIn.h"
#include "modules/base/FailureManual.h"
#include "modules/base/ObjectReader.h"

#include <QQueue>
#include <QTimer>

#include <functional>

namespace kuaiban::counter {

// The counter without its window: the same session, drafts and commands as the pages use, driven by lines of JSON. One
// request is carried out after the other, in the order they came; each is answered by exactly one line:
// {"ok": true, …} or {"ok": false, "failure": code, "origin": …, "message": …, "remedy": …}.
//
//   {"request": "login", "login": "chen", "password": "…"}
//       account, name, area; without the hub as the window does
//   {"request": "open", "item": "free-intake", "scenario": "…", "applicant": {party}}
//       draft; without an applicant the card on the reader is read
//   {"request": "edit", "draft": id, "values": {…}}
//       waits until they are stored; problems: what is missing
//   {"request": "edit", "case": id, "values": {…}}
//   {"request": "attach", "draft" or "case": id, "material": id, "name": "…", "file": path}
//       digest; "role" instead of "material" for the proof of a typed identity
//   {"request": "submit", "draft": id}
//       case, number
//   {"request": "remark", "case": id, "text": "…"}
//   {"request": "claim", "case": id}
//   {"request": "decide", "case": id, "decision": "approve", …}
//       complete, dispatch, return, refuse, supplement, resubmit, void; other fields are those of the command
//   {"request": "sync", "timeout_ms": 10000}
//       returns once level with the hub and nothing waits
//   {"request": "state", "case": id}
//       of the counter, or of one case
//   {"request": "lock"}
//       signs out
//   {"request": "quit"}
//
// Lives in the main thread; nothing blocks it.
class Unattended final : public QObject
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

    Unattended(World world, Profile profile, const QString& language, QObject* parent = nullptr);
    ~Unattended() override;

    void take(const QByteArray& line);
    void refuseLongLine();
    void finish(); // no more lines will come: quits once those that came are answered

Q_SIGNALS:
    void answered(const QByteArray& line); // without an end of line
    void quit();

private:
    using Handler = void (Unattended::*)(ObjectReader&);
    static const QHash<QString, Handler>& handlers();

    void next();
    bool understood(const ObjectReader& request); // ends the request when a field of it is wrong
    void answer(QJsonObject content = {});
    void refuse(const Error& error);
    // Ends the request with the error of the result; false when there is one.
    template<class T>
    bool succeeded(const Result<T>& result)
    {
        if (!result)
            refuse(result.error());
        return result.has_value();
    }

    void login(ObjectReader& request);
    void open(ObjectReader& request);
    void edit(ObjectReader& request);
    void attach(ObjectReader& request);
    void submit(ObjectReader& request);
    void remark(ObjectReader& request);
    void claim(ObjectReader& request);
    void decide(ObjectReader& request);
    void sync(ObjectReader& request);
    void state(ObjectReader& request);
    void lock(ObjectReader& request);
    void leave(ObjectReader& request);

    void enter(const SignedIn& signedIn);
    void endSession();
    void checkLevel();
    void endSync();
    void readCard(IntakeDraft draft);
    void begin(IntakeDraft draft);
    void withDraft(const QString& id, std::function<void(IntakeDraft)> then);
    void store(const IntakeDraft& draft, const QJsonObject& said);
    void fill(IntakeDraft& draft, const casework::PreparedItem& item) const;
    QStringList problems(const IntakeDraft& draft, const casework::PreparedItem& item) const;
    void keep(const QString& path, std::function<void(casework::Page)> then);
    void editCase(const QString& id, const QJsonObject& values);
    void act(const QString& id, const QString& type, const QJsonObject& body);
    void onTask(const QString& id, std::function<void(const casework::Case&, const casework::Task&)> then);
    QJsonObject described(const casework::Case& state) const;

    World m_world;
    Profile m_profile;
    Enrolment m_enrolment;
    QString m_language;
    std::unique_ptr<DeviceSet> m_devices; // made when a card is first asked for
    Entrance m_entrance;
    std::unique_ptr<sync::HttpHubLink> m_link;
    std::unique_ptr<Session> m_session;
    QQueue<QByteArray> m_waiting;
    QJsonObject m_request; // that is carried out
    bool m_busy = false;
    bool m_ended = false; // the hub ended the session
    bool m_finishing = false;
    bool m_syncing = false;
    bool m_level = false;
    QTimer m_syncLimit;
};

} // namespace kuaiban::counter
