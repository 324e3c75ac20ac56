#pragma once

#include <QImage>
#include <QString>

#include <optional>

namespace kuaiban::counter {

// 分隔页: a sheet between the papers of a pile in the feeder. Its QR code says to which paper the pages after it
// belong: `KB-SEP` to the next one of the list, `KB-SEP:<id>` to the material of that id.
QString separatorCode(const QString& material); // empty: the next one
// The material a code names, empty for the next one; nothing for a code of another kind.
std::optional<QString> separatedMaterial(const QString& code);
// The same of a scanned page. Takes about 50 ms for an A4 page at 300 dpi; any thread.
std::optional<QString> separatorOn(const QImage& page);

} // namespace kuaiban::counter
