#include "tests/support/places/Places.h"
#include "tests/tree/HouseRules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

using Rule = Findings (*)(const SourceTree&);
Q_DECLARE_METATYPE(Rule)

class TestHouseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_givenToItsRule_isJudged_data();
    void text_givenToItsRule_isJudged();
    void project_givenToTheRule_keepsIt_data();
    void project_givenToTheRule_keepsIt();

private:
    const SourceTree m_project = SourceTree::ofProject(kuaiban::test::inSource());
};

void TestHouseRules::text_givenToItsRule_isJudged_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("finding"); // empty when the text is sound

    const auto page = u"app/counter/intake/Page.cpp"_s;
    const auto module = u"modules/flow/Flow.cpp"_s;
    const auto room = u"modules/flow/CMakeLists.txt"_s;
    const auto row = [](const char* name, Rule rule, const QString& path, const QString& text, const QString& finding) {
        QTest::newRow(name) << Rule(rule) << path << text << finding;
    };
    const auto bad = [&row](const char* name, Rule rule, const QString& path, const QString& text,
                         const QString& found) { row(name, rule, path, text, path + found); };
    const auto good = [&row](const char* name, Rule rule, const QString& path, const QString& text) {
        row(name, rule, path, text, {});
    };

    using namespace house;
    good("400 lines", longFiles, module, QString(400, u'\n'));
    bad("401 lines", longFiles, module, QString(401, u'\n'), u" length"_s);

    good("a sentence", roomSentences, room, u"# What a flow means.\nkuaiban_room(x)\n"_s);
    good("a sentence on two lines", roomSentences, room, u"# What a flow\n# means to people.\n"_s);
    bad("no sentence", roomSentences, room, u"kuaiban_room(x)\n"_s, u":1 sentence"_s);
    bad("only a word", roomSentences, room, u"# Flow.\nkuaiban_room(x)\n"_s, u":1 sentence"_s);

    good("nothing left to do", unfinished, module, u"// to do it\nint toDo;\n"_s);
    bad("a reminder", unfinished, module,
        u"\n// TO"
        u"DO later\n"_s,
        u":2 unfinished"_s);
    bad("a reminder in CMake", unfinished, room,
        u"# FIX"
        u"ME\n"_s,
        u":1 unfinished"_s);

    good("events in a comment", eventLoops, page,
        u"// no processEvents(), no QEventLoop\nauto s = u\"->exec()\"_s;\n"_s);
    good("the program's loop", eventLoops, u"app/counter/main.cpp"_s,
        u"return app.exec();\nreturn QApplication::exec();\n"_s);
    good("execute", eventLoops, module, u"connection.execute(sql);"_s);
    bad("the program's loop elsewhere", eventLoops, page, u"return app.exec();\n"_s, u":1 loop"_s);
    bad("a dialog", eventLoops, page, u"\ndialog->exec();\n"_s, u":2 loop"_s);
    bad("a menu in main", eventLoops, u"app/counter/main.cpp"_s, u"menu.exec(at);\n"_s, u":1 loop"_s);
    bad("an event loop", eventLoops, module, u"QEventLoop loop;"_s, u":1 loop"_s);
    bad("events in between", eventLoops, page, u"QCoreApplication::processEvents();"_s, u":1 loop"_s);
    bad("a sleep", eventLoops, module, u"QThread::msleep(5);"_s, u":1 sleep"_s);
    bad("a sleep of the library", eventLoops, module, u"std::this_thread::sleep_for(5ms);"_s, u":1 sleep"_s);
    good("a device waits on its own thread", eventLoops, u"devices/base/Line.cpp"_s, u"m_port->waitForReadyRead(5);"_s);
    good("a destructor ends its thread", eventLoops, page,
        u"Page::~Page()\n{\n call(x, Qt::BlockingQueuedConnection);\n}\n"_s);
    bad("a page waits after a destructor", eventLoops, page,
        u"Page::~Page() {}\nvoid f() { call(x, Qt::BlockingQueuedConnection); }\n"_s, u":2 blocking"_s);
    bad("a page waits", eventLoops, page, u"process.waitForFinished();"_s, u":1 blocking"_s);

    good("a slot", connections, page, u"connect(a, &A::done, this, &Page::show);"_s);
    good("a lambda with context", connections, page,
        u"connect(a, qOverload<int, int>(&A::done), this, [this](int x) { f(x, x); });"_s);
    good("a later call with context", connections, page, u"QTimer::singleShot(5, this, [this] { f(); });"_s);
    good("a disconnect", connections, page, u"disconnect(a, nullptr, this, nullptr);"_s);
    bad("a lambda without context", connections, page, u"connect(a, &A::done, [this] { f(); });"_s, u":1 context"_s);
    bad("a lambda without context on two lines", connections, page,
        u"\nQObject::connect(a, qOverload<int, int>(&A::done),\n [=](int) {});"_s, u":2 context"_s);
    bad("a later call without context", connections, page, u"QTimer::singleShot(5s, [this] { f(); });"_s,
        u":1 context"_s);
    bad("a later call with a timer type", connections, page,
        u"QTimer::singleShot(5s, Qt::PreciseTimer, [this] { f(); });"_s, u":1 context"_s);
    bad("a continuation without context", connections, module, u"future.then([this](int x) { f(x); });"_s,
        u":1 context"_s);
    bad("a connection by strings", connections, page, u"connect(a, SIGNAL(x), this, f);"_s, u":1 string-connect"_s);

    good("a word in capitals", sqlInPages, page, u"u\"SELECTED\"_s; tr(\"Update the list\");"_s);
    bad("SQL in a page", sqlInPages, page, u"\nu\"SELECT a FROM b\"_s"_s, u":2 sql"_s);
    good("SQL in a module", sqlInPages, module, u"u\"SELECT a FROM b\"_s"_s);

    good("an English source", sourceTexts, page, u"tr(\"Next citizen …\"); auto s = u\"下一位\"_s;"_s);
    bad("a Chinese source", sourceTexts, page, u"tr(\"下一位\");"_s, u":1 source-text"_s);
    bad("a Chinese source in a longer call", sourceTexts, page, u"\ntr(\"%n case(s)\",\n \"件\", n);"_s,
        u":3 source-text"_s);

    const auto script = u"installer/demo.sh"_s;
    good("a temporary file", machinePaths, script,
        u"f=$(mktemp)\ncd \"${TMPDIR:-/tm"
        u"p}\"\nx=build/wor"
        u"k/a\n"_s);
    bad("a folder of one machine", machinePaths, script,
        u"\ncd /wor"
        u"k/main\n"_s,
        u":2 machine"_s);
    bad("a file that others can see", machinePaths, module,
        u"u\"/tm"
        u"p/scan.png\"_s"_s,
        u":1 machine"_s);
    bad("somebody's folder", machinePaths, module,
        u"\"/hom"
        u"e/li/x\""_s,
        u":1 machine"_s);
    bad("a registry", machinePaths, script,
        u"curl https://registry.npm"
        u"js.org/x\n"_s,
        u":1 registry"_s);
}

void TestHouseRules::text_givenToItsRule_isJudged()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, finding);
    const auto expected = finding.isEmpty() ? QStringList() : QStringList{finding};
    QCOMPARE(brief(rule(SourceTree({{path, text}}))), expected);
}

void TestHouseRules::project_givenToTheRule_keepsIt_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("no file over 400 lines") << Rule(house::longFiles);
    QTest::newRow("a room opens with a sentence") << Rule(house::roomSentences);
    QTest::newRow("nothing unfinished") << Rule(house::unfinished);
    QTest::newRow("no nested event loops, no sleep") << Rule(house::eventLoops);
    QTest::newRow("lambdas have a context") << Rule(house::connections);
    QTest::newRow("no SQL in pages") << Rule(house::sqlInPages);
    QTest::newRow("source texts are English") << Rule(house::sourceTexts);
    QTest::newRow("nothing of one machine") << Rule(house::machinePaths);
}

void TestHouseRules::project_givenToTheRule_keepsIt()
{
    QFETCH(Rule, rule);
    QVERIFY(m_project.files().size() > 100);
    QVERIFY(none(rule(m_project)));
}

QTEST_GUILESS_MAIN(TestHouseRules)
#include "test_house_rules.moc"
