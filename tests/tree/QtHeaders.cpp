#include "QtHeaders.h"

#include <QDir>
#include <QLibraryInfo>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

QtHeaders::QtHeaders()
{
    const QDir all(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const auto& module : all.entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const auto& header : QDir(all.filePath(module)).entryList(QDir::Files))
            m_modules.insert(header, module);
    }
}

QString QtHeaders::moduleOf(const QString& include) const
{
    const auto slash = include.indexOf(u'/');
    if (slash > 0)
        return include.startsWith("Qt"_L1) ? include.left(slash) : QString();
    return m_modules.value(include);
}

} // namespace kuaiban::tree
