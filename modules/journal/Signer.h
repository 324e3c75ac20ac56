#pragma once

#include "modules/base/Result.h"

#include <QByteArray>

#include <memory>

namespace kuaiban::journal {

// Signs and checks checkpoints with the installation's key.
class Signer
{
public:
    virtual ~Signer() = default;
    virtual QString keyId() const = 0;
    virtual Result<QByteArray> sign(const QByteArray& bytes) const = 0;
    virtual bool verifies(const QByteArray& bytes, const QByteArray& signature) const = 0;
};

// A private key from a PEM file: SM2 or another elliptic curve, with SM3 as digest. keyId is the digest of the public
// key. Errors: journal.signing-key.
Result<std::unique_ptr<Signer>> signerFromPem(const QByteArray& pem);

// What a checkpoint's signature covers.
QByteArray checkpointBytes(qint64 pos, const QByteArray& chain, qint64 atMs);

// How the chain grows by one feed row; stamper and verifier share it.
QByteArray feedLink(const QByteArray& chain, qint64 pos, const QByteArray& kind, const QByteArray& audience,
    const QByteArray& stream, const QByteArray& content);

} // namespace kuaiban::journal
