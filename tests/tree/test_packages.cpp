#include "tests/support/places/Places.h"
#include "tests/tree/Packages.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::tree;

namespace {

// A machine with three programs: one essential, one from a listed package's dependency, one nobody asked for.
const QString Machine = u"bash\tinstalled\tyes\trequired\tbase-files (>= 2.1.12)\t\t\n"
                        u"base-files\tinstalled\tyes\trequired\t\t\t\n"
                        u"viewer\tinstalled\tno\toptional\t\tviewer-bin (= 1), debconf (>= 0.5) | debconf-2.0\t\n"
                        u"viewer-bin\tinstalled\tno\toptional\t\tawk, python3:any\t\n"
                        u"mawk\tinstalled\tno\toptional\t\t\tawk\n"
                        u"debconf\tinstalled\tno\toptional\t\t\tdebconf-2.0\n"
                        u"stray\tinstalled\tno\toptional\t\t\t\n"
                        u"gone\tconfig-files\tno\toptional\t\t\t\n"_s;

} // namespace

class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list_withCommentsAndGroups_isRead();
    void programs_inScriptsAndCode_areCollected();
    void dependencies_ofListed_areFollowed();
    void owners_ofPrograms_areFound();
    void listed_once_each();
    void listed_ofTheProject_areKnownToApt();
    void programs_ofTheProject_comeWithListedPackages();

private:
    const SourceTree m_project = SourceTree::ofProject(kuaiban::test::inSource());
};

void TestPackages::list_withCommentsAndGroups_isRead()
{
    const SourceTree tree({{u"installer/packages.txt"_s, u"# one\n\ncmake\n  # --- run ---\nfonts-a   # for b\n"_s}});
    QCOMPARE(listedPackages(tree), (QStringList{u"cmake"_s, u"fonts-a"_s}));
}

void TestPackages::programs_inScriptsAndCode_areCollected()
{
    const SourceTree tree({
        {u"a.sh"_s, u"helper() { :; }\none; helper\n"_s},
        {u".ci/run"_s, u"#!/usr/bin/env bash\ntwo; helper\n"_s},
        {u"notes.txt"_s, u"three\n"_s},
        {u"tests/e2e/four.py"_s, u"subprocess.run([\"four\"])\n"_s},
        {u"tests/e2e/test_five.cpp"_s, u"process.start(u\"five\"_s, {});\n"_s},
    });
    QCOMPARE(calledPrograms(tree).keys(), (QStringList{u"five"_s, u"four"_s, u"one"_s, u"two"_s}));
}

void TestPackages::dependencies_ofListed_areFollowed()
{
    const InstalledPackages packages(Machine);
    QCOMPARE(packages.withDependencies({u"viewer"_s, u"gone"_s}),
        (QSet<QString>{u"bash"_s, u"base-files"_s, u"viewer"_s, u"viewer-bin"_s, u"mawk"_s, u"debconf"_s}));
}

void TestPackages::listed_once_each()
{
    auto packages = listedPackages(m_project);
    QVERIFY(packages.contains(u"cmake"_s));
    QCOMPARE(packages.removeDuplicates(), 0);
}

void TestPackages::listed_ofTheProject_areKnownToApt()
{
    if (QStandardPaths::findExecutable(u"apt-cache"_s).isEmpty())
        QSKIP("apt-cache is not installed: this is no Debian");
    const auto packages = listedPackages(m_project);
    QProcess apt;
    apt.start(u"apt-cache"_s, QStringList{u"pkgnames"_s});
    QVERIFY(apt.waitForFinished(60'000));
    const auto names = QString::fromUtf8(apt.readAllStandardOutput()).split(u'\n');
    const QSet<QString> known(names.begin(), names.end());
    QVERIFY(known.contains(u"bash"_s));
    QVERIFY(!known.contains(u"no-such-package"_s));
    for (const auto& package : packages)
        QVERIFY2(known.contains(package), qPrintable(package));
}

void TestPackages::programs_ofTheProject_comeWithListedPackages()
{
    const auto installed = InstalledPackages::ofThisMachine();
    if (installed.isEmpty())
        QSKIP("dpkg-query is not installed: this is no Debian");
    const auto provided = installed.withDependencies(listedPackages(m_project));
    const auto programs = calledPrograms(m_project);
    QVERIFY(programs.contains(u"cmake"_s) && programs.contains(u"Xvfb"_s) && programs.contains(u"clang-format"_s));
    const auto owners = programOwners(programs.keys());
    Findings findings;
    for (auto it = programs.begin(); it != programs.end(); ++it) {
        // Not ours to install: how to become root is the machine's business, installer/install-packages.sh asks first;
        // the peer of a measurement runs on Node.js, and is left out where there is none.
        if (it.key() == "sudo"_L1 || it.key() == "node"_L1 || it.key() == "npm"_L1)
            continue;
        const auto packages = owners.value(it.key());
        if (packages.isEmpty())
            findings.append({it.value(), u"program"_s, u"no package here holds the program %1"_s.arg(it.key())});
        else if (!provided.intersects(QSet<QString>(packages.begin(), packages.end())))
            findings.append({it.value(), u"program"_s,
                u"%1 comes with %2, which installer/packages.txt does not list"_s.arg(
                    it.key(), packages.join(u", "_s))});
    }
    QVERIFY(none(findings));
}

void TestPackages::owners_ofPrograms_areFound()
{
    if (QStandardPaths::findExecutable(u"dpkg-query"_s).isEmpty())
        QSKIP("dpkg-query is not installed: this is no Debian");
    const auto owners = programOwners({u"bash"_s, u"sed"_s, u"awk"_s, u"no-such-program"_s});
    QVERIFY(owners.value(u"bash"_s).contains(u"bash"_s));
    QVERIFY(owners.value(u"sed"_s).contains(u"sed"_s));
    QVERIFY(!owners.value(u"awk"_s).isEmpty()); // by way of /etc/alternatives
    QVERIFY(owners.value(u"no-such-program"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestPackages)
#include "test_packages.moc"
