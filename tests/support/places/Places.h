#pragma once

#include <QString>

namespace kuaiban::test {

// Where a file of the project lies and where it was built, by its path from there. Only this library is compiled with
// the folder's name, so that what is built in one clone serves the next.
QString inSource(QStringView path = {});
QString inBuild(QStringView path);

} // namespace kuaiban::test
