#include "FormEnvironments.h"

#include "modules/codes/Identifiers.h"

namespace kuaiban::casework {

forms::FormEnvironment standardFormEnvironment()
{
    forms::FormEnvironment environment;
    for (const auto& name : codes::identifierChecks()) {
        environment.identifierChecks.insert(
            name, [name](const QString& text, QDate today) { return codes::checkIdentifier(name, text, today); });
    }
    environment.isDoubt = codes::isDoubt;
    return environment;
}

} // namespace kuaiban::casework
