#include "app/counter/kit/MaterialList.h"
#include "IntakeDesk.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::MaterialList;
using counter::MaterialRows;

// Choosing the matter by typing, and what it asks for: fields, papers, one of several papers.
class TestMatters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void matter_byWhatIsTyped_opensItsFirstField_data();
    void matter_byWhatIsTyped_opensItsFirstField();
    void matter_thatDoesNotExist_isSaid();
    void matter_chosenAnew_keepsThePerson();
    void missingPaper_onSubmit_isNamedAndSelected();
    void papers_allThere_letTheCaseGo();
    void number_outOfRange_isToldAtTheField();

private:
    bool sit();
    bool choose(const QString& typed);
    MaterialList* papers() const { return named<MaterialList>(m_desk->page, u"Papers of this case"_s); }
    QString currentPaper() const { return papers()->currentIndex().data().toString(); }
    bool scanInto(const QString& paper);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
};

void TestMatters::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    m_hall->addMatter();
    QVERIFY(m_hall->open());
}

void TestMatters::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestMatters::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestMatters::sit()
{
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    return m_desk->sitDown() && m_desk->readCard(wang());
}

bool TestMatters::choose(const QString& typed)
{
    if (QApplication::focusWidget() != m_desk->matterSearch())
        return false;
    type(typed);
    press(Qt::Key_Return);
    return true;
}

// Selects the line by key and scans one page into it.
bool TestMatters::scanInto(const QString& paper)
{
    papers()->setFocus();
    press(Qt::Key_Home);
    for (int row = 0; row < papers()->model()->rowCount() && currentPaper() != paper; ++row)
        press(Qt::Key_Down);
    if (currentPaper() != paper)
        return false;
    press(Qt::Key_F4);
    return QTest::qWaitFor(
        [&] {
            const auto state = papers()->currentIndex().data(MaterialRows::StateRole).toInt();
            return static_cast<counter::MaterialState>(state) == counter::MaterialState::Complete;
        },
        10'000);
}

void TestMatters::matter_byWhatIsTyped_opensItsFirstField_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("its code") << u"900001"_s;
    QTest::newRow("its English name") << u"sample"_s;
    QTest::newRow("its Chinese name") << u"样例"_s;
    QTest::newRow("pinyin initials") << u"ylsx"_s;
    QTest::newRow("pinyin initials in capitals") << u"YLSX"_s;
}

void TestMatters::matter_byWhatIsTyped_opensItsFirstField()
{
    QFETCH(QString, typed);
    QVERIFY(sit());
    QVERIFY(choose(typed));
    QTRY_VERIFY(m_desk->field(u"Reason"_s));
    QCOMPARE(focusName(), u"Reason"_s); // not the one after it: Enter chose the matter and did nothing else
    QVERIFY(m_desk->shows(u"Sample matter"_s));
}

void TestMatters::matter_thatDoesNotExist_isSaid()
{
    QVERIFY(sit());
    QVERIFY(choose(u"no such thing"_s));
    QVERIFY(m_desk->shows(u"No matter fits."_s));
    QVERIFY(!m_desk->field(u"Reason"_s));
    press(Qt::Key_F9);
    QVERIFY(m_desk->taken().isEmpty());
    QVERIFY2(!m_desk->barText().isEmpty(), "F9 must say why nothing happens");
}

void TestMatters::matter_chosenAnew_keepsThePerson()
{
    QVERIFY(sit());
    QVERIFY(choose(u"sample"_s));
    QTRY_VERIFY(m_desk->field(u"Reason"_s));
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(choose(u"free"_s));
    QTRY_VERIFY(m_desk->field(u"Matter"_s));
    QVERIFY(m_desk->shows(wang().name));
    QCOMPARE(m_desk->value(u"Address"_s), wang().address); // the new form is filled from the card too
}

void TestMatters::missingPaper_onSubmit_isNamedAndSelected()
{
    QVERIFY(sit());
    QVERIFY(choose(u"sample"_s));
    QTRY_VERIFY(m_desk->field(u"Reason"_s));
    type(u"reason"_s);
    press(Qt::Key_Return);
    type(u"30"_s);
    press(Qt::Key_F9);
    QVERIFY2(m_desk->barText().contains(u"Claim form"_s), qPrintable(m_desk->barText()));
    QCOMPARE(currentPaper(), u"Claim form"_s);
    QCOMPARE(focusName(), u"Papers of this case"_s); // F4 scans it at once
    QVERIFY(scanInto(u"Claim form"_s));
    press(Qt::Key_F9);
    QVERIFY2(m_desk->barText().contains(u"Contract"_s), qPrintable(m_desk->barText())); // or the wage slips
    QVERIFY(m_desk->taken().isEmpty());
}

void TestMatters::papers_allThere_letTheCaseGo()
{
    QVERIFY(sit());
    QVERIFY(choose(u"sample"_s));
    QTRY_VERIFY(m_desk->field(u"Reason"_s));
    type(u"reason"_s);
    press(Qt::Key_Return);
    type(u"30"_s);
    press(Qt::Key_Return);
    QVERIFY(scanInto(u"Claim form"_s));
    QVERIFY(scanInto(u"Wage slips"_s)); // one of the two is enough
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    QCOMPARE(state.item, u"sample-matter"_s);
    QCOMPARE(state.values.value("months"_L1).toInt(), 30);
    QSet<QString> scanned;
    for (const auto& material : state.materials) {
        if (!material.pages.isEmpty())
            scanned.insert(material.id);
    }
    QCOMPARE(scanned, (QSet<QString>{u"claim"_s, u"wages"_s}));
}

void TestMatters::number_outOfRange_isToldAtTheField()
{
    QVERIFY(sit());
    QVERIFY(choose(u"sample"_s));
    QTRY_VERIFY(m_desk->field(u"Reason"_s));
    type(u"reason"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Months paid"_s);
    type(u"450"_s); // a rule of the form
    press(Qt::Key_F9);
    QCOMPARE(focusName(), u"Months paid"_s);
    QCOMPARE(m_desk->frame(u"Months paid"_s)->state(), counter::FieldState::Error);
    QCOMPARE(m_desk->frame(u"Months paid"_s)->shownHint(), u"Too many months"_s);
    QVERIFY(m_desk->taken().isEmpty());
}

QTEST_MAIN(TestMatters)
#include "test_matters.moc"
