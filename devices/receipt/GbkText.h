#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace kuaiban::devices {

// The bytes of a text in the Chinese mode of receipt printers (GBK); nothing if it holds a control character or one
// that GBK does not know, or reads differently from GB 18030: most firmware would print another character without a
// word.
std::optional<QByteArray> gbkBytes(const QString& text);

// Lines of at most `columns` columns: one a byte of GBK, so a Hanzi takes two and is never divided.
QStringList brokenToColumns(const QString& text, int columns);

} // namespace kuaiban::devices
