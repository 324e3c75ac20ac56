#include "Places.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype CountyLength = 6;

struct Share
{
    QLatin1StringView code;
    int percent;
};
constexpr std::array Shares{Share{"22"_L1, 45}, Share{"2106"_L1, 30}, Share{"3206"_L1, 18}, Share{"330784"_L1, 7}};

constexpr std::array<const char16_t*, 24> Roads{u"团结路", u"新华街", u"人民路", u"胜利街", u"光明路", u"育才街",
    u"迎宾路", u"滨河街", u"朝阳路", u"文化街", u"青年路", u"向阳街", u"解放路", u"兴盛街", u"永安路", u"和平街",
    u"建设路", u"友谊街", u"中兴路", u"幸福街", u"长江路", u"工农街", u"学府路", u"丰收街"};

// Statistics code: villages proper (村委会) are numbered from 200 on, communities (居委会) below.
bool isRural(const QString& village)
{
    return village.last(3).toInt() >= 200;
}

// 园丁社区居委会 → 园丁社区, 荆山夏村委会 → 荆山夏村
QString spokenName(QString village)
{
    if (const auto note = village.indexOf(u'（'); note > 0) // 共乐村委会（新）
        village.truncate(note);
    for (const auto& [ending, instead] : {std::pair{u"村民委员会"_s, u"村"_s}, std::pair{u"居民委员会"_s, QString()},
             std::pair{u"村委会"_s, u"村"_s}, std::pair{u"居委会"_s, QString()}}) {
        if (village.endsWith(ending) && village.size() > ending.size())
            return village.chopped(ending.size()) + instead;
    }
    return village;
}

} // namespace

Places::Places(const codes::AreaTree& areas)
    : m_areas(areas)
{
    const auto walk = [this](const auto& self, const QString& code, Region& region) -> void {
        if (code.size() == 12) {
            region.villages.append(code);
            m_villagesByCounty[code.first(CountyLength)].append(code);
            return;
        }
        const bool zone = code.size() == CountyLength && code.at(4) == u'7';
        if (code.size() == CountyLength && !zone)
            region.counties.append(code);
        for (const auto& area : m_areas.children(code)) {
            if (!area.name.contains(u"虚拟")) // stands for people without a village: nobody writes it into an address
                self(self, area.code, region);
        }
    };
    for (const auto& share : Shares) {
        Region region{share.percent, {}, {}};
        walk(walk, share.code, region);
        if (region.villages.isEmpty() || region.counties.isEmpty())
            continue;
        m_shares.append(region.share);
        m_regions.append(region);
    }
}

QString Places::village(Dice& dice) const
{
    return dice.oneOf(m_regions.at(dice.weighted(m_shares)).villages);
}

QString Places::villageOf(const QString& county, Dice& dice) const
{
    const auto villages = m_villagesByCounty.value(county);
    return villages.isEmpty() ? village(dice) : dice.oneOf(villages);
}

Place Places::door(const QString& village, Dice& dice) const
{
    Place place{village, m_areas.fullName(village.first(9)), isRural(village)};
    if (const auto* area = m_areas.find(village))
        place.address += spokenName(area->name);
    if (place.rural) {
        const int group = dice.between(1, 12);
        place.address += u"%1组%2号"_s.arg(group).arg(dice.between(1, 180));
        return place;
    }
    place.address += QString::fromUtf16(dice.oneOf(Roads));
    place.address += u"%1号"_s.arg(dice.between(1, 260));
    if (dice.percent(80)) {
        const int stairs = dice.between(1, 5);
        const int floor = dice.between(1, 18);
        place.address += u"%1单元%2%3室"_s.arg(stairs).arg(floor).arg(dice.between(1, 4), 2, 10, QLatin1Char('0'));
    }
    return place;
}

QString Places::birthRegion(const QString& county, Dice& dice) const
{
    for (const auto& region : m_regions) {
        if (region.counties.contains(county) && dice.percent(85))
            return county;
    }
    // Born in another county, or living in a zone that has no code of its own.
    return dice.oneOf(m_regions.at(dice.weighted(m_shares)).counties);
}

QString Places::countyName(const QString& county) const
{
    const auto* area = m_areas.find(county);
    return area ? area->name : QString();
}

QString Places::townName(const QString& county) const
{
    const auto* area = m_areas.find(county);
    if (area && !area->name.endsWith(u"市")) {
        if (const auto* above = m_areas.parentOf(county))
            area = above;
    }
    if (!area)
        return {};
    for (const auto& ending : {u"朝鲜族自治州"_s, u"市"_s}) {
        if (area->name.endsWith(ending))
            return area->name.chopped(ending.size());
    }
    return area->name;
}

QString Places::areaOfAddress(const QString& address) const
{
    for (const auto& region : m_regions) {
        for (const auto& county : region.counties) {
            if (!address.contains(m_areas.find(county)->name))
                continue;
            const auto* city = m_areas.parentOf(county);
            const auto* province = city ? m_areas.parentOf(city->code) : nullptr;
            if (!province || !address.startsWith(province->name))
                continue;
            for (const auto& street : m_areas.children(county)) {
                if (address.contains(street.name))
                    return street.code;
            }
            return county;
        }
    }
    return {};
}

} // namespace kuaiban::hub
