#pragma once

#include <QStringList>

namespace kuaiban::documents {

// Where fonts lie and which families step in for characters the chosen one lacks. The defaults are Debian's packages
// fonts-noto-cjk, fonts-noto-cjk-extra and fonts-hanazono.
struct FontSources
{
    QStringList directories{QStringLiteral("/usr/share/fonts"), QStringLiteral("/usr/local/share/fonts")};
    QStringList fallbacks{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("HanaMinA"), QStringLiteral("HanaMinB")};
};

} // namespace kuaiban::documents
