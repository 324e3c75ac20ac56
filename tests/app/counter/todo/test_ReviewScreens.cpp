#include "TodoDesk.h"

#include "app/counter/cases/CaseSearchPage.h"
#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/kit/ComparisonTable.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/papers/PaperView.h"
#include "app/hub/api/HubParts.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QBuffer>
#include <QPainter>
#include <QPushButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

QByteArray page(const QString& title)
{
    QImage image(1240, 1754, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QFont font(u"Noto Serif CJK SC"_s);
    font.setPixelSize(56);
    painter.setFont(font);
    painter.drawText(QRect(0, 120, 1240, 80), Qt::AlignCenter, title);
    for (int i = 0; i < 22; ++i)
        painter.fillRect(QRect(150, 280 + i * 52, i % 4 == 3 ? 500 : 940, 10), QColor(0xD5DCE4U));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

// The pages of review and of my cases with a real claim on them, state by state: every control has a name, nothing is
// cut, everything fits 1366×768. With KUAIBAN_TRANSLATION=<file.qm> in its language.
class TestReviewScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void review_ofAClaim_comparesWithTheRegister();
    void outcomes_ofAReview_fit_data();
    void outcomes_ofAReview_fit();
    void supplement_namedBelowManyPapers_isInSight();
    void duplicate_isShownWithTheOtherCase();
    void duplicate_merged_isSettledSideBySide();
    void pagesOnTheirWay_areTold();
    void papers_wide_standBesideTheForm();
    void supplement_isGoneOnWithAtTheWindow();
    void result_isHandedOut();
    void search_showsTheCaseMasked();

private:
    QDate today() { return legalDate(m_hall->hub.clock.nowMs()); }
    QString claimed(bool arrived = true, const QString& phone = u"13898712206"_s);
    bool say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body = {});
    bool review(const QString& who, const QString& stream);
    template<class PageType>
    PageType* sit(const QString& who);
    QString problems(const QString& name);
    bool shows(const QString& text) const
    {
        return test::shows(m_desk ? &m_desk->seat.window() : &m_seat->window(), text);
    }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    std::unique_ptr<TodoDesk> m_desk;
    QTranslator m_words;
    int m_serial = 0;
};

void TestReviewScreens::initTestCase()
{
    const QString words = qEnvironmentVariable("KUAIBAN_TRANSLATION");
    if (!words.isEmpty()) {
        QVERIFY(m_words.load(words));
        QCoreApplication::installTranslator(&m_words);
    }
}

void TestReviewScreens::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->hub.copyResources());
    const auto opened = m_hall->open();
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    QVERIFY(m_hall->hub.addAccount(u"wang"_s, {u"supervisor"_s}));
    auto record = claimant(186, u"24"_s);
    record.terminations.first().endedOn = today().addDays(-10);
    record.terminations.first().reportedOn = today().addDays(-5);
    QVERIFY(keepRecord(m_hall->hub.core->main(), record));
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestReviewScreens::cleanup()
{
    m_desk.reset();
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

// A claim as chen takes it: the phone otherwise than the register has it, one paper scanned, one deferred.
QString TestReviewScreens::claimed(bool arrived, const QString& phone)
{
    const auto chen = m_hall->desk(u"chen"_s);
    auto& parts = m_hall->hub.core->parts();
    const auto item = parts.shelf.currentItem(m_hall->hub.core->main(), u"unemployment-claim"_s).value_or(nullptr);
    auto record = claimant(186, u"24"_s);
    auto draft = claimDraft(*item, &record, today(), u"first"_s);
    draft.registered =
        m_hall->hub.get(chen, u"/api/v1/persons/"_s + record.person.idNo).json().value("formFacts"_L1).toObject();
    draft.values.insert(u"endedOn"_s, draft.registered.value("termination"_L1).toObject().value("endedOn"_L1));
    draft.values.insert(u"phone"_s, phone);
    draft.derive(*item, today());
    const auto bytes = page(u"失业保险金申领登记表"_s);
    const QString digest = arrived ? parts.blobs.put(bytes).value_or(QString()) : u"sm3:"_s + QString(64, u'a');
    QJsonArray materials;
    bool scanned = false;
    for (const auto& entry : std::as_const(draft.materials)) {
        auto material = entry.toObject();
        if (material.value("state"_L1).toString() == "supplied"_L1 && !std::exchange(scanned, true))
            material.insert(
                u"pages"_s, QJsonArray{casework::Page{digest, u"image/png"_s, 1240, 1754, 150, bytes.size()}.toJson()});
        materials.append(material);
    }
    draft.materials = materials;
    const QString number =
        u"210603%1%2"_s.arg(today().toString(u"yyyyMMdd"_s)).arg(++m_serial, 5, 10, QLatin1Char('0'));
    auto command = m_hall->hub.command(chen, m_hall->hub.ids.next(), u"OpenCase"_s, claimBody(draft, *item, number));
    if (arrived)
        command.files = {digest};
    const QString said = m_hall->hub.say(chen, command);
    if (said != "applied"_L1)
        qWarning() << said;
    return said == "applied"_L1 ? command.stream : QString();
}

bool TestReviewScreens::say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body)
{
    const auto desk = m_hall->desk(who);
    return m_hall->hub.say(desk, m_hall->hub.onTask(desk, stream, type, body)) == "applied"_L1;
}

bool TestReviewScreens::review(const QString& who, const QString& stream)
{
    m_desk = std::make_unique<TodoDesk>(*m_machine);
    return m_desk->sitDown(who) && QTest::qWaitFor([&] { return m_desk->isOpen(stream); });
}

template<class PageType>
PageType* TestReviewScreens::sit(const QString& who)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(who))
        return nullptr;
    PageType* page = nullptr;
    if constexpr (std::is_same_v<PageType, counter::MyCasesPage>)
        page = m_seat->add<PageType>(*new counter::CitizenDesk(m_seat->context(), &m_seat->workplace()));
    else
        page = m_seat->add<PageType>();
    return m_seat->show() ? page : nullptr;
}

QString TestReviewScreens::problems(const QString& name)
{
    QTest::qWait(150); // what was just answered is laid out
    return screenProblems(m_desk ? &m_desk->seat.window() : &m_seat->window(), name);
}

void TestReviewScreens::review_ofAClaim_comparesWithTheRegister()
{
    const QString stream = claimed();
    QVERIFY(!stream.isEmpty());
    QVERIFY(review(u"liu"_s, stream));
    auto* sheet = m_desk->page->findChild<counter::CaseSheet*>();
    QTRY_VERIFY(sheet->differences() > 0);
    press(Qt::Key_J, Qt::ControlModifier);
    auto* table = qobject_cast<counter::ComparisonTable*>(QApplication::focusWidget());
    QVERIFY(table);
    QVERIFY(table->currentIndex().isValid());
    const auto row = table->currentIndex();
    press(Qt::Key_F5); // the case is read anew, as after every sync
    QTest::qWait(300);
    QCOMPARE(QApplication::focusWidget(), table);
    QCOMPARE(table->currentIndex(), row);
    QTRY_COMPARE(m_desk->page->findChild<counter::PaperView*>()->place(), u"1 / 1"_s);
    QCOMPARE(problems(u"review"_s), QString());
}

void TestReviewScreens::outcomes_ofAReview_fit_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::newRow("supplement") << u"liu"_s << int(Qt::Key_B) << false;
    QTest::newRow("return") << u"liu"_s << int(Qt::Key_R) << false;
    QTest::newRow("transfer") << u"wang"_s << int(Qt::Key_H) << true;
    QTest::newRow("void") << u"wang"_s << int(Qt::Key_X) << true;
}

void TestReviewScreens::outcomes_ofAReview_fit()
{
    QFETCH(QString, who);
    QFETCH(int, key);
    QFETCH(bool, shift);
    const QString stream = claimed();
    QVERIFY(review(who, stream));
    press(static_cast<Qt::Key>(key), shift ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier);
    QTest::qWait(400); // the hub says who may take it
    QCOMPARE(problems(u"review-"_s + QString::fromUtf8(QTest::currentDataTag())), QString());
}

void TestReviewScreens::supplement_namedBelowManyPapers_isInSight()
{
    const QString stream = claimed();
    QVERIFY(review(u"liu"_s, stream));
    press(Qt::Key_B, Qt::ControlModifier);
    auto* other = named<QLineEdit>(m_desk->page, u"Something else"_s);
    QVERIFY(other);
    other->setFocus();
    type(u"照片"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Reason: 照片"_s);
    auto* reason = QApplication::focusWidget();
    QTRY_VERIFY(reason->width() > 200); // it has its place …
    QTRY_COMPARE(reason->visibleRegion().boundingRect().height(), reason->height());
    QCOMPARE(problems(u"review-supplement-named"_s), QString());
}

void TestReviewScreens::duplicate_isShownWithTheOtherCase()
{
    const QString first = claimed();
    const QString second = claimed(true, u"13304150087"_s);
    QVERIFY(!second.isEmpty());
    QVERIFY(review(u"wang"_s, first));
    press(Qt::Key_PageDown);
    QTRY_VERIFY(m_desk->isOpen(second));
    auto* open = m_desk->page->findChild<QPushButton*>(u"open-duplicate"_s);
    QVERIFY(open && open->isVisible());
    QVERIFY(m_desk->page->findChild<QPushButton*>(u"release-duplicate"_s));
    QCOMPARE(problems(u"review-duplicate"_s), QString());
    QCOMPARE(m_desk->page->findChild<QPushButton*>(u"open-duplicate"_s), open);
    open->click();
    QTRY_VERIFY(m_desk->isOpen(first));
}

// The supervisor merges the second into the first; there the two telephone numbers stand side by side until he chooses.
void TestReviewScreens::duplicate_merged_isSettledSideBySide()
{
    const QString first = claimed();
    const QString second = claimed(true, u"13304150087"_s);
    QVERIFY(review(u"wang"_s, first));
    press(Qt::Key_PageDown);
    QTRY_VERIFY(m_desk->isOpen(second));
    m_desk->page->findChild<QPushButton*>(u"merge-duplicate"_s)->click();
    QVERIFY(shows(u"Merge the case into the earlier one"_s));
    type(u"tongyiren"_s);
    QCOMPARE(problems(u"review-merge"_s), QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_hall->state(second).phase, casework::Phase::Merged);
    QTRY_COMPARE(m_hall->state(first).conflicts.size(), 1);
    const auto ask = [&](const casework::Case& state) {
        return m_hall->hub.ask("GET", u"/api/v1/public/progress?n=%1&c=%2"_s.arg(state.number, state.queryCode))
            .json()
            .value("state"_L1)
            .toString();
    };
    QCOMPARE(ask(m_hall->state(second)), u"in-progress"_s); // whoever holds that receipt hears of the other
    m_desk->seat.open(m_desk->page->id(), first);
    QTRY_VERIFY(m_desk->isOpen(first));
    QTRY_VERIFY(shows(u"The other entry"_s));
    QVERIFY(shows(u"13304150087"_s) && shows(u"13898712206"_s));
    QCOMPARE(problems(u"review-settle"_s), QString());
    auto* take = named<QPushButton>(m_desk->page, u"Take · 13304150087"_s);
    QVERIFY(take);
    take->click();
    QTRY_VERIFY(m_hall->state(first).conflicts.isEmpty());
    QCOMPARE(m_hall->state(first).values.value("phone"_L1).toString(), u"13304150087"_s);
    QTRY_VERIFY(!shows(u"The other entry"_s));
    m_desk->seat.open(m_desk->page->id(), second); // what became of the other one
    QTRY_VERIFY(shows(u"Goes on as case"_s));
    QCOMPARE(problems(u"review-merged"_s), QString());
}

void TestReviewScreens::pagesOnTheirWay_areTold()
{
    const QString stream = claimed(false);
    QVERIFY(!stream.isEmpty());
    QVERIFY(review(u"liu"_s, stream));
    QTRY_VERIFY(m_desk->page->findChild<QWidget*>(u"notice-files"_s));
    QCOMPARE(problems(u"review-files"_s), QString());
}

void TestReviewScreens::papers_wide_standBesideTheForm()
{
    const QString stream = claimed();
    QVERIFY(review(u"liu"_s, stream));
    auto* papers = m_desk->page->findChild<counter::PaperView*>();
    const int before = papers->width();
    press(Qt::Key_F11);
    QTRY_VERIFY(papers->width() > before + 200);
    QVERIFY(!m_desk->queueView->isVisible());
    QCOMPARE(focusName(), u"Scanned page"_s); // the queue had the keyboard
    press(Qt::Key_F6);
    QCOMPARE(focusName(), u"Opinion"_s);
    press(Qt::Key_F6);
    QCOMPARE(focusName(), u"Scanned page"_s);
    QTest::qWait(200);
    QCOMPARE(problems(u"review-wide"_s), QString());
    press(Qt::Key_F11);
    QTRY_VERIFY(m_desk->queueView->isVisible());
}

void TestReviewScreens::supplement_isGoneOnWithAtTheWindow()
{
    const QString stream = claimed();
    const QJsonArray missing{
        QJsonObject{{u"material"_s, QString()}, {u"name"_s, u"终止劳动合同证明"_s}, {u"reason"_s, u"没有盖章"_s}}};
    QVERIFY(say(u"liu"_s, stream, u"ClaimTask"_s));
    QVERIFY(say(u"liu"_s, stream, u"RequestSupplement"_s,
        {{u"opinion"_s, u"请单位盖章后重新提交"_s}, {u"missing"_s, missing},
            {u"deadline"_s, today().addDays(10).toString(Qt::ISODate)}}));
    auto* page = sit<counter::MyCasesPage>(u"chen"_s);
    QVERIFY(page);
    m_seat->open(u"mine"_s, stream);
    QTRY_VERIFY(shows(u"终止劳动合同证明"_s));
    QCOMPARE(problems(u"mine-supplement"_s), QString());
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.continue"_s)->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.save"_s)->isVisible());
    QCOMPARE(problems(u"mine-editor"_s), QString());
}

void TestReviewScreens::result_isHandedOut()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    QVERIFY(say(u"liu"_s, stream, u"ClaimTask"_s));
    QVERIFY(say(u"liu"_s, stream, u"ApproveTask"_s, {{u"opinion"_s, u"同意"_s}}));
    auto* page = sit<counter::MyCasesPage>(u"chen"_s);
    QVERIFY(page);
    m_seat->open(u"mine"_s, stream);
    QTRY_VERIFY(m_seat->context().actions.action(u"mine.collect"_s)->isEnabled());
    press(Qt::Key_E, Qt::ControlModifier);
    QTest::qWait(100);
    QCOMPARE(problems(u"mine-collection"_s), QString());
}

void TestReviewScreens::search_showsTheCaseMasked()
{
    const QString stream = claimed();
    auto* page = sit<counter::CaseSearchPage>(u"wang"_s);
    QVERIFY(page);
    m_seat->open(u"cases"_s, m_hall->state(stream).number);
    auto* table = page->findChild<counter::PagedTableView*>();
    QTRY_COMPARE(table->currentId(), stream);
    QTRY_VERIFY(shows(m_hall->state(stream).number));
    QVERIFY(!shows(m_hall->state(stream).applicantIdNo()));
    QVERIFY(!shows(u"13898712206"_s));
    QCOMPARE(problems(u"cases-found"_s), QString());
}

QTEST_MAIN(TestReviewScreens)
#include "test_ReviewScreens.moc"
