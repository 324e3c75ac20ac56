#pragma once

#include "modules/base/Result.h"

#include <QMap>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

namespace kuaiban::devices {

struct HttpQuestion
{
    QByteArray method;
    QUrl url;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body; // JSON, or nothing
};

struct HttpAnswer
{
    int status = 0;
    QByteArray body;
};

// Sends each question once, on a connection of its own, to the very address it names: no redirect is followed, no proxy
// used, no cookie kept, no certificate excused, and nothing is sent again when the connection breaks. Whatever the
// other side does, the answer comes within the limit and is at most 64 KiB. Used in one thread.
class HttpLine : public QObject
{
public:
    using Then = std::function<void(Result<HttpAnswer>)>;

    HttpLine(std::chrono::milliseconds limit, QObject* parent);

    // The answer comes later, once, and not any more when the line is gone. `device.unreachable` and
    // `caller.certificate`: nothing was sent; `caller.no-answer` and `caller.too-large`: who knows.
    void send(const HttpQuestion& question, Then then);

private:
    std::chrono::milliseconds m_limit;
};

} // namespace kuaiban::devices
