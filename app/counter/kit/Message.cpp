#include "Message.h"

#include "modules/base/FailureManual.h"

#include <QCoreApplication>

namespace kuaiban::counter {

namespace {

QString sideOf(Origin origin)
{
    switch (origin) {
    case Origin::User:
        return QCoreApplication::translate("Message", "Entry");
    case Origin::Card:
        return QCoreApplication::translate("Message", "Card");
    case Origin::Device:
        return QCoreApplication::translate("Message", "Device");
    case Origin::Network:
        return QCoreApplication::translate("Message", "Network");
    case Origin::Hub:
        return QCoreApplication::translate("Message", "Hub");
    case Origin::Data:
        return QCoreApplication::translate("Message", "Data");
    case Origin::Machine:
        break;
    }
    return QCoreApplication::translate("Message", "This computer");
}

} // namespace

Message messageFor(const Error& error, const FailureManual& manual, const QString& language)
{
    const FailureText text = manual.text(error, language);
    // What the person can put right on the spot is a warning; what somebody else must repair is a fault.
    const Tone tone = error.origin == Origin::User || error.origin == Origin::Card ? Tone::Attention : Tone::Bad;
    return {.tone = tone,
        .what = text.what,
        .side = sideOf(error.origin),
        .remedy = text.remedy,
        .code = error.code,
        .cause = text.cause};
}

} // namespace kuaiban::counter
