#pragma once

#include "modules/base/Ids.h"
#include "modules/store/Connection.h"

namespace kuaiban::identity {

struct Device
{
    QString id;
    QString name;
    QString area;
    QString office;
    QString window;
    bool revoked = false;
    QString organisation = {}; // id; empty for machines enrolled by a code of the hub's console
    qint64 enrolledAt = 0;     // UTC milliseconds
    QByteArray publicKey = {}; // PEM, which checks what the machine sends; empty of one enrolled by an older program
};

struct EnrolledDevice
{
    Device device;
    QString token; // in clear, given out once; the machine keeps it
};

// Counters known to the hub. An administrator's code (8 digits, one hour, one use) turns a machine into a device.
class Devices
{
public:
    static constexpr qint64 CodeLifetimeMs = 3600 * 1000;

    Devices(store::Connection& connection, RandomSource& random)
        : m_connection(connection)
        , m_random(random)
    {}

    Result<QString> makeCode(
        const QString& area, const QString& office, qint64 nowMs, const QString& organisation = {});
    // Error: identity.enrol-code.
    Result<EnrolledDevice> enrol(const QString& code, const QString& name, const QString& window, IdSource& ids,
        qint64 nowMs, const QByteArray& publicKey = {});
    // Error: identity.device when unknown or revoked.
    Result<Device> byToken(const QString& token) const;
    Result<Device> byId(const QString& id) const;
    Result<std::optional<Device>> find(const QString& id) const;             // also a revoked one
    Result<QList<Device>> ofOrganisation(const QString& organisation) const; // by window, also revoked ones
    Done revoke(const QString& id, qint64 nowMs);

private:
    store::Connection& m_connection;
    RandomSource& m_random;
};

} // namespace kuaiban::identity
