#include "app/counter/kit/PersonCard.h"
#include "MatterDesk.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::MaterialList;

// The people of a case: whose card is whose, agents with their papers, identities that are typed.
class TestParties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cardOfAnother_asks_andDoesWhatIsAnswered_data();
    void cardOfAnother_asks_andDoesWhatIsAnswered();
    void cardOfAPersonWithAnOpenCase_leadsThere();
    void agent_readFromCard_withRelationAndAuthority_isInTheCase();
    void agent_withoutAuthority_isNotTaken();
    void parent_needsNoAuthority();
    void halfTypedAgent_outlivesTheProgram();
    void half_typedPerson_keepsTheCaseFromGoing();
    void escape_leavesAFormInWhichNothingWasTyped();
    void typedIdentity_needsReasonAndProof();
    void typedIdentity_of15Digits_showsTheNewNumber();
    void anotherPart_movesThePerson();
    void subject_isWhomTheCaseIsAbout();
    void page_ofAParty_goesToItsDraft();
    void halfTypedPeople_byKey_areAllKept();
    void page_ofAPartyWithAnotherPart_goesAlong();
    void page_ofAPersonWhoIsGone_isGivenToNobody();

private:
    bool begin(const QStringList& cards);
    QJsonObject typing() { return m_desk->saved().value("typing"_L1).toObject(); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestParties::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestParties::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestParties::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestParties::begin(const QStringList& cards)
{
    m_machine->layCards(cards);
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin();
}

void TestParties::cardOfAnother_asks_andDoesWhatIsAnswered_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("open");
    QTest::addColumn<QString>("applicant");
    QTest::addColumn<QString>("agent");
    QTest::newRow("a case of his own") << 1 << 2 << li().name << QString();
    QTest::newRow("he acts for the first") << 2 << 1 << wang().name << li().name;
    QTest::newRow("it lay there by chance") << 3 << 1 << wang().name << QString();
}

void TestParties::cardOfAnother_asks_andDoesWhatIsAnswered()
{
    QFETCH(int, answer);
    QFETCH(int, open);
    QFETCH(QString, applicant);
    QFETCH(QString, agent);
    QVERIFY(begin({wang().key, li().key}));
    m_desk->fillForm();
    press(Qt::Key_F2);
    QTRY_VERIFY(m_desk->messageText().contains(li().name));
    QVERIFY(m_desk->shows(wang().name)); // nothing is filled while the question stands
    QCOMPARE(m_desk->savedParty(u"applicant"_s).value("name"_L1).toString(), wang().name);
    press(Qt::Key(Qt::Key_0 + answer), Qt::AltModifier);
    QTRY_VERIFY(m_desk->shows(applicant));
    QCOMPARE(m_desk->strip()->count(), open);
    QVERIFY(m_desk->messageText().isEmpty());
    QCOMPARE(m_desk->value(u"Name"_s), agent); // of the person's form, open for an agent only
    const auto drafts = m_desk->seat.drafts();
    for (const auto& draft : drafts) {
        const auto parties = draft.content.value("parties"_L1).toObject();
        QVERIFY(!parties.contains("agent"_L1)); // not before his papers are complete
    }
}

void TestParties::cardOfAPersonWithAnOpenCase_leadsThere()
{
    QVERIFY(begin({wang().key, li().key, wang().key}));
    m_desk->fillForm();
    QVERIFY(m_desk->beginCaseWith(li()));
    QVERIFY(m_desk->beginCaseWith(wang()));
    QTRY_COMPARE(m_desk->value(u"Reason"_s), u"test"_s);
    QCOMPARE(m_desk->strip()->count(), 2);
}

void TestParties::agent_readFromCard_withRelationAndAuthority_isInTheCase()
{
    QVERIFY(begin({wang().key, li().key}));
    QVERIFY(m_desk->completeCase());
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_F2);
    QTRY_COMPARE(m_desk->value(u"Name"_s), li().name);
    QVERIFY(!m_desk->field(u"Why was no card read?"_s)); // it was read
    QCOMPARE(focusName(), u"Relation to the person"_s);
    type(u"03"_s);
    press(Qt::Key_Return);
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(typing().value("party"_L1).toObject().value("authority"_L1).toArray().size(), 1, 10'000);
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QTRY_VERIFY(!m_desk->field(u"Relation to the person"_s));
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    QCOMPARE(state.applicantName(), wang().name);
    const auto agent = state.parties.value("agent"_L1).toObject();
    QCOMPARE(agent.value("name"_L1).toString(), li().name);
    QCOMPARE(agent.value("relation"_L1).toString(), u"03"_s);
    QCOMPARE(agent.value("source"_L1).toString(), u"card"_s);
    QCOMPARE(casework::pagesOf(agent).size(), 1);
    QVERIFY(state.files().contains(casework::pagesOf(agent).constFirst().digest));
}

void TestParties::agent_withoutAuthority_isNotTaken()
{
    QVERIFY(begin({wang().key, li().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_F2);
    QTRY_COMPARE(m_desk->value(u"Name"_s), li().name);
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QCOMPARE(focusName(), u"Relation to the person"_s); // the first thing that is missing
    QVERIFY(m_desk->pick(u"Relation to the person"_s, u"03"_s));
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QCOMPARE(focusName(), u"Papers of this person"_s);
    QVERIFY(m_desk->savedParty(u"agent"_s).isEmpty());
}

void TestParties::parent_needsNoAuthority()
{
    QVERIFY(begin({wang().key, li().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_F2);
    QTRY_COMPARE(m_desk->value(u"Name"_s), li().name);
    QVERIFY(m_desk->pick(u"Relation to the person"_s, u"02"_s));
    QVERIFY(!named<MaterialList>(m_desk->page, u"Papers of this person"_s));
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QCOMPARE(m_desk->savedParty(u"agent"_s).value("relation"_L1).toString(), u"02"_s);
    QVERIFY(named<MaterialList>(m_desk->page, u"Further people of this case"_s));
    // Out again: the line is opened and the person taken out.
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(m_desk->pressButton(u"Has no part in this case"_s));
    QVERIFY(m_desk->savedParty(u"agent"_s).isEmpty());
}

void TestParties::halfTypedAgent_outlivesTheProgram()
{
    QVERIFY(begin({wang().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    type(u"李虚构"_s);
    m_desk->saved();
    m_desk.reset();
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->seat.signIn(u"chen"_s));
    m_desk->addPage();
    QVERIFY(m_desk->seat.show());
    QTRY_COMPARE(m_desk->value(u"Name"_s), u"李虚构"_s);
}

void TestParties::half_typedPerson_keepsTheCaseFromGoing()
{
    QVERIFY(begin({wang().key}));
    QVERIFY(m_desk->completeCase());
    press(Qt::Key_G, Qt::ControlModifier);
    type(u"李虚构"_s);
    press(Qt::Key_F9);
    QVERIFY2(m_desk->barText().contains(u"Finish the person"_s), qPrintable(m_desk->barText()));
    QVERIFY(m_desk->taken().isEmpty());
    QVERIFY(m_desk->pressButton(u"Do not enter anybody"_s));
    QVERIFY(m_desk->submit());
}

void TestParties::escape_leavesAFormInWhichNothingWasTyped()
{
    QVERIFY(begin({wang().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(m_desk->field(u"Name"_s));
    press(Qt::Key_Escape);
    QVERIFY(!m_desk->field(u"Name"_s));
    QVERIFY(typing().isEmpty());
    press(Qt::Key_G, Qt::ControlModifier);
    type(u"李"_s);
    press(Qt::Key_Escape);
    QCOMPARE(m_desk->value(u"Name"_s), u"李"_s);
}

void TestParties::typedIdentity_needsReasonAndProof()
{
    m_machine->layCards({});
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    press(Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Name"_s);
    type(u"李虚构"_s);
    m_desk->field(u"ID number"_s)->setFocus();
    type(li().idNo.chopped(1) + (li().idNo.endsWith(u'0') ? u'1' : u'0')); // a slip in the check digit
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QCOMPARE(focusName(), u"ID number"_s);
    QCOMPARE(m_desk->frame(u"ID number"_s)->state(), counter::FieldState::Error);
    press(Qt::Key_A, Qt::ControlModifier);
    type(li().idNo.toLower());
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QCOMPARE(focusName(), u"Why was no card read?"_s);
    QVERIFY(m_desk->pick(u"Why was no card read?"_s, u"20"_s));
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QCOMPARE(focusName(), u"Papers of this person"_s);
    press(Qt::Key_F4); // to the proof, not to the papers of the case
    QTRY_COMPARE_WITH_TIMEOUT(typing().value("party"_L1).toObject().value("proof"_L1).toArray().size(), 1, 10'000);
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    const auto party = m_desk->savedParty(u"applicant"_s);
    QCOMPARE(party.value("idNo"_L1).toString(), li().idNo);
    QCOMPARE(party.value("typedReason"_L1).toString(), u"20"_s);
    QCOMPARE(party.value("sex"_L1).toString(), u"1"_s);
    QTRY_VERIFY(m_desk->shows(u"Typed by hand"_s)); // once the register was asked
}

void TestParties::typedIdentity_of15Digits_showsTheNewNumber()
{
    m_machine->layCards({});
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    press(Qt::Key_I, Qt::ControlModifier);
    type(u"李虚构"_s);
    m_desk->field(u"ID number"_s)->setFocus();
    const QString old = li().idNo.left(6) + li().idNo.mid(8, 9); // as it was written before 1999
    type(old);
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QVERIFY(m_desk->shows(u"15 digits; the new number would be "_s + li().idNo));
    QVERIFY(m_desk->savedParty(u"applicant"_s).isEmpty()); // never changed silently
}

void TestParties::anotherPart_movesThePerson()
{
    QVERIFY(begin({wang().key, li().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_F2);
    QTRY_COMPARE(m_desk->value(u"Name"_s), li().name);
    QVERIFY(m_desk->pick(u"Relation to the person"_s, u"02"_s));
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QVERIFY(!m_desk->savedParty(u"agent"_s).isEmpty());
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(m_desk->pressButton(u"Collector"_s));
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QVERIFY(m_desk->savedParty(u"agent"_s).isEmpty());
    QCOMPARE(m_desk->savedParty(u"collector"_s).value("name"_L1).toString(), li().name);
}

void TestParties::subject_isWhomTheCaseIsAbout()
{
    QVERIFY(begin({wang().key, li().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(m_desk->pressButton(u"Subject"_s));
    press(Qt::Key_F2);
    QTRY_COMPARE(m_desk->value(u"Name"_s), li().name);
    QVERIFY(!m_desk->field(u"Relation to the person"_s));
    QVERIFY(m_desk->pressButton(u"Use this identity"_s));
    QVERIFY(m_desk->completeCase());
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    QCOMPARE(state.card.value("name"_L1).toString(), li().name);
    QCOMPARE(state.applicantName(), wang().name);
}

void TestParties::page_ofAParty_goesToItsDraft()
{
    m_machine->layPages({u"form"_s}, 500);
    QVERIFY(begin({wang().key, li().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    type(u"李虚构"_s);
    press(Qt::Key_F4);
    press(Qt::Key_N, Qt::ControlModifier); // another case while the scanner works
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(u"1 page"_s), 10'000);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->value(u"Name"_s), u"李虚构"_s);
    QTRY_COMPARE(typing().value("party"_L1).toObject().value("proof"_L1).toArray().size(), 1);
}

void TestParties::halfTypedPeople_byKey_areAllKept()
{
    m_machine->layCards({});
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    press(Qt::Key_I, Qt::ControlModifier);
    type(u"李虚构"_s);
    m_desk->field(u"ID number"_s)->setFocus();
    type(u"2101"_s);
    press(Qt::Key_I, Qt::ControlModifier); // the same once more: nothing is begun anew
    QCOMPARE(m_desk->value(u"Name"_s), u"李虚构"_s);
    QCOMPARE(m_desk->value(u"ID number"_s), u"2101"_s);
    press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(m_desk->value(u"Name"_s), QString());
    QCOMPARE(focusName(), u"Name"_s);
    type(u"张虚构"_s);
    QVERIFY(m_desk->pressButton(u"Subject"_s));
    press(Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(m_desk->value(u"Name"_s), u"李虚构"_s);
    QCOMPARE(m_desk->value(u"ID number"_s), u"2101"_s);
    press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(m_desk->value(u"Name"_s), u"张虚构"_s);
    QVERIFY(named<QAbstractButton>(m_desk->page, u"Subject"_s)->isChecked());
    m_desk->saved();
    m_desk.reset(); // nor does the end of the program lose either of them
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->seat.signIn(u"chen"_s));
    m_desk->addPage();
    QVERIFY(m_desk->seat.show());
    QTRY_COMPARE(m_desk->value(u"Name"_s), u"张虚构"_s);
    QVERIFY(m_desk->pressButton(u"Do not enter anybody"_s));
    QCOMPARE(m_desk->value(u"Name"_s), u"李虚构"_s); // whoever was begun is still to be finished
    QCOMPARE(m_desk->value(u"ID number"_s), u"2101"_s);
    QVERIFY(m_desk->pressButton(u"Do not enter anybody"_s));
    QVERIFY(m_desk->shows(u"Who is it for?"_s));
}

void TestParties::page_ofAPartyWithAnotherPart_goesAlong()
{
    m_machine->layPages({u"form"_s}, 500);
    QVERIFY(begin({wang().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    type(u"李虚构"_s);
    press(Qt::Key_F4);
    QVERIFY(m_desk->pressButton(u"Subject"_s));
    QTRY_COMPARE_WITH_TIMEOUT(typing().value("party"_L1).toObject().value("proof"_L1).toArray().size(), 1, 10'000);
    QCOMPARE(typing().value("role"_L1).toString(), u"subject"_s);
}

void TestParties::page_ofAPersonWhoIsGone_isGivenToNobody()
{
    m_machine->layPages({u"form"_s}, 500);
    QVERIFY(begin({wang().key}));
    press(Qt::Key_G, Qt::ControlModifier);
    type(u"李虚构"_s);
    press(Qt::Key_F4);
    QVERIFY(m_desk->pressButton(u"Do not enter anybody"_s));
    press(Qt::Key_I, Qt::ControlModifier); // somebody else while the scanner works
    type(u"王"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->messageText().contains(u"not in this case"_s), 10'000);
    QVERIFY(!typing().value("party"_L1).toObject().contains("proof"_L1));
    QVERIFY(m_desk->savedParty(u"agent"_s).isEmpty());
}

QTEST_MAIN(TestParties)
#include "test_parties.moc"
