#include "Devices.h"

#include "IdentityErrors.h"
#include "modules/base/Digest.h"

#include <QtEndian>

namespace kuaiban::identity {

using namespace Qt::StringLiterals;

namespace {

Device deviceFrom(const store::Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5) != 0, row.text(6),
        row.integer(7), row.text(8).toLatin1()};
}

// An organisation that is called otherwise now renames the office of its windows.
constexpr auto DeviceRows =
    "SELECT d.id, d.name, d.area, COALESCE(o.name, d.office), d.window_no, d.revoked_at, "
    "d.organisation, d.enrolled_at, d.public_key FROM device d LEFT JOIN organisation o ON o.id = "
    "d.organisation ";

Result<Device> known(const std::optional<Device>& device)
{
    if (!device || device->revoked)
        return fail(deviceUnknown());
    return *device;
}

} // namespace

Result<QString> Devices::makeCode(const QString& area, const QString& office, qint64 nowMs, const QString& organisation)
{
    const auto number = qFromBigEndian<quint32>(m_random.bytes(4).constData()) % 100'000'000;
    const QString code = QString::number(number).rightJustified(8, u'0');
    KB_CHECK(m_connection.execute("DELETE FROM enrol_code WHERE expires_at <= ?", {nowMs}));
    KB_CHECK(m_connection.execute(
        "INSERT INTO enrol_code(code, area, office, organisation, expires_at) VALUES(?, ?, ?, ?, ?)",
        {digestOf(code.toLatin1()), area, office, organisation, nowMs + CodeLifetimeMs}));
    return code;
}

Result<EnrolledDevice> Devices::enrol(const QString& code, const QString& name, const QString& window, IdSource& ids,
    qint64 nowMs, const QByteArray& publicKey)
{
    const QString codeDigest = digestOf(code.trimmed().toLatin1());
    KB_TRY(const auto place,
        m_connection.first("SELECT area, office, organisation FROM enrol_code WHERE code = ? AND device IS NULL AND "
                           "expires_at > ? AND organisation NOT IN (SELECT id FROM organisation WHERE closed = 1)",
            {codeDigest, nowMs}, [](const store::Row& row) {
                return Device{{}, {}, row.text(0), row.text(1), {}, false, row.text(2)};
            }));
    if (!place)
        return fail(enrolCodeRefused());
    const Device device{
        ids.next(), name, place->area, place->office, window, false, place->organisation, nowMs, publicKey};
    const QString token = QString::fromLatin1(m_random.bytes(32).toHex());
    KB_CHECK(m_connection.execute("INSERT INTO device(id, token, name, area, office, organisation, window_no, "
                                  "enrolled_at, revoked_at, public_key) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        {device.id, digestOf(token.toLatin1()), name, device.area, device.office, device.organisation, window, nowMs,
            QString::fromLatin1(publicKey)}));
    KB_CHECK(m_connection.execute("UPDATE enrol_code SET device = ? WHERE code = ?", {device.id, codeDigest}));
    return EnrolledDevice{device, token};
}

Result<Device> Devices::byToken(const QString& token) const
{
    KB_TRY(const auto device,
        m_connection.first(DeviceRows + "WHERE d.token = ?"_ba, {digestOf(token.toLatin1())}, deviceFrom));
    return known(device);
}

Result<Device> Devices::byId(const QString& id) const
{
    KB_TRY(const auto device, find(id));
    return known(device);
}

Result<std::optional<Device>> Devices::find(const QString& id) const
{
    return m_connection.first(DeviceRows + "WHERE d.id = ?"_ba, {id}, deviceFrom);
}

Result<QList<Device>> Devices::ofOrganisation(const QString& organisation) const
{
    return m_connection.list(DeviceRows + "WHERE d.organisation = ? ORDER BY d.window_no, d.enrolled_at, d.id"_ba,
        {organisation}, deviceFrom);
}

Done Devices::revoke(const QString& id, qint64 nowMs)
{
    KB_CHECK(m_connection.execute("UPDATE device SET revoked_at = ? WHERE id = ?", {nowMs, id}));
    return {};
}

} // namespace kuaiban::identity
