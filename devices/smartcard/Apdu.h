#pragma once

#include <QByteArray>

#include <optional>

namespace kuaiban::devices {

// A command to a card (ISO/IEC 7816-4, short form). Data up to 255 bytes; `le` is how many bytes are expected, 0 for
// "as many as there are", nothing when no answer is expected or, on T=0, when it is fetched afterwards.
struct ApduCommand
{
    quint8 cla = 0;
    quint8 ins = 0;
    quint8 p1 = 0;
    quint8 p2 = 0;
    QByteArray data;
    std::optional<quint8> le;

    QByteArray bytes() const
    {
        QByteArray text;
        text.reserve(data.size() + 6);
        for (const quint8 byte : {cla, ins, p1, p2})
            text.append(static_cast<char>(byte));
        if (!data.isEmpty())
            text.append(static_cast<char>(data.size())).append(data);
        if (le)
            text.append(static_cast<char>(*le));
        else if (data.isEmpty())
            text.append('\0'); // P3 of a command without data: T=0 always wants five bytes
        return text;
    }
};

// What a card answered: its data and the two status bytes SW1 SW2.
struct ApduReply
{
    QByteArray data;
    quint16 status = 0;

    bool isDone() const { return status == 0x9000; }
};

} // namespace kuaiban::devices
