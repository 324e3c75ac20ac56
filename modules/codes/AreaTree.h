#pragma once

#include "modules/base/Result.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace kuaiban::codes {

enum class AreaLevel { Province = 1, City, County, Street, Village }; // 省 市 县(区) 乡镇(街道) 村(社区)

struct Area
{
    QString code;   // 2, 4, 6, 9 or 12 digits by level
    QString name;   // as published: 振兴区
    QString parent; // code of the area one level up, empty for provinces
    friend bool operator==(const Area&, const Area&) = default;
};

// The tree of areas (行政区划) after GB/T 2260 and the statistics codes. Wherever a code is asked for, the padded forms
// of other systems are understood too: 210600 and 210600000000 are 2106. Immutable after construction, so any thread
// may read.
class AreaTree
{
public:
    AreaTree() = default;

    // Reads the form of resources/codes/areas.csv: UTF-8, comment lines beginning with #, the head "code,name,parent",
    // then one area a line, parents before their children, no quoting. Errors: `codes.areas` names the line and the
    // rule.
    static Result<AreaTree> parse(QByteArrayView csv);

    qsizetype size() const { return static_cast<qsizetype>(m_areas.size()); }
    const Area* find(const QString& code) const;     // null when unknown; valid as long as the tree
    const Area* parentOf(const QString& code) const; // null for provinces and unknown codes
    QList<Area> children(const QString& code) const; // by code; the provinces for an empty code

    // 辽宁省丹东市振兴区, without the rows that are no areas of their own (市辖区, 省直辖县级行政区划); empty when
    // unknown.
    QString fullName(const QString& code) const;

    // Whether `code` is `ancestor` or lies in it. Works for codes below the tree's leaves as well (a village of a
    // county whose villages are not listed), because a code begins with that of the area it lies in. An unknown
    // ancestor holds nothing.
    bool isWithin(const QString& code, const QString& ancestor) const;

    // Rows of the statistics codes that only group counties; nobody writes them into an address.
    static bool isGrouping(const Area& area);

    // By the form of the code alone; nothing when it is no area code.
    static std::optional<AreaLevel> levelOf(const QString& code);

    // The shortest form of a code as this tree knows it; the text itself when the tree does not.
    QString canonical(const QString& code) const;

private:
    std::vector<Area> m_areas;
    QHash<QString, size_t> m_byCode;
    QHash<QString, QList<size_t>> m_children;
};

} // namespace kuaiban::codes
