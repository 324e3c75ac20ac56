#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/kit/CodeSource.h"

#include <memory>

namespace kuaiban::counter {

// A published code table as a picker needs it. The table may come later than the picker: until then there is nothing
// to pick.
class TableCodes final : public CodeSource
{
public:
    // `without` are codes that are not offered here; `more` stand after the table's own.
    TableCodes(const CodeWords& words, QString table, QStringList without = {}, QVector<CodeItem> more = {})
        : m_words(words)
        , m_table(std::move(table))
        , m_without(std::move(without))
        , m_more(std::move(more))
    {}

    QVector<CodeItem> find(const QString& typed, int limit) const override;
    std::optional<CodeItem> byCode(const QString& code) const override;

private:
    const CodeSource* list() const;

    const CodeWords& m_words;
    QString m_table;
    QStringList m_without;
    QVector<CodeItem> m_more;
    mutable std::unique_ptr<CodeList> m_list;
};

} // namespace kuaiban::counter
