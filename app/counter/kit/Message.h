#pragma once

#include "app/counter/look/Colours.h"

#include <QString>

namespace kuaiban {
class FailureManual;
struct Error;
} // namespace kuaiban

namespace kuaiban::counter {

// What people are told when something happened: what, whose side it is on, what to do next, the code for support.
struct Message
{
    Tone tone = Tone::Attention;
    QString what = {};
    QString side = {}; // "扫描仪", "网络", "中心"; empty where nobody is to blame
    QString remedy = {};
    QString code = {};  // failure code, shown small
    QString cause = {}; // why; in the same line as the remedy
};

// The one place where an error becomes text for people. `language` is "zh_CN" or "en".
Message messageFor(const Error& error, const FailureManual& manual, const QString& language);

} // namespace kuaiban::counter
