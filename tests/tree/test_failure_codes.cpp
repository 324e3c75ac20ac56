#include "tests/support/places/Places.h"
#include "tests/tree/FailureCodes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

namespace {

const QString Factory = uR"(inline Error paper(int n)
{
    return failure("printer.paper", Origin::Device, u"a, b"_s).with(u"tray"_s, n);
}
)"_s;

const QString Entry = uR"({
  "printer.paper": {
    "origin": "device",
    "zh_CN": { "what": "缺纸", "cause": "{tray} 号纸盒空了。", "remedy": "请装纸。" },
    "en": { "what": "No paper", "cause": "{tray}", "remedy": "Add paper." }
  }
})"_s;

QMap<QString, QString> soundProject()
{
    return {
        {u"devices/printer/PrinterErrors.h"_s, Factory},
        {u"resources/failures/printer.json"_s, Entry},
        {u"tests/devices/printer/test_printer.cpp"_s, u"QCOMPARE(error.code, u\"printer.paper\"_s);\n"_s},
    };
}

Findings allFindings(const SourceTree& tree)
{
    const FailureCodes codes(tree);
    return codes.factories() + codes.manual() + codes.fields() + codes.tests();
}

} // namespace

class TestFailureCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundProject_checked_hasNoFindings();
    void wrongProject_checked_isFound_data();
    void wrongProject_checked_isFound();
    void entry_onAnotherRoomsPage_isFound();
    void entry_quotingFieldsOfItsCause_passes();
    void factories_ofTheProject_areBuiltOnce();
    void manual_ofTheProject_isCompleteAndAgrees();
    void fields_ofTheProject_areFilledIn();
    void tests_ofTheProject_provokeEveryCode();

private:
    const SourceTree m_project = SourceTree::ofProject(kuaiban::test::inSource());
};

void TestFailureCodes::soundProject_checked_hasNoFindings()
{
    QCOMPARE(brief(allFindings(SourceTree(soundProject()))), QStringList());
}

void TestFailureCodes::wrongProject_checked_isFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("findings");
    const auto header = u"devices/printer/PrinterErrors.h"_s;
    const auto page = u"resources/failures/printer.json"_s;
    const auto test = u"tests/devices/printer/test_printer.cpp"_s;

    QTest::newRow("a code built twice") << header << Factory + Factory << QStringList{header + u":7 twice"_s};
    QTest::newRow("a code built in a second file")
        << u"devices/printer/Queue.cpp"_s << Factory
        << QStringList{u"devices/printer/Queue.cpp:3 file"_s, u"devices/printer/Queue.cpp:3 twice"_s};
    QTest::newRow("a code that is no literal")
        << header << Factory + u"return failure(code, Origin::User);"_s << QStringList{header + u":5 no-literal"_s};
    QTest::newRow("a code without a room")
        << u"devices/printer/MoreErrors.h"_s << u"return failure(\"jam\", Origin::User);"_s
        << QStringList{u"devices/printer/MoreErrors.h:1 no-entry"_s, u"devices/printer/MoreErrors.h:1 shape"_s,
               u"devices/printer/MoreErrors.h:1 untested"_s};
    QTest::newRow("an origin that is computed")
        << header << QString(Factory).replace(u"Origin::Device"_s, u"origin"_s) << QStringList{header + u":3 origin"_s};
    QTest::newRow("another origin than in the manual")
        << header << QString(Factory).replace(u"Origin::Device"_s, u"Origin::User"_s)
        << QStringList{header + u":3 origin"_s};
    QTest::newRow("a code without an entry") << page << u"{}"_s << QStringList{header + u":3 no-entry"_s};
    QTest::newRow("an entry without a factory")
        << header << u"// failure(\"printer.paper\", Origin::Device)\n"_s << QStringList{page + u" no-factory"_s};
    QTest::newRow("an entry on two pages")
        << u"resources/failures/paper.json"_s << Entry << QStringList{page + u" twice"_s};
    QTest::newRow("an entry twice on its page")
        << page << QString(Entry).chopped(1) + u",\n"_s + QString(Entry).mid(2) << QStringList{page + u":8 twice"_s};
    QTest::newRow("an empty cause in Chinese")
        << page << QString(Entry).replace(u"{tray} 号纸盒空了。"_s, u" "_s) << QStringList{page + u" empty"_s};
    QTest::newRow("no English") << page << QString(Entry).replace(u"\"en\""_s, u"\"de\""_s)
                                << QStringList{page + u" empty"_s, page + u" empty"_s, page + u" empty"_s};
    QTest::newRow("a page that is no JSON")
        << page << Entry.chopped(3) << QStringList{header + u":3 no-entry"_s, page + u":6 json"_s};
    QTest::newRow("a field that nothing fills in")
        << page << QString(Entry).replace(u"Add paper."_s, u"Add {paper}."_s) << QStringList{page + u" field"_s};
    QTest::newRow("a code that no test names") << test << u"int x;"_s << QStringList{header + u":3 untested"_s};
    QTest::newRow("a code that a test names in a comment only")
        << test << u"// \"printer.paper\""_s << QStringList{header + u":3 untested"_s};
    QTest::newRow("a longer code in a test")
        << test << u"\"printer.paper-jam\""_s << QStringList{header + u":3 untested"_s};
}

void TestFailureCodes::wrongProject_checked_isFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QStringList, findings);
    auto files = soundProject();
    files[path] = text;
    QCOMPARE(brief(allFindings(SourceTree(files))), findings);
}

void TestFailureCodes::entry_onAnotherRoomsPage_isFound()
{
    auto files = soundProject();
    files.insert(u"resources/failures/paper.json"_s, files.take(u"resources/failures/printer.json"_s));
    QCOMPARE(brief(allFindings(SourceTree(files))), QStringList{u"resources/failures/paper.json page"_s});
}

void TestFailureCodes::entry_quotingFieldsOfItsCause_passes()
{
    auto files = soundProject();
    files[u"resources/failures/printer.json"_s].replace(u"{tray}"_s, u"{line}"_s);
    files.insert(u"devices/base/Line.cpp"_s, u"error.with(u\"line\"_s, 1);\n"_s);
    QCOMPARE(FailureCodes(SourceTree(files)).fields().size(), 2);
    files[u"devices/printer/PrinterErrors.h"_s] +=
        u"inline Error jam(const Error& cause) { error.fields = cause.fields; }\n"_s;
    QCOMPARE(brief(allFindings(SourceTree(files))), QStringList());
}

void TestFailureCodes::factories_ofTheProject_areBuiltOnce()
{
    QVERIFY(none(FailureCodes(m_project).factories()));
}

void TestFailureCodes::manual_ofTheProject_isCompleteAndAgrees()
{
    QVERIFY(m_project.has(u"resources/failures/base.json"_s));
    QVERIFY(none(FailureCodes(m_project).manual()));
}

void TestFailureCodes::fields_ofTheProject_areFilledIn()
{
    QVERIFY(none(FailureCodes(m_project).fields()));
}

void TestFailureCodes::tests_ofTheProject_provokeEveryCode()
{
    QVERIFY(none(FailureCodes(m_project).tests()));
}

QTEST_GUILESS_MAIN(TestFailureCodes)
#include "test_failure_codes.moc"
