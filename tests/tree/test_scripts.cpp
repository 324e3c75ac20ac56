#include "tests/support/places/Places.h"
#include "tests/tree/SourceTree.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

namespace {

const QString Root = kuaiban::test::inSource();

struct Ended
{
    int code;
    QString out;
    QString err;
};

// A copy of the scripts in a folder of its own, where the programs they call are stand-ins that write down how they
// were called (in calls.txt) and do what the test wants.
class Stage
{
public:
    Stage()
    {
        for (const auto& path : {u".ci/run"_s, u"tests/run.sh"_s, u"installer/install-packages.sh"_s}) {
            QDir().mkpath(QFileInfo(file(path)).path());
            QFile::copy(Root + u'/' + path, file(path));
        }
        QDir().mkpath(file(u"bin"_s));
        write(u"installer/packages.txt"_s, u"# build\ncmake\njq  # json\n"_s);
    }

    QString file(const QString& path) const { return m_folder.filePath(path); }

    void write(const QString& path, const QString& text) const
    {
        QFile file(this->file(path));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }

    void stand(const QString& program, const QString& body) const
    {
        const auto path = u"bin/"_s + program;
        write(path, u"#!/bin/bash\necho \"%1 $*\" >>\"%2\"\n%3\n"_s.arg(program, file(u"calls.txt"_s), body));
        QFile::setPermissions(file(path), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    // Which of the listed packages dpkg knows as installed.
    void standInstalled(const QStringList& packages) const
    {
        QString lines;
        for (const auto& package : packages)
            lines += u"echo '%1 installed'\n"_s.arg(package);
        stand(u"dpkg-query"_s, lines + u"echo 'cmake deinstalled'; exit 1"_s);
    }

    Ended run(const QString& script, const QStringList& arguments = {}, const QString& path = u"/usr/bin:/bin"_s) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, file(u"bin"_s) + u':' + path);
        environment.insert(u"POLICY_RC_D"_s, file(u"policy-rc.d"_s));
        for (const auto* name : {"KUAIBAN_PRESET", "CTEST_PARALLEL_LEVEL", "ASAN_OPTIONS"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(m_extra);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(QDir::rootPath());
        process.start(file(script), arguments);
        if (!process.waitForFinished(20'000))
            return {-1, {}, u"did not finish"_s};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }

    void set(const QString& name, const QString& value) { m_extra.insert(name, value); }

    QStringList calls() const
    {
        QFile file(this->file(u"calls.txt"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList();
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_extra;
};

// Tests run on a stage where everything is installed and the build does nothing.
void standForBuilding(const Stage& stage)
{
    stage.standInstalled({u"cmake"_s, u"jq"_s});
    stage.stand(u"cmake"_s, u"echo building"_s);
    stage.stand(u"nproc"_s, u"echo 3"_s);
    stage.stand(u"ctest"_s, u"echo \"level $CTEST_PARALLEL_LEVEL asan $ASAN_OPTIONS\"; echo summary; exit 8"_s);
}

} // namespace

class TestScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_ofTheProject_areSound();
    void install_nothingMissing_callsNoApt();
    void install_missing_updatesAndInstallsOnlyThat();
    void install_aptFails_saysSoAndLeavesNoPolicy();
    void install_policyExists_isLeftAlone();
    void install_asUser_goesThroughSudo();
    void install_asUserWithoutSudo_saysWhatToDo();
    void install_askedForMissing_onlyNamesThem();
    void run_arguments_reachCtest_data();
    void run_arguments_reachCtest();
    void run_buildFails_runsNoTests();
    void ci_endsWithCtestsSummaryAndCode();
    void display_started_hasTheSizeAndEnds();
    void display_window_takesKeysAndIsPictured();
    void display_windowThatNeverComes_saysSo();
};

void TestScripts::scripts_ofTheProject_areSound()
{
    const auto tree = SourceTree::ofProject(Root);
    int scripts = 0;
    for (auto it = tree.files().begin(); it != tree.files().end(); ++it) {
        const bool executed = it.value().startsWith("#!"_L1);
        if (!it.key().endsWith(".sh"_L1) && !(executed && it.value().section(u'\n', 0, 0).endsWith("bash"_L1)))
            continue;
        ++scripts;
        if (executed) {
            QVERIFY2(QFileInfo(Root + u'/' + it.key()).isExecutable(), qPrintable(it.key()));
            QVERIFY2(it.value().contains("\nset -euo pipefail\n"_L1), qPrintable(it.key()));
        }
        QProcess bash;
        bash.start(u"bash"_s, {u"-n"_s, Root + u'/' + it.key()});
        QVERIFY(bash.waitForFinished());
        QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());
    }
    QVERIFY(scripts >= 5);
}

void TestScripts::install_nothingMissing_callsNoApt()
{
    const Stage stage;
    stage.standInstalled({u"cmake"_s, u"jq"_s});
    stage.stand(u"apt-get"_s, u""_s);
    const auto ended = stage.run(u"installer/install-packages.sh"_s);
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.out, QString());
    QCOMPARE(stage.calls().size(), 1); // dpkg-query
}

void TestScripts::install_missing_updatesAndInstallsOnlyThat()
{
    const Stage stage;
    stage.standInstalled({u"jq"_s});
    stage.stand(u"id"_s, u"echo 0"_s);
    stage.stand(
        u"apt-get"_s, u"echo \"$DEBIAN_FRONTEND\"; [ ! -e \"$POLICY_RC_D\" ] || \"$POLICY_RC_D\" || echo policy $?"_s);
    const auto ended = stage.run(u"installer/install-packages.sh"_s);
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.out.contains("noninteractive"_L1));
    const auto calls = stage.calls().filter(u"apt-get"_s);
    QCOMPARE(calls.size(), 2);
    QVERIFY(calls[0].endsWith(" update"_L1));
    QVERIFY2(calls[1].endsWith(" install --yes --no-install-recommends cmake"_L1), qPrintable(calls[1]));
    // Services are kept from starting where no init system could look after them.
    QCOMPARE(ended.out.contains("policy 101"_L1), !QFileInfo::exists(u"/run/systemd/system"_s));
    QVERIFY(!QFileInfo::exists(stage.file(u"policy-rc.d"_s)));
}

void TestScripts::install_aptFails_saysSoAndLeavesNoPolicy()
{
    const Stage stage;
    stage.standInstalled({});
    stage.stand(u"id"_s, u"echo 0"_s);
    stage.stand(u"apt-get"_s, u"exit 100"_s);
    const auto ended = stage.run(u"installer/install-packages.sh"_s);
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.err.contains("Check the network"_L1));
    QVERIFY(!QFileInfo::exists(stage.file(u"policy-rc.d"_s)));
}

void TestScripts::install_policyExists_isLeftAlone()
{
    const Stage stage;
    stage.standInstalled({});
    stage.stand(u"id"_s, u"echo 0"_s);
    stage.stand(u"apt-get"_s, u""_s);
    stage.write(u"policy-rc.d"_s, u"#!/bin/sh\nexit 0\n"_s);
    QCOMPARE(stage.run(u"installer/install-packages.sh"_s).code, 0);
    QFile policy(stage.file(u"policy-rc.d"_s));
    QVERIFY(policy.open(QIODevice::ReadOnly));
    QCOMPARE(policy.readAll(), QByteArray("#!/bin/sh\nexit 0\n"));
}

void TestScripts::install_asUser_goesThroughSudo()
{
    const Stage stage;
    stage.standInstalled({u"jq"_s});
    stage.stand(u"id"_s, u"echo 1000"_s);
    stage.stand(u"sudo"_s, u"exec \"$@\""_s);
    stage.stand(u"apt-get"_s, u""_s);
    QCOMPARE(stage.run(u"installer/install-packages.sh"_s).code, 0);
    QCOMPARE(stage.calls().filter(u"sudo env DEBIAN_FRONTEND=noninteractive apt-get"_s).size(), 2);
    QVERIFY(!QFileInfo::exists(stage.file(u"policy-rc.d"_s)));
}

void TestScripts::install_asUserWithoutSudo_saysWhatToDo()
{
    const Stage stage;
    stage.standInstalled({u"jq"_s});
    stage.stand(u"id"_s, u"echo 1000"_s);
    stage.stand(u"apt-get"_s, u""_s);
    // The machine may have a sudo: only what the script needs until then is on the path.
    for (const auto& program : {u"bash"_s, u"dirname"_s, u"readlink"_s, u"sed"_s, u"env"_s})
        QFile::link(QStandardPaths::findExecutable(program), stage.file(u"bin/"_s + program));
    const auto ended = stage.run(u"installer/install-packages.sh"_s, {}, {});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains("root or sudo"_L1) && ended.err.contains("  cmake\n"_L1), qPrintable(ended.err));
    QCOMPARE(stage.calls().filter(u"apt-get"_s).size(), 0);
}

void TestScripts::install_askedForMissing_onlyNamesThem()
{
    const Stage stage;
    stage.standInstalled({});
    stage.stand(u"apt-get"_s, u""_s);
    const auto ended = stage.run(u"installer/install-packages.sh"_s, {u"--missing"_s});
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.out, u"cmake\njq\n"_s);
    QCOMPARE(stage.calls().filter(u"apt-get"_s).size(), 0);
}

void TestScripts::run_arguments_reachCtest_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("reached"); // behind the fixed arguments
    QTest::newRow("none") << QStringList() << QString() << u" -LE soak"_s;
    QTest::newRow("a label") << QStringList{u"-L"_s, u"e2e"_s} << QString() << u" -L e2e -LE soak"_s;
    QTest::newRow("the long runs") << QStringList{u"-L"_s, u"soak"_s} << QString() << u" -L soak"_s;
    QTest::newRow("a label to leave out") << QStringList{u"-LE"_s, u"e2e"_s} << QString() << u" -LE (e2e)|soak"_s;
    QTest::newRow("the long runs but one kind")
        << QStringList{u"-LE"_s, u"e2e"_s, u"-L"_s, u"soak"_s} << QString() << u" -L soak -LE (e2e)"_s;
    QTest::newRow("a name with a blank") << QStringList{u"-R"_s, u"a b"_s, u"-j"_s, u"1"_s} << QString()
                                         << u" -R a b -j 1 -LE soak"_s;
    QTest::newRow("another preset") << QStringList() << u"asan"_s << u" -LE soak"_s;
}

void TestScripts::run_arguments_reachCtest()
{
    QFETCH(QStringList, given);
    QFETCH(QString, preset);
    QFETCH(QString, reached);
    Stage stage;
    standForBuilding(stage);
    if (!preset.isEmpty())
        stage.set(u"KUAIBAN_PRESET"_s, preset);
    const auto ended = stage.run(u"tests/run.sh"_s, given);
    QCOMPARE(ended.code, 8);
    const auto used = preset.isEmpty() ? u"release"_s : preset;
    const auto root = QFileInfo(stage.file(u"tests"_s)).canonicalPath();
    const auto calls = stage.calls();
    QCOMPARE(calls.filter(QRegularExpression(u"^cmake "_s)),
        (QStringList{u"cmake -S %1 --preset %2"_s.arg(root, used),
            u"cmake --build %1/build/%2 --parallel 3"_s.arg(root, used)}));
    QCOMPARE(calls.last(),
        u"ctest --test-dir %1/build/%2 --output-on-failure --no-tests=error%3"_s.arg(root, used, reached));
    QVERIFY(ended.out.contains("level 6 "_L1));
    QCOMPARE(ended.out.contains("detect_stack_use_after_return"_L1), preset == "asan"_L1);
}

void TestScripts::run_buildFails_runsNoTests()
{
    const Stage stage;
    standForBuilding(stage);
    stage.stand(u"cmake"_s, u"[[ $1 != --build ]] || exit 2"_s);
    QCOMPARE(stage.run(u"tests/run.sh"_s).code, 2);
    QCOMPARE(stage.calls().filter(u"ctest"_s).size(), 0);
}

void TestScripts::ci_endsWithCtestsSummaryAndCode()
{
    const Stage stage;
    standForBuilding(stage);
    const auto ended = stage.run(u".ci/run"_s);
    QCOMPARE(ended.code, 8);
    QVERIFY2(ended.out.endsWith("\nsummary\n"_L1), qPrintable(ended.out));
    static const QRegularExpression times(uR"(== install: \d+ s\n(.*\n)*== build: \d+ s\n)"_s);
    QVERIFY2(times.match(ended.out).hasMatch(), qPrintable(ended.out));
}

void TestScripts::display_started_hasTheSizeAndEnds()
{
    if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty())
        QSKIP("Xvfb is not installed");
    QProcess process;
    process.start(Root + u"/tests/support/display/with-display.sh"_s,
        {u"--size"_s, u"800x600"_s, u"bash"_s, u"-c"_s, u"xdpyinfo | grep dimensions; echo \"$DISPLAY\"; exit 7"_s});
    QVERIFY(process.waitForFinished());
    const auto lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
    QVERIFY2(lines.value(0).contains("800x600"_L1), process.readAllStandardError().constData());
    QCOMPARE(process.exitCode(), 7);
    QProcess after;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, lines.value(1));
    after.setProcessEnvironment(environment);
    after.start(u"xdpyinfo"_s, QStringList());
    QVERIFY(after.waitForFinished());
    QVERIFY2(after.exitCode() != 0, "the display is still there");
}

void TestScripts::display_window_takesKeysAndIsPictured()
{
    if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty())
        QSKIP("Xvfb is not installed");
    const QTemporaryDir folder;
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(u"bash"_s, {u"-c"_s, uR"(
            set -euo pipefail
            source "$0/tests/support/display/display.sh"
            trap display_stop EXIT
            display_start 640x480
            xev -event keyboard >keys.txt &
            window=$(display_window 'Event Tester')
            display_key "$window" F9 ctrl+k
            display_type "$window" a7
            display_shot whole.png
            display_shot window.png "$window"
        )"_s,
                                 Root});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QFile keys(folder.filePath(u"keys.txt"_s));
    QVERIFY(keys.open(QIODevice::ReadOnly));
    const auto pressed = keys.readAll();
    for (const auto* key : {"keysym 0xffc6, F9", "keysym 0x6b, k", "keysym 0x61, a", "keysym 0x37, 7"})
        QVERIFY2(pressed.contains(key), key);
    // The size of a PNG stands in its first chunk.
    const auto width = [&folder](const QString& name) {
        QFile picture(folder.filePath(name));
        return picture.open(QIODevice::ReadOnly) ? qFromBigEndian<quint32>(picture.read(24).constData() + 16) : 0;
    };
    QCOMPARE(width(u"whole.png"_s), 640u);
    QVERIFY(width(u"window.png"_s) > 0 && width(u"window.png"_s) < 640);
}

void TestScripts::display_windowThatNeverComes_saysSo()
{
    if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty())
        QSKIP("Xvfb is not installed");
    QProcess process;
    process.start(Root + u"/tests/support/display/with-display.sh"_s,
        {u"bash"_s, u"-c"_s, u"source \"$0/tests/support/display/display.sh\"; display_window 'No such' 1"_s, Root});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("no window with \"No such\" in its title"));
}

QTEST_GUILESS_MAIN(TestScripts)
#include "test_scripts.moc"
