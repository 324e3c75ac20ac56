#pragma once

#include "app/counter/kit/CodeSource.h"
#include "modules/codes/AreaTree.h"

namespace kuaiban::counter {

// Lines of text in one string, searched as a whole: 600,000 names are a few megabytes that lie together.
class LineStack
{
public:
    void append(QStringView line);
    qsizetype size() const { return m_ends.size(); }
    QStringView line(qsizetype index) const;

    // Calls hit(index, begins, isWhole) for every line that holds the word, in order, once a line. A single character
    // counts only where it begins a line: inside, it says nothing.
    template<class Hit>
    void eachHit(const QString& word, Hit hit) const;

private:
    qsizetype startOf(qsizetype index) const { return index == 0 ? 0 : qsizetype(m_ends[index - 1]) + 1; }

    QString m_text; // lines with a line break after each
    QVector<quint32> m_ends;
};

// The tree of areas as pickers search it: by code, name, pinyin initials, and by the names of the areas around it, with
// spaces between ("振兴 站前", "zx zq") or without ("振兴区站前街道"). What lies near the own office comes first.
// Immutable; building takes seconds for the whole country, so not on the UI thread; a search takes milliseconds.
class AreaIndex final : public CodeSource
{
public:
    // `home` is the area of the own office, or empty.
    AreaIndex(const codes::AreaTree& tree, const QString& home);

    QVector<CodeItem> find(const QString& typed, int limit) const override;
    // Padded codes too: 210600 is 2106. Below a leaf (a village of a county that lists none) the area above stands in.
    std::optional<CodeItem> byCode(const QString& code) const override;
    qsizetype size() const { return m_areas.size(); }

private:
    // How well a row fits, small is better; 0 for rows that do not fit.
    using Fit = QVector<quint8>;
    enum : quint8 { Misses = 0, Exact, Begins, Inside, Around };

    struct Row
    {
        qint64 padded; // the code with zeros to twelve digits
        qint32 parent; // -1 for provinces; always before the row
        quint8 digits;
        quint8 distance; // from the own office: 0 same county, 1 same city, 2 same province, 3 elsewhere
        bool isGrouping; // no part of an address
    };

    void add(const codes::AreaTree& tree, const codes::Area& area, qint32 parent, const QString& home);
    bool fitCode(const QString& word, Fit& fit) const;
    bool fitText(const LineStack& lines, const QString& word, Fit& fit) const;
    bool fitPath(const LineStack& lines, const QString& word, Fit& fit) const;
    Fit fitOf(const QString& word) const;
    QVector<CodeItem> best(const Fit& fit, int limit) const;
    qsizetype rowOf(qint64 padded, int digits) const; // the first row that does not stand before it
    std::optional<qsizetype> knownRow(const QString& code) const;
    bool isLeaf(qsizetype row) const;
    QString codeOf(qsizetype row) const;
    QString fullNameOf(qsizetype row) const;
    CodeItem itemOf(qsizetype row) const;

    QVector<Row> m_areas; // by code, an area before what lies in it
    LineStack m_names;
    LineStack m_initials;
};

} // namespace kuaiban::counter
