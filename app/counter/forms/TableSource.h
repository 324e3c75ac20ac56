#pragma once

#include "app/counter/kit/CodeSource.h"
#include "modules/codes/CodeTable.h"

namespace kuaiban::counter {

// A code table for pickers: offers what is in use, and still knows what is retired, so that old values stay readable.
// Built in any thread, asked in one.
class TableSource final : public CodeSource
{
public:
    explicit TableSource(const codes::CodeTable& table);

    QVector<CodeItem> find(const QString& typed, int limit) const override { return m_offered.find(typed, limit); }
    std::optional<CodeItem> byCode(const QString& code) const override;

private:
    codes::CodeTable m_table;
    CodeList m_offered;
};

} // namespace kuaiban::counter
