#pragma once

#include "HubLink.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QUrl>

namespace kuaiban::sync {

// The hub over HTTP. TLS trusts exactly the certificate that was shown and accepted at enrolment (or the system's
// authorities when none is pinned); plain HTTP goes to this machine only. Proxies of the desktop are not used.
class HttpHubLink final : public QObject, public HubLink
{
    Q_OBJECT

public:
    struct Address
    {
        QUrl base;                    // http://127.0.0.1:18080 or https://hub.example.cn
        QByteArray pinnedCertificate; // SHA-256 of the DER form, or empty
        QString deviceToken;          // X-Device-Token, or empty before enrolment
        QByteArray signingKey = {};   // PEM of the machine, for X-Device-Signature; or empty
    };

    explicit HttpHubLink(Address address, QObject* parent = nullptr);

    void setSessionToken(const QString& token) { m_sessionToken = token; }
    QFuture<Result<HubResponse>> send(const HubRequest& request) override;

    // The hub's certificate as the first step of enrolment shows it, whatever it is.
    static QFuture<Result<QSslCertificate>> inspect(const QUrl& base, QObject* context);
    // sync.plain-http unless the address is https or this machine.
    static Done checkAddress(const QUrl& base);

private:
    Result<QNetworkRequest> prepared(const HubRequest& request) const;

    Address m_address;
    QString m_sessionToken;
    QNetworkAccessManager m_network;
};

} // namespace kuaiban::sync
