#include "app/counter/shell/DocumentPreview.h"
#include "devices/scanner/PageCodes.h"
#include "tests/app/counter/intake/MatterDesk.h"

#include <QPainter>
#include <QPdfDocument>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

QJsonArray pile(const QStringList& names)
{
    QJsonArray steps;
    for (const auto& name : names)
        steps.append(QJsonObject{{u"feed"_s, name}});
    steps.append(QJsonObject{{u"end"_s, true}});
    return steps;
}

} // namespace

// A pile in the feeder with separator sheets between the papers, and the sheets themselves.
class TestSeparators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pile_withSeparators_isSorted_data();
    void pile_withSeparators_isSorted();
    void separator_withoutItsPaper_isTold_data();
    void separator_withoutItsPaper_isTold();
    void pile_thatJams_isSortedUpToThere();
    void pile_ofSeparatorsOnly_leavesNoPage();
    void pile_goesToTheCaseItWasFedFor();
    void separator_onTheGlass_isAPage();
    void separators_ofACase_arePrinted();

private:
    bool begin(const QJsonArray& steps);
    QHash<QString, int> pages(); // of each paper that has some

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestSeparators::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestSeparators::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestSeparators::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestSeparators::begin(const QJsonArray& steps)
{
    m_machine->scriptScanner({{u"steps"_s, steps}, {u"pageMs"_s, 0}});
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin() && !m_desk->noteOf(u"Claim form"_s).isEmpty();
}

QHash<QString, int> TestSeparators::pages()
{
    QHash<QString, int> pages;
    for (const auto& entry : m_desk->saved().value("materials"_L1).toArray()) {
        const auto material = casework::CaseMaterial::fromJson(entry.toObject());
        if (!material.pages.isEmpty())
            pages.insert(material.id, int(material.pages.size()));
    }
    return pages;
}

void TestSeparators::pile_withSeparators_isSorted_data()
{
    using Pages = QHash<QString, int>;
    QTest::addColumn<QStringList>("papers");
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<QString>("words");
    QTest::newRow("without") << QStringList{u"form"_s, u"household"_s} << Pages{{u"claim"_s, 2}}
                             << u"2 page(s) scanned"_s;
    QTest::newRow("the next paper, twice")
        << QStringList{u"form"_s, u"separator"_s, u"household"_s, u"certificate"_s, u"separator"_s, u"form"_s}
        << Pages{{u"claim"_s, 1}, {u"photo"_s, 2}, {u"contract"_s, 1}}
        << u"4 page(s) sorted – Claim form: 1 page(s), Photograph: 2 page(s), Contract: 1 page(s)"_s;
    QTest::newRow("papers by name, with empty backs")
        << QStringList{u"separator:wages"_s, u"blank"_s, u"household"_s, u"blank"_s, u"separator:claim"_s, u"blank"_s,
               u"form"_s, u"blank"_s}
        << Pages{{u"claim"_s, 1}, {u"wages"_s, 1}} << u"2 page(s) sorted – Claim form: 1 page(s), Wage slips: 1"_s;
    QTest::newRow("forth and back") << QStringList{u"separator:wages"_s, u"form"_s, u"separator:claim"_s,
                                           u"household"_s, u"separator:wages"_s, u"certificate"_s}
                                    << Pages{{u"claim"_s, 1}, {u"wages"_s, 2}} << u"3 page(s) sorted"_s;
}

void TestSeparators::pile_withSeparators_isSorted()
{
    using Pages = QHash<QString, int>;
    QFETCH(QStringList, papers);
    QFETCH(Pages, pages);
    QFETCH(QString, words);
    QVERIFY(begin(pile(papers)));
    press(Qt::Key_F4, Qt::ShiftModifier);
    QTRY_VERIFY2_WITH_TIMEOUT(m_desk->barText().contains(words), qPrintable(m_desk->barText()), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(this->pages(), pages, 10'000);
    QVERIFY(m_desk->messageCode().isEmpty());
}

void TestSeparators::separator_withoutItsPaper_isTold_data()
{
    QTest::addColumn<QStringList>("papers");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("paper");
    QTest::newRow("of another matter") << QStringList{u"form"_s, u"separator:household-book"_s, u"household"_s}
                                       << u"papers.separator-unknown"_s << u"claim"_s;
    QTest::newRow("after the last paper")
        << QStringList{u"separator:identity"_s, u"form"_s, u"separator"_s, u"household"_s} << u"papers.separator-last"_s
        << u"identity"_s;
}

void TestSeparators::separator_withoutItsPaper_isTold()
{
    QFETCH(QStringList, papers);
    QFETCH(QString, paper);
    QVERIFY(begin(pile(papers)));
    press(Qt::Key_F4, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->messageCode().isEmpty(), 20'000);
    QTEST(m_desk->messageCode(), "code");
    QTRY_COMPARE_WITH_TIMEOUT(pages(), (QHash<QString, int>{{paper, 2}}), 10'000); // no page is lost
}

void TestSeparators::pile_thatJams_isSortedUpToThere()
{
    auto steps = pile({u"form"_s, u"separator:wages"_s, u"household"_s});
    steps.removeLast();
    steps.append(QJsonObject{{u"fault"_s, u"jam"_s}});
    QVERIFY(begin(steps));
    press(Qt::Key_F4, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"scanner.jam"_s, 20'000);
    QTRY_VERIFY2_WITH_TIMEOUT(m_desk->barText().contains(u"2 page(s) sorted"_s), qPrintable(m_desk->barText()), 20'000);
    QCOMPARE(pages(), (QHash<QString, int>{{u"claim"_s, 1}, {u"wages"_s, 1}}));
}

void TestSeparators::pile_ofSeparatorsOnly_leavesNoPage()
{
    QVERIFY(begin(pile({u"separator"_s, u"separator:wages"_s})));
    press(Qt::Key_F4, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->barText(), u"The pile held separator sheets only."_s, 20'000);
    QVERIFY(pages().isEmpty());
}

void TestSeparators::pile_goesToTheCaseItWasFedFor()
{
    auto steps = pile({u"form"_s, u"separator:wages"_s, u"household"_s});
    steps.insert(2, QJsonObject{{u"delay"_s, 1500}});
    QVERIFY(begin(steps));
    press(Qt::Key_F4, Qt::ShiftModifier);
    press(Qt::Key_N, Qt::ControlModifier); // the next citizen
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(u"2 page(s) sorted"_s), 20'000);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(wang().name), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(pages(), (QHash<QString, int>{{u"claim"_s, 1}, {u"wages"_s, 1}}), 10'000);
}

// Whoever lays one sheet on the glass wants it scanned.
void TestSeparators::separator_onTheGlass_isAPage()
{
    QVERIFY(begin({QJsonObject{{u"feed"_s, u"separator"_s}}}));
    QVERIFY(m_desk->scanInto(u"Claim form"_s));
}

void TestSeparators::separators_ofACase_arePrinted()
{
    QVERIFY(begin(pile({u"form"_s})));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const auto preview = [this] { return only<counter::DocumentPreview>(&m_desk->seat.window()); };
    QTRY_VERIFY_WITH_TIMEOUT(preview(), 20'000);
    const auto tabNames = [&] {
        QStringList names;
        const auto* tabs = preview()->findChild<QTabBar*>();
        for (int i = 0; i < tabs->count(); ++i)
            names.append(tabs->tabText(i));
        return names;
    };
    QCOMPARE(tabNames(), (QStringList{u"下一份材料"_s, u"申请表"_s, u"照片"_s, u"劳动合同"_s, u"工资流水"_s,
                             u"承诺书"_s, u"身份证件"_s}));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QVERIFY(preview());
    QCOMPARE(tabNames().size(), 6); // the next one is seen
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 2, 10'000);
    press(Qt::Key_Escape);
    QVERIFY(!preview());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->barText(), u"The separator sheet is printed."_s, 20'000);
    QStringList codes;
    for (const auto& file : m_machine->printed()) {
        QPdfDocument document(nullptr);
        document.load(m_machine->path(u"paper/"_s + file));
        QCOMPARE(document.pageCount(), 1);
        QImage paper(1240, 1754, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, document.render(0, paper.size()));
        codes += devices::codesOn(paper);
    }
    codes.sort();
    QCOMPARE(codes, (QStringList{u"KB-SEP"_s, u"KB-SEP:claim"_s}));
}

QTEST_MAIN(TestSeparators)
#include "test_separators.moc"
