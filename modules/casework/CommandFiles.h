#pragma once

#include <QJsonObject>
#include <QStringList>

namespace kuaiban::casework {

// The digests of all pages a command's body names, wherever they stand (materials, proof, authority, signature), each
// once, in their order. What people typed into a form is not looked at: no page stands there.
QStringList filesOf(const QJsonObject& body);

} // namespace kuaiban::casework
