#pragma once

#include "Administration.h"
#include "DeskThread.h"
#include "modules/casework/CaseQueries.h"
#include "modules/codes/CardChallenge.h"
#include "modules/registry/Person.h"
#include "modules/registry/Unit.h"

namespace kuaiban::counter {

using ItemPtr = std::shared_ptr<const casework::PreparedItem>;

// A page of a list that the hub answered.
struct CasePage
{
    QList<casework::CaseRow> rows;
    bool more = false;
};

// How many tasks wait in the queue.
struct TaskCounts
{
    int open = 0; // held by nobody, the user could take them
    int mine = 0;
};

// Somebody to whom work could be handed.
struct Colleague
{
    QString account;
    QString name;
    QString post; // id of the post that carries the right
    QString office;
};

// One signed-in user at this counter, as the pages see it: every call returns at once, values come through futures in
// the thread of the context given to then(), changes come as signals in this object's thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    struct World // what outlives every session
    {
        const Clock& clock;
        RandomSource& random;
        IdSource& ids;
        casework::ItemShelf& shelf;
    };

    Session(World world, Profile profile, Enrolment enrolment, SignedIn signedIn, QObject* parent = nullptr);
    ~Session() override;

    // Opens the stores and begins to sync.
    QFuture<Result<void>> start();

    const SignedIn& signedIn() const { return m_signedIn; }
    const sync::DeskUser& user() const { return m_signedIn.user; }
    // Of somebody whom the hub has not seen since he signed in: how many days he may go on like this.
    std::optional<int> daysWithoutHub() const
    {
        return m_signedIn.later ? std::optional(m_signedIn.daysLeft) : std::nullopt;
    }
    const sync::SyncState& syncState() const { return m_state; }
    const Clock& clock() const { return m_world.clock; }
    qint64 lastVisit() const { return m_lastVisit; } // when this user signed in here before; 0 for the first time
    IdSource& ids() const { return m_world.ids; }
    bool may(QLatin1StringView right, const identity::Posts& posts) const;

    // Local, also offline.
    QFuture<Result<QList<ItemPtr>>> items();
    QFuture<Result<ItemPtr>> item(const QString& id, int revision);
    QFuture<Result<identity::Posts>> posts();
    QFuture<Result<QList<sync::LocalCase>>> cases(qint64 since);
    QFuture<Result<casework::Case>> view(const QString& stream);
    QFuture<Result<casework::Case>> act(const QString& stream, const QString& type, const QJsonObject& body);
    // Both make a case of a draft and remove the draft, all or nothing; refuse closes it at once (不予受理).
    QFuture<Result<casework::Case>> open(const QString& draft, const QJsonObject& body);
    QFuture<Result<casework::Case>> refuse(const QString& draft, const QJsonObject& body);
    QFuture<Result<void>> saveDraft(const QString& id, const QJsonObject& content);
    QFuture<Result<QList<sync::Draft>>> drafts();
    QFuture<Result<void>> dropDraft(const QString& id);
    QFuture<Result<QString>> keepFile(const QByteArray& bytes);
    QFuture<Result<QList<sync::OutboxItem>>> outbox();
    QFuture<Result<void>> giveUp(const QString& command);
    QFuture<Result<QList<sync::OutgoingCase>>> outgoing();
    QFuture<Result<sync::LocalScope>> localScope();
    QFuture<Result<void>> setParked(const QString& stream, bool parked);
    QFuture<Result<void>> doAgain(const QString& stream);
    // All that waits to be sent, in a file for another machine; how many entries. Errors: carried.…
    QFuture<Result<int>> exportWork(const QString& path, const QString& password);
    // What another machine put into a file: its entries to the hub, its papers after them. Errors: carried.…, those of
    // the way, hub.carried, identity.right.
    QFuture<Result<sync::CarriedOutcome>> importWork(const QString& path, const QString& password);
    QFuture<Result<QList<sync::LapsedTask>>> lapsedTasks(); // that went back to the queue, not seen yet, newest first
    QFuture<Result<void>> noteLapsesSeen(qint64 upTo);
    // What a page of this user remembers here; empty when nothing was kept.
    QFuture<Result<QJsonObject>> preference(const QString& key);
    QFuture<Result<void>> keepPreference(const QString& key, const QJsonObject& value);
    QFuture<Result<QByteArray>> definition(const QString& table, const QString& key); // bytes in force; empty if none

    QFuture<Result<QList<announcements::Announcement>>> announcements(); // to this user, newest first
    QFuture<Result<void>> noteAnnouncement(const QString& id);           // 已阅; reaches the hub when it can

    // From the hub; what is known locally when it is away.
    QFuture<Result<casework::Case>> fetchCase(const QString& stream);
    QFuture<Result<QByteArray>> file(const QString& digest);
    // Only from the hub.
    QFuture<Result<CasePage>> queue(const casework::QueueFilter& filter);
    QFuture<Result<TaskCounts>> taskCounts();
    QFuture<Result<QList<casework::HeldWork>>> heldWork(); // of others, that this user may rule on
    // AdmitWork or RefuseWork.
    QFuture<Result<void>> ruleOnWork(const QString& stream, const QString& type, const QJsonObject& body);
    QFuture<Result<CasePage>> findCases(const casework::CaseFilter& filter, bool mine);
    QFuture<Result<QJsonObject>> person(const QString& idNo);
    QFuture<Result<QList<registry::Person>>> persons(const QString& text, int limit); // masked
    QFuture<Result<QList<registry::Unit>>> units(const QString& text, int limit);
    QFuture<Result<QJsonObject>> personRecord(const QString& id); // masked, with all the person's cases
    QFuture<Result<QJsonObject>> reveal(const QString& id, const QString& reason); // full values; journalled
    // What the security module answers a card of specification 3.0. Errors: hub.card-authority, hub.card-refused.
    QFuture<Result<codes::CardProof>> proveCard(const codes::CardChallenge& challenge);
    // Who else has the right in this machine's area (case.open, case.dispatch, case.review, case.approve …).
    QFuture<Result<QList<Colleague>>> colleagues(QLatin1StringView right);

    // Of the user; other sessions of the account end. Errors: identity.login, identity.password-weak …
    QFuture<Result<void>> changePassword(const QString& present, const QString& fresh);
    // Administration, only from the hub. A change of an account stands on the version that was seen.
    QFuture<Result<QList<ManagedAccount>>> accounts(const QString& text);
    QFuture<Result<void>> changeAccount(
        const QString& account, qint64 version, const QString& type, const QJsonObject& body);
    QFuture<Result<QString>> newPassword(const QString& account); // told once
    QFuture<Result<ImportResult>> importSheet(SheetOf of, const QJsonArray& rows, bool checkOnly);
    QFuture<Result<ManagedOrganisations>> organisations();
    QFuture<Result<void>> changeOrganisation(
        const QString& organisation, qint64 version, const QString& type, const QJsonObject& body);
    QFuture<Result<QList<ManagedWindow>>> windowsOf(const QString& organisation);
    QFuture<Result<QString>> enrolCode(const QString& organisation); // eight digits, told once
    QFuture<Result<void>> revokeWindow(const QString& device);

    // With the right to publish, only on the hub. `body` is that of PublishAnnouncement; the same id once more with the
    // same body publishes nothing new.
    QFuture<Result<void>> publish(const QString& id, const QJsonObject& body);
    QFuture<Result<void>> withdrawAnnouncement(const QString& id, const QString& reason);
    QFuture<Result<QList<announcements::Announcement>>> publishedAnnouncements();
    QFuture<Result<QList<announcements::Reader>>> readers(const QString& announcement); // who did not take note first

    void retryNow();
    // Tells the hub that the session is over. The request outlives this object: `keeper` owns it.
    void signOut(QObject* keeper);

Q_SIGNALS:
    void syncStateChanged(const kuaiban::sync::SyncState& state);
    void casesChanged();
    void announcementsChanged(); // by this user
    void levelReached();
    void sendingProgressed();                                // a part of a file has arrived
    void ended();                                            // the hub no longer knows the session
    void metHub(const kuaiban::counter::SignedIn& signedIn); // somebody who signed in without it

private:
    void meetHub(const SignedIn& signedIn);
    QFuture<Result<ManagedOrganisations>> organisationsAfter(const QString& after, const ManagedOrganisations& have);
    QFuture<Result<sync::HubResponse>> ask(const sync::HubRequest& request);
    // At once and not through the outbox: takes effect on the hub or not at all.
    QFuture<Result<void>> command(
        const QString& kind, const QString& stream, qint64 base, const QString& type, const QJsonObject& body);
    QFuture<Result<CasePage>> fetchRows(const QString& path, int limit);
    template<class Change>
    QFuture<Result<casework::Case>> change(Change deed);

    World m_world;
    Profile m_profile;
    Enrolment m_enrolment;
    SignedIn m_signedIn;
    sync::SyncState m_state;
    qint64 m_lastVisit = 0;
    DeskThread m_desk;
};

} // namespace kuaiban::counter
