#pragma once

#include <QString>

namespace kuaiban::test {

// Writes a new self-signed P-256 certificate for "localhost" and its key as PEM files; false if that failed.
bool writeTestCertificate(const QString& certificateFile, const QString& keyFile);

} // namespace kuaiban::test
