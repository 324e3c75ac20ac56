#pragma once

#include "CallerProfile.h"
#include "CallTerminal.h"
#include "HttpLine.h"

namespace kuaiban::devices {

// A queue system that speaks HTTP and JSON as its profile says.
class HttpCaller final : public CallTerminal
{
public:
    // Where the system is and which of its windows this is.
    struct Place
    {
        QUrl base; // http://HOST:PORT/base, to which the paths of the profile are appended
        QString window;
    };

    HttpCaller(CallerProfile profile, Place place, std::chrono::milliseconds limit = CallLimit);

    bool knows(CallOperation operation) const override { return m_profile.steps.contains(operation); }
    void ask(const CallRequest& request, Answer answer) override;

private:
    HttpQuestion questionOf(const CallRequest& request) const;

    CallerProfile m_profile;
    Place m_place;
    HttpLine* m_line;
};

} // namespace kuaiban::devices
