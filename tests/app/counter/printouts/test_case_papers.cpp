#include "app/counter/pagework/PageWork.h"
#include "app/counter/printouts/CasePapers.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/PaperHand.h"

#include <QPainter>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// What a citizen signed on the screen stands on the paper it was signed for.
class TestCasePapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void confirmation_isAmongThePapers_data();
    void confirmation_isAmongThePapers();
    void confirmation_bearsTheHand_data();
    void confirmation_bearsTheHand();
    void confirmation_saysWhatWasEntered();
    void handout_isWhatTheWindowGivesAlong_data();
    void handout_isWhatTheWindowGivesAlong();
    void slip_bearsTheHandOfTheCollector_data();
    void slip_bearsTheHandOfTheCollector();
    void signature_thatIsNotHere_keepsThePaperBack();
    void signature_thatIsDamaged_keepsThePaperBack();

private:
    template<class T>
    Result<T> awaited(const QFuture<Result<T>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return fail(Error{u"test.never-answered"_s, Origin::Machine, {}, {}});
        return future.result();
    }
    ItemPtr item(const QString& id);
    casework::Page kept(const PreparedPage& page);
    casework::Page signature() { return kept(preparedDrawing(hand())); }
    static QImage hand();
    Case card() const; // an application for a card
    Result<QByteArray> paper(const Case& state, const QString& templateId);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    QObject m_owner;
};

namespace {

const QString Applicant = u"申请人（签字）："_s;
const QString Collector = u"领卡人（签字）："_s;

} // namespace

void TestCasePapers::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->hub.copyResources());
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    QVERIFY(m_seat->signIn(u"chen"_s));
}

void TestCasePapers::cleanupTestCase()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

ItemPtr TestCasePapers::item(const QString& id)
{
    const auto items = awaited(m_seat->session().items());
    for (const auto& one : items.value_or(QList<ItemPtr>())) {
        if (one->item.id == id)
            return one;
    }
    return nullptr;
}

QImage TestCasePapers::hand()
{
    QImage image(700, 260, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 9));
    painter.drawPolyline(QPolygon({{40, 60}, {180, 220}, {300, 40}, {420, 200}, {540, 70}, {660, 220}}));
    return image;
}

casework::Page TestCasePapers::kept(const PreparedPage& page)
{
    auto known = page.page;
    known.digest = awaited(m_seat->session().keepFile(page.bytes)).value_or(QString());
    return known;
}

Case TestCasePapers::card() const
{
    Case state;
    state.id = u"0190a1b2-0000-7000-8000-000000000001"_s;
    state.phase = Phase::InProgress;
    state.number = u"2106032026112200017"_s;
    state.item = u"card-application"_s;
    state.scenario = u"first"_s;
    state.office = u"宽平市政务服务中心"_s;
    state.window = u"3"_s;
    state.openedByName = u"王丽"_s;
    state.queryCode = u"7K3Q9A"_s;
    state.openedAt = 1'795'224'727'000; // 2026-11-21
    state.closedAt = state.openedAt;
    state.parties = {{u"applicant"_s, QJsonObject{{u"name"_s, u"林素梅"_s}, {u"idNo"_s, u"210603199105051150"_s}}}};
    state.values = {{u"name"_s, u"林素梅"_s}, {u"sex"_s, u"2"_s}, {u"birth"_s, u"1991-05-05"_s},
        {u"phone"_s, u"13900000001"_s}, {u"address"_s, u"虚构市样例路1号"_s}, {u"way"_s, u"instant"_s},
        {u"bank"_s, u"虚构银行"_s}, {u"promise"_s, true}, {u"newCard"_s, u"A10000017"_s},
        {u"expiresOn"_s, u"2036-11-20"_s}};
    return state;
}

Result<QByteArray> TestCasePapers::paper(const Case& state, const QString& templateId)
{
    const CasePapers papers(m_seat->context(), &m_owner);
    KB_TRY(
        const auto pages, awaited(papers.pages({state, item(state.item)}, {CasePaper::Kind::Pages, templateId}, {})));
    return pages.pdf;
}

void TestCasePapers::confirmation_isAmongThePapers_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("there");
    QTest::newRow("a card") << u"card-application"_s << true;
    QTest::newRow("retirement") << u"retirement"_s << true;
    QTest::newRow("a free intake") << u"free-intake"_s << false;
}

void TestCasePapers::confirmation_isAmongThePapers()
{
    QFETCH(QString, id);
    QFETCH(bool, there);
    const auto known = item(id);
    QVERIFY(known);
    auto state = card();
    const CasePaper confirmation{CasePaper::Kind::Pages, u"confirmation"_s};
    QCOMPARE(papersOf({state, known}).contains(confirmation), there);
    for (const auto phase : {Phase::Supplement, Phase::Completed, Phase::Refused, Phase::NotAccepted}) {
        state.phase = phase;
        QVERIFY(!papersOf({state, known}).contains(confirmation));
    }
}

void TestCasePapers::confirmation_bearsTheHand_data()
{
    QTest::addColumn<Confirmation>("confirmation");
    QTest::addColumn<bool>("borne");
    const auto drawn = signature();
    auto scanned = drawn;
    scanned.dpi = 300;
    QTest::newRow("signed") << Confirmation{{drawn}, false} << true;
    QTest::newRow("signed twice") << Confirmation{{drawn, drawn}, false} << true;
    QTest::newRow("not signed") << Confirmation{} << false;
    QTest::newRow("changed since") << Confirmation{{drawn}, true} << false;
    QTest::newRow("a scanned page") << Confirmation{{scanned}, false} << false;
}

void TestCasePapers::confirmation_bearsTheHand()
{
    QFETCH(Confirmation, confirmation);
    QFETCH(bool, borne);
    auto state = card();
    state.confirmation = confirmation;
    const auto pdf = paper(state, u"confirmation"_s);
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    const auto seen = seenPaper(*pdf, Applicant);
    QVERIFY2(borne ? seen.handPixels > 200 : seen.handPixels == 0, qPrintable(QString::number(seen.handPixels)));
    QCOMPARE(seen.text.contains(u"日期：2026年11月21日"_s), borne);
    if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty() && borne) {
        QFile file(folder + u"/confirmation.pdf"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    }
}

void TestCasePapers::confirmation_saysWhatWasEntered()
{
    const auto pdf = paper(card(), u"confirmation"_s);
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    const auto text = seenPaper(*pdf, Applicant).text;
    for (const auto& part : {u"出生日期1991年5月5日"_s, u"性别女"_s, u"手机号13900000001"_s, u"服务银行虚构银行"_s,
             u"2106032026112200017"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.contains(u"A10000017"_s)); // entered when the card was made
}

void TestCasePapers::handout_isWhatTheWindowGivesAlong_data()
{
    QTest::addColumn<QString>("handout");
    QTest::addColumn<QStringList>("families"); // that are set up
    QTest::addColumn<bool>("slip");
    QTest::addColumn<bool>("receipt");
    const QStringList both{u"receipt"_s, u"printer"_s};
    QTest::newRow("as usual") << QString() << both << true << true;
    QTest::newRow("the slip") << u"receipt"_s << both << true << false;
    QTest::newRow("the page") << u"printer"_s << both << false << true;
    QTest::newRow("the slip, no slip printer") << u"receipt"_s << QStringList{u"printer"_s} << false << true;
    QTest::newRow("the page, no printer") << u"printer"_s << QStringList{u"receipt"_s} << true << false;
}

// What is to be signed and what goes to the file is printed whatever goes along.
void TestCasePapers::handout_isWhatTheWindowGivesAlong()
{
    QFETCH(QString, handout);
    QFETCH(QStringList, families);
    QFETCH(bool, slip);
    QFETCH(bool, receipt);
    Profile profile;
    for (const auto& family : std::as_const(families))
        profile.devices.insert(family, u"sim:"_s + family);
    if (!handout.isEmpty())
        profile.tasks.insert(u"handout"_s, handout);
    const DeviceSet devices(profile, m_hall->hub.clock, {});
    const TakenCase taken{card(), item(u"card-application"_s)};
    QVERIFY(taken.item);
    const auto papers = papersToPrint(taken, devices);
    QCOMPARE(papers.contains({CasePaper::Kind::Slip, taken.item->item.slipTemplate}), slip);
    QCOMPARE(papers.contains({CasePaper::Kind::Pages, taken.item->item.receiptTemplate}), receipt);
    QCOMPARE(papers.contains({CasePaper::Kind::Pages, u"confirmation"_s}), families.contains("printer"_L1));
}

void TestCasePapers::slip_bearsTheHandOfTheCollector_data()
{
    QTest::addColumn<QList<casework::Page>>("pages");
    QTest::addColumn<bool>("borne");
    const auto drawn = signature();
    auto scanned = drawn;
    scanned.media = u"image/jpeg"_s;
    QTest::newRow("signed on the screen") << QList<casework::Page>{drawn} << true;
    QTest::newRow("a scanned page and a hand") << QList<casework::Page>{scanned, drawn} << true;
    QTest::newRow("a scanned page") << QList<casework::Page>{scanned} << false;
    QTest::newRow("nothing") << QList<casework::Page>{} << false;
}

void TestCasePapers::slip_bearsTheHandOfTheCollector()
{
    QFETCH(QList<casework::Page>, pages);
    QFETCH(bool, borne);
    auto state = card();
    state.phase = Phase::Completed;
    state.collection = {{{u"name"_s, u"林素梅"_s}}, state.closedAt, u"王丽"_s, {u"社会保障卡"_s}, pages};
    const auto pdf = paper(state, u"card-slip"_s);
    QVERIFY2(pdf, pdf ? "" : qPrintable(logLine(pdf.error())));
    const auto seen = seenPaper(*pdf, Collector);
    QVERIFY2(borne ? seen.handPixels > 200 : seen.handPixels == 0, qPrintable(QString::number(seen.handPixels)));
}

void TestCasePapers::signature_thatIsNotHere_keepsThePaperBack()
{
    auto state = card();
    auto page = signature();
    page.digest.replace(page.digest.size() - 4, 4, u"0000"_s);
    state.confirmation = {{page}, false};
    const auto pdf = paper(state, u"confirmation"_s);
    QVERIFY(!pdf);
    QVERIFY2(pdf.error().code != "test.never-answered"_L1, qPrintable(logLine(pdf.error())));
    const auto receipt = paper(state, u"acceptance-receipt"_s); // which bears none
    QVERIFY2(receipt, receipt ? "" : qPrintable(logLine(receipt.error())));
}

void TestCasePapers::signature_thatIsDamaged_keepsThePaperBack()
{
    auto prepared = preparedDrawing(hand());
    prepared.bytes.truncate(prepared.bytes.size() / 2);
    auto state = card();
    state.confirmation = {{kept(prepared)}, false};
    const auto pdf = paper(state, u"confirmation"_s);
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, u"documents.picture"_s);
}

QTEST_MAIN(TestCasePapers)
#include "test_case_papers.moc"
