#include "SyntheticUnits.h"

#include "HanNames.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView FirstCharacters = u"澜霁岫珩澍翊昱淞棣砚桐珞芮蔚湛煦朔溯旻晏葳璟岑菡铄钧硕恪祺禧骏骁骧穆澈泓沅澧";
constexpr QStringView SecondCharacters =
    u"穗桁霖樾垚泷澂昇烨焜铭锽钺铨镕屿峤嵘巍岱陌畴垣堃棠楷栩桓枫梧槿榕芃芊茁荞蓁蔓薇藜";

constexpr std::array EnterpriseTrades{u"车桥配件", u"电器", u"机械制造", u"农机", u"食品", u"粮油加工", u"纺织",
    u"服装", u"电动工具", u"门业", u"五金制品", u"木业", u"人参制品", u"医药", u"汽车零部件", u"物流", u"建筑工程",
    u"装饰工程", u"船舶配套", u"海产品加工", u"物业服务", u"餐饮管理", u"劳务服务", u"软件科技", u"环保科技", u"商贸",
    u"家纺", u"包装制品", u"电子", u"新材料"};
constexpr std::array ShopTrades{
    u"五金店", u"超市", u"饭店", u"理发店", u"服装店", u"修理部", u"药房", u"水果店", u"早餐店", u"电脑维修部"};
constexpr std::array InstitutionTrades{u"小学", u"中学", u"幼儿园", u"卫生服务中心", u"文化站", u"农业技术推广站"};
constexpr std::array PrivateTrades{u"职业培训学校", u"养老服务中心", u"托育中心", u"社会工作服务中心"};

// What a unit can be: how many in a hundred, its number's first two characters, AAB019, AAB020 and the legal form.
struct Form
{
    int percent;
    QLatin1StringView creditKind;
    QLatin1StringView kind;
    QLatin1StringView economy;
    const char16_t* ending;
    std::span<const char16_t* const> trades;
};
constexpr std::array Forms{
    Form{52, "91"_L1, "10"_L1, "150"_L1, u"有限公司", EnterpriseTrades},
    Form{6, "91"_L1, "10"_L1, "160"_L1, u"股份有限公司", EnterpriseTrades},
    Form{27, "92"_L1, "60"_L1, "175"_L1, u"", ShopTrades},
    Form{10, "12"_L1, "21"_L1, "110"_L1, u"", InstitutionTrades},
    Form{5, "52"_L1, "50"_L1, "190"_L1, u"", PrivateTrades},
};

} // namespace

QString SyntheticUnits::newTradeName(const QString& trade, const QString& form, const QString& town)
{
    // Two characters give some 1,500 words, times 30 trades for each town; three are taken when luck runs out.
    for (int tried = 0;; ++tried) {
        QString word(m_dice.oneOf(FirstCharacters));
        word += m_dice.oneOf(SecondCharacters);
        if (tried > 20)
            word += m_dice.oneOf(SecondCharacters);
        const auto name = word + trade + form;
        if (m_names.contains(town + name))
            continue;
        m_names.insert(town + name);
        return name;
    }
}

registry::Unit SyntheticUnits::makeOne(const QString& village, int formIndex)
{
    const auto& form = Forms[static_cast<size_t>(formIndex)];
    const auto county = village.first(6);
    const bool enterprise = form.kind == "10"_L1;
    const auto town = enterprise ? m_places.townName(county) : m_places.countyName(county);
    registry::Unit unit;
    unit.id = m_ids.next();
    unit.tradeName = newTradeName(QString::fromUtf16(m_dice.oneOf(form.trades)), QString::fromUtf16(form.ending), town);
    unit.name = town + unit.tradeName;
    unit.creditCode = m_numbers.creditCode(form.creditKind, county);
    unit.kind = form.kind;
    unit.economy = form.economy;
    unit.area = village;
    unit.address = m_places.door(village, m_dice).address;
    unit.phone = m_numbers.mobilePhone();
    unit.legalPerson = hannames::surname(m_dice);
    unit.legalPerson += hannames::givenName(m_dice.percent(70) ? u"1"_s : u"2"_s, 1972, m_dice);
    unit.registeredOn = m_dice.day(QDate(1996, 1, 1), m_today.addMonths(-18));
    if (m_dice.oneIn(60))
        unit.closedOn = m_dice.day(m_today.addMonths(-17), m_today);
    return unit;
}

QList<registry::Unit> SyntheticUnits::make(int count)
{
    std::array<int, Forms.size()> shares{};
    for (size_t i = 0; i < Forms.size(); ++i)
        shares[i] = Forms[i].percent;
    QList<registry::Unit> units;
    units.reserve(count);
    while (units.size() < count) {
        const auto village = m_places.village(m_dice);
        units.append(makeOne(village, m_dice.weighted(shares)));
    }
    return units;
}

registry::Unit SyntheticUnits::enterpriseIn(const QString& county)
{
    auto unit = makeOne(m_places.villageOf(county, m_dice), 0);
    unit.closedOn = {};
    return unit;
}

} // namespace kuaiban::hub
