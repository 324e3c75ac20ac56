#pragma once

#include <QString>

namespace kuaiban::doctor {

// The process as driver host: drives the scanner behind the URI for the parent at standard input until that goes away.
// Never returns.
[[noreturn]] void runDriverHost(const QString& uri);

// Prints the scanners of this machine as a JSON list; loads every driver that is installed. Never returns.
[[noreturn]] void listScanners();

} // namespace kuaiban::doctor
