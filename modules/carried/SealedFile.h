#pragma once

#include "modules/base/Random.h"
#include "modules/base/Result.h"

#include <QByteArray>

#include <memory>

class QIODevice;

namespace kuaiban::carried {

// A file that only its password opens. scrypt (RFC 7914) makes the key of it, AES-256-GCM seals records of up to 1 MB,
// each with its number and whether it is the last: a file that was changed, cut off or put together of two is noticed
// before anything of the record in question is given out. Used by one thread; making the key takes some 100 ms.
class SealedWriter
{
public:
    SealedWriter(QIODevice& file, RandomSource& random);
    ~SealedWriter();
    Q_DISABLE_COPY_MOVE(SealedWriter)

    // Errors: carried.write, of all of them.
    Done begin(const QString& password);
    Done write(QByteArrayView bytes);
    Done finish();

private:
    Done seal(bool last);

    QIODevice& m_file;
    RandomSource& m_random;
    QByteArray m_key;
    QByteArray m_plain; // of the record that is being filled
    quint64 m_records = 0;
};

class SealedReader
{
public:
    explicit SealedReader(QIODevice& file);
    ~SealedReader();
    Q_DISABLE_COPY_MOVE(SealedReader)

    // Errors: carried.not-ours, carried.password.
    Done begin(const QString& password);
    // Exactly so many bytes. Errors: carried.damaged.
    Result<QByteArray> read(qsizetype size);
    Done end(); // nothing may follow

private:
    Done open(); // the next record

    QIODevice& m_file;
    QByteArray m_key;
    QByteArray m_plain;
    qsizetype m_at = 0;
    quint64 m_records = 0;
    bool m_last = false;
};

} // namespace kuaiban::carried
