#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace kuaiban::counter {

// A row of a code table as a picker needs it; `initials` are the pinyin initials the table brings along, "ldhtqm".
struct CodeItem
{
    QString code;
    QString text;
    QString initials;
};

// Where a picker finds its rows. find() is called at every key on the UI thread: it answers from memory or an index.
class CodeSource
{
public:
    virtual ~CodeSource() = default;

    // The best `limit` rows for what was typed (code, text or initials), best first; the first rows for nothing.
    virtual QVector<CodeItem> find(const QString& typed, int limit) const = 0;
    virtual std::optional<CodeItem> byCode(const QString& code) const = 0;
    virtual bool isReady() const { return true; } // false while the rows are still being read
};

// A table in memory, in its own order. Tens of thousands of rows answer within a few milliseconds; typing on narrows
// the rows found before instead of searching all again. One thread.
class CodeList final : public CodeSource
{
public:
    explicit CodeList(QVector<CodeItem> items);

    QVector<CodeItem> find(const QString& typed, int limit) const override;
    std::optional<CodeItem> byCode(const QString& code) const override;

private:
    int rank(const CodeItem& item, const QString& word) const;

    QVector<CodeItem> m_items;
    QVector<QString> m_haystacks; // lower-case code, initials and text of each row in one string
    mutable QString m_lastTyped;
    mutable QVector<int> m_lastHits;
};

} // namespace kuaiban::counter
