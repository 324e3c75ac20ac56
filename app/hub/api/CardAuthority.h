#pragma once

#include "modules/codes/CardChallenge.h"

namespace kuaiban::hub {

// The security module that cards of specification 3.0 believe. Thread-safe; blocks for as long as the module computes.
// The bureau's own module is reached by an implementation of this; the key never leaves it.
class CardAuthority
{
public:
    virtual ~CardAuthority() = default;
    // Errors: hub.card-refused when the card is not what it says.
    virtual Result<codes::CardProof> prove(const codes::CardChallenge& challenge) const = 0;
};

// One in software, for test halls: a 16-byte key in a file, as 32 hexadecimal digits. Real cards know no such key.
class SoftwareCardAuthority final : public CardAuthority
{
public:
    // Errors: hub.card-key.
    static Result<std::unique_ptr<CardAuthority>> fromFile(const QString& path);

    Result<codes::CardProof> prove(const codes::CardChallenge& challenge) const override;

private:
    explicit SoftwareCardAuthority(QByteArray key)
        : m_key(std::move(key))
    {}

    QByteArray m_key;
};

} // namespace kuaiban::hub
