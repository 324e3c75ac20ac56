#pragma once

#include "CallerProfile.h"

namespace kuaiban::devices {

// What a queue system answered, read with the words of its profile.
class CallerAnswer
{
public:
    // The errors are the system's own no (`caller.refused`, `caller.access`), an answer that is none of those of the
    // profile (`caller.status`, `caller.redirect`), or one that cannot be read (`caller.answer`).
    static Result<CallerAnswer> read(const CallerProfile& profile, int status, const QByteArray& body);

    // The whole answer says that nobody is there, and maybe nothing else.
    bool saysNobody() const { return m_saysNobody; }

    // How the queue stands; `caller.answer` names the place that cannot be right.
    Result<CallState> state(const CallerProfile& profile) const;

private:
    QJsonValue m_root{QJsonValue::Undefined};
    bool m_saysNobody = false;
};

} // namespace kuaiban::devices
