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

QString generatedPassword(RandomSource& random)
{
    static const QLatin1StringView letters("abcdefghjkmnpqrstuvwxyz"); // without i, l, o
    static const QLatin1StringView digits("23456789");
    QString password;
    for (const char byte : random.bytes(12)) {
        const auto& from = password.size() % 4 == 3 ? digits : letters;
        password += QChar(from[static_cast<uchar>(byte) % from.size()]);
    }
    return password;
}

} // namespace kuaiban::identity
