#include "app/counter/equipment/CardProver.h"
#include "MatterDesk.h"
#include "modules/codes/Mask.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// F3: the social security card, alone and beside the identity card (人卡一致), and the one that wants proof first.
class TestSecurityCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void card_alone_fillsTheCase();
    void card_besideTheIdCard_isCompared_data();
    void card_besideTheIdCard_isCompared();
    void idCard_afterTheCard_takesItsPlaceAndIsCompared();
    void cardOfAnother_asksWhose();
    void newestCard_isProvenAtTheHub();
    void newestCard_hubWithoutModule_saysSo();
    void newestCard_hubAway_saysSo();
    void newestCard_forged_isRefused();
    void noCard_saysWhatToDo();
    void pin_checkedAndChanged_isTheHoldersAlone();
    void pin_wrong_tellsTheTriesLeft_untilItLocks();
    void pin_typedWrongly_costsNoTry();
    void pin_withoutACard_isToldWhatToDo();
    void pin_cardTakenOutOrWindowLocked_isGone_data();
    void pin_cardTakenOutOrWindowLocked_isGone();
    void pin_answerToAClosedSheet_standsThereWhenOpened();
    void agreement_isInTheCaseForTheReviewer();

private:
    bool sitDown(const QList<QJsonObject>& securityCards, const QJsonObject& script = {});
    QString typedPin() { return named<QLineEdit>(&m_desk->seat.window(), u"PIN"_s)->text(); }
    void typePins(const QString& present, const QString& next = {}, const QString& again = {});
    QJsonObject applicant() { return m_desk->saved().value("parties"_L1).toObject().value("applicant"_L1).toObject(); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestSecurityCards::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    m_hall->hub.config.cardKey = m_hall->hub.folder.filePath(u"card.key"_s);
    QFile key(m_hall->hub.config.cardKey);
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write(readersKey() + '\n');
    key.close();
    QVERIFY(m_hall->open());
}

void TestSecurityCards::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestSecurityCards::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestSecurityCards::sitDown(const QList<QJsonObject>& securityCards, const QJsonObject& script)
{
    m_machine->laySecurityCards(securityCards, script);
    m_machine->layCards({wang().key});
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->sitDown();
}

// Where the keyboard is once the sheet is open or the card has answered, each line ended with Enter.
void TestSecurityCards::typePins(const QString& present, const QString& next, const QString& again)
{
    for (const auto& digits : {present, next, again}) {
        type(digits);
        press(Qt::Key_Return);
        if (digits == next && next.isEmpty())
            break;
    }
}

void TestSecurityCards::card_alone_fillsTheCase()
{
    QVERIFY(sitDown({securityCard(zhang(), u"2.00"_s)}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    QTRY_VERIFY(m_desk->shows(u"Read from the social security card"_s));
    QTRY_COMPARE(applicant().value("idNo"_L1).toString(), zhang().idNo);
    QCOMPARE(applicant().value("source"_L1).toString(), u"ssc"_s);
    QCOMPARE(applicant().value("sex"_L1).toString(), u"2"_s);
}

void TestSecurityCards::card_besideTheIdCard_isCompared_data()
{
    QTest::addColumn<QJsonObject>("changed");
    QTest::addColumn<QString>("words");
    QTest::newRow("agrees") << QJsonObject() << u"Person and security card agree"_s;
    QTest::newRow("another name") << QJsonObject{{u"name"_s, u"王桂花"_s}} << u"Security card differs: name"_s;
    QTest::newRow("out of date") << QJsonObject{{u"expires"_s, u"2021-03-15"_s}}
                                 << u"The security card is out of date"_s;
}

void TestSecurityCards::card_besideTheIdCard_isCompared()
{
    QFETCH(QJsonObject, changed);
    QFETCH(QString, words);
    QVERIFY(sitDown({securityCard(wang(), u"2.00"_s, changed)}));
    QVERIFY(m_desk->readCard(wang()));
    press(Qt::Key_F3);
    QTRY_VERIFY2(m_desk->shows(words), qPrintable(m_desk->messageText()));
    QTRY_VERIFY(applicant().contains("ssc"_L1));
    QCOMPARE(applicant().value("source"_L1).toString(), u"card"_s); // the identity card stays what the case stands on
    QCOMPARE(applicant().value("name"_L1).toString(), wang().name);
}

void TestSecurityCards::idCard_afterTheCard_takesItsPlaceAndIsCompared()
{
    QVERIFY(sitDown({securityCard(wang(), u"1.00"_s)}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(u"Read from the social security card"_s));
    press(Qt::Key_F2);
    QTRY_VERIFY(m_desk->shows(u"Person and security card agree"_s));
    QTRY_COMPARE(applicant().value("source"_L1).toString(), u"card"_s);
    QCOMPARE(applicant().value("address"_L1).toString(), wang().address);
}

void TestSecurityCards::cardOfAnother_asksWhose()
{
    QVERIFY(sitDown({securityCard(li(), u"2.00"_s)}));
    QVERIFY(m_desk->readCard(wang()));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->messageText().contains(li().name));
    QVERIFY(m_desk->shows(wang().name));
    press(Qt::Key_3, Qt::AltModifier);
    QTest::qWait(50);
    QVERIFY(!applicant().contains("ssc"_L1));
    QCOMPARE(applicant().value("idNo"_L1).toString(), wang().idNo);
}

void TestSecurityCards::newestCard_isProvenAtTheHub()
{
    QVERIFY(sitDown({securityCard(zhang(), u"3.00"_s)}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    QTRY_COMPARE(applicant().value("idNo"_L1).toString(), zhang().idNo);
}

void TestSecurityCards::newestCard_hubWithoutModule_saysSo()
{
    const auto key = std::exchange(m_hall->hub.config.cardKey, QString());
    m_hall->cut();
    QVERIFY(m_hall->mend());
    QVERIFY(sitDown({securityCard(zhang(), u"3.00"_s)}));
    press(Qt::Key_F3);
    QTRY_COMPARE(m_desk->messageCode(), u"hub.card-authority"_s);
    QVERIFY(!m_desk->shows(zhang().name));
    m_hall->hub.config.cardKey = key;
    m_desk.reset();
    m_hall->cut();
    QVERIFY(m_hall->mend());
}

void TestSecurityCards::newestCard_hubAway_saysSo()
{
    QVERIFY(sitDown({securityCard(zhang(), u"3.00"_s)}));
    m_hall->cut();
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->messageCode().startsWith("sync."_L1));
    QVERIFY(!m_desk->shows(zhang().name));
    QVERIFY(m_hall->mend());
}

// The card knows another key: the module answers it nothing, and nobody is told.
void TestSecurityCards::newestCard_forged_isRefused()
{
    const QJsonObject forged{{u"readers_key"_s, QString(32, u'f')}};
    QVERIFY(sitDown({securityCard(zhang(), u"3.00"_s, forged)}));
    press(Qt::Key_F3);
    QTRY_COMPARE(m_desk->messageCode(), u"hub.card-refused"_s);
    QVERIFY(!m_desk->shows(zhang().name));
}

void TestSecurityCards::noCard_saysWhatToDo()
{
    QVERIFY(sitDown({}));
    press(Qt::Key_F3);
    QTRY_COMPARE(m_desk->messageCode(), u"smartcard.no-card"_s);
}

void TestSecurityCards::pin_checkedAndChanged_isTheHoldersAlone()
{
    QVERIFY(sitDown({securityCard(zhang(), u"2.00"_s, {{u"pin"_s, u"123456"_s}})}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    press(Qt::Key_F3, Qt::ControlModifier);
    QVERIFY(shows(&m_desk->seat.window(), u"The card of %1"_s.arg(codes::maskName(zhang().name))));
    typePins(u"123456"_s);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The PIN is right."_s));
    typePins(u"123456"_s, u"654321"_s, u"654321"_s);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The card has the new PIN."_s));
    typePins(u"654321"_s);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The PIN is right."_s));
    for (const auto* edit : m_desk->seat.window().findChildren<QLineEdit*>())
        QVERIFY(!edit->text().contains("654321"_L1)); // what was typed is gone
    press(Qt::Key_Escape);
    QVERIFY(m_desk->messageText().isEmpty()); // nor does the page tell of it
}

void TestSecurityCards::pin_wrong_tellsTheTriesLeft_untilItLocks()
{
    QVERIFY(sitDown({securityCard(zhang(), u"2.00"_s, {{u"pin"_s, u"123456"_s}, {u"tries"_s, 2}})}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    press(Qt::Key_F3, Qt::ControlModifier);
    typePins(u"1111"_s);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The PIN is wrong, 1 tries are left"_s));
    typePins(u"1111"_s, u"654321"_s, u"654321"_s); // a change asks for the present one as well
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The PIN is locked"_s));
    typePins(u"123456"_s);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The PIN is locked"_s));
}

void TestSecurityCards::pin_typedWrongly_costsNoTry()
{
    QVERIFY(sitDown({securityCard(zhang(), u"2.00"_s, {{u"pin"_s, u"123456"_s}, {u"tries"_s, 1}})}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    press(Qt::Key_F3, Qt::ControlModifier);
    typePins(u"123"_s);
    QVERIFY(shows(&m_desk->seat.window(), u"A PIN has 4 to 12 digits"_s));
    named<QLineEdit>(&m_desk->seat.window(), u"PIN"_s)->clear();
    typePins(u"123456"_s, u"654321"_s, u"654312"_s);
    QVERIFY(shows(&m_desk->seat.window(), u"Not the same as the line above"_s));
    named<QLineEdit>(&m_desk->seat.window(), u"New PIN once more"_s)->clear();
    type(u"654321"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"The card has the new PIN."_s));
}

void TestSecurityCards::pin_withoutACard_isToldWhatToDo()
{
    QVERIFY(sitDown({}));
    press(Qt::Key_F3, Qt::ControlModifier);
    QVERIFY(shows(&m_desk->seat.window(), u"No card was read yet"_s));
    typePins(u"123456"_s);
    QTRY_VERIFY(shows(&m_desk->seat.window(), u"Put the card in"_s) || shows(&m_desk->seat.window(), u"smartcard."_s));
}

void TestSecurityCards::pin_cardTakenOutOrWindowLocked_isGone_data()
{
    QTest::addColumn<bool>("locked");
    QTest::newRow("card taken out") << false;
    QTest::newRow("window locked") << true;
}

void TestSecurityCards::pin_cardTakenOutOrWindowLocked_isGone()
{
    QFETCH(bool, locked);
    QVERIFY(sitDown({securityCard(zhang(), u"2.00"_s, {{u"pin"_s, u"123456"_s}})}, {{u"stay"_s, 2500}}));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    press(Qt::Key_F3, Qt::ControlModifier);
    type(u"1234"_s);
    QCOMPARE(typedPin(), u"1234"_s);
    if (!locked) {
        QTRY_COMPARE(typedPin(), QString());
        QVERIFY(shows(&m_desk->seat.window(), u"No card was read yet"_s));
        return;
    }
    counter::Overlay lock(m_desk->seat.context().look, &m_desk->seat.window());
    lock.setClosable(false);
    lock.open();
    QCOMPARE(named<QLineEdit>(&m_desk->seat.window(), u"PIN"_s), nullptr); // no longer to be seen
    lock.close();
    press(Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(typedPin(), QString());
}

void TestSecurityCards::pin_answerToAClosedSheet_standsThereWhenOpened()
{
    const QJsonObject slow{{u"stay"_s, 10'000}, {u"steps"_s, QJsonArray{QJsonObject{{u"delay"_s, 60}}}}};
    QVERIFY(sitDown({securityCard(zhang(), u"2.00"_s, {{u"pin"_s, u"123456"_s}})}, slow));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(zhang().name));
    const QSignalSpy accepted(&m_desk->seat.context().devices.smartCard(), &devices::SscStation::pinAccepted);
    press(Qt::Key_F3, Qt::ControlModifier);
    typePins(u"123456"_s);
    press(Qt::Key_Escape);
    QCOMPARE(accepted.count(), 0);
    QTRY_COMPARE(accepted.count(), 1);
    press(Qt::Key_F3, Qt::ControlModifier);
    QVERIFY(shows(&m_desk->seat.window(), u"The PIN is right."_s));
    press(Qt::Key_Escape);
    press(Qt::Key_F3, Qt::ControlModifier); // once seen, it is not told again
    QVERIFY(!shows(&m_desk->seat.window(), u"The PIN is right."_s));
}

void TestSecurityCards::agreement_isInTheCaseForTheReviewer()
{
    QVERIFY(sitDown({securityCard(wang(), u"2.00"_s)}));
    QVERIFY(m_desk->readCard(wang()));
    press(Qt::Key_F3);
    QTRY_VERIFY(m_desk->shows(u"Person and security card agree"_s));
    QVERIFY(m_desk->choose());
    QVERIFY(m_desk->completeCase());
    press(Qt::Key_F9);
    QTRY_COMPARE(m_desk->taken().size(), 1);
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    const auto party = state.parties.value("applicant"_L1).toObject();
    QCOMPARE(party.value("ssc"_L1).toObject().value("idNo"_L1).toString(), wang().idNo);
}

QTEST_MAIN(TestSecurityCards)
#include "test_security_cards.moc"
