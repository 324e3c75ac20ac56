#include "Samples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::registry;
using namespace Qt::StringLiterals;

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void search_whatIsTyped_findsThePeople_data();
    void search_whatIsTyped_findsThePeople();
    void search_tooLittle_isRefused_data();
    void search_tooLittle_isRefused();
    void search_manyRows_pagesWithoutGapOrRepeat_data();
    void search_manyRows_pagesWithoutGapOrRepeat();
    void search_foreignCursor_isRefused_data();
    void search_foreignCursor_isRefused();
    void search_cursor_holdsNoPersonalData();
    void search_everyKey_runsAlongItsIndex_data();
    void search_everyKey_runsAlongItsIndex();
    void search_page_costsFewStatements();
    void reads_forPersonCardAndCopies_runAlongIndexes();

private:
    void add(const QString& name, const QString& idNo, const QString& phone = {}, const QString& area = {});
    QStringList namesFor(const PersonSearch& wanted) const;

    std::unique_ptr<store::Connection> m_connection;
    int m_number = 0;
};

void TestSearch::add(const QString& name, const QString& idNo, const QString& phone, const QString& area)
{
    auto person = test::samplePerson(++m_number, name, idNo);
    person.phone = phone;
    if (!area.isEmpty())
        person.area = area;
    QVERIFY(Persons(*m_connection).put(person));
}

void TestSearch::initTestCase()
{
    m_connection = test::emptyRegister();
    Persons persons(*m_connection);
    add(u"王桂兰"_s, u"210602196512319026"_s, u"13804155678"_s);
    add(u"王桂英"_s, u"21060219651231902X"_s, u"14004155679"_s);
    add(u"李桂兰"_s, u"210681199506091538"_s, {}, u"210681001001"_s);
    add(u"欧阳若曦"_s, u"320612199001010037"_s, {}, u"320612100201"_s);
    add(u"阿依古丽·买买提"_s, u"330784197502288045"_s, {}, u"330784001001"_s);
    add(u"张𠮷"_s, u"220122198003150014"_s, {}, u"220122100001"_s);
    add(u"𬭊明"_s, u"220122198003150030"_s, {}, u"220122100001"_s);
    add(u"IVANOV ALEKSEI"_s, u"921643198706150016"_s);
    add(u"赵河北"_s, u"130102198001010011"_s);
    add(u"WANG LI"_s, u"RUS210687061505"_s);
    for (int i = 10; i < 35; ++i) {
        add(u"同名"_s, u"2224011990010110%1"_s.arg(i), u"140111100%1"_s.arg(i));
        auto card = test::sampleCard(test::sampleId(m_number), u"L000000%1"_s.arg(i));
        card.bankAccount = u"62179900000000002%1"_s.arg(i);
        QVERIFY(persons.put(card));
    }
    QVERIFY(persons.put(test::sampleCard(test::sampleId(1), u"K12345678"_s)));
    QVERIFY(persons.put(test::sampleCard(test::sampleId(3), u"210602196"_s))); // digits only, and no identity number
    auto other = test::sampleCard(test::sampleId(4), u"K12345679"_s);
    other.bankAccount = u"6228480000000000000"_s;
    QVERIFY(persons.put(other));
}

QStringList TestSearch::namesFor(const PersonSearch& wanted) const
{
    const auto page = Persons(*m_connection).search(wanted);
    QStringList names{page ? QString() : page.error().code};
    if (page) {
        names.clear();
        for (const auto& person : page->persons)
            names.append(person.name);
    }
    return names;
}

void TestSearch::search_whatIsTyped_findsThePeople_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("area");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QString& typed, const QStringList& expected, const QString& area = {}) {
        QTest::addRow("%s", name) << typed << area << expected;
    };
    row("whole identity number", u"210602196512319026"_s, {u"王桂兰"_s});
    row("identity number ending in a small x", u"21060219651231902x"_s, {u"王桂英"_s});
    row("old identity number", u"210602651231902"_s, {u"王桂兰"_s, u"王桂英"_s});
    row("first fourteen digits", u"21060219651231"_s, {u"王桂兰"_s, u"王桂英"_s});
    row("first fifteen digits", u"320612199001010"_s, {u"欧阳若曦"_s});
    row("foreigner's old number", u"rus210687061505"_s, {u"WANG LI"_s});
    row("number that looks like a phone but is none", u"13010219800"_s, {u"赵河北"_s});
    row("surname", u"王"_s, {u"王桂兰"_s, u"王桂英"_s});
    row("name prefix", u"王桂"_s, {u"王桂兰"_s, u"王桂英"_s});
    row("whole name with a form's spaces", u"王　桂　兰"_s, {u"王桂兰"_s});
    row("given name", u"桂兰"_s, {u"王桂兰"_s, u"李桂兰"_s});
    row("given name after a double surname", u"若曦"_s, {u"欧阳若曦"_s});
    row("double surname", u"欧阳"_s, {u"欧阳若曦"_s});
    row("dotted name", u"阿依古丽·买买提"_s, {u"阿依古丽·买买提"_s});
    row("dotted name with another dot", u"阿依古丽・买买提"_s, {u"阿依古丽·买买提"_s});
    row("first part of a dotted name", u"阿依"_s, {u"阿依古丽·买买提"_s});
    row("second part of a dotted name", u"买买提"_s, {u"阿依古丽·买买提"_s});
    row("rare character as given name", u"𠮷"_s, {u"张𠮷"_s});
    row("name with a rare character", u"张𠮷"_s, {u"张𠮷"_s});
    row("rare character in front", u"𬭊"_s, {u"𬭊明"_s});
    row("initials", u"wgl"_s, {u"王桂兰"_s});
    row("beginning of initials", u"WG"_s, {u"王桂兰"_s, u"王桂英"_s});
    row("surname and initials", u"王gl"_s, {u"王桂兰"_s});
    row("Latin name", u"ivanov"_s, {u"IVANOV ALEKSEI"_s});
    row("phone", u"138 0415 5678"_s, {u"王桂兰"_s});
    row("beginning of a phone", u"138041"_s, {u"王桂兰"_s});
    row("card number", u"k12345678"_s, {u"王桂兰"_s});
    row("card number of digits before identity numbers", u"210602196"_s, {u"李桂兰"_s});
    row("bank account", u"6228 4800 0000 0000 000"_s, {u"欧阳若曦"_s});
    row("nobody", u"诸葛孔明"_s, {});
    row("wildcards mean nothing", u"王%"_s, {});
    row("scope of a district", u"桂兰"_s, {u"王桂兰"_s}, u"210603"_s);
    row("scope of a city", u"桂兰"_s, {u"王桂兰"_s, u"李桂兰"_s}, u"2106"_s);
    row("scope elsewhere", u"桂兰"_s, {}, u"3206"_s);
    row("number outside the scope", u"210681199506091538"_s, {}, u"210603"_s);
    row("card outside the scope", u"K12345678"_s, {}, u"3206"_s);
}

void TestSearch::search_whatIsTyped_findsThePeople()
{
    QFETCH(QString, typed);
    QFETCH(QString, area);
    QTEST(namesFor({typed, area}), "expected");
}

void TestSearch::search_tooLittle_isRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addRow("nothing") << QString();
    QTest::addRow("blanks") << u"　 "_s;
    QTest::addRow("two digits") << u"21"_s;
    QTest::addRow("marks") << u"·%"_s;
}

void TestSearch::search_tooLittle_isRefused()
{
    QFETCH(QString, typed);
    QCOMPARE(namesFor({typed}), QStringList{u"registry.query"_s});
}

void TestSearch::search_manyRows_pagesWithoutGapOrRepeat_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("expected");
    QTest::addRow("twenty-five of one name, by four") << u"同名"_s << 4 << 25;
    QTest::addRow("exactly one page") << u"同名"_s << 25 << 25;
    QTest::addRow("one a page") << u"同名"_s << 1 << 25;
    QTest::addRow("given name") << u"名"_s << 6 << 25;
    QTest::addRow("initials") << u"tm"_s << 7 << 25;
    QTest::addRow("identity number prefix") << u"222401"_s << 9 << 25;
    QTest::addRow("phone prefix") << u"140111"_s << 10 << 25;
    QTest::addRow("second reading") << u"13010"_s << 1 << 1;
    QTest::addRow("a limit of nought is one") << u"王"_s << 0 << 2;
}

void TestSearch::search_manyRows_pagesWithoutGapOrRepeat()
{
    QFETCH(QString, typed);
    QFETCH(int, limit);
    QFETCH(int, expected);
    QStringList ids;
    PersonSearch wanted{typed, {}, limit, {}};
    do {
        const auto page = Persons(*m_connection).search(wanted);
        QVERIFY(page);
        QVERIFY(!page->persons.isEmpty());
        QVERIFY(page->persons.size() <= qMax(1, limit));
        for (const auto& person : page->persons)
            ids.append(person.id);
        wanted.after = page->next;
    } while (!wanted.after.isEmpty());
    QCOMPARE(ids.size(), expected);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), expected);
}

void TestSearch::search_foreignCursor_isRefused_data()
{
    QTest::addColumn<QString>("after");
    QTest::addRow("of another search") << u"0."_s + test::sampleId(4);
    QTest::addRow("of nobody") << u"0."_s + test::sampleId(999);
    QTest::addRow("of a reading that does not exist") << u"7."_s + test::sampleId(1);
    QTest::addRow("negative") << u"-1."_s + test::sampleId(1);
    QTest::addRow("without an id") << u"0."_s;
    QTest::addRow("anything") << u"next please"_s;
}

void TestSearch::search_foreignCursor_isRefused()
{
    QFETCH(QString, after);
    QCOMPARE(namesFor({u"王"_s, {}, 20, after}), QStringList{u"registry.cursor"_s});
}

void TestSearch::search_cursor_holdsNoPersonalData()
{
    const auto page = Persons(*m_connection).search({u"王"_s, {}, 1, {}});
    QCOMPARE(page->next, u"0."_s + page->persons.first().id);
    QCOMPARE(page->foundBy, PersonKey::Name);
}

void TestSearch::search_everyKey_runsAlongItsIndex_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("index");
    QTest::addRow("identity number") << u"21060219"_s << QString() << u"person_id_no"_s;
    QTest::addRow("identity number, second page") << u"222401"_s << u"0."_s + test::sampleId(11) << u"person_id_no"_s;
    QTest::addRow("name") << u"王桂"_s << QString() << u"person_name"_s;
    QTest::addRow("name, second page") << u"同名"_s << u"0."_s + test::sampleId(11) << u"person_name"_s;
    QTest::addRow("given name") << u"桂兰"_s << QString() << u"person_given_name"_s;
    QTest::addRow("initials") << u"wgl"_s << QString() << u"person_initials"_s;
    QTest::addRow("phone") << u"13804155678"_s << QString() << u"person_phone"_s;
    QTest::addRow("card number") << u"K12345678"_s << QString() << u"card_card_no"_s;
    QTest::addRow("bank account") << u"6228480000000000000"_s << QString() << u"card_bank_account"_s;
}

void TestSearch::search_everyKey_runsAlongItsIndex()
{
    QFETCH(QString, typed);
    QFETCH(QString, after);
    QFETCH(QString, index);
    if (test::isOnPostgres())
        QSKIP("the plans that are read here are SQLite's");
    for (const bool counted : {false, true}) { // before and after the planner knows how many rows there are
        if (counted)
            QVERIFY(m_connection->execute("ANALYZE"));
        test::PlanRecorder recorder(*m_connection);
        QVERIFY(Persons(recorder).search({typed, u"21"_s, 20, after}) || after.isEmpty());
        const auto plan = recorder.plan.join(u'\n');
        QVERIFY2(plan.contains(u"INDEX "_s + index), qPrintable(plan));
        QVERIFY2(!plan.contains(u"SCAN"_s) && !plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
    }
}

void TestSearch::search_page_costsFewStatements()
{
    Persons persons(*m_connection);
    auto before = m_connection->statementCount();
    const auto first = persons.search({u"同名"_s, {}, 5, {}});
    QCOMPARE(m_connection->statementCount() - before, 1);
    before = m_connection->statementCount();
    QVERIFY(persons.search({u"同名"_s, {}, 5, first->next}));
    QCOMPARE(m_connection->statementCount() - before, 2);
    before = m_connection->statementCount();
    QVERIFY(persons.search({u"210602651231"_s}));
    QVERIFY(persons.search({u"没有这个人"_s}));
    QVERIFY(m_connection->statementCount() - before <= 4);
}

void TestSearch::reads_forPersonCardAndCopies_runAlongIndexes()
{
    if (test::isOnPostgres())
        QSKIP("the plans that are read here are SQLite's");
    test::PlanRecorder recorder(*m_connection);
    const Persons persons(recorder);
    QVERIFY(persons.recordByIdNo(u"210602196512319026"_s));
    QVERIFY(persons.inArea(u"2106"_s, {}, 10));
    QVERIFY(persons.ofUnit(test::sampleId(1), {}, 10));
    const auto plan = recorder.plan.join(u'\n');
    // The list of a unit's people is the one thing walked whole: it is the page itself.
    for (const auto& line : recorder.plan)
        QVERIFY2(!line.startsWith(u"SCAN"_s) || line.contains(u"SUBQUERY"_s), qPrintable(plan));
    QVERIFY2(plan.contains(u"person_area"_s) && plan.contains(u"insurance_unit"_s), qPrintable(plan));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
