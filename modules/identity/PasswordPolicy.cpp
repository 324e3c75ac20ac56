#include "PasswordPolicy.h"

#include "IdentityErrors.h"

#include <algorithm>

namespace kuaiban::identity {

Done checkPassword(const QString& password, const QString& login)
{
    const bool letters = std::any_of(password.begin(), password.end(), [](QChar c) { return c.isLetter(); });
    const bool digits = std::any_of(password.begin(), password.end(), [](QChar c) { return c.isDigit(); });
    if (password.size() < 8 || !letters || !digits || password.contains(login, Qt::CaseInsensitive))
        return fail(passwordTooWeak());
    return {};
}

} // namespace kuaiban::identity
