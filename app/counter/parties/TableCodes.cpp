#include "TableCodes.h"

#include "modules/codes/PinyinTable.h"

namespace kuaiban::counter {

const CodeSource* TableCodes::list() const
{
    const auto* table = m_list ? nullptr : m_words.table(m_table);
    if (table) {
        QVector<CodeItem> items;
        for (const auto& entry : table->offered()) {
            if (!m_without.contains(entry.code))
                items.append({entry.code, entry.text, codes::pinyinInitials(entry.text)});
        }
        m_list = std::make_unique<CodeList>(items + m_more);
    }
    return m_list.get();
}

QVector<CodeItem> TableCodes::find(const QString& typed, int limit) const
{
    return list() ? list()->find(typed, limit) : QVector<CodeItem>{};
}

std::optional<CodeItem> TableCodes::byCode(const QString& code) const
{
    return list() ? list()->byCode(code) : std::nullopt;
}

} // namespace kuaiban::counter
