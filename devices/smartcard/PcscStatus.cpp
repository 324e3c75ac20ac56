#include "PcscStatus.h"

#include "devices/base/DeviceErrors.h"
#include "SmartCardErrors.h"

namespace kuaiban::devices {

bool losesService(LONG result)
{
    switch (result) {
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_E_INVALID_HANDLE:
    case SCARD_F_COMM_ERROR:
    case SCARD_E_NO_ACCESS:
    case SCARD_W_SECURITY_VIOLATION: // no rule allows this user to use cards
        return true;
    default:
        return false;
    }
}

Error pcscError(LONG result)
{
    const auto detail = QString::fromLatin1(pcsc_stringify_error(result));
    if (losesService(result))
        return smartCardService(detail);
    switch (result) {
    case SCARD_E_NO_READERS_AVAILABLE:
        return smartCardNoReader();
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
        return deviceUnplugged(u"pcsc"_s);
    case SCARD_E_NO_SMARTCARD:
        return smartCardNoCard();
    case SCARD_W_REMOVED_CARD:
        return smartCardRemoved();
    case SCARD_W_RESET_CARD:
    case SCARD_E_NOT_TRANSACTED: // a card that is pulled in the middle of an exchange
        return smartCardReset();
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_PROTO_MISMATCH:
        return smartCardMute();
    case SCARD_E_SHARING_VIOLATION:
        return smartCardBusy();
    case SCARD_E_CANCELLED:
        return deviceCancelled();
    default:
        return smartCardReaderFault(detail);
    }
}

} // namespace kuaiban::devices
