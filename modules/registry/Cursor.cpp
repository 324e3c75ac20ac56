#include "Cursor.h"

#include "RegistryErrors.h"

namespace kuaiban::registry {

Result<Cursor> Cursor::parse(const QString& text, qsizetype readings)
{
    if (text.isEmpty())
        return Cursor{};
    const auto dot = text.indexOf(u'.');
    bool isNumber = false;
    const Cursor cursor{text.first(qMax<qsizetype>(dot, 0)).toInt(&isNumber), text.sliced(dot + 1)};
    if (!isNumber || cursor.reading < 0 || cursor.reading >= readings || cursor.id.isEmpty())
        return fail(cursorBroken());
    return cursor;
}

} // namespace kuaiban::registry
