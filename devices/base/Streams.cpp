#include "ByteStream.h"
#include "DeviceErrors.h"
#include "FileStream.h"
#include "SerialStream.h"
#include "TcpStream.h"

namespace kuaiban::devices {

Result<std::unique_ptr<ByteStream>> makeByteStream(const DeviceUri& uri, int defaultBaud)
{
    if (uri.transport == "serial"_L1) {
        KB_TRY(const int baud, integerOption(uri, u"baud"_s, defaultBaud, 1200, 921'600));
        return std::unique_ptr<ByteStream>(std::make_unique<SerialStream>(uri.address, baud));
    }
    if (uri.transport == "tcp"_L1) {
        KB_TRY(const auto target, hostAndPort(uri));
        return std::unique_ptr<ByteStream>(std::make_unique<TcpStream>(target.host, target.port));
    }
    if (uri.transport == "file"_L1)
        return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(uri.address));
    return fail(deviceUriMalformed(deviceUriText(uri), u"no bytes go over this kind of line"_s));
}

} // namespace kuaiban::devices
