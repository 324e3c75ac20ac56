#include "SeparatorCode.h"

#include "devices/scanner/PageCodes.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString NextPaper = u"KB-SEP"_s;
const QString NamedPaper = u"KB-SEP:"_s;

} // namespace

QString separatorCode(const QString& material)
{
    return material.isEmpty() ? NextPaper : NamedPaper + material;
}

std::optional<QString> separatedMaterial(const QString& code)
{
    if (code == NextPaper)
        return QString();
    if (code.startsWith(NamedPaper) && code.size() > NamedPaper.size())
        return code.mid(NamedPaper.size());
    return {};
}

std::optional<QString> separatorOn(const QImage& page)
{
    const auto codes = devices::codesOn(page);
    for (const auto& code : codes) {
        if (const auto material = separatedMaterial(code))
            return material;
    }
    return {};
}

} // namespace kuaiban::counter
