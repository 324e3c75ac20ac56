#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace kuaiban::codes {

// One line of a code table. Only `code` and `text` are always there.
struct CodeEntry
{
    QString code;
    QString text;
    QString shortText{};   // for narrow columns and receipts; same as `text` where a table gives none
    QString note{};        // shown below the choice, such as the article a refusal rests on
    QString group{};       // what entries have in common, such as "involuntary" among the reasons of unemployment
    QString check{};       // the identifier check (Identifiers.h) that numbers of this kind must pass
    QStringList aliases{}; // former or common other texts, understood when data is read but never written
    bool retired = false;  // kept so that old records stay readable, no longer offered
    friend bool operator==(const CodeEntry&, const CodeEntry&) = default;
};

// A code table (代码表): what the values of one field mean. Immutable after construction, so any thread may read it.
// A table is known by its id and revision; a later revision may add and retire entries but never gives a code a new
// sense.
class CodeTable
{
public:
    CodeTable() = default;
    // The codes of `entries` must differ; parseCodeTable sees to that for tables that come as data.
    CodeTable(QString id, QString name, QString standard, int revision, QList<CodeEntry> entries);

    const QString& id() const { return m_id; }             // "AAE140", or a word for tables of our own
    const QString& name() const { return m_name; }         // 险种类型
    const QString& standard() const { return m_standard; } // "GB/T 3304-1991", "LD/T 92-2013"
    int revision() const { return m_revision; }
    const QList<CodeEntry>& entries() const { return m_entries; } // in the order in which they are offered
    QList<CodeEntry> offered() const;                             // without the retired ones

    bool has(const QString& code) const { return m_byCode.contains(code); }
    QString text(const QString& code) const;          // empty when the code is unknown
    QString shortText(const QString& code) const;     // empty when the code is unknown
    const CodeEntry* find(const QString& code) const; // null when the code is unknown; valid as long as the table

    // The code for a text, short text or alias, empty when there is none. For reading lists typed by people.
    QString codeOf(const QString& text) const;

private:
    QString m_id;
    QString m_name;
    QString m_standard;
    int m_revision = 0;
    QList<CodeEntry> m_entries;
    QHash<QString, qsizetype> m_byCode;
    QHash<QString, qsizetype> m_byText;
};

} // namespace kuaiban::codes
