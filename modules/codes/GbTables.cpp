#include "GbTables.h"

#include <array>
#include <utility>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

// Cards print and people write the short name without 族 (in 壮, 汉 …); both forms must lead to the code.
constexpr std::array<std::pair<const char16_t*, const char16_t*>, 56> Ethnicities{{
    {u"01", u"汉"},
    {u"02", u"蒙古"},
    {u"03", u"回"},
    {u"04", u"藏"},
    {u"05", u"维吾尔"},
    {u"06", u"苗"},
    {u"07", u"彝"},
    {u"08", u"壮"},
    {u"09", u"布依"},
    {u"10", u"朝鲜"},
    {u"11", u"满"},
    {u"12", u"侗"},
    {u"13", u"瑶"},
    {u"14", u"白"},
    {u"15", u"土家"},
    {u"16", u"哈尼"},
    {u"17", u"哈萨克"},
    {u"18", u"傣"},
    {u"19", u"黎"},
    {u"20", u"傈僳"},
    {u"21", u"佤"},
    {u"22", u"畲"},
    {u"23", u"高山"},
    {u"24", u"拉祜"},
    {u"25", u"水"},
    {u"26", u"东乡"},
    {u"27", u"纳西"},
    {u"28", u"景颇"},
    {u"29", u"柯尔克孜"},
    {u"30", u"土"},
    {u"31", u"达斡尔"},
    {u"32", u"仫佬"},
    {u"33", u"羌"},
    {u"34", u"布朗"},
    {u"35", u"撒拉"},
    {u"36", u"毛南"},
    {u"37", u"仡佬"},
    {u"38", u"锡伯"},
    {u"39", u"阿昌"},
    {u"40", u"普米"},
    {u"41", u"塔吉克"},
    {u"42", u"怒"},
    {u"43", u"乌孜别克"},
    {u"44", u"俄罗斯"},
    {u"45", u"鄂温克"},
    {u"46", u"德昂"},
    {u"47", u"保安"},
    {u"48", u"裕固"},
    {u"49", u"京"},
    {u"50", u"塔塔尔"},
    {u"51", u"独龙"},
    {u"52", u"鄂伦春"},
    {u"53", u"赫哲"},
    {u"54", u"门巴"},
    {u"55", u"珞巴"},
    {u"56", u"基诺"},
}};

CodeTable makeEthnicityTable()
{
    QList<CodeEntry> entries;
    for (const auto& [code, name] : Ethnicities) {
        CodeEntry entry;
        entry.code = QString::fromUtf16(code);
        entry.shortText = QString::fromUtf16(name);
        entry.text = entry.shortText + u'族';
        // Former names that older cards and records still carry.
        if (entry.code == "36"_L1)
            entry.aliases = {u"毛难"_s, u"毛难族"_s};
        else if (entry.code == "46"_L1)
            entry.aliases = {u"崩龙"_s, u"崩龙族"_s};
        entries.append(entry);
    }
    // 81 is no code of the standard; identity cards in Guizhou carry it.
    entries.append({.code = u"81"_s, .text = u"穿青人"_s, .shortText = u"穿青人"_s, .aliases = {u"穿青"_s}});
    entries.append({.code = u"97"_s, .text = u"其他"_s});
    entries.append({.code = u"98"_s, .text = u"外国血统中国籍人士"_s, .shortText = u"外籍入籍"_s});
    return CodeTable(u"AAC005"_s, u"民族"_s, u"GB/T 3304"_s, 1, entries);
}

} // namespace

const CodeTable& sexTable()
{
    static const CodeTable table(u"AAC004"_s, u"性别"_s, u"GB/T 2261.1"_s, 1,
        {
            {.code = u"1"_s, .text = u"男性"_s, .shortText = u"男"_s},
            {.code = u"2"_s, .text = u"女性"_s, .shortText = u"女"_s},
            {.code = u"0"_s, .text = u"未知的性别"_s, .shortText = u"未知"_s},
            {.code = u"9"_s, .text = u"未说明的性别"_s, .shortText = u"未说明"_s},
        });
    return table;
}

const CodeTable& ethnicityTable()
{
    static const CodeTable table = makeEthnicityTable();
    return table;
}

} // namespace kuaiban::codes
