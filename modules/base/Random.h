#pragma once

#include <QByteArray>

namespace kuaiban {

// Source of random bytes, injected so that simulations can be repeated by seed. Thread-safe.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual QByteArray bytes(int count) = 0;
};

// OpenSSL's generator; fit for tokens, salts and keys.
class SecureRandom final : public RandomSource
{
public:
    QByteArray bytes(int count) override;
};

} // namespace kuaiban
