#pragma once

#include "modules/base/Result.h"

#include <QByteArray>

#include <memory>

namespace kuaiban::journal {

// Checks what the owner of the private key signed. Thread-safe.
class PublicKey
{
public:
    virtual ~PublicKey() = default;
    virtual QString keyId() const = 0; // digest of the key
    virtual bool verifies(const QByteArray& bytes, const QByteArray& signature) const = 0;
};

// Signs: checkpoints with the installation's key, what a counter sends with the machine's.
class Signer : public PublicKey
{
public:
    virtual Result<QByteArray> sign(const QByteArray& bytes) const = 0;
    virtual Result<QByteArray> publicPem() const = 0;
};

// Keys in PEM: SM2 (GB/T 32918) or another elliptic curve, with SM3 as digest. Errors: journal.signing-key.
Result<std::unique_ptr<Signer>> signerFromPem(const QByteArray& pem);
Result<std::unique_ptr<PublicKey>> publicKeyFromPem(const QByteArray& pem);
// A new private key on the SM2 curve. Errors: journal.signing-key.
Result<QByteArray> newSigningKey();

// What a checkpoint's signature covers.
QByteArray checkpointBytes(qint64 pos, const QByteArray& chain, qint64 atMs);

// What a machine's signature of the commands it sends covers: the body of the request as it stands.
QByteArray pushBytes(const QByteArray& body);

// How the chain grows by one feed row; stamper and verifier share it.
QByteArray feedLink(const QByteArray& chain, qint64 pos, const QByteArray& kind, const QByteArray& audience,
    const QByteArray& stream, const QByteArray& content);

} // namespace kuaiban::journal
