#include "PeopleNames.h"

#include "HanNames.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestName = 15; // characters that fit into the name field of an identity card

constexpr std::array UyghurMen{u"阿里木", u"买买提", u"艾尔肯", u"阿卜杜拉", u"库尔班", u"吐尔逊", u"玉素甫",
    u"阿不都热合曼", u"艾合买提", u"麦麦提江", u"亚森", u"依明", u"居马", u"热合曼", u"阿迪力", u"卡德尔", u"伊力哈木",
    u"木拉提", u"塔依尔", u"阿卜杜克热木", u"肉孜", u"赛买提", u"努尔麦麦提"};
constexpr std::array UyghurWomen{u"阿依古丽", u"古丽巴哈尔", u"热依拉", u"帕提古丽", u"阿米娜", u"古丽娜尔",
    u"努尔古丽", u"迪丽努尔", u"海丽切木", u"阿孜古丽", u"茹仙古丽", u"玛依拉", u"孜乃提", u"图尔荪阿依", u"米热古丽",
    u"布热比亚", u"祖丽皮亚"};
constexpr std::array KazakhMen{u"叶尔兰", u"别克", u"巴合提", u"赛力克", u"木拉提汗", u"叶尔肯别克", u"阿依恒",
    u"加尔恒", u"努尔兰", u"哈纳提", u"达吾列提", u"托合塔尔", u"胡安什", u"阿德列提"};
constexpr std::array KazakhWomen{u"古丽江", u"阿依努尔", u"沙吾列", u"加娜尔", u"巴哈尔古丽", u"叶尔克", u"玛尔江",
    u"阿勒腾", u"努尔扎提", u"库丽夏提"};
constexpr std::array MongolMen{u"巴图", u"孟克", u"巴雅尔", u"苏和", u"朝鲁", u"格日勒图", u"阿木古朗", u"特木尔",
    u"那顺", u"宝音德力格尔", u"额尔敦", u"斯琴巴特尔", u"达来"};
constexpr std::array MongolWomen{u"乌云", u"其其格", u"萨仁", u"娜仁高娃", u"乌日娜", u"阿拉坦其其格", u"托娅", u"斯琴",
    u"哈斯", u"乌云其木格", u"塔娜", u"高娃"};
constexpr std::array Tibetan{u"扎西", u"次仁", u"格桑", u"多吉", u"丹增", u"洛桑", u"平措", u"旺堆", u"索朗", u"巴桑",
    u"达瓦", u"尼玛", u"益西", u"罗布", u"次旺", u"仁青"};
constexpr std::array TibetanWomen{u"卓玛", u"央金", u"拉姆", u"白玛", u"曲珍", u"德吉", u"措姆", u"卓嘎"};
constexpr std::array YiClans{u"吉克", u"阿苏", u"沙马", u"阿尔", u"曲比", u"海来", u"吉木", u"阿说", u"马海", u"莫色"};
constexpr std::array YiMen{u"木果", u"拉日", u"阿木", u"尔哈", u"伍各", u"石布", u"约布", u"日古"};
constexpr std::array YiWomen{u"阿依", u"阿芝", u"尔洛", u"依扎", u"阿果莫", u"史扎", u"伍支莫"};
constexpr std::array DaiMen{u"岩罕", u"岩温", u"岩叫", u"岩香", u"岩拉", u"岩三宝", u"岩应龙"};
constexpr std::array DaiWomen{u"玉香", u"玉罕", u"玉波", u"玉儿", u"玉叫", u"玉拉罕", u"玉温龙"};
constexpr std::array RussianMen{
    u"伊万", u"阿廖沙", u"谢尔盖", u"尼古拉", u"德米特里", u"亚历山大", u"安德烈", u"瓦西里", u"米哈伊尔"};
constexpr std::array RussianWomen{
    u"娜塔莎", u"安娜", u"柳德米拉", u"奥莉加", u"叶卡捷琳娜", u"玛丽亚", u"塔季扬娜", u"薇拉", u"索菲娅"};
constexpr std::array RussianFathersOfMen{
    u"伊万诺维奇", u"彼得罗维奇", u"谢尔盖耶维奇", u"尼古拉耶维奇", u"瓦西里耶维奇"};
constexpr std::array RussianFathersOfWomen{
    u"伊万诺夫娜", u"彼得罗夫娜", u"谢尔盖耶夫娜", u"尼古拉耶夫娜", u"瓦西里耶夫娜"};
constexpr std::array RussianFamilies{u"科兹", u"别洛夫", u"索科洛娃", u"莫罗佐", u"沃尔科夫", u"季莫申科", u"奥尔"};

bool hasFathersName(const QString& ethnicity)
{
    static const QStringList peoples{u"05"_s, u"17"_s, u"29"_s, u"41"_s, u"43"_s, u"50"_s};
    return peoples.contains(ethnicity);
}

bool isMan(const QString& sex)
{
    return sex == u"1";
}

} // namespace

QString PeopleNames::pick(List list)
{
    return QString::fromUtf16(list[static_cast<size_t>(m_dice.below(static_cast<int>(list.size())))]);
}

QString PeopleNames::russian(const QString& sex)
{
    for (;;) {
        QString name = pick(isMan(sex) ? List(RussianMen) : List(RussianWomen));
        name += u'·' + pick(isMan(sex) ? List(RussianFathersOfMen) : List(RussianFathersOfWomen));
        name += u'·' + pick(RussianFamilies);
        if (name.size() <= LongestName)
            return name;
    }
}

PeopleNames::Name PeopleNames::make(
    const QString& ethnicity, const QString& sex, int birthYear, const QString& inherited)
{
    const auto inheritedOr = [&inherited](const QString& own) { return inherited.isEmpty() ? own : inherited; };
    if (hasFathersName(ethnicity)) {
        const bool turkic = ethnicity == u"05" || ethnicity == u"43" || ethnicity == u"50";
        const auto own = turkic ? pick(isMan(sex) ? List(UyghurMen) : List(UyghurWomen))
                                : pick(isMan(sex) ? List(KazakhMen) : List(KazakhWomen));
        auto fathers = inherited;
        while (fathers.isEmpty() || (inherited.isEmpty() && fathers == own))
            fathers = pick(turkic ? List(UyghurMen) : List(KazakhMen));
        return {own + u'·' + fathers, own};
    }
    if (ethnicity == u"04" || ethnicity == u"54" || ethnicity == u"55") {
        const auto first = pick(Tibetan);
        return {first + pick(isMan(sex) ? List(Tibetan) : List(TibetanWomen)), {}};
    }
    if (ethnicity == u"02" && m_dice.percent(40))
        return {pick(isMan(sex) ? List(MongolMen) : List(MongolWomen)), {}};
    if (ethnicity == u"18")
        return {pick(isMan(sex) ? List(DaiMen) : List(DaiWomen)), {}};
    if (ethnicity == u"07" && (inherited.size() == 2 || m_dice.percent(50))) {
        const auto clan = inheritedOr(pick(YiClans));
        return {clan + u'·' + pick(isMan(sex) ? List(YiMen) : List(YiWomen)), clan};
    }
    if (ethnicity == u"44" || ethnicity == u"98")
        return {russian(sex), {}};
    if (ethnicity == u"10") {
        const auto surname = inheritedOr(hannames::koreanSurname(m_dice));
        return withSurname(surname, hannames::koreanGivenName(sex, m_dice));
    }
    static const QStringList muslims{u"03"_s, u"26"_s, u"30"_s, u"35"_s, u"47"_s};
    const auto surname = ethnicity == u"11"            ? hannames::manchuSurname(m_dice)
                         : muslims.contains(ethnicity) ? hannames::huiSurname(m_dice)
                                                       : hannames::surname(m_dice);
    return withSurname(inheritedOr(surname), hannames::givenName(sex, birthYear, m_dice));
}

QString PeopleNames::ofLength(int characters)
{
    for (;;) {
        const auto name = characters > 13 ? russian(u"1"_s) : make(u"05"_s, u"1"_s, 1980).full;
        if (name.size() == characters)
            return name;
    }
}

} // namespace kuaiban::hub
