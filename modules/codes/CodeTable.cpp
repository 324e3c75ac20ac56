#include "CodeTable.h"

#include <algorithm>
#include <iterator>

namespace kuaiban::codes {

CodeTable::CodeTable(QString id, QString name, QString standard, int revision, QList<CodeEntry> entries)
    : m_id(std::move(id))
    , m_name(std::move(name))
    , m_standard(std::move(standard))
    , m_revision(revision)
    , m_entries(std::move(entries))
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        auto& entry = m_entries[i];
        if (entry.shortText.isEmpty())
            entry.shortText = entry.text;
        m_byCode.insert(entry.code, i);
    }
    // Full texts first: an alias of one entry must never hide the proper text of another.
    const auto remember = [this](const QString& text, qsizetype i) {
        if (!m_byText.contains(text))
            m_byText.insert(text, i);
    };
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        remember(m_entries.at(i).text, i);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        remember(m_entries.at(i).shortText, i);
        for (const auto& alias : m_entries.at(i).aliases)
            remember(alias, i);
    }
}

QList<CodeEntry> CodeTable::offered() const
{
    QList<CodeEntry> entries;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(entries),
        [](const CodeEntry& entry) { return !entry.retired; });
    return entries;
}

QString CodeTable::text(const QString& code) const
{
    const auto* entry = find(code);
    return entry ? entry->text : QString();
}

QString CodeTable::shortText(const QString& code) const
{
    const auto* entry = find(code);
    return entry ? entry->shortText : QString();
}

const CodeEntry* CodeTable::find(const QString& code) const
{
    const auto place = m_byCode.constFind(code);
    return place == m_byCode.constEnd() ? nullptr : &m_entries.at(*place);
}

QString CodeTable::codeOf(const QString& text) const
{
    const auto place = m_byText.constFind(text);
    return place == m_byText.constEnd() ? QString() : m_entries.at(*place).code;
}

} // namespace kuaiban::codes
