#include "NumberStock.h"

#include "SyncErrors.h"

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

namespace {

QString prefixOf(const QString& area, QDate day)
{
    return area.first(qMin<qsizetype>(6, area.size())) + day.toString(u"yyyyMMdd"_s);
}

} // namespace

Done NumberStock::add(const casework::NumberRange& range)
{
    KB_CHECK(m_machine.execute(
        "INSERT INTO number_stock(area, first, last) VALUES(?, ?, ?) ON CONFLICT(area, first) DO NOTHING",
        {range.area, qint64(range.first), qint64(range.last)}));
    return {};
}

Result<int> NumberStock::left(const QString& area, QDate day) const
{
    const QString prefix = prefixOf(area, day);
    KB_TRY(const qint64 all,
        m_machine.integer(
            "SELECT COALESCE(SUM(last - first + 1), 0) FROM number_stock WHERE area = ?", {prefix.first(6)}));
    KB_TRY(
        const qint64 used, m_machine.integer("SELECT COUNT(*) FROM number_used WHERE number LIKE ?", {prefix + u'%'}));
    return static_cast<int>(all - used);
}

Result<QString> NumberStock::next(const QString& area, QDate day) const
{
    const QString prefix = prefixOf(area, day);
    KB_TRY(const auto ranges, m_machine.list("SELECT first, last FROM number_stock WHERE area = ? ORDER BY first",
                                  {prefix.first(6)}, [](const store::Row& row) {
                                      return std::pair{row.integer(0), row.integer(1)};
                                  }));
    for (const auto& [first, last] : ranges) {
        KB_TRY(const auto highest, m_machine.first("SELECT MAX(number) FROM number_used WHERE number BETWEEN ? AND ?",
                                       {prefix + QString::number(first).rightJustified(5, u'0'),
                                           prefix + QString::number(last).rightJustified(5, u'0')},
                                       [](const store::Row& row) { return row.text(0); }));
        const qint64 serial = highest && !highest->isEmpty() ? highest->right(5).toLongLong() + 1 : first;
        if (serial > last)
            continue;
        return prefix + QString::number(serial).rightJustified(5, u'0');
    }
    return fail(numbersUsedUp());
}

Done NumberStock::use(const QString& number)
{
    KB_CHECK(m_machine.execute("INSERT INTO number_used(number) VALUES(?)", {number}));
    return {};
}

Result<QString> NumberStock::take(const QString& area, QDate day)
{
    KB_TRY(const QString number, next(area, day));
    KB_CHECK(use(number));
    return number;
}

} // namespace kuaiban::sync
