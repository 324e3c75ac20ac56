#include "tests/support/places/Places.h"
#include "tests/tree/Translations.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

namespace {

const QString Chinese = u"translations/kuaiban_zh_CN.ts"_s;
const QStringList ProductFolders{u"app"_s, u"modules"_s, u"devices"_s};

QString tsFile(const QString& messages)
{
    return uR"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context><name>Page</name>
%1
</context>
</TS>
)"_s.arg(messages);
}

QString readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool writeFile(const QString& path, const QString& text)
{
    QFile file(path);
    const auto bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// The texts that lupdate finds in `folders` below `root`, starting from the translations in `ts`, which stay untouched.
Translations updated(const QString& root, const QStringList& folders, const QString& ts)
{
    const QTemporaryDir scratch;
    const auto copy = scratch.filePath(u"copy.ts"_s);
    if (!writeFile(copy, ts))
        return {copy, {}};
    QProcess lupdate;
    lupdate.setWorkingDirectory(root);
    lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s,
        QStringList{u"-silent"_s, u"-no-obsolete"_s} + folders + QStringList{u"-ts"_s, copy});
    if (!lupdate.waitForFinished(120'000) || lupdate.exitCode() != 0)
        return {copy, QString::fromUtf8(lupdate.readAllStandardError())}; // no XML: a gap of its own
    return {copy, readFile(copy)};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_givenToTheReader_isJudged_data();
    void message_givenToTheReader_isJudged();
    void newText_inTheSources_isNoticed();
    void chinese_ofTheProject_hasNoGaps();
    void chinese_ofTheProject_holdsExactlyTheTextsOfTheSources();
    void english_ofTheProject_hasNoGaps();

private:
    const QString m_root = kuaiban::test::inSource();
    const SourceTree m_project = SourceTree::ofProject(m_root);
};

void TestTranslations::message_givenToTheReader_isJudged_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("gaps");
    const auto plain = u"<message><source>%1</source><translation%2>%3</translation></message>"_s;
    QTest::newRow("finished") << plain.arg(u"Next"_s, u""_s, u"下一位"_s) << QStringList();
    QTest::newRow("unfinished") << plain.arg(u"Next"_s, u" type=\"unfinished\""_s, u"下"_s)
                                << QStringList{u"a.ts:5 unfinished"_s};
    QTest::newRow("unfinished and empty") << plain.arg(u"Next"_s, u" type=\"unfinished\""_s, u""_s)
                                          << QStringList{u"a.ts:5 empty"_s, u"a.ts:5 unfinished"_s};
    QTest::newRow("empty") << plain.arg(u"Next"_s, u""_s, u""_s) << QStringList{u"a.ts:5 empty"_s};
    QTest::newRow("vanished") << plain.arg(u"Next"_s, u" type=\"vanished\""_s, u""_s) << QStringList();
    QTest::newRow("places in another order") << plain.arg(u"%1 of %2"_s, u""_s, u"共 %2 第 %1"_s) << QStringList();
    QTest::newRow("a lost place") << plain.arg(u"%1 of %2"_s, u""_s, u"第 %1"_s) << QStringList{u"a.ts:5 places"_s};
    const auto counted =
        u"<message numerus=\"yes\"><source>%n case(s)</source><translation><numerusform>%1</numerusform></translation></message>"_s;
    QTest::newRow("a counted text") << counted.arg(u"%n 件"_s) << QStringList();
    QTest::newRow("a counted text without its number") << counted.arg(u"件"_s) << QStringList{u"a.ts:5 places"_s};
    QTest::newRow("broken XML") << u"<message>"_s << QStringList{u"a.ts:6 xml"_s};
}

void TestTranslations::message_givenToTheReader_isJudged()
{
    QFETCH(QString, message);
    QFETCH(QStringList, gaps);
    QCOMPARE(brief(Translations(u"a.ts"_s, tsFile(message)).gaps()), gaps);
}

void TestTranslations::newText_inTheSources_isNoticed()
{
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkdir(u"app"_s));
    QVERIFY(writeFile(
        root.filePath(u"app/Page.cpp"_s), u"void Page::show() { say(tr(\"Next\")); say(tr(\"Back\")); }\n"_s));
    const auto known = tsFile(u"<message><source>Next</source><translation>下一位</translation></message>"_s);
    const auto found = updated(root.path(), {u"app"_s}, known);
    QCOMPARE(found.sources(), (QSet<QString>{u"Page: Next ()"_s, u"Page: Back ()"_s}));
}

void TestTranslations::chinese_ofTheProject_hasNoGaps()
{
    if (!m_project.has(Chinese))
        QSKIP("translations/kuaiban_zh_CN.ts is not written yet");
    const Translations translations(Chinese, m_project.text(Chinese));
    QVERIFY(none(translations.gaps()));
    QVERIFY(!translations.sources().isEmpty());
}

void TestTranslations::chinese_ofTheProject_holdsExactlyTheTextsOfTheSources()
{
    if (!m_project.has(Chinese))
        QSKIP("translations/kuaiban_zh_CN.ts is not written yet");
    const auto known = Translations(Chinese, m_project.text(Chinese)).sources();
    const auto now = updated(m_root, ProductFolders, m_project.text(Chinese)).sources();
    Findings findings;
    for (const auto& text : now - known)
        findings.append({Chinese, u"missing"_s, text});
    for (const auto& text : known - now)
        findings.append({Chinese, u"no longer in the sources"_s, text});
    QVERIFY(none(findings));
}

void TestTranslations::english_ofTheProject_hasNoGaps()
{
    const auto english = u"translations/kuaiban_en.ts"_s;
    if (!m_project.has(english))
        QSKIP("translations/kuaiban_en.ts is not written yet");
    const Translations translations(english, m_project.text(english));
    QVERIFY(none(translations.gaps()));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
