#pragma once

#include "modules/base/Ids.h"
#include "modules/sync/HubLink.h"
#include "Profile.h"

namespace kuaiban::counter {

// What the hub gave this machine when an administrator's code was entered.
struct Enrolment
{
    QString device;
    QString token; // secret: the file that keeps it is readable by its owner only
    QString area;
    QString office;
    QString window;
    QByteArray key = {}; // PEM, secret: signs what this machine sends; empty of one enrolled by an older program

    bool isValid() const { return !device.isEmpty() && !token.isEmpty(); }
    // Errors: session.not-enrolled when there is none, session.enrolment when it cannot be read.
    static Result<Enrolment> read(const QString& dataFolder);
    Done write(const QString& dataFolder) const;
};

// Turns this machine into a device of the hub.
QFuture<Result<Enrolment>> enrol(sync::HubLink& link, const QString& code, const QString& name, const QString& window,
    IdSource& ids, QObject* context);

} // namespace kuaiban::counter
