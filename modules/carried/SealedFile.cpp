#include "SealedFile.h"

#include "CarriedErrors.h"
#include "modules/identity/PasswordVerifier.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <QFileDevice>
#include <QtEndian>

#include <array>

namespace kuaiban::carried {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Magic = "KUAIBAN WORK 1\n";
constexpr qsizetype SaltBytes = 16;
constexpr qsizetype TagBytes = 16;
constexpr qsizetype RecordBytes = 1 << 20;
constexpr int HighestCost = 17; // of scrypt, as log2 of N: a file made up must not take all memory

struct ContextDeleter
{
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, ContextDeleter>;

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

// The number of a record is its nonce, for each file has a key of its own; whether it is the last is sealed with it.
std::array<unsigned char, 12> nonceOf(quint64 record)
{
    std::array<unsigned char, 12> nonce{};
    qToBigEndian(record, nonce.data() + 4);
    return nonce;
}

QByteArray markOf(bool last)
{
    return Magic.toByteArray() + (last ? '\1' : '\0');
}

QByteArray sealed(const QByteArray& key, quint64 record, bool last, QByteArray& plain)
{
    const Context context(EVP_CIPHER_CTX_new());
    const auto nonce = nonceOf(record);
    const auto mark = markOf(last);
    QByteArray bytes(plain.size() + TagBytes, Qt::Uninitialized);
    int length = 0;
    const bool done =
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, raw(QByteArrayView(key)), nonce.data()) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, raw(QByteArrayView(mark)), static_cast<int>(mark.size())) ==
            1 &&
        EVP_EncryptUpdate(
            context.get(), raw(bytes), &length, raw(QByteArrayView(plain)), static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), raw(bytes) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(
            context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(TagBytes), raw(bytes) + plain.size()) == 1;
    return done ? bytes : QByteArray();
}

// Nothing when the record was not sealed so.
std::optional<QByteArray> opened(const QByteArray& key, quint64 record, bool last, QByteArray& bytes)
{
    const Context context(EVP_CIPHER_CTX_new());
    const auto nonce = nonceOf(record);
    const auto mark = markOf(last);
    QByteArray plain(bytes.size() - TagBytes, Qt::Uninitialized);
    int length = 0;
    const bool done =
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, raw(QByteArrayView(key)), nonce.data()) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, raw(QByteArrayView(mark)), static_cast<int>(mark.size())) ==
            1 &&
        EVP_DecryptUpdate(
            context.get(), raw(plain), &length, raw(QByteArrayView(bytes)), static_cast<int>(plain.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(
            context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(TagBytes), raw(bytes) + plain.size()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), raw(plain) + length, &length) == 1;
    return done ? std::optional(plain) : std::nullopt;
}

void forget(QByteArray& secret)
{
    OPENSSL_cleanse(secret.data(), static_cast<size_t>(secret.size()));
}

QString nameOf(const QIODevice& file)
{
    const auto* device = qobject_cast<const QFileDevice*>(&file);
    return device ? device->fileName() : QString();
}

} // namespace

SealedWriter::SealedWriter(QIODevice& file, RandomSource& random)
    : m_file(file)
    , m_random(random)
{}

SealedWriter::~SealedWriter()
{
    forget(m_key);
    forget(m_plain);
}

Done SealedWriter::begin(const QString& password)
{
    const auto salt = m_random.bytes(SaltBytes);
    const int cost = identity::verifierCost();
    m_key = identity::keyFromPassword(password, salt, cost);
    const QByteArray head = Magic.toByteArray() + static_cast<char>(cost) + salt;
    if (m_key.isEmpty() || m_file.write(head) != head.size())
        return fail(fileUnwritable(nameOf(m_file), m_file.errorString()));
    return {};
}

Done SealedWriter::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_plain.size() == RecordBytes) // only now, so that the last one is known to be it
            KB_CHECK(seal(false));
        const auto part = bytes.first(std::min(bytes.size(), RecordBytes - m_plain.size()));
        m_plain.append(part);
        bytes = bytes.sliced(part.size());
    }
    return {};
}

Done SealedWriter::finish()
{
    return seal(true);
}

Done SealedWriter::seal(bool last)
{
    const auto bytes = sealed(m_key, m_records++, last, m_plain);
    forget(m_plain);
    m_plain.clear();
    QByteArray head(5, last ? '\1' : '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), head.data());
    if (bytes.isEmpty() || m_file.write(head) != head.size() || m_file.write(bytes) != bytes.size())
        return fail(fileUnwritable(nameOf(m_file), m_file.errorString()));
    return {};
}

SealedReader::SealedReader(QIODevice& file)
    : m_file(file)
{}

SealedReader::~SealedReader()
{
    forget(m_key);
    forget(m_plain);
}

Done SealedReader::begin(const QString& password)
{
    const auto head = m_file.read(Magic.size() + 1 + SaltBytes);
    const int cost = head.size() == Magic.size() + 1 + SaltBytes ? head.at(Magic.size()) : 0;
    if (!head.startsWith(Magic) || cost < 1 || cost > HighestCost)
        return fail(fileNotOurs(nameOf(m_file)));
    m_key = identity::keyFromPassword(password, head.last(SaltBytes), cost);
    if (m_key.isEmpty() || !open())
        return fail(passwordWrong());
    return {};
}

Done SealedReader::open()
{
    const auto head = m_file.read(5);
    const auto size = head.size() == 5 ? qsizetype{qFromBigEndian<quint32>(head.constData())} : 0;
    if (m_last || size < TagBytes || size > RecordBytes + TagBytes)
        return fail(fileDamaged(u"record %1"_s.arg(m_records)));
    auto bytes = m_file.read(size);
    const bool last = head.at(4) != '\0';
    const auto plain = bytes.size() == size ? opened(m_key, m_records, last, bytes) : std::nullopt;
    if (!plain)
        return fail(fileDamaged(u"record %1"_s.arg(m_records)));
    forget(m_plain);
    m_plain = *plain;
    m_at = 0;
    m_last = last;
    ++m_records;
    return {};
}

Result<QByteArray> SealedReader::read(qsizetype size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        if (m_at == m_plain.size())
            KB_CHECK(open());
        const auto part = m_plain.mid(m_at, size - bytes.size());
        bytes.append(part);
        m_at += part.size();
    }
    return bytes;
}

Done SealedReader::end()
{
    if (!m_last || m_at != m_plain.size() || !m_file.atEnd())
        return fail(fileDamaged(u"more than it says"_s));
    return {};
}

} // namespace kuaiban::carried
