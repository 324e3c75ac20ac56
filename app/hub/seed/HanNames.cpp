#include "HanNames.h"

#include <array>

namespace kuaiban::hub::hannames {

using namespace Qt::StringLiterals;

namespace {

struct Surnames
{
    QStringView characters; // one surname each
    int weight;             // of one of them
};

// Roughly by frequency: the first line holds the surnames of which there are most.
constexpr std::array CommonSurnames{
    Surnames{u"王李张刘陈", 70},
    Surnames{u"杨赵黄周吴徐孙", 24},
    Surnames{u"胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕", 8},
    Surnames{u"苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
             u"易常武乔贺赖龚文",
        3},
    Surnames{u"庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗"
             u"凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边",
        1},
};

constexpr std::array<const char16_t*, 12> DoubleSurnames{
    u"欧阳", u"上官", u"司马", u"诸葛", u"司徒", u"皇甫", u"尉迟", u"令狐", u"慕容", u"夏侯", u"东方", u"闻人"};
constexpr QStringView ManchuSurnames = u"关佟富赫那白吴赵郎张王李唐何马宁曹金傅康卜索溥鄂";
constexpr QStringView KoreanSurnames = u"金金金金朴朴朴李李李崔崔郑郑姜尹张赵林韩许全吴权黄安宋洪柳文申南";
constexpr QStringView HuiSurnames = u"马马马马白丁沙哈纳海金杨李张王洪麻铁穆喇";

// What was chosen in the years up to `until`.
struct Era
{
    int until;
    int singlePercent; // given names of one character
    QStringView men;
    QStringView women;
};

constexpr std::array Eras{
    Era{1949, 8, u"德福贵财宝玉树林山海江成发有万春生金祥云喜长庆文忠孝仁义礼廷殿登凤洪永景世国兴连占",
        u"兰英秀桂珍凤玉花芝莲香素淑贤云翠芳荣琴淑华月娥枝清巧梅菊春贞惠美婉"},
    Era{1969, 14, u"国建军民志强卫东明华永胜福德春林生海文忠学平新洪江山玉庆长振宝成金祥利云龙喜凯宏",
        u"秀英桂兰玉珍淑芳华丽凤霞红梅荣琴素云萍敏玲翠艳春香莲美芝清杰月晶静亚文菊"},
    Era{1984, 32, u"建伟强军勇斌涛明超波辉刚杰峰磊志国海洋亮平春光永利东立新宏文鹏飞庆凯学成旭健",
        u"丽艳红敏静娟霞燕萍玲芳梅莉颖琳雪晶英华秀玉春凤慧杰洪娜岩海波立云秋欣琴"},
    Era{1999, 38, u"伟鹏超帅磊洋浩宇鑫博杰龙凯强晨旭峰宁健飞亮阳斌昊然明志成天佳家俊子文思源雨泽",
        u"婷雪莹丹娜倩慧敏晶璐欣悦佳琪思雨梦瑶颖琳文静洁萌蕾阳晓宁丽娇冰月彤妍楠"},
    Era{2099, 12, u"子浩宇轩梓睿俊泽一辰博铭诚佑嘉煜恩承皓霖航晨熙逸翰远钧沐明哲天佳瑞言致景安书",
        u"梓涵欣怡诗雨萱妍琪雅若汐可馨语彤瑶子萌嘉钰芷婉沐思佳奕晨心悦伊一依宁舒安然晗"},
};

constexpr QStringView KoreanMen = u"哲浩成日光虎永龙学俊明银男勋洙勇南京锡元植镇燮泽贤国范焕善赫";
constexpr QStringView KoreanWomen = u"英顺玉今花善淑美香兰姬子莲爱春京延红贞恩熙月海丹仙慧莹";

// Characters of the planes and extensions for which GB 18030 needs four bytes and which occur in names.
constexpr QStringView RareCharacters =
    u"𠮷𬭊㛃㙍㛹㜏㬎㬚㮾㳘㴋㺹䌹𬘭𬬭𬭎𬭚𬭛𬮱𬯎𬱟𬳵𬳶𬳽𬴂"
    u"𬸚𬸣𬍛𬍡𬍤𬒈𬒗𬜬𬞟"
    u"𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬪩𬬩𬬮𬬱𫍯𫍲𫍽𫖮𫖯𫗧𫘜𫘝𫘦"
    u"𫘧𫟅𫟦𫟹𫟼𫠊𫷷𪟝𪣻𪨰𪩘𪾢𦈡"
    u"𧿹";

QString pick(QStringView characters, Dice& dice)
{
    return QString(dice.oneOf(characters));
}

} // namespace

QString surname(Dice& dice)
{
    if (dice.oneIn(150))
        return QString::fromUtf16(dice.oneOf(DoubleSurnames));
    std::array<int, CommonSurnames.size()> weights{};
    for (size_t i = 0; i < weights.size(); ++i)
        weights[i] = CommonSurnames[i].weight * static_cast<int>(CommonSurnames[i].characters.size());
    return pick(CommonSurnames[static_cast<size_t>(dice.weighted(weights))].characters, dice);
}

QString manchuSurname(Dice& dice)
{
    return pick(ManchuSurnames, dice);
}

QString koreanSurname(Dice& dice)
{
    return pick(KoreanSurnames, dice);
}

QString huiSurname(Dice& dice)
{
    return pick(HuiSurnames, dice);
}

QString givenName(const QString& sex, int birthYear, Dice& dice)
{
    const Era* era = Eras.begin();
    while (era->until < birthYear)
        ++era;
    const auto characters = sex == u"1" ? era->men : era->women;
    const auto first = pick(characters, dice);
    if (dice.percent(era->singlePercent))
        return first;
    const auto second = pick(characters, dice);
    // 丽丽 and 婷婷 are names for girls of later years only.
    if (first == second && (sex == u"1" || birthYear < 1970))
        return first;
    return first + second;
}

QString koreanGivenName(const QString& sex, Dice& dice)
{
    const auto characters = sex == u"1" ? KoreanMen : KoreanWomen;
    const auto first = pick(characters, dice);
    return dice.percent(12) ? first : first + pick(characters, dice);
}

QString rareCharacter(Dice& dice)
{
    static const auto points = RareCharacters.toUcs4();
    return QStringView(QChar::fromUcs4(dice.oneOf(points))).toString();
}

} // namespace kuaiban::hub::hannames
