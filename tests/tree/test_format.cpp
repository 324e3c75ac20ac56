#include "tests/support/places/Places.h"
#include "tests/tree/SourceTree.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

namespace {

const QString Root = kuaiban::test::inSource();

// The files that clang-format would change, with the first place in each; several processes share the work.
QStringList unformatted(const QStringList& files)
{
    const auto parts = std::max<qsizetype>(1, QThread::idealThreadCount());
    std::vector<std::unique_ptr<QProcess>> running;
    for (qsizetype part = 0; part < std::min(parts, files.size()); ++part) {
        QStringList share;
        for (auto i = part; i < files.size(); i += parts)
            share << files[i];
        auto process = std::make_unique<QProcess>();
        process->setWorkingDirectory(Root);
        process->start(u"clang-format"_s,
            QStringList{u"--dry-run"_s, u"-Werror"_s, u"--style=file:%1/.clang-format"_s.arg(Root)} + share);
        running.push_back(std::move(process));
    }
    static const QRegularExpression complaint(uR"(^(.*?):(\d+):\d+: error: )"_s, QRegularExpression::MultilineOption);
    QMap<QString, QString> firstPlaces;
    for (const auto& process : running) {
        const bool finished = process->waitForFinished(120'000) && process->exitStatus() == QProcess::NormalExit;
        auto matches = complaint.globalMatch(QString::fromUtf8(process->readAllStandardError()));
        if (!finished || (process->exitCode() != 0 && !matches.hasNext()))
            firstPlaces.insert(u"clang-format did not do its work"_s, {});
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (!firstPlaces.contains(match.captured(1)))
                firstPlaces.insert(match.captured(1), u"%1:%2"_s.arg(match.captured(1), match.captured(2)));
        }
    }
    return firstPlaces.values();
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void file_formattedOtherwise_isNoticed();
    void file_formattedLikeOurs_passes();
    void project_formatted_isClean();

private:
    static QStringList complaintsAbout(const QByteArray& source);
};

void TestFormat::initTestCase()
{
    if (QStandardPaths::findExecutable(u"clang-format"_s).isEmpty())
        QSKIP("clang-format is not installed");
}

QStringList TestFormat::complaintsAbout(const QByteArray& source)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.cpp"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {u"cannot write"_s};
    file.write(source);
    file.close();
    auto places = unformatted({file.fileName()});
    return places.replaceInStrings(folder.path() + u'/', QString());
}

void TestFormat::file_formattedOtherwise_isNoticed()
{
    QCOMPARE(complaintsAbout("int a;\nint  f( int *b ) {\n  return *b; }\n"), QStringList{u"a.cpp:2"_s});
}

void TestFormat::file_formattedLikeOurs_passes()
{
    QCOMPARE(complaintsAbout("int f(int* a)\n{\n    return *a;\n}\n"), QStringList());
}

void TestFormat::project_formatted_isClean()
{
    const auto files = SourceTree::ofProject(Root).paths({}, {u".h"_s, u".cpp"_s});
    QVERIFY(files.size() > 100);
    Findings findings;
    for (const auto& place : unformatted(files))
        findings.append({place, u"format"_s, u"clang-format -i mends this"_s});
    QVERIFY(none(findings));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "test_format.moc"
