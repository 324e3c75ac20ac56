#pragma once

#include "Drafts.h"
#include "LapsedTasks.h"
#include "LocalStreams.h"
#include "modules/announcements/Announcements.h"
#include "modules/base/Ids.h"
#include "modules/blobs/BlobStore.h"
#include "modules/carried/CarriedWork.h"
#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/ItemShelf.h"
#include "modules/journal/Command.h"
#include "modules/journal/Feed.h"
#include "NumberStock.h"
#include "Outbox.h"
#include "Preferences.h"
#include "TimeKeeper.h"

namespace kuaiban::sync {

// Who works at the counter, as the hub told at sign-in.
struct DeskUser
{
    QString account;
    QString login;
    QString name;
    QList<identity::Grant> grants;
    QString device;
    QString area;   // of the device, 6 digits or more
    QString office; // as printed
    QString window;
    int idleMinutes = 0; // until the window locks itself, as the organisation says; 0: as the machine is set

    QJsonObject toJson() const;
    static Result<DeskUser> fromJson(const QJsonObject& json);
};

inline constexpr qint64 KeptCasesMs = 90LL * 24 * 3600 * 1000; // own cases of 90 days are shown

// One line of "my cases": what the local store knows, pending commands included.
struct LocalCase
{
    QString stream;
    QString number;
    QString item;
    int revision = 0;
    QString phase;
    QString step;
    QString applicant;
    QString idNo;
    qint64 openedAt = 0;
    QString dueOn;
    QString outcome; // of the last task that was done
    QString opinion;
    bool mine = false;              // I hold its current task
    bool pending = false;           // something of it has not reached the hub yet
    std::optional<Error> attention; // why a command of it needs a person
    QString supplementDue;          // YYYY-MM-DD while it waits for what the applicant has to bring
    bool collected = false;         // the result was handed out
    QString duplicateOf;            // 疑似重复: stream of the earlier case, until it is released
    QString holder;                 // account that holds the current task
    QString holderName;
    qint64 closedAt = 0;   // legal clock; 0 while it is open
    bool unopened = false; // the hub did not take it: there is no such case, only the attention

    QJsonObject toJson() const;
    static LocalCase fromJson(const QJsonObject& json);
};

inline constexpr qint64 NeedlessShownMs = 7LL * 24 * 3600 * 1000;

// What is on its way to the hub of one case, or waits for a person.
struct OutgoingCase
{
    QString stream;
    std::optional<LocalCase> line; // none for what is not a case, such as a note that something was read
    QList<OutboxItem> items;       // in the order they were made
    QList<OutgoingFile> files;
    bool parked = false;
    QList<NeedlessCommand> needless = {}; // of the last days: somebody else had done the same

    bool needsPerson() const;
    // A case whose number belongs to another one cannot be opened with the receipt that the citizen has.
    bool canBeDoneAgain() const;
    bool isWaiting() const { return !items.isEmpty() || !files.isEmpty(); }
    qint64 fileBytes() const;
    qint64 sentBytes() const;
};

// What this counter keeps of the hub's journal.
struct LocalScope
{
    qint64 cases = 0;
    qint64 events = 0;
    qint64 bytes = 0;
};

// The local half of the journal for one signed-in user: answers at once by the same `decide` the hub will run, keeps
// what was decided as pending commands, and shows fold(confirmed) with the pending ones decided on top. All calls come
// from one worker thread, never from the thread that draws.
class Desk
{
public:
    struct Parts
    {
        const Clock& clock;
        IdSource& ids;
        TimeKeeper& time;
        store::Connection& machine;
        store::Connection& user;
        const blobs::BlobStore& blobs;
        casework::ItemShelf& shelf;
    };

    Desk(Parts parts, DeskUser user)
        : m_parts(parts)
        , m_user(std::move(user))
    {}

    const DeskUser& user() const { return m_user; }

    // The case as this counter sees it. Phase::None when nothing is known locally.
    Result<casework::Case> view(const QString& stream) const;
    // Decides locally and, unless refused, puts the command into the outbox. Errors: whatever `decide` refuses with.
    Result<casework::Case> act(const QString& stream, const QString& type, const QJsonObject& body);
    // Opens a case from a draft: decides, takes a number, puts the draft away, all or nothing; a refusal uses up no
    // number. The draft comes back when the hub refuses the case and a person gives the command up. `body` is that of
    // OpenCase without number, area, office, window and query code. A draft whose id is a UUID becomes the stream of
    // that id, so that it can never become two cases.
    Result<casework::Case> open(const QString& draft, const QJsonObject& body);
    // The same for a case that is not accepted at all (不予受理): `body` is that of RefuseAcceptance on a new stream.
    Result<casework::Case> refuse(const QString& draft, const QJsonObject& body);

    // Cases that this user opened, holds or has something to send for; opened since then, newest first.
    Result<QList<LocalCase>> cases(qint64 since) const;
    Result<std::shared_ptr<const casework::PreparedItem>> item(const QString& id, int revision) const;
    Result<QList<std::shared_ptr<const casework::PreparedItem>>> items() const; // all in force

    Result<std::shared_ptr<const casework::KnownCodes>> codes() const; // code tables and areas in force

    Result<QString> keepFile(const QByteArray& bytes) const { return m_parts.blobs.put(bytes); }
    Result<QByteArray> file(const QString& digest) const { return m_parts.blobs.read(digest); }

    Done saveDraft(const QString& id, const QJsonObject& content);
    Result<QList<Draft>> drafts() const;
    Done dropDraft(const QString& id);

    Result<QList<OutboxItem>> outbox() const { return Outbox(m_parts.user).items(); }
    Result<int> waiting() const { return Outbox(m_parts.user).waiting(); }
    // A person drops a command that needs attention. What was done behind it needs attention then, because the hub can
    // no longer tell what it follows; the draft of a case that was never opened comes back. What the hub holds is taken
    // back there, so that no supervisor admits it later.
    Done giveUp(const QString& command);

    // What has not come through yet, the oldest first; what is only to be confirmed is among it. Last, with nothing on
    // its way, what turned out needless.
    Result<QList<OutgoingCase>> outgoing() const;
    Done setParked(const QString& stream, bool parked) { return Outbox(m_parts.user).setParked(stream, parked); }
    Result<LocalScope> scope() const;
    // What is to reach the hub, to be brought there by another machine: commands that were not answered yet and were
    // not set aside, signed with this machine's key, and files. It stays here and goes by itself if it can: the hub
    // then knows it. Errors: carried.nothing.
    Result<carried::Work> carryOut(const journal::Signer& signer) const;
    Done noteCarried(); // it is on its way: from now on the hub may have it
    // What needs attention of a case is decided and sent once more, as it stands now: all of it or, with the reason,
    // nothing. What has nothing left to change leaves a note; a case that was set aside goes on. One that was not
    // opened is opened with the number that stands on its receipt.
    Done doAgain(const QString& stream);

    Preferences preferences() { return Preferences(m_parts.user); }

    // What was announced to this user, newest first; one that was noted here counts at once.
    Result<QList<announcements::Announcement>> announcements(int limit) const;
    // The user took note of it; the hub hears of it when it can. Twice is once.
    Done noteAnnouncement(const QString& id);

    // Tasks of this user that went back to the queue while the hub did not hear of him, until he has seen it.
    // Of the last thirty days: the first time on a machine tells of all that ever was.
    Result<QList<LapsedTask>> lapsedTasks() const { return LapsedTasks(m_parts.user).unseen(now().corrected); }
    Done noteLapsesSeen(qint64 upTo) { return LapsedTasks(m_parts.user).noteSeen(upTo); }

    // When this user's desk was opened before this time; 0 for the first time. Asked once, when it is opened.
    Result<qint64> noteVisit();

    // The feed is read to its end: what waits is decided once more on what others did meanwhile. What would be refused
    // now is returned with the reason and goes to the hub as held; what has nothing left to change leaves the outbox
    // with a note (kept 90 days), unless the hub may have it. Streams that are not followed here, or of which a newer
    // program wrote, are the hub's alone to judge.
    Result<journal::Holds> redecide();
    Result<QList<NeedlessCommand>> needlessWork(qint64 since = 0) const { return Outbox(m_parts.user).needless(since); }

    // What the hub sent. One transaction each; a repeat changes nothing.
    Done receive(const journal::Feed::Page& page);
    Done receiveStream(const QString& stream, const QList<journal::Event>& events);
    Done receiveAnswers(const QList<journal::Answer>& answers);
    // The hub would not even read the request that brought this command. What follows it would wait for ever.
    Done receiveRefusal(const QString& command, const Error& reason);
    // The feed is read to its end: commands whose events cannot come any more leave the outbox. After a push
    // (`isPushed`) an accepted command whose events did not come is one on a stream that this user does not follow, as
    // a supervisor does: the stream is asked for whole.
    Done settle(bool isPushed);
    Done leave(const QString& stream); // the hub no longer shows it to this user

    Parts& parts() { return m_parts; }
    journal::CommandTimes now() const { return m_parts.time.now(); }

private:
    Result<casework::CaseFacts> gather(const casework::Case& state, const journal::Command& command) const;
    Result<casework::Case> begin(const QString& type, const QString& draft, QJsonObject body);
    // `instead`: the command that this one is done in place of; a case then has its number already.
    Result<casework::Case> decideAndKeep(
        const QString& stream, const QString& type, const QJsonObject& body, const QString& instead = {});
    Result<journal::Command> compose(
        const QString& kind, const QString& stream, const QString& type, const QJsonObject& body, qint64 base) const;
    Done noteTaken(const QString& stream);
    Done withdrawHeld(const OutboxItem& item);
    Done redecideStream(const QString& stream, journal::Holds& holds);
    Done receiveEvent(const journal::Event& event, QSet<QString>& cases);
    Done receiveRow(const QJsonObject& content);
    Done reindex(const QString& stream);
    Result<std::optional<LocalCase>> line(const QString& stream) const;
    Result<casework::Case> applied(
        casework::Case state, const journal::Command& command, std::optional<journal::Decision>* decision) const;

    Parts m_parts;
    DeskUser m_user;
};

} // namespace kuaiban::sync
