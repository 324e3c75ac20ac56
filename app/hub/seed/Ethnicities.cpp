#include "Ethnicities.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int LastCode = 56; // of the recognised ethnic groups

// Shares in tenths of a per cent, rounded from what is generally known of the regions; what is left over is Han.
struct Mix
{
    QLatin1StringView area;
    int manchu;
    int korean;
    int mongol;
    int hui;
    int xibe;
    int elsewhere; // any of the others
};

// The narrowest area first.
constexpr std::array Mixes{
    Mix{"210624"_L1, 620, 8, 3, 3, 2, 2},
    Mix{"210682"_L1, 770, 6, 4, 3, 3, 2},
    Mix{"210681"_L1, 220, 10, 3, 3, 3, 2},
    Mix{"2106"_L1, 190, 22, 5, 9, 6, 3},
    Mix{"222424"_L1, 60, 280, 2, 4, 0, 2},
    Mix{"222403"_L1, 60, 50, 3, 5, 0, 2},
    Mix{"2224"_L1, 30, 560, 2, 4, 0, 2},
    Mix{"220623"_L1, 40, 160, 2, 2, 0, 2},
    Mix{"220323"_L1, 380, 6, 8, 3, 2, 2},
    Mix{"220721"_L1, 30, 3, 120, 4, 2, 2},
    Mix{"22"_L1, 38, 18, 8, 6, 1, 3},
    Mix{"32"_L1, 1, 1, 1, 3, 0, 6},
    Mix{"33"_L1, 1, 1, 1, 2, 0, 9},
};

// Who lives far from home: the larger peoples more often than the smaller.
constexpr std::array Wanderers{
    "05"_L1, "17"_L1, "04"_L1, "08"_L1, "06"_L1, "15"_L1, "07"_L1, "12"_L1, "09"_L1, "18"_L1, "22"_L1};

} // namespace

QString ethnicityIn(const QString& area, Dice& dice)
{
    for (const auto& mix : Mixes) {
        if (!area.startsWith(mix.area))
            continue;
        int at = dice.below(1000);
        for (const auto& [code, share] : {std::pair{"11"_L1, mix.manchu}, std::pair{"10"_L1, mix.korean},
                 std::pair{"02"_L1, mix.mongol}, std::pair{"03"_L1, mix.hui}, std::pair{"38"_L1, mix.xibe}}) {
            if (at < share)
                return code;
            at -= share;
        }
        if (at < mix.elsewhere && dice.percent(70))
            return dice.oneOf(Wanderers);
        if (at < mix.elsewhere)
            return QString::number(dice.between(2, LastCode)).rightJustified(2, u'0');
        break;
    }
    return u"01"_s;
}

QStringList everyEthnicity()
{
    QStringList codes;
    for (int code = 1; code <= LastCode; ++code)
        codes.append(QString::number(code).rightJustified(2, u'0'));
    return codes + QStringList{u"97"_s, u"98"_s};
}

} // namespace kuaiban::hub
