#include "AreaTree.h"

#include "Ascii.h"
#include "CodesErrors.h"

#include <algorithm>
#include <array>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<qsizetype, 5> LengthOfLevel{2, 4, 6, 9, 12};
constexpr QByteArrayView Head("code,name,parent");
constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

QStringView prefixOfParent(QStringView code)
{
    for (size_t level = 1; level < LengthOfLevel.size(); ++level) {
        if (code.size() == LengthOfLevel[level])
            return code.first(LengthOfLevel[level - 1]);
    }
    return {};
}

Result<Area> readLine(QByteArrayView line, qsizetype number)
{
    const auto first = line.indexOf(',');
    const auto second = first < 0 ? -1 : line.indexOf(',', first + 1);
    if (second < 0 || line.indexOf(',', second + 1) >= 0)
        return fail(areasBroken(number, u"three columns code,name,parent"_s));
    Area area{QString::fromUtf8(line.first(first)), QString::fromUtf8(line.sliced(first + 1, second - first - 1)),
        QString::fromUtf8(line.sliced(second + 1))};
    if (!AreaTree::levelOf(area.code))
        return fail(areasBroken(number, u"a code of 2, 4, 6, 9 or 12 digits"_s));
    if (area.name.isEmpty() || area.name.trimmed() != area.name || area.name.contains(QChar::ReplacementCharacter))
        return fail(areasBroken(number, u"a name in UTF-8 without spaces around it"_s));
    if (area.parent != prefixOfParent(area.code))
        return fail(areasBroken(number, u"the parent that the code begins with"_s));
    return area;
}

} // namespace

bool AreaTree::isGrouping(const Area& area)
{
    return area.code.size() == 4 &&
           (area.name == u"市辖区" || area.name == u"县" || area.name.endsWith(u"直辖县级行政区划"));
}

std::optional<AreaLevel> AreaTree::levelOf(const QString& code)
{
    const auto place = std::find(LengthOfLevel.begin(), LengthOfLevel.end(), code.size());
    if (place == LengthOfLevel.end() || firstOffender(code, 0, code.size(), isAsciiDigit))
        return std::nullopt;
    return static_cast<AreaLevel>(place - LengthOfLevel.begin() + 1);
}

Result<AreaTree> AreaTree::parse(QByteArrayView csv)
{
    AreaTree tree;
    tree.m_areas.reserve(static_cast<size_t>(std::count(csv.begin(), csv.end(), '\n')));
    bool headSeen = false;
    qsizetype number = 0;
    if (csv.startsWith(ByteOrderMark))
        csv = csv.sliced(ByteOrderMark.size());
    while (!csv.isEmpty()) {
        const auto end = csv.indexOf('\n');
        auto line = end < 0 ? csv : csv.first(end);
        csv = end < 0 ? QByteArrayView() : csv.sliced(end + 1);
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (!headSeen) {
            if (line != Head)
                return fail(areasBroken(number, u"the head code,name,parent"_s));
            headSeen = true;
            continue;
        }
        KB_TRY(auto area, readLine(line, number));
        if (tree.m_byCode.contains(area.code))
            return fail(areasBroken(number, u"a code that no earlier line has"_s));
        if (!area.parent.isEmpty() && !tree.m_byCode.contains(area.parent))
            return fail(areasBroken(number, u"a parent that stands above its children"_s));
        const auto index = tree.m_areas.size();
        tree.m_byCode.insert(area.code, index);
        tree.m_children[area.parent].append(index);
        tree.m_areas.push_back(std::move(area));
    }
    if (tree.m_areas.empty())
        return fail(areasBroken(number, u"at least one area"_s));
    for (auto& children : tree.m_children) {
        std::sort(children.begin(), children.end(),
            [&tree](size_t a, size_t b) { return tree.m_areas[a].code < tree.m_areas[b].code; });
    }
    return tree;
}

QString AreaTree::canonical(const QString& code) const
{
    if (m_byCode.contains(code) || !levelOf(code))
        return code;
    QStringView shorter = code;
    for (size_t level = LengthOfLevel.size() - 1; level > 0; --level) {
        if (shorter.size() != LengthOfLevel[level])
            continue;
        const auto rest = shorter.sliced(LengthOfLevel[level - 1]);
        if (std::any_of(rest.begin(), rest.end(), [](QChar c) { return c != u'0'; }))
            break;
        shorter = shorter.first(LengthOfLevel[level - 1]);
        if (const auto candidate = shorter.toString(); m_byCode.contains(candidate))
            return candidate;
    }
    return code;
}

const Area* AreaTree::find(const QString& code) const
{
    const auto place = m_byCode.constFind(canonical(code));
    return place == m_byCode.constEnd() ? nullptr : &m_areas[*place];
}

const Area* AreaTree::parentOf(const QString& code) const
{
    const auto* area = find(code);
    return area && !area->parent.isEmpty() ? find(area->parent) : nullptr;
}

QList<Area> AreaTree::children(const QString& code) const
{
    QList<Area> areas;
    for (const auto index : m_children.value(code.isEmpty() ? code : canonical(code)))
        areas.append(m_areas[index]);
    return areas;
}

QString AreaTree::fullName(const QString& code) const
{
    QString name;
    const Area* below = nullptr;
    for (const auto* area = find(code); area; area = parentOf(area->code)) {
        // 东莞 and 中山 have no counties: the statistics repeat the city there.
        const bool repeated = below && below->name == area->name;
        if (!repeated && (!below || !isGrouping(*area)))
            name.prepend(area->name);
        below = area;
    }
    return name;
}

bool AreaTree::isWithin(const QString& code, const QString& ancestor) const
{
    const auto* outer = find(ancestor);
    return outer && levelOf(code) && canonical(code).startsWith(outer->code);
}

} // namespace kuaiban::codes
