#include "modules/forms/FormPaths.h"
#include "modules/journal/JournalVerifier.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/places/Places.h"
#include "tests/support/sync/Counter.h"

#include <QFile>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;
using sync::OutboxState;

// What happens to people who work without a network for a day, from the first paper to the decision.
class TestStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void caseWorkedOnOffline_whileItIsReturned_losesNothing();
    void sameCitizen_atTwoWindows_becomesOneCase();
    void clerkWithoutHisRights_andANewForm_whileThreeCasesWait();

private:
    using Counters = std::unique_ptr<Counter>;
    Counters counter(const Actor& who, quint32 seed);
    void timePasses(qint64 ms = 60'000);
    // A claim for unemployment benefit, taken without the hub: what the citizen says, with pages for two papers.
    QString claimTaken(Counter& at, const QJsonObject& said = {});
    bool edit(Counter& at, const QString& stream, const QString& path, const QJsonValue& value);
    bool scan(Counter& at, const QString& stream, const QString& material, const QByteArray& page);
    bool act(
        Counter& at, const QString& stream, const QString& type, QJsonObject body = {}); // on the task as seen here
    QString say(const journal::Command& command) { return m_world->say(command); }
    bool publishForm();
    // Everything of the case is on the hub, and this counter sees what the hub says.
    void isWhole(Counter& at, const QString& stream);

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
    std::vector<Counter*> m_clocks;
};

void TestStories::init()
{
    m_world = std::make_unique<CaseWorld>();
    QVERIFY(m_world->open());
    m_write = std::make_unique<CaseCommands>(*m_world);
}

void TestStories::cleanup()
{
    m_clocks.clear();
}

TestStories::Counters TestStories::counter(const Actor& who, quint32 seed)
{
    auto made = std::make_unique<Counter>(*m_world, who, seed);
    if (!made->open() || made->sync())
        return {};
    m_clocks.push_back(made.get());
    return made;
}

void TestStories::timePasses(qint64 ms)
{
    m_world->clock.advance(ms);
    for (auto* one : m_clocks)
        one->clock.advance(ms);
}

QString TestStories::claimTaken(Counter& at, const QJsonObject& said)
{
    auto desk = at.desk();
    const auto item = desk.item(u"unemployment-claim"_s, 1).value_or(nullptr);
    if (!item)
        return {};
    const QDate today = legalDate(at.clock.nowMs());
    auto draft = claimDraft(*item, nullptr, today, u"first"_s);
    for (auto one = said.begin(); one != said.end(); ++one)
        draft.values.insert(one.key(), one.value());
    draft.derive(*item, today);
    for (const auto& id : {u"claim-form"_s, u"end-proof"_s}) {
        auto material = at.scan(id.toUtf8() + at.who.id.toUtf8());
        material.id = id;
        draft.materials = withMaterial(draft.materials, material.toJson());
    }
    auto body = claimBody(draft, *item, {});
    for (const auto& ofTheDesk : {u"number"_s, u"area"_s, u"office"_s, u"window"_s, u"queryCode"_s})
        body.remove(ofTheDesk);
    const auto opened = desk.open({}, body);
    if (!opened)
        qWarning("%s", qPrintable(logLine(opened.error())));
    timePasses();
    return opened ? opened->id : QString();
}

bool TestStories::edit(Counter& at, const QString& stream, const QString& path, const QJsonValue& value)
{
    auto desk = at.desk();
    const auto base = forms::valueAt(desk.view(stream)->values, path);
    const auto done = desk.act(stream, u"EditFields"_s,
        {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, path}, {u"base"_s, base}, {u"value"_s, value}}}}});
    if (!done)
        qWarning("%s", qPrintable(logLine(done.error())));
    timePasses();
    return done.has_value();
}

bool TestStories::scan(Counter& at, const QString& stream, const QString& material, const QByteArray& page)
{
    auto paper = at.scan(page);
    paper.id = material;
    timePasses();
    return at.desk().act(stream, u"SetMaterial"_s, {{u"material"_s, paper.toJson()}}).has_value();
}

bool TestStories::act(Counter& at, const QString& stream, const QString& type, QJsonObject body)
{
    auto desk = at.desk();
    const auto state = desk.view(stream);
    if (const auto* task = state ? state->currentTask() : nullptr)
        body.insert(u"task"_s, task->id);
    const auto done = desk.act(stream, type, body);
    if (!done)
        qWarning("%s: %s", qPrintable(type), qPrintable(logLine(done.error())));
    timePasses();
    return done.has_value();
}

bool TestStories::publishForm()
{
    QFile file(inSource(u"resources/catalogue/items/unemployment-claim.json"));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    auto content = file.readAll();
    content.replace("\"maxLength\": 20", "\"maxLength\": 30");
    content += ' '; // whatever the form looks like, this is another revision
    return m_world->publish({{u"item"_s, u"unemployment-claim"_s, 0, content}}).has_value();
}

void TestStories::isWhole(Counter& at, const QString& stream)
{
    const auto state = m_world->state(stream);
    QVERIFY(state.exists());
    for (const auto& digest : state.files())
        QVERIFY2(m_world->blobs.has(digest), qPrintable(digest));
    QCOMPARE(at.difference(stream), QString());
    const auto report = journal::verifyJournal(*m_world->connection, nullptr);
    QVERIFY(report && report->sound());
}

// A case is edited, gets two scans, is taken back and sent again, all in a village; in town it was returned meanwhile.
void TestStories::caseWorkedOnOffline_whileItIsReturned_losesNothing()
{
    const auto clerk = counter(m_world->clerk, 11);
    QVERIFY(clerk);
    const QString stream = claimTaken(*clerk);
    QVERIFY(!stream.isEmpty());
    QVERIFY(!clerk->sync());
    QCOMPARE(m_world->state(stream).currentTask()->step, u"review"_s);

    clerk->link.cut = true;
    QVERIFY(edit(*clerk, stream, u"trade"_s, u"钳工"_s));
    QVERIFY(scan(*clerk, stream, u"photo"_s, "a photograph"));
    QVERIFY(scan(*clerk, stream, u"passbook"_s, "a passbook"));
    QVERIFY(act(*clerk, stream, u"RecallCase"_s));
    QVERIFY(act(*clerk, stream, u"Resubmit"_s));
    QCOMPARE(clerk->desk().view(stream)->currentTask()->step, u"review"_s);
    QVERIFY(clerk->sync()); // still no network

    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请补照片"_s)), u"applied"_s);
    timePasses();

    clerk->link.cut = false;
    QVERIFY(!clerk->sync());
    // What was added is there; to send it again is his to say, now that he can read why it came back.
    const auto returned = m_world->state(stream);
    QCOMPARE(returned.values.value("trade"_L1).toString(), u"钳工"_s);
    const QSet<QString> papers = [&] {
        QSet<QString> ids;
        for (const auto& material : returned.materials)
            ids.insert(material.pages.isEmpty() ? QString() : material.id);
        return ids;
    }();
    QVERIFY(papers.contains(u"photo"_s) && papers.contains(u"passbook"_s));
    QCOMPARE(returned.currentTask()->step, u"accept"_s);
    QCOMPARE(returned.currentTask()->holder, m_world->clerk.id);
    const auto left = *clerk->desk().outbox();
    for (const auto& item : left)
        QCOMPARE(item.state, OutboxState::Attention);
    QVERIFY(std::any_of(
        left.begin(), left.end(), [](const sync::OutboxItem& item) { return item.command.type == "Resubmit"_L1; }));
    const auto line = clerk->desk().cases(0)->constFirst();
    QVERIFY(line.attention);
    QCOMPARE(line.opinion, u"请补照片"_s);

    const auto again = clerk->desk().doAgain(stream);
    QVERIFY2(again, again ? "" : qPrintable(logLine(again.error())));
    QVERIFY(!clerk->sync());
    QVERIFY(clerk->desk().outbox()->isEmpty());
    QCOMPARE(m_world->state(stream).currentTask()->step, u"review"_s);
    QCOMPARE(say(m_write->claim(m_world->reviewer, stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, stream)), u"applied"_s);
    QVERIFY(!clerk->sync());
    isWhole(*clerk, stream);
}

// Two windows without a network take the same matter of the same citizen, who told them different things.
void TestStories::sameCitizen_atTwoWindows_becomesOneCase()
{
    const auto one = counter(m_world->clerk, 11);
    const auto other = counter(m_world->secondClerk, 12);
    QVERIFY(one && other);
    one->link.cut = other->link.cut = true;
    const QString first = claimTaken(*one);
    const QString second =
        claimTaken(*other, {{u"phone"_s, u"13900000002"_s}, {u"account"_s, u"6217990000000000139"_s}});
    QVERIFY(!first.isEmpty() && !second.isEmpty());
    QVERIFY(scan(*other, second, u"photo"_s, "a photograph"));
    const QString numbers[] = {one->desk().view(first)->number, other->desk().view(second)->number};
    one->link.cut = other->link.cut = false;
    QVERIFY(!one->sync());
    QVERIFY(!other->sync());

    // Both were taken, the second waits for a supervisor, and nobody can pay twice meanwhile.
    QCOMPARE(m_world->state(second).duplicateOf, first);
    QCOMPARE(other->desk().view(second)->duplicateOf, first);
    QCOMPARE(say(m_write->claim(m_world->reviewer, second)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, second)), u"refused casework.duplicate"_s);
    QCOMPARE(say(m_write->release(m_world->reviewer, second)), u"applied"_s);
    QCOMPARE(say(m_write->mergeDuplicate(m_world->supervisor, second)), u"applied"_s);
    QCOMPARE(m_world->reactions->runDue(*m_world->connection), 1);
    timePasses();

    const auto merged = m_world->state(first);
    QStringList disputed;
    for (const auto& conflict : merged.conflicts)
        disputed.append(conflict.path);
    disputed.sort();
    QCOMPARE(disputed, (QStringList{u"account"_s, u"phone"_s}));
    QCOMPARE(merged.merged.constFirst().number, numbers[1]);
    QCOMPARE(say(m_write->claim(m_world->reviewer, first)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, first)), u"refused casework.conflict-open"_s);
    for (const auto& conflict : merged.conflicts) // the phone as he told it last, the account as he told it first
        QCOMPARE(say(m_write->settle(m_world->supervisor, first, conflict.id,
                     conflict.path == "phone"_L1 ? conflict.client : conflict.hub)),
            u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, first)), u"applied"_s);
    QCOMPARE(say(m_write->claim(m_world->approver, first)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->approver, first)), u"applied"_s);

    QVERIFY(!one->sync());
    QVERIFY(!other->sync());
    const auto done = m_world->state(first);
    QCOMPARE(done.phase, Phase::Completed);
    QCOMPARE(done.values.value("phone"_L1).toString(), u"13900000002"_s);
    QCOMPARE(done.values.value("account"_L1).toString(), u"6217990000000000121"_s);
    QCOMPARE(other->desk().view(second)->mergedNumber, numbers[0]); // what the other clerk tells the citizen
    isWhole(*one, first);
    isWhole(*other, second);
    // One benefit, however often the hub is asked to do what follows.
    while (m_world->reactions->runDue(*m_world->connection).value_or(0) > 0)
        timePasses();
    QCOMPARE(m_world->connection->integer("SELECT COUNT(*) FROM benefit").value_or(-1), 1);
}

// Three cases wait in the outbox while the clerk's rights are withdrawn and the form changes.
void TestStories::clerkWithoutHisRights_andANewForm_whileThreeCasesWait()
{
    const auto clerk = counter(m_world->clerk, 11);
    QVERIFY(clerk);
    clerk->link.cut = true;
    const QString inTime = claimTaken(*clerk);
    QVERIFY(m_world->withdraw(m_world->clerk, u"window-clerk"_s));
    QVERIFY(publishForm());
    timePasses();
    const auto draftOf = [&](const QString& phone) {
        const QString id = clerk->ids.next();
        auto body = Counter::freeIntake({clerk->scan("a page of " + phone.toUtf8()).toJson()});
        body.insert(u"values"_s, forms::withValueAt(body.value("values"_L1).toObject(), u"phone"_s, phone));
        return clerk->desk().saveDraft(id, {{u"phone"_s, phone}}) && clerk->desk().open(id, body) ? id : QString();
    };
    const QString admitted = draftOf(u"13900000003"_s);
    const QString refused = draftOf(u"13900000004"_s);
    QVERIFY(!admitted.isEmpty() && !refused.isEmpty());
    timePasses();

    clerk->link.cut = false;
    QVERIFY(!clerk->sync());
    // What he took while he might counts, by the form he had.
    QCOMPARE(m_world->state(inTime).phase, Phase::InProgress);
    QCOMPARE(m_world->state(inTime).itemRevision, 1);
    QHash<QString, QString> held;
    const auto waiting = *clerk->desk().outbox();
    for (const auto& item : waiting) {
        QCOMPARE(item.answer->verdict, journal::Verdict::Held);
        held.insert(item.command.stream, item.command.id);
    }
    QCOMPARE(held.size(), 2);
    for (const auto& stream : {admitted, refused})
        QVERIFY(!m_world->state(stream).exists());

    const auto rule = [&](const QString& stream, const QString& type, QJsonObject body) {
        body.insert(u"commands"_s, QJsonArray{held.value(stream)});
        return say(m_write->make(m_world->supervisor, stream, type, body));
    };
    QCOMPARE(rule(admitted, u"AdmitWork"_s, {}), u"applied"_s);
    QCOMPARE(rule(refused, u"RefuseWork"_s, {{u"reason"_s, u"请由其他窗口受理"_s}}), u"applied"_s);
    timePasses();
    QVERIFY(!clerk->sync());
    QCOMPARE(m_world->state(admitted).phase, Phase::InProgress);
    QCOMPARE(m_world->state(admitted).admissions.size(), 1);
    const auto left = *clerk->desk().outbox();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().answer->reason->fields.value("reason"_L1).toString(), u"请由其他窗口受理"_s);
    QVERIFY(clerk->desk().giveUp(left.constFirst().command.id));
    QCOMPARE(clerk->desk().drafts()->constFirst().id, refused); // nothing that was entered is lost
    QVERIFY(!clerk->sync());
    isWhole(*clerk, inTime);
    isWhole(*clerk, admitted);
}

QTEST_GUILESS_MAIN(TestStories)
#include "test_stories.moc"
