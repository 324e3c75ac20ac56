#include "Places.h"

namespace kuaiban::test {

QString inSource(QStringView path)
{
    const QString source = QStringLiteral(KUAIBAN_SOURCE_DIR);
    return path.isEmpty() ? source : source + u'/' + path.toString();
}

QString inBuild(QStringView path)
{
    return QStringLiteral(KUAIBAN_BINARY_DIR "/") + path.toString();
}

} // namespace kuaiban::test
