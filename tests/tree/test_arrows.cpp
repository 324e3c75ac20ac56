#include "tests/support/places/Places.h"
#include "tests/tree/Arrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

namespace {

// A small sound project, to which each row adds one wrong line.
QMap<QString, QString> soundProject()
{
    return {
        {u"modules/CMakeLists.txt"_s,
            u"foreach(room IN ITEMS base codes store)\n add_subdirectory(${room})\nendforeach()\n"_s},
        {u"modules/base/CMakeLists.txt"_s, u"kuaiban_room(kuaiban_base SOURCES A.cpp USES Qt6::Core)\n"_s},
        {u"modules/base/Base.h"_s, u"#include <QString>\n"_s},
        {u"modules/codes/CMakeLists.txt"_s, u"kuaiban_room(kuaiban_codes SOURCES A.cpp USES kuaiban_base)\n"_s},
        {u"modules/codes/Codes.h"_s, u"#include \"modules/base/Base.h\"\n"_s},
        {u"modules/store/CMakeLists.txt"_s, u"kuaiban_room(kuaiban_store SOURCES A.cpp USES kuaiban_codes)\n"_s},
        {u"modules/store/Store.h"_s, u"#include \"Rows.h\"\n"_s},
        {u"modules/store/Rows.h"_s, u"// #include \"app/hub/api/Api.h\"\n"_s},
        {u"devices/CMakeLists.txt"_s, u"foreach(room IN ITEMS base scanner printer)\nendforeach()\n"_s},
        {u"devices/base/CMakeLists.txt"_s,
            u"kuaiban_room(kuaiban_device_base SOURCES A.cpp PRIVATELY Qt6::SerialPort)\n"_s},
        {u"devices/base/Line.h"_s, u"#include <QSerialPort>\n"_s},
        {u"devices/scanner/CMakeLists.txt"_s, u"kuaiban_room(kuaiban_device_scanner SOURCES A.cpp USES Qt6::Gui)\n"_s},
        {u"devices/scanner/Page.h"_s, u"#include <QImage>\n#include \"devices/base/Line.h\"\n"_s},
        {u"devices/scanner/sane/CMakeLists.txt"_s, u"kuaiban_room(kuaiban_device_scanner_sane SOURCES A.cpp)\n"_s},
        {u"devices/scanner/sane/Sane.h"_s, u"#include \"devices/scanner/Page.h\"\n"_s},
        {u"devices/printer/CMakeLists.txt"_s, u"kuaiban_room(kuaiban_device_printer SOURCES A.cpp PRIVATELY cups)\n"_s},
        {u"devices/printer/Queue.h"_s, u"#include \"modules/codes/Codes.h\"\n"_s},
        {u"app/hub/CMakeLists.txt"_s,
            u"foreach(room IN ITEMS http api)\nendforeach()\nadd_executable(hub main.cpp)\n"_s},
        {u"app/hub/main.cpp"_s, u"#include \"api/Api.h\"\n"_s},
        {u"app/hub/http/Server.h"_s, u"#include \"modules/store/Store.h\"\n"_s},
        {u"app/hub/api/Api.h"_s, u"#include \"app/hub/http/Server.h\"\n"_s},
        {u"app/device/main.cpp"_s, u"#include \"devices/scanner/sane/Sane.h\"\n"_s},
        {u"app/counter/CMakeLists.txt"_s, u"foreach(room IN ITEMS look kit)\nendforeach()\n"_s},
        {u"app/counter/look/CMakeLists.txt"_s,
            u"kuaiban_room(kuaiban_counter_look SOURCES A.cpp USES Qt6::Widgets)\n"_s},
        {u"app/counter/look/Look.h"_s, u"#include <QWidget>\n"_s},
        {u"app/counter/kit/Field.h"_s, u"#include \"../look/Look.h\"\n"_s},
        {u"tests/support/Fake.h"_s, {}},
    };
}

Findings allFindings(const SourceTree& tree)
{
    const Arrows arrows(tree);
    return arrows.includes() + arrows.links() + arrows.folders();
}

} // namespace

class TestArrows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundProject_checked_hasNoFindings();
    void wrongArrow_checked_isFound_data();
    void wrongArrow_checked_isFound();
    void qtHeaders_installed_areKnown();
    void includes_ofTheProject_obeyTheArrows();
    void links_ofTheProject_obeyTheArrows();
    void folders_ofTheProject_areNamedInTheLists();

private:
    const SourceTree m_project = SourceTree::ofProject(kuaiban::test::inSource());
};

void TestArrows::soundProject_checked_hasNoFindings()
{
    QCOMPARE(brief(allFindings(SourceTree(soundProject()))), QStringList());
}

void TestArrows::wrongArrow_checked_isFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("addition");
    QTest::addColumn<QStringList>("findings");
    const auto include = [](const char* row, const QString& path, const QString& header, const QString& rule) {
        const auto line = soundProject().value(path).count(u'\n') + 1;
        QTest::newRow(row) << path << u"#include %1\n"_s.arg(header)
                           << QStringList{u"%1:%2 %3"_s.arg(path).arg(line).arg(rule)};
    };
    include("a module includes one that stands after it", u"modules/codes/Codes.h"_s, u"\"modules/store/Store.h\""_s,
        u"include"_s);
    include(
        "a module includes one by a relative path", u"modules/base/Base.h"_s, u"\"../store/Rows.h\""_s, u"include"_s);
    include("a module includes a device", u"modules/store/Store.h"_s, u"\"devices/base/Line.h\""_s, u"include"_s);
    include("a module includes a program", u"modules/store/Store.h"_s, u"\"app/hub/api/Api.h\""_s, u"include"_s);
    include("a module includes a class of Qt Gui", u"modules/store/Store.h"_s, u"<QImage>"_s, u"qt-include"_s);
    include("a module includes Qt Gui as a whole", u"modules/store/Store.h"_s, u"<QtGui>"_s, u"qt-include"_s);
    include("a module includes a header of Qt Widgets by its folder", u"modules/base/Base.h"_s, u"<QtWidgets/QLabel>"_s,
        u"qt-include"_s);
    include("a module includes a lower-case header", u"modules/base/Base.h"_s, u"<qwidget.h>"_s, u"qt-include"_s);
    include("a device includes another device", u"devices/printer/Queue.h"_s, u"\"devices/scanner/Page.h\""_s,
        u"include"_s);
    include("a device includes a module above codes", u"devices/printer/Queue.h"_s, u"\"modules/store/Store.h\""_s,
        u"include"_s);
    include(
        "a device that is no scanner includes an image", u"devices/printer/Queue.h"_s, u"<QImage>"_s, u"qt-include"_s);
    include("a scanner includes a widget", u"devices/scanner/Page.h"_s, u"<QWidget>"_s, u"qt-include"_s);
    include("a scanner includes its driver", u"devices/scanner/Page.h"_s, u"\"sane/Sane.h\""_s, u"include"_s);
    include("the counter includes the scanner's driver", u"app/counter/kit/Field.h"_s,
        u"\"devices/scanner/sane/Sane.h\""_s, u"include"_s);
    include("the hub includes an image", u"app/hub/http/Server.h"_s, u"<QImage>"_s, u"qt-include"_s);
    include(
        "a program includes another program", u"app/counter/kit/Field.h"_s, u"\"app/hub/api/Api.h\""_s, u"include"_s);
    include("a room of a program includes one that stands after it", u"app/hub/http/Server.h"_s,
        u"\"app/hub/api/Api.h\""_s, u"include"_s);
    include("a room of a program includes the program's own file", u"app/hub/http/Server.h"_s,
        u"\"app/hub/main.cpp\""_s, u"include"_s);
    include("the product includes a test's file", u"app/hub/main.cpp"_s, u"\"tests/support/Fake.h\""_s, u"include"_s);
    include("a foreign header stands in quotes", u"app/hub/main.cpp"_s, u"\"openssl/ssl.h\""_s, u"include-unknown"_s);

    const auto link = [](const char* row, const QString& path, const QString& line, const QStringList& rules) {
        const auto number = soundProject().value(path).count(u'\n') + 1;
        QStringList findings;
        for (const auto& rule : rules)
            findings << u"%1:%2 %3"_s.arg(path).arg(number).arg(rule);
        QTest::newRow(row) << path << line + u'\n' << findings;
    };
    link("a module links one that stands after it", u"modules/codes/CMakeLists.txt"_s,
        u"kuaiban_room(more SOURCES B.cpp USES kuaiban_store)"_s, {u"link"_s});
    link("a module links a device privately", u"modules/codes/CMakeLists.txt"_s,
        u"kuaiban_room(more SOURCES B.cpp PRIVATELY kuaiban_device_base)"_s, {u"link"_s});
    link("a module links Qt Widgets", u"modules/codes/CMakeLists.txt"_s,
        u"kuaiban_room(more SOURCES B.cpp USES Qt6::Widgets)"_s, {u"qt-link"_s});
    link("a link line of its own", u"modules/codes/CMakeLists.txt"_s,
        u"add_library(more B.cpp) target_link_libraries(more PRIVATE Qt6::Gui)"_s, {u"qt-link"_s});
    link("the hub reaches Qt Gui by way of the scanner", u"app/hub/CMakeLists.txt"_s,
        u"add_executable(more B.cpp) target_link_libraries(more PRIVATE kuaiban_device_scanner)"_s, {u"qt-way"_s});
    link("a program links the scanner's driver", u"app/counter/look/CMakeLists.txt"_s,
        u"kuaiban_room(more SOURCES B.cpp USES kuaiban_device_scanner_sane)"_s, {u"link"_s});
    link("a misspelt room", u"modules/codes/CMakeLists.txt"_s, u"kuaiban_room(more SOURCES B.cpp USES kuaiban_bsae)"_s,
        {u"link-unknown"_s});

    QTest::newRow("a room that no list names")
        << u"modules/extra/Extra.h"_s << u"#include <QString>\n"_s << QStringList{u"modules/extra folder"_s};
}

void TestArrows::wrongArrow_checked_isFound()
{
    QFETCH(QString, path);
    QFETCH(QString, addition);
    QFETCH(QStringList, findings);
    auto files = soundProject();
    files[path] += addition;
    QCOMPARE(brief(allFindings(SourceTree(files))), findings);
}

void TestArrows::qtHeaders_installed_areKnown()
{
    const QtHeaders qt;
    QVERIFY(!qt.isEmpty());
    QCOMPARE(qt.moduleOf(u"QImage"_s), u"QtGui"_s);
    QCOMPARE(qt.moduleOf(u"QtWidgets/QLabel"_s), u"QtWidgets"_s);
    QCOMPARE(qt.moduleOf(u"QString"_s), u"QtCore"_s);
    QCOMPARE(qt.moduleOf(u"vector"_s), QString());
    QCOMPARE(qt.moduleOf(u"openssl/ssl.h"_s), QString());
}

void TestArrows::includes_ofTheProject_obeyTheArrows()
{
    QVERIFY(m_project.productCode().size() > 50);
    QVERIFY(none(Arrows(m_project).includes()));
}

void TestArrows::links_ofTheProject_obeyTheArrows()
{
    QVERIFY(productTargets(m_project).contains(u"kuaiban_base"_s));
    QVERIFY(none(Arrows(m_project).links()));
}

void TestArrows::folders_ofTheProject_areNamedInTheLists()
{
    QCOMPARE(roomOrder(m_project, u"modules"_s).value(0), u"base"_s);
    QVERIFY(none(Arrows(m_project).folders()));
}

QTEST_GUILESS_MAIN(TestArrows)
#include "test_arrows.moc"
