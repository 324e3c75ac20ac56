#pragma once

#include "modules/base/Random.h"
#include "modules/blobs/BlobStore.h"
#include "modules/journal/Command.h"
#include "modules/journal/Signer.h"

#include <QList>

namespace kuaiban::carried {

// Commands as the counter would have sent them: the body of POST /commands, and what its key says of it.
struct Push
{
    QByteArray body;
    QByteArray signature;
    friend bool operator==(const Push&, const Push&) = default;
};

struct File
{
    QString digest;
    qint64 size = 0;
    QString stream; // of the command that brought it
    friend bool operator==(const File&, const File&) = default;
};

// What waits on one counter, to be brought to the hub from another one. Whoever carries it can read nothing of it
// without the password, and can change nothing of it at all: the hub believes the machine's signature.
struct Work
{
    static constexpr int LeastPassword = 8; // characters

    QString device;
    QString account; // whose work it is, and his name
    QString name;
    QString office;
    QString window;
    qint64 madeAt = 0; // UTC milliseconds
    int commands = 0;
    QList<Push> pushes;
    QList<File> files;

    friend bool operator==(const Work&, const Work&) = default;
};

// Commands in requests that the hub takes, in their order, each signed. Errors: journal.signing-key.
Result<QList<Push>> signedPushes(const QList<journal::Command>& commands, const journal::Signer& signer);

// Replaces the file only once all is written. Files that are not in the store are left out of it: they are lost here
// already, and the rest must not be. Errors: carried.password-short, carried.write.
Done writeWork(
    const QString& path, const QString& password, Work work, const blobs::BlobStore& blobs, RandomSource& random);
// Its files are put into the store one by one; what came before a damaged place stays there. Errors: carried.read,
// carried.not-ours, carried.password, carried.damaged, blobs.write.
Result<Work> readWork(const QString& path, const QString& password, const blobs::BlobStore& blobs);

} // namespace kuaiban::carried
