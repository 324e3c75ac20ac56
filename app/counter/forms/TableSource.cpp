#include "TableSource.h"

#include "modules/codes/PinyinTable.h"

namespace kuaiban::counter {

namespace {

CodeItem itemOf(const codes::CodeEntry& entry)
{
    return {entry.code, entry.text, codes::pinyinInitials(entry.text)};
}

QVector<CodeItem> itemsOf(const QList<codes::CodeEntry>& entries)
{
    QVector<CodeItem> items;
    items.reserve(entries.size());
    for (const auto& entry : entries)
        items.append(itemOf(entry));
    return items;
}

} // namespace

TableSource::TableSource(const codes::CodeTable& table)
    : m_table(table)
    , m_offered(itemsOf(table.offered()))
{}

std::optional<CodeItem> TableSource::byCode(const QString& code) const
{
    const auto* entry = m_table.find(code);
    return entry ? std::optional(itemOf(*entry)) : std::nullopt;
}

} // namespace kuaiban::counter
