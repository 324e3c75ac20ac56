#include "MatterDesk.h"

#include "app/counter/intake/ConfirmSheet.h"
#include "app/counter/kit/InkPad.h"
#include "app/counter/papers/SignatureSheet.h"
#include "modules/store/SqliteConnection.h"
#include "tests/app/counter/citizen/CitizenHands.h"
#include "tests/support/counter/PaperHand.h"
#include "tests/support/counter/ScreenCheck.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The citizen signs under what he confirms: his hand is in the case and on the confirmation that is printed.
class TestSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void signature_onTheSecondScreen_isOnThePaper();
    void signature_onTheClerksScreen_isOnThePaper();
    void signature_byKey_isAskedForAndLeft();
    void signature_notGiven_leavesTheLine();
    void signature_onTheSecondScreenMeanwhile_endsTheSheet();
    void signature_offline_livesThroughAPowerCut();
    void paper_printedAgain_bearsTheHandToo();
    void draft_signed_keepsItUntilItIsChanged_data();
    void draft_signed_keepsItUntilItIsChanged();

private:
    bool begin(bool secondScreen);
    bool asks(); // the case lies before the citizen
    casework::Case onlyCase();
    SeenPaper confirmation(qsizetype copies = 1); // the newest that came out of the printer
    counter::ConfirmSheet* sheet() const { return only<counter::ConfirmSheet>(&m_desk->seat.window()); }
    counter::SignatureSheet* signing() const { return only<counter::SignatureSheet>(&m_desk->seat.window()); }
    counter::CitizenScreen* screen() const;

    qsizetype m_before = 0; // cases that the hub had
    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestSigning::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall, {{u"confirmation"_s, u"confirmation"_s}}));
    QFile file(m_hall->hub.resource(u"catalogue/items/sample-matter.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto matter = *parseObject(file.readAll());
    file.close();
    matter.insert(u"receiptTemplate"_s, u"materials-list"_s); // the matter asks for no telephone, which receipts name
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(canonicalBytes(matter)) > 0);
    file.close();
    QVERIFY(m_hall->open());
    m_hall->desk(u"chen"_s); // while the hub still lets machines enrol: only so many in a minute
}

void TestSigning::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_machine->layPages({u"form"_s, u"household"_s});
    QVERIFY(m_machine->enrol());
}

void TestSigning::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestSigning::begin(bool secondScreen)
{
    if (secondScreen)
        m_machine->profile.devices.insert(u"screen"_s, u"screen:1?window=1"_s);
    m_before = m_hall->streams().size();
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin() && m_desk->completeCase();
}

counter::CitizenScreen* TestSigning::screen() const
{
    for (auto* window : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<counter::CitizenScreen*>(window))
            return found;
    }
    return nullptr;
}

bool TestSigning::asks()
{
    press(Qt::Key_F9);
    return QTest::qWaitFor([this] { return sheet() != nullptr; });
}

casework::Case TestSigning::onlyCase()
{
    if (!QTest::qWaitFor([this] { return m_desk->taken().size() == 1; }) || !m_desk->seat.reachesLevel())
        return {};
    const auto all = m_hall->streams();
    return all.size() == m_before + 1 ? m_hall->state(all.constLast()) : casework::Case();
}

SeenPaper TestSigning::confirmation(qsizetype copies)
{
    const auto printed = [this] { return m_machine->printed().filter(u"确认单"_s); };
    if (!QTest::qWaitFor([&] { return printed().size() == copies; }, 10'000))
        return {printed().join(u' '), -1};
    return seenPaper(paperAt(m_machine->path(u"paper/"_s + printed().constLast())), u"申请人（签字）："_s);
}

void TestSigning::signature_onTheSecondScreen_isOnThePaper()
{
    QVERIFY(begin(true));
    QVERIFY(asks());
    QVERIFY(QTest::qWaitFor([this] { return reads(screen(), wang().name); }));
    QVERIFY(shows(sheet(), u"The citizen reads and signs at the second screen …"_s));
    QCOMPARE(screenProblems(&m_desk->seat.window(), u"confirmation on the second screen"_s), QString());
    auto* pad = screen()->findChild<counter::InkPad*>();
    QVERIFY(pad);
    sign(pad);
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    const auto state = onlyCase();
    QCOMPARE(state.confirmation.signature.size(), 1);
    QVERIFY(!state.confirmation.isOutdated);
    const auto& page = state.confirmation.signature.constFirst();
    QVERIFY(m_hall->hub.core->parts().blobs.has(page.digest));
    for (const auto& material : state.materials) // it is no paper of its own
        QVERIFY(!material.pages.contains(page));
    const auto paper = confirmation();
    QVERIFY2(paper.handPixels > 40, qPrintable(paper.text + QString::number(paper.handPixels)));
    QVERIFY(paper.text.contains(state.number) && paper.text.contains(u"缴费月数30"_s));
}

void TestSigning::signature_onTheClerksScreen_isOnThePaper()
{
    QVERIFY(begin(false));
    QVERIFY(asks());
    QVERIFY(pressButton(sheet(), u"Sign on this screen …"_s));
    QVERIFY(signing() && shows(signing(), wang().name));
    sign(signing()->findChild<counter::InkPad*>());
    press(Qt::Key_Return);
    QVERIFY(!signing());
    const auto state = onlyCase();
    QCOMPARE(state.confirmation.signature.size(), 1);
    QVERIFY(!sheet());
    const auto paper = confirmation();
    QVERIFY2(paper.handPixels > 40, qPrintable(paper.text + QString::number(paper.handPixels)));
}

void TestSigning::signature_byKey_isAskedForAndLeft()
{
    QVERIFY(begin(false));
    QVERIFY(asks());
    QCOMPARE(screenProblems(&m_desk->seat.window(), u"confirmation to be signed"_s), QString());
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(signing());
    press(Qt::Key_Escape);
    QVERIFY(!signing() && sheet());
    press(Qt::Key_Escape);
    QVERIFY(!sheet());
    QVERIFY(m_desk->taken().isEmpty());
}

void TestSigning::signature_notGiven_leavesTheLine()
{
    QVERIFY(begin(false));
    QVERIFY(asks());
    press(Qt::Key_F9); // "he says it is right", and signs on paper
    const auto state = onlyCase();
    QVERIFY(state.exists());
    QVERIFY(state.confirmation.signature.isEmpty());
    QCOMPARE(confirmation().handPixels, 0);
}

// The clerk holds out his own screen, but the citizen signs at the second one.
void TestSigning::signature_onTheSecondScreenMeanwhile_endsTheSheet()
{
    QVERIFY(begin(true));
    QVERIFY(asks());
    QVERIFY(QTest::qWaitFor([this] { return reads(screen(), wang().name); }));
    QVERIFY(pressButton(sheet(), u"Sign on this screen …"_s));
    QVERIFY(signing());
    sign(screen()->findChild<counter::InkPad*>());
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    QVERIFY(!signing() && !sheet());
    QCOMPARE(onlyCase().confirmation.signature.size(), 1);
}

void TestSigning::signature_offline_livesThroughAPowerCut()
{
    QVERIFY(begin(true));
    m_hall->cut();
    QVERIFY(asks());
    QVERIFY(QTest::qWaitFor([this] { return reads(screen(), wang().name); }));
    sign(screen()->findChild<counter::InkPad*>());
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    QTRY_COMPARE(m_desk->taken().size(), 1);
    const auto paper = confirmation(); // printed all the same
    QVERIFY2(paper.handPixels > 40, qPrintable(paper.text + QString::number(paper.handPixels)));
    const auto store = *store::SqliteConnection::open(m_machine->userStore(m_hall->desk(u"chen"_s).account));
    QByteArray kept; // what comes back as a draft if the hub refuses the case
    QVERIFY(store->run("SELECT bytes FROM sent_draft", {}, [&](const store::Row& row) { kept = row.bytes(0); }));
    QVERIFY2(kept.contains("\"signature\""), kept.constData());
    const auto copy = m_machine->afterPowerCut();
    m_desk.reset();
    QVERIFY(m_hall->mend());
    CounterSeat seat(*copy);
    QVERIFY(seat.signIn(u"chen"_s));
    QVERIFY(seat.reachesLevel());
    const auto all = m_hall->streams();
    QCOMPARE(all.size(), m_before + 1);
    const auto state = m_hall->state(all.constLast());
    QCOMPARE(state.confirmation.signature.size(), 1);
    QVERIFY(m_hall->hub.core->parts().blobs.has(state.confirmation.signature.constFirst().digest));
}

void TestSigning::paper_printedAgain_bearsTheHandToo()
{
    QVERIFY(begin(true));
    QVERIFY(asks());
    QVERIFY(QTest::qWaitFor([this] { return reads(screen(), wang().name); }));
    sign(screen()->findChild<counter::InkPad*>());
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    QVERIFY(onlyCase().exists());
    QVERIFY(confirmation().handPixels > 40);
    QTRY_VERIFY(m_desk->barText().contains(u"printed"_s));
    press(Qt::Key_F8);
    const auto again = confirmation(2);
    QVERIFY2(again.handPixels > 40, qPrintable(again.text));
}

void TestSigning::draft_signed_keepsItUntilItIsChanged_data()
{
    using Change = std::function<void(counter::IntakeDraft&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("stands");
    const Change nothing = [](counter::IntakeDraft&) {};
    QTest::newRow("unchanged") << nothing << 0 << true;
    QTest::newRow("the next day") << nothing << 1 << false;
    QTest::newRow("a value") << Change([](auto& draft) { draft.values.insert(u"months"_s, 31); }) << 0 << false;
    QTest::newRow("a value and back") << Change([](auto& draft) {
        draft.values.insert(u"months"_s, 31);
        draft.values.insert(u"months"_s, 30);
    }) << 0 << true;
    QTest::newRow("a party") << Change([](auto& draft) {
        draft.parties.insert(u"agent"_s, QJsonObject{{u"name"_s, u"李建国"_s}});
    }) << 0 << false;
    QTest::newRow("a paper") << Change([](auto& draft) { draft.materials.append(casework::CaseMaterial{}); }) << 0
                             << false;
    QTest::newRow("the matter") << Change([](auto& draft) { draft.item = u"retirement"_s; }) << 0 << false;
    QTest::newRow("the scenario") << Change([](auto& draft) { draft.scenario = u"again"_s; }) << 0 << false;
    QTest::newRow("the paper that bears it") << Change([](auto& draft) {
        casework::CaseMaterial material;
        material.id = u"hand"_s;
        draft.materials.append(material);
    }) << 0 << true;
    QTest::newRow("the number in the queue") << Change([](auto& draft) { draft.ticket = u"A017"_s; }) << 0 << true;
    QTest::newRow("what the register said") << Change([](auto& draft) {
        draft.registered = {{u"name"_s, wang().name}};
    }) << 0 << true;
}

void TestSigning::draft_signed_keepsItUntilItIsChanged()
{
    QFETCH(std::function<void(counter::IntakeDraft&)>, change);
    QFETCH(int, days);
    QFETCH(bool, stands);
    const QDate day(2026, 11, 21);
    const casework::Page page{u"sm3:"_s + QString(64, u'a'), u"image/png"_s, 400, 200, 192, 3000};
    counter::IntakeDraft draft;
    draft.id = u"d"_s;
    draft.item = u"sample-matter"_s;
    draft.scenario = u"first"_s;
    draft.parties = {{u"applicant"_s, QJsonObject{{u"name"_s, wang().name}}}};
    draft.values = {{u"months"_s, 30}};
    QVERIFY(!draft.signedPage(day));
    draft.sign(page, draft.openingBody(), day, u"hand"_s);
    auto kept = counter::IntakeDraft::fromJson(draft.id, draft.toJson());
    change(kept);
    QCOMPARE(kept.signedPage(day.addDays(days)).has_value(), stands);
    if (stands)
        QCOMPARE(*kept.signedPage(day), page);
}

QTEST_MAIN(TestSigning)
#include "test_signing.moc"
