#pragma once

#include "devices/base/ByteStream.h"
#include "SamFrame.h"
#include "SamReply.h"

namespace kuaiban::devices {

// The commands of the security module (SAM_A, GA 450 and GA 467), one function each. A damaged answer, or a request the
// module received damaged, is repeated once: every command here may safely be given twice.
// Silence is `idcard.no-answer`; a status byte becomes its own failure code.
class SamModule
{
public:
    explicit SamModule(std::unique_ptr<ByteStream> stream);

    Done open(const std::stop_token& stop);
    void close();
    bool isOpen() const;

    Done reset(const std::stop_token& stop);                                     // 10 FF
    Done status(const std::stop_token& stop);                                    // 11 FF
    Result<QString> id(const std::stop_token& stop);                             // 12 FF
    Done setBaud(int rateIndex, const std::stop_token& stop);                    // 60 0n; 0: 115200 … 4: 9600
    Done setMostRadioBytes(quint8 count, const std::stop_token& stop);           // 61 FF
    Result<bool> findCard(const std::stop_token& stop);                          // 20 01
    Done selectCard(const std::stop_token& stop);                                // 20 02
    Result<CardBlocks> readTextAndPhoto(const std::stop_token& stop);            // 30 01
    Result<CardBlocks> readTextPhotoAndFingerprint(const std::stop_token& stop); // 30 10
    Result<QByteArray> readAddedAddress(const std::stop_token& stop);            // 30 03; empty: there is none
    Result<QByteArray> readManagementNumber(const std::stop_token& stop);        // 30 05; 28 bytes

private:
    struct Command
    {
        quint8 command = 0;
        quint8 parameter = 0;
        int limitMs = 1000;
        QByteArray data = {};
    };

    Result<SamReply> exchange(const Command& command, const std::stop_token& stop);
    Result<SamReply> exchangeOnce(const Command& command, const std::stop_token& stop);
    Result<QByteArray> data(const Command& command, const std::stop_token& stop);
    Done run(const Command& command, const std::stop_token& stop);

    std::unique_ptr<ByteStream> m_stream;
    SamFrameReader m_frames;
};

} // namespace kuaiban::devices
