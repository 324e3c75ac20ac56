#pragma once

#include "Dice.h"

namespace kuaiban::hub {

// A code of GB/T 3304 for somebody who lives in an area: Manchu in Dandong, most of all in Kuandian and Fengcheng,
// Koreans in Yanbian and Changbai, Mongols in Qian Gorlos; a sprinkling of all others everywhere.
QString ethnicityIn(const QString& area, Dice& dice);

// All codes that must occur: 01 to 56, 97 and 98.
QStringList everyEthnicity();

} // namespace kuaiban::hub
