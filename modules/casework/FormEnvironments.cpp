#include "FormEnvironments.h"

#include "modules/base/Clock.h"
#include "modules/codes/Identifiers.h"

namespace kuaiban::casework {

forms::FormEnvironment standardFormEnvironment()
{
    forms::FormEnvironment environment;
    for (const auto& name : codes::identifierChecks()) {
        environment.identifierChecks.insert(name, [name](const QString& text) -> Done {
            // Only births in the future depend on the day, and a form's own date rules see those first.
            const auto done = codes::checkIdentifier(name, text, legalDate(SystemClock().nowMs()));
            if (!done && codes::isDoubt(done.error()))
                return {};
            return done;
        });
    }
    return environment;
}

} // namespace kuaiban::casework
