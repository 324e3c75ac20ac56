#pragma once

#include "KeypadPattern.h"
#include "modules/base/Result.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace kuaiban::devices {

// How a keypad is asked whether it is there.
struct KeypadPoll
{
    KeypadPattern send;
    KeypadPattern reply;
    std::chrono::milliseconds every{1000};
    std::chrono::milliseconds within{500}; // how long the reply may take
};

// The language of one model of evaluation keypads (评价器): there is no common protocol. The words of the file are
// explained in resources/keypad/README.md. Immutable after it was read.
struct KeypadProfile
{
    QString nameZh;
    QString nameEn;
    int baud = 0;
    std::chrono::milliseconds answerTime{0}; // how long a citizen is waited for
    KeypadPattern ask;
    std::optional<KeypadPattern> thank;
    std::optional<KeypadPattern> greet;
    std::optional<KeypadPoll> poll;
    QList<KeypadPattern> pressed;
    QHash<quint8, int> grades; // key → 5 非常满意 … 1 非常不满意, the grades of GB/T 39735
};

// `keypad.profile` names file, place and reason; a word nobody knows is refused.
Result<KeypadProfile> readKeypadProfile(const QJsonObject& object, const QString& file);

// The profile of a device URI: without a slash one of those that are compiled in, else a path; ".json" may be left out
// of the former. `keypad.profile-read` if there is no such file.
Result<KeypadProfile> loadKeypadProfile(const QString& name);
QStringList shippedKeypadProfiles();

} // namespace kuaiban::devices
