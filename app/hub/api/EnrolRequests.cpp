#include "EnrolRequests.h"

#include "HubErrors.h"
#include "modules/base/Digest.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

// The token is 32 random bytes in hex, the cover one digest of 32 bytes that is used for nothing else.
QByteArray covered(const QByteArray& token, const QString& key, const QString& code)
{
    const QByteArray cover = sm3("enrol\n" + key.toUtf8() + '\n' + code.toUtf8());
    QByteArray result = token;
    for (qsizetype i = 0; i < result.size(); ++i)
        result[i] = static_cast<char>(result[i] ^ cover[i % cover.size()]);
    return result;
}

} // namespace

Result<std::optional<identity::EnrolledDevice>> EnrolRequests::find(const QString& key, const QString& code) const
{
    struct Known
    {
        QString code;
        QString device;
        QByteArray sealed;
    };
    KB_TRY(const auto known, m_connection.first("SELECT code, device, sealed FROM enrol_request WHERE request = ?",
                                 {digestOf(key.toUtf8())}, [](const store::Row& row) {
                                     return Known{row.text(0), row.text(1), row.bytes(2)};
                                 }));
    if (!known)
        return std::optional<identity::EnrolledDevice>();
    if (known->code != digestOf(code.toUtf8()))
        return fail(idempotencyKeyReused());
    KB_TRY(auto device, identity::Devices(m_connection, m_random).byId(known->device));
    const auto token = QString::fromLatin1(covered(known->sealed, key, code).toHex());
    return std::optional(identity::EnrolledDevice{std::move(device), token});
}

Done EnrolRequests::keep(const QString& key, const QString& code, const identity::EnrolledDevice& enrolled)
{
    KB_CHECK(m_connection.execute("INSERT INTO enrol_request(request, code, device, sealed) VALUES(?, ?, ?, ?)",
        {digestOf(key.toUtf8()), digestOf(code.toUtf8()), enrolled.device.id,
            covered(QByteArray::fromHex(enrolled.token.toLatin1()), key, code)}));
    return {};
}

} // namespace kuaiban::hub
