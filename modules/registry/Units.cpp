#include "Units.h"

#include "Cursor.h"
#include "KeyPages.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/PinyinTable.h"
#include "RegistryErrors.h"
#include "RegistryRows.h"

#include <algorithm>

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRows = 200;
constexpr qsizetype ShortestNumber = 3;

const QByteArray Columns = unitTable().readColumns("p");
const QByteArray ById = "SELECT " + Columns + " FROM unit p WHERE p.id = ?";
const QByteArray ByCreditCode = "SELECT " + Columns + " FROM unit p WHERE p.credit_code = ?";

struct Reading
{
    const KeyPages* pages;
    QString prefix;
};

QList<Reading> readingsOf(const QString& typed)
{
    static const KeyPages code("unit", "credit_code", Columns);
    static const KeyPages name("unit", "name", Columns);
    static const KeyPages trade("unit", "trade_name", Columns);
    static const KeyPages initials("unit", "initials", Columns);
    static const KeyPages tradeInitials("unit", "trade_initials", Columns);
    const auto text = typed.simplified();
    const auto number = codes::normalisedIdentifier(text);
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (!std::all_of(number.begin(), number.end(), isAscii))
        return {{&name, text}, {&trade, text}};
    QList<Reading> readings;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (number.size() >= ShortestNumber && std::any_of(number.begin(), number.end(), isDigit))
        readings.append({&code, number});
    const auto letters = codes::pinyinInitials(text);
    if (!letters.isEmpty() && !isDigit(letters.front()))
        readings += {{&initials, letters}, {&tradeInitials, letters}};
    return readings;
}

Unit readUnit(const store::Row& row)
{
    return unitFrom(row);
}

} // namespace

Result<std::optional<Unit>> Units::byId(const QString& id) const
{
    return m_connection.first(ById, {id}, readUnit);
}

Result<std::optional<Unit>> Units::byCreditCode(const QString& code) const
{
    return m_connection.first(ByCreditCode, {code}, readUnit);
}

Result<UnitPage> Units::search(const UnitSearch& wanted) const
{
    const auto readings = readingsOf(wanted.text);
    if (readings.isEmpty())
        return fail(queryTooShort());
    KB_TRY(const auto cursor, Cursor::parse(wanted.after, readings.size()));
    const int limit = qBound(1, wanted.limit, MostRows);
    UnitPage page;
    for (auto i = cursor.reading; i <= cursor.lastReading(readings.size()) && page.units.isEmpty(); ++i) {
        const auto& [pages, prefix] = readings.at(i);
        KB_CHECK(pages->read(m_connection, {prefix, wanted.area, cursor.id, limit + 1},
            [&page](const store::Row& row) { page.units.append(unitFrom(row)); }));
        if (page.units.size() > limit) {
            page.units.removeLast();
            page.next = Cursor{i, page.units.last().id}.text();
        }
    }
    return page;
}

Result<Unit> Units::put(const Unit& unit)
{
    Unit stored = unit;
    const auto version = unitTable().put(m_connection, unitValues(unit), unit.version);
    if (!version && version.error().is("registry.changed"_L1)) {
        KB_TRY(const auto present, byId(unit.id));
        return fail(present ? version.error() : unitUnknown());
    }
    KB_TRY(stored.version, version);
    stored.phone = codes::normalisedIdentifier(unit.phone);
    return stored;
}

} // namespace kuaiban::registry
