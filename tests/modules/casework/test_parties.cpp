#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/Parties.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::casework;
using namespace Qt::StringLiterals;

// Whose case it is, who acts for whom, and what has to prove it.
class TestParties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void securityCard_besideAParty_differs_data();
    void securityCard_besideAParty_differs();
    void opening_withAParty_isJudged_data();
    void opening_withAParty_isJudged();
    void proofAndAuthority_areFilesOfTheCase();
    void proof_thatHasNotArrived_blocksTheDecision();
    void subject_withoutOne_isTheApplicant();
    void setParty_ofEachRole_isSet_data();
    void setParty_ofEachRole_isSet();
    void setParty_whoeverMay_data();
    void setParty_whoeverMay();
    void setParty_wrongly_isRefused_data();
    void setParty_wrongly_isRefused();
    void setParty_twiceTheSame_changesNothing();
    void setParty_fromAStaleView_isConflict();
    void setParty_anotherSubject_takesNewGround();
    void setParty_applicant_isFoundUnderTheNewName();

private:
    QString say(const journal::Command& command) { return m_world->say(command); }
    QString returned(); // a case at its window

    std::unique_ptr<test::CaseWorld> m_world;
    std::unique_ptr<test::CaseCommands> m_write;
};

namespace {

QJsonObject with(QJsonObject party, const QString& name, const QJsonValue& value)
{
    party.insert(name, value);
    return party;
}

} // namespace

void TestParties::init()
{
    m_world = std::make_unique<test::CaseWorld>();
    QVERIFY(m_world->open({test::sampleMatterDefinition()}));
    m_write = std::make_unique<test::CaseCommands>(*m_world);
}

QString TestParties::returned()
{
    const QString stream = m_write->inReview();
    return say(m_write->sendBack(m_world->reviewer, stream, u"accept"_s, u"请核对身份。"_s)) == "applied"_L1
               ? stream
               : QString();
}

void TestParties::opening_withAParty_isJudged_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("kind"); // typed, agent, unit or card
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QJsonValue>("value"); // undefined: left out
    QTest::addColumn<QString>("answer");
    const QJsonValue Gone(QJsonValue::Undefined);
    const QString applied = u"applied"_s;
    const auto row = [&](const char* name, const QString& role, const QString& kind, const QString& changed,
                         const QJsonValue& value,
                         const QString& answer) { QTest::newRow(name) << role << kind << changed << value << answer; };
    row("typed with reason and proof", u"applicant"_s, u"typed"_s, {}, Gone, applied);
    row("typed without reason", u"applicant"_s, u"typed"_s, u"typedReason"_s, Gone, u"refused casework.typed-reason"_s);
    row("typed with a blank reason", u"applicant"_s, u"typed"_s, u"typedReason"_s, u" "_s,
        u"refused casework.typed-reason"_s);
    row("typed with a reason nobody knows", u"applicant"_s, u"typed"_s, u"typedReason"_s, u"77"_s,
        u"refused casework.typed-reason"_s);
    row("typed without proof", u"applicant"_s, u"typed"_s, u"proof"_s, Gone, u"refused casework.typed-proof"_s);
    row("typed with no page of proof", u"applicant"_s, u"typed"_s, u"proof"_s, QJsonArray{},
        u"refused casework.typed-proof"_s);
    row("typed with a page that names no file", u"applicant"_s, u"typed"_s, u"proof"_s, QJsonArray{QJsonObject{}},
        u"refused blobs.digest"_s);
    row("typed subject without proof", u"subject"_s, u"typed"_s, u"proof"_s, Gone, u"refused casework.typed-proof"_s);
    row("a card needs no proof", u"subject"_s, u"card"_s, {}, Gone, applied);

    row("spouse with power of attorney", u"agent"_s, u"agent"_s, {}, Gone, applied);
    row("agent without relation", u"agent"_s, u"agent"_s, u"relation"_s, Gone, u"refused casework.relation"_s);
    row("agent of a relation nobody knows", u"agent"_s, u"agent"_s, u"relation"_s, u"77"_s,
        u"refused casework.relation"_s);
    row("spouse without authority", u"agent"_s, u"agent"_s, u"authority"_s, Gone, u"refused casework.authority"_s);
    row("parent without authority", u"agent"_s, u"parent"_s, u"authority"_s, Gone, applied);
    row("guardian without authority", u"agent"_s, u"guardian"_s, u"authority"_s, Gone, applied);
    row("agent with a wrong number", u"agent"_s, u"agent"_s, u"idNo"_s, u"210603199003030031"_s,
        u"refused codes.id-check"_s);
    row("agent without a name", u"agent"_s, u"agent"_s, u"name"_s, u" "_s, u"refused casework.applicant"_s);
    row("collector with a relation", u"collector"_s, u"agent"_s, u"authority"_s, Gone, applied);
    row("collector without one", u"collector"_s, u"card"_s, {}, Gone, u"refused casework.relation"_s);

    row("unit with a credit code", u"subject"_s, u"unit"_s, {}, Gone, applied);
    row("unit without one", u"subject"_s, u"unit"_s, u"idNo"_s, Gone, applied);
    row("unit with a wrong one", u"subject"_s, u"unit"_s, u"idNo"_s, u"91220101MAOY4XK15A"_s,
        u"refused codes.credit-characters"_s);
    row("unit with one that is only in doubt", u"subject"_s, u"unit"_s, u"idNo"_s, u"91220101MA0Y4XK15B"_s, applied);
    row("a role that no case has", u"friend"_s, u"card"_s, {}, Gone, u"refused casework.party-role"_s);
}

void TestParties::opening_withAParty_isJudged()
{
    QFETCH(QString, role);
    QFETCH(QString, kind);
    QFETCH(QString, changed);
    QFETCH(QJsonValue, value);
    QFETCH(QString, answer);
    const QHash<QString, QJsonObject> kinds{
        {u"typed"_s, m_write->typedParty("proof")}, {u"agent"_s, m_write->agentParty("authority")},
        {u"parent"_s, m_write->agentParty("authority", u"02"_s)},
        {u"guardian"_s, m_write->agentParty("authority", u"08"_s)},
        {u"card"_s, test::party(u"欧阳小明"_s, u"21060319910505115"_s)},
        {u"unit"_s, QJsonObject{{u"name"_s, u"虚构纺织厂"_s}, {u"kind"_s, u"unit"_s}, {u"source"_s, u"register"_s},
                        {u"idNo"_s, u"91350100M000100Y43"_s}}}, // the example of GB 32100
    };
    auto party = kinds.value(kind);
    if (value.isUndefined())
        party.remove(changed);
    else
        party.insert(changed, value);
    auto command = m_write->openFreeIntake(m_world->clerk);
    auto parties = command.body.value("parties"_L1).toObject();
    parties.insert(role, party);
    command.body.insert(u"parties"_s, parties);
    const QString before = m_world->dumpJournal() + m_world->dumpProjections();
    QCOMPARE(say(command), answer);
    if (answer != "applied"_L1)
        QCOMPARE(m_world->dumpJournal() + m_world->dumpProjections(), before);
    else
        QCOMPARE(m_world->state(command.stream).parties.value(role).toObject(), party);
}

void TestParties::proofAndAuthority_areFilesOfTheCase()
{
    auto command =
        m_write->openFreeIntake(m_world->clerk, {m_write->material(u"m-1"_s, u"申请书"_s, "application").toJson()});
    command.body.insert(u"parties"_s,
        QJsonObject{{u"applicant"_s, m_write->typedParty("proof")}, {u"agent"_s, m_write->agentParty("authority")}});
    QCOMPARE(say(command), u"applied"_s);
    QStringList files = m_world->state(command.stream).files();
    QStringList expected{
        m_write->page("application").digest, m_write->page("proof").digest, m_write->page("authority").digest};
    files.sort();
    expected.sort();
    QCOMPARE(files, expected);
    QStringList kept;
    QVERIFY(m_world->connection->run("SELECT digest FROM case_file WHERE stream = ? ORDER BY digest", {command.stream},
        [&](const store::Row& row) { kept.append(row.text(0)); }));
    QCOMPARE(kept, expected); // whoever may read the case may read them
}

void TestParties::proof_thatHasNotArrived_blocksTheDecision()
{
    auto command = m_write->openFreeIntake(m_world->clerk);
    const auto proof = m_write->page("still on its way", false);
    command.body.insert(u"parties"_s,
        QJsonObject{{u"applicant"_s, with(m_write->typedParty("p"), u"proof"_s, QJsonArray{proof.toJson()})}});
    QCOMPARE(say(command), u"applied"_s);
    QCOMPARE(say(m_write->claim(m_world->dispatcher, command.stream)), u"applied"_s);
    QCOMPARE(say(m_write->dispatch(m_world->dispatcher, command.stream, u"就业科"_s)), u"applied"_s);
    QCOMPARE(say(m_write->claim(m_world->reviewer, command.stream)), u"applied"_s);
    QCOMPARE(say(m_write->approve(m_world->reviewer, command.stream)), u"refused casework.files-pending"_s);
    QVERIFY(m_world->blobs.put("still on its way"));
    QCOMPARE(say(m_write->approve(m_world->reviewer, command.stream)), u"applied"_s);
}

void TestParties::subject_withoutOne_isTheApplicant()
{
    const auto applicant = test::party();
    const auto subject = test::party(u"欧阳小明"_s, u"21060319910505115"_s);
    QCOMPARE(subjectOf({{u"applicant"_s, applicant}}), applicant);
    QCOMPARE(subjectOf({{u"applicant"_s, applicant}, {u"subject"_s, subject}}), subject);
}

void TestParties::setParty_ofEachRole_isSet_data()
{
    QTest::addColumn<QString>("role");
    for (const auto* role : {"applicant", "subject", "agent", "collector"})
        QTest::addRow("%s", role) << QString::fromLatin1(role);
}

void TestParties::setParty_ofEachRole_isSet()
{
    QFETCH(QString, role);
    const QString stream = returned();
    const auto party = m_write->agentParty("authority");
    QCOMPARE(say(m_write->setParty(m_world->clerk, stream, role, party)), u"applied"_s);
    QCOMPARE(m_world->state(stream).parties.value(role).toObject(), party);
    QVERIFY(m_world->state(stream).files().contains(m_write->page("authority").digest));
    const QString gone = say(m_write->setParty(m_world->clerk, stream, role, QJsonValue::Null));
    QCOMPARE(gone, role == "applicant"_L1 ? u"refused casework.applicant"_s : u"applied"_s);
    QCOMPARE(m_world->state(stream).parties.contains(role), role == "applicant"_L1);
}

void TestParties::setParty_whoeverMay_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("atWindow");
    QTest::addColumn<QString>("answer");
    QTest::newRow("the window that holds the case") << u"clerk"_s << true << u"applied"_s;
    QTest::newRow("another window") << u"second clerk"_s << true << u"refused casework.right"_s;
    QTest::newRow("a supervisor") << u"supervisor"_s << true << u"applied"_s;
    QTest::newRow("the window while it is in review") << u"clerk"_s << false << u"refused casework.right"_s;
    QTest::newRow("the reviewer who holds it") << u"reviewer"_s << false << u"refused casework.right"_s;
    QTest::newRow("a supervisor while it is in review") << u"supervisor"_s << false << u"applied"_s;
}

void TestParties::setParty_whoeverMay()
{
    QFETCH(QString, who);
    QFETCH(bool, atWindow);
    QFETCH(QString, answer);
    const QHash<QString, test::Actor> actors{{u"clerk"_s, m_world->clerk}, {u"second clerk"_s, m_world->secondClerk},
        {u"reviewer"_s, m_world->reviewer}, {u"supervisor"_s, m_world->supervisor}};
    const QString stream = atWindow ? returned() : m_write->inReview();
    QCOMPARE(say(m_write->setParty(actors.value(who), stream, u"agent"_s, m_write->agentParty("authority"))), answer);
    if (answer == "applied"_L1)
        QVERIFY(m_world->state(stream).makers.contains(actors.value(who).id)); // and can check it no more
}

void TestParties::setParty_wrongly_isRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("no reason") << QJsonObject{{u"role"_s, u"subject"_s}, {u"party"_s, test::party()},
                                      {u"reason"_s, u" "_s}}
                               << u"casework.reason"_s;
    QTest::newRow("no such role") << QJsonObject{{u"role"_s, u"friend"_s}, {u"party"_s, test::party()},
                                         {u"reason"_s, u"更正"_s}}
                                  << u"casework.party-role"_s;
    QTest::newRow("a wrong number") << QJsonObject{{u"role"_s, u"subject"_s},
                                           {u"party"_s, with(test::party(), u"idNo"_s, u"210603198001010023"_s)},
                                           {u"reason"_s, u"更正"_s}}
                                    << u"codes.id-check"_s;
    QTest::newRow("typed without reason")
        << QJsonObject{{u"role"_s, u"applicant"_s}, {u"party"_s, with(test::party(), u"source"_s, u"typed"_s)},
               {u"reason"_s, u"更正"_s}}
        << u"casework.typed-reason"_s;
    QTest::newRow("no applicant left") << QJsonObject{{u"role"_s, u"applicant"_s}, {u"party"_s, QJsonValue::Null},
                                              {u"reason"_s, u"更正"_s}}
                                       << u"casework.applicant"_s;
    QTest::newRow("an agent without authority")
        << QJsonObject{{u"role"_s, u"agent"_s}, {u"party"_s, with(test::party(), u"relation"_s, u"01"_s)},
               {u"reason"_s, u"更正"_s}}
        << u"casework.authority"_s;
}

void TestParties::setParty_wrongly_isRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, code);
    const QString stream = returned();
    const QString before = m_world->dumpJournal() + m_world->dumpProjections();
    QCOMPARE(say(m_write->make(m_world->clerk, stream, u"SetParty"_s, body)), u"refused "_s + code);
    QCOMPARE(m_world->dumpJournal() + m_world->dumpProjections(), before);
}

void TestParties::setParty_twiceTheSame_changesNothing()
{
    const QString stream = returned();
    const auto agent = m_write->agentParty("authority");
    QCOMPARE(say(m_write->setParty(m_world->clerk, stream, u"agent"_s, agent)), u"applied"_s);
    const qint64 version = m_world->version(stream);
    QCOMPARE(say(m_write->setParty(m_world->clerk, stream, u"agent"_s, agent)), u"applied"_s);
    QCOMPARE(say(m_write->setParty(m_world->clerk, stream, u"subject"_s, QJsonValue::Null)), u"applied"_s);
    QCOMPARE(m_world->version(stream), version);
}

void TestParties::setParty_fromAStaleView_isConflict()
{
    const QString stream = returned();
    const auto late = m_write->setParty(m_world->supervisor, stream, u"agent"_s, m_write->agentParty("authority"));
    QCOMPARE(say(m_write->remark(m_world->clerk, stream, u"身份证已更正。"_s)), u"applied"_s);
    QCOMPARE(say(late), u"conflict journal.changed"_s);
}

void TestParties::setParty_anotherSubject_takesNewGround()
{
    auto opening = m_write->openFreeIntake(m_world->clerk);
    opening.body.insert(u"card"_s, QJsonObject{{u"address"_s, u"珍珠路"_s}});
    QCOMPARE(say(opening), u"applied"_s);
    auto command = m_write->setParty(
        m_world->supervisor, opening.stream, u"subject"_s, test::party(u"欧阳小明"_s, u"21060319910505115"_s));
    command.body.insert(u"card"_s, QJsonObject{{u"address"_s, u"锦江山路"_s}});
    QCOMPARE(say(command), u"applied"_s);
    QCOMPARE(m_world->state(opening.stream).card.value("address"_L1).toString(), u"锦江山路"_s);
    // The same person under a corrected name keeps what his card said.
    QCOMPARE(say(m_write->setParty(m_world->supervisor, opening.stream, u"subject"_s,
                 test::party(u"欧阳晓明"_s, u"21060319910505115"_s))),
        u"applied"_s);
    QCOMPARE(m_world->state(opening.stream).card.value("address"_L1).toString(), u"锦江山路"_s);
}

void TestParties::setParty_applicant_isFoundUnderTheNewName()
{
    const QString stream = returned();
    const auto other = test::party(u"欧阳小明"_s, u"21060319910505115"_s);
    QCOMPARE(say(m_write->setParty(m_world->clerk, stream, u"applicant"_s, other)), u"applied"_s);
    QCOMPARE(m_world->row(stream).applicant, u"欧阳小明"_s);
    QCOMPARE(m_world->row(stream).idNo, test::citizenId(u"21060319910505115"_s));
    QCOMPARE(
        say(m_write->setParty(m_world->clerk, stream, u"agent"_s, m_write->agentParty("authority"))), u"applied"_s);
    QCOMPARE(m_world->row(stream).applicant, u"欧阳小明"_s);
}

void TestParties::securityCard_besideAParty_differs_data()
{
    QTest::addColumn<QJsonObject>("card");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("differences");
    const QJsonObject same{{u"idNo"_s, u"21060319660312002X"_s}, {u"name"_s, u"阿依古·买买提"_s}, {u"sex"_s, u"2"_s},
        {u"birth"_s, u"1966-03-12"_s}};
    const auto with = [same](const QString& field, const QString& value) {
        auto changed = same;
        changed.insert(field, value);
        return changed;
    };
    const QString name = u"阿依古·买买提"_s;
    QTest::newRow("none was read") << QJsonObject() << name << QString();
    QTest::newRow("it told nobody") << QJsonObject{{u"cardNo"_s, u"D01234567"_s}} << name << QString();
    QTest::newRow("agrees") << same << name << QString();
    QTest::newRow("another dot") << same << u"阿依古•买买提"_s << QString();
    QTest::newRow("a wide dot and a space") << same << u"阿依古・ 买买提"_s << QString();
    QTest::newRow("a small x") << with(u"idNo"_s, u"21060319660312002x"_s) << name << QString();
    QTest::newRow("another name") << with(u"name"_s, u"阿依古"_s) << name << u"name"_s;
    QTest::newRow("another number") << with(u"idNo"_s, u"210602195810010110"_s) << name << u"idNo"_s;
    QTest::newRow("another birth") << with(u"birth"_s, u"1966-03-21"_s) << name << u"birth"_s;
    QTest::newRow("another sex") << with(u"sex"_s, u"1"_s) << name << u"sex"_s;
    QTest::newRow("sex not stated") << with(u"sex"_s, u"9"_s) << name << QString();
    QTest::newRow("birth not told") << with(u"birth"_s, QString()) << name << QString();
}

void TestParties::securityCard_besideAParty_differs()
{
    QFETCH(QJsonObject, card);
    QFETCH(QString, name);
    QJsonObject party{
        {u"idNo"_s, u"21060319660312002X"_s}, {u"name"_s, name}, {u"sex"_s, u"2"_s}, {u"birth"_s, u"1966-03-12"_s}};
    if (!card.isEmpty())
        party.insert(u"ssc"_s, card);
    QTEST(securityCardDifferences(party).join(u' '), "differences");
}

QTEST_GUILESS_MAIN(TestParties)
#include "test_parties.moc"
