#include "SourceTree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStringDecoder>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

QStringList pathsKnownToGit(const QString& root)
{
    QProcess git;
    git.setWorkingDirectory(root);
    // The clone may belong to somebody else than the one who runs the tests.
    git.start(u"git"_s, {u"-c"_s, u"safe.directory=*"_s, u"ls-files"_s, u"-z"_s, u"--cached"_s, u"--others"_s,
                            u"--exclude-standard"_s});
    if (!git.waitForFinished() || git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
        return {};
    return QString::fromUtf8(git.readAllStandardOutput()).split(QChar(u'\0'), Qt::SkipEmptyParts);
}

QStringList pathsOnDisk(const QString& root)
{
    QStringList paths;
    QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = QDir(root).relativeFilePath(files.next());
        if (!path.startsWith("build/"_L1) && !path.startsWith(".git/"_L1) && !path.contains("__pycache__/"_L1))
            paths << path;
    }
    return paths;
}

} // namespace

bool none(const Findings& findings)
{
    QStringList lines;
    for (const auto& finding : findings)
        lines << u"%1: %2 [%3]"_s.arg(finding.place, finding.message, finding.rule);
    lines.sort();
    lines.removeDuplicates();
    for (const auto& line : std::as_const(lines))
        std::puts(qUtf8Printable(line));
    std::fflush(stdout);
    return lines.isEmpty();
}

QStringList brief(const Findings& findings)
{
    QStringList lines;
    for (const auto& finding : findings)
        lines << finding.place + u' ' + finding.rule;
    lines.sort();
    return lines;
}

SourceTree::SourceTree(QMap<QString, QString> files)
    : m_files(std::move(files))
{}

SourceTree SourceTree::ofProject(const QString& root)
{
    auto paths = pathsKnownToGit(root);
    if (paths.isEmpty())
        paths = pathsOnDisk(root);
    QMap<QString, QString> files;
    for (const auto& path : std::as_const(paths)) {
        QFile file(root + u'/' + path);
        if (!file.open(QIODevice::ReadOnly)) // deleted, but not yet for git
            continue;
        const auto bytes = file.readAll();
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder.decode(bytes);
        if (!decoder.hasError() && !bytes.contains('\0'))
            files.insert(path, text);
    }
    return SourceTree(std::move(files));
}

QStringList SourceTree::paths(const QStringList& folders, const QStringList& endings) const
{
    const auto below = [&folders](const QString& path) {
        return folders.isEmpty() || std::any_of(folders.begin(), folders.end(),
                                        [&path](const QString& folder) { return path.startsWith(folder + u'/'); });
    };
    const auto ends = [&endings](const QString& path) {
        return std::any_of(
            endings.begin(), endings.end(), [&path](const QString& ending) { return path.endsWith(ending); });
    };
    QStringList found;
    for (auto it = m_files.begin(); it != m_files.end(); ++it) {
        if (below(it.key()) && ends(it.key()))
            found << it.key();
    }
    return found;
}

QStringList SourceTree::productCode() const
{
    return paths({u"modules"_s, u"devices"_s, u"app"_s}, {u".h"_s, u".cpp"_s});
}

int lineAt(const QString& text, qsizetype offset)
{
    return static_cast<int>(QStringView(text).left(offset).count(u'\n')) + 1;
}

QString place(const QString& path, const QString& text, qsizetype offset)
{
    return u"%1:%2"_s.arg(path).arg(lineAt(text, offset));
}

} // namespace kuaiban::tree
