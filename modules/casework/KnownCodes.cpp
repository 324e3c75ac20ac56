#include "KnownCodes.h"

#include "modules/base/Json.h"
#include "modules/codes/CodeTableReader.h"

#include <array>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<qsizetype, 4> AreaLengths{9, 6, 4, 2}; // of the areas above a village, from below

} // namespace

Result<KnownCodes> KnownCodes::read(const QList<catalogue::Definition>& definitions)
{
    KnownCodes known;
    for (const auto& definition : definitions) {
        if (definition.key == "areas"_L1) {
            KB_TRY(known.m_areas, codes::AreaTree::parse(definition.content));
            continue;
        }
        KB_TRY(const auto json, parseObject(definition.content));
        if (json.value("kind"_L1).toString() != codes::CodeTableKind)
            continue; // the calendar
        KB_TRY(const auto table, codes::parseCodeTable(json, definition.key));
        known.m_book.update(table);
    }
    return known;
}

bool KnownCodes::has(const QString& table, const QString& code) const
{
    if (table == "area"_L1)
        return hasArea(code);
    const auto* known = m_book.find(table);
    return !known || known->has(code);
}

bool KnownCodes::hasArea(const QString& code) const
{
    if (m_areas.size() == 0 || m_areas.find(code))
        return true;
    if (!codes::AreaTree::levelOf(code))
        return false;
    for (const auto length : AreaLengths) {
        if (length >= code.size())
            continue;
        const QString above = code.first(length);
        if (m_areas.find(above))
            return m_areas.children(above).isEmpty();
    }
    return false;
}

} // namespace kuaiban::casework
