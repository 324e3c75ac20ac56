#include "Packages.h"

#include "ShellCommands.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

// "libc6 (>= 2.36), debconf | debconf-2.0" → libc6, debconf, debconf-2.0
QStringList names(const QString& relation)
{
    static const QRegularExpression separator(uR"(\s*[,|]\s*)"_s);
    static const QRegularExpression rest(uR"([\s(:].*$)"_s);
    auto list = relation.split(separator, Qt::SkipEmptyParts);
    for (auto& name : list)
        name.remove(rest);
    return list;
}

bool isShellScript(const QString& path, const QString& text)
{
    static const QRegularExpression shell(uR"(^#!.*\b(ba|da)?sh\b)"_s);
    return path.endsWith(".sh"_L1) || shell.match(text.section(u'\n', 0, 0)).hasMatch();
}

} // namespace

QStringList listedPackages(const SourceTree& tree)
{
    static const QRegularExpression comment(uR"(#.*)"_s);
    QStringList packages;
    for (auto line : tree.text(u"installer/packages.txt"_s).split(u'\n')) {
        line = line.remove(comment).trimmed();
        if (!line.isEmpty())
            packages << line;
    }
    return packages;
}

QMap<QString, QString> calledPrograms(const SourceTree& tree)
{
    QMap<QString, QString> programs;
    QSet<QString> functions;
    for (auto it = tree.files().begin(); it != tree.files().end(); ++it) {
        QSet<QString> called;
        if (isShellScript(it.key(), it.value())) {
            const ShellCommands commands(it.value());
            called = commands.called();
            functions.unite(commands.functions()); // those that other scripts source
        } else if (it.key().endsWith(".py"_L1)) {
            called = programsNamedInPython(it.value());
        } else if (it.key().endsWith(".cpp"_L1) || it.key().endsWith(".h"_L1)) {
            called = programsNamedInCpp(it.value());
        }
        for (const auto& program : std::as_const(called))
            programs.insert(program, it.key());
    }
    for (const auto& function : std::as_const(functions))
        programs.remove(function);
    return programs;
}

InstalledPackages::InstalledPackages(const QString& database)
{
    for (const auto& line : database.split(u'\n', Qt::SkipEmptyParts)) {
        const auto fields = line.split(u'\t');
        if (fields.value(1) != "installed"_L1)
            continue;
        m_depends.insert(fields[0], names(fields.value(4)) + names(fields.value(5)));
        for (const auto& name : names(fields.value(6)))
            m_providers[name] << fields[0];
        if (fields.value(2) == "yes"_L1 || fields.value(3) == "required"_L1)
            m_base << fields[0];
    }
}

QString InstalledPackages::format()
{
    return u"${Package}\t${db:Status-Status}\t${Essential}\t${Priority}\t${Pre-Depends}\t${Depends}\t${Provides}\n"_s;
}

InstalledPackages InstalledPackages::ofThisMachine()
{
    return InstalledPackages(outputOf(u"dpkg-query"_s, {u"--show"_s, u"--showformat="_s + format()}));
}

QSet<QString> InstalledPackages::withDependencies(const QStringList& roots) const
{
    QSet<QString> all;
    auto open = roots + m_base;
    while (!open.isEmpty()) {
        const auto name = open.takeLast();
        if (!m_depends.contains(name)) {
            for (const auto& provider : m_providers.value(name)) {
                if (!all.contains(provider))
                    open << provider;
            }
        } else if (!all.contains(name)) {
            all.insert(name);
            open << m_depends.value(name);
        }
    }
    return all;
}

QHash<QString, QStringList> programOwners(const QStringList& programs)
{
    QHash<QString, QStringList> programsAt; // a program may stand in several folders, and two names in one place
    for (const auto& program : programs) {
        for (const auto& folder :
            {u"/usr/bin/"_s, u"/usr/sbin/"_s, u"/usr/lib/qt6/bin/"_s, u"/usr/lib/cups/daemon/"_s}) {
            const QFileInfo file(folder + program);
            if (!file.exists())
                continue;
            // Debian's packages say /bin or /usr/bin for the same folder, and alternatives lead to a third name.
            const auto real = file.canonicalFilePath();
            for (const auto& path : {file.filePath(), file.filePath().mid(4), real, real.mid(4)})
                programsAt[path] << program;
        }
    }
    // One call for all of them: dpkg-query reads its whole database each time.
    const auto answer = outputOf(u"dpkg-query"_s, QStringList{u"--search"_s} + programsAt.keys());
    QHash<QString, QStringList> owners;
    for (const auto& line : answer.split(u'\n', Qt::SkipEmptyParts)) {
        for (const auto& program : programsAt.value(line.section(u": "_s, 1)))
            owners[program] << names(line.section(u": "_s, 0, 0));
    }
    return owners;
}

} // namespace kuaiban::tree
