#pragma once

#include "modules/base/Result.h"

namespace kuaiban::devices {

// The three status bytes that open every answer. SW3 is the reader's word; SW1 SW2 may carry the card's own code.
struct SamStatus
{
    quint8 sw1 = 0;
    quint8 sw2 = 0;
    quint8 sw3 = 0;

    bool isDone() const { return sw1 == 0 && sw2 == 0 && sw3 == 0x90; }
    bool isFound() const { return sw1 == 0 && sw2 == 0 && sw3 == 0x9f; }
};

// The failure code of a status that is neither "done" nor "found".
Error samStatusError(SamStatus status);

struct SamReply
{
    SamStatus status;
    QByteArray data;
};
// Takes the body of a frame apart; `idcard.layout` when it is shorter than the status bytes.
Result<SamReply> samReply(QByteArrayView body);

// What 30 01 and 30 10 bring. Text at most 256 bytes, photo 1024, fingerprint features 1024.
struct CardBlocks
{
    QByteArray text;
    QByteArray photo;
    QByteArray fingerprint;
};
enum class WithFingerprint { No, Yes };
// The lengths are those the answer states; `idcard.layout` when they do not fit the answer or the limits.
Result<CardBlocks> splitCardBlocks(QByteArrayView data, WithFingerprint withFingerprint);

// The module's number as it is printed on the case: 05.03-20230101-0000000123-0000000456.
Result<QString> samModuleId(QByteArrayView data);

} // namespace kuaiban::devices
