#pragma once

#include <QByteArray>

namespace kuaiban::devices {

// The frame of GA 450: AA AA AA 96 69, length (2 bytes, big-endian, counts all that follows), body, XOR of length and
// body. Pure functions over bytes, without any line.

QByteArray samFrame(QByteArrayView body);
// Command, parameter and data as one request frame.
QByteArray samRequest(quint8 command, quint8 parameter, QByteArrayView data = {});

// Finds frames in a stream that may begin with noise, come in pieces of any size, or lose bytes: it never waits for a
// length above 2400, and a frame that stays incomplete does not hide a complete one behind it.
class SamFrameReader
{
public:
    enum class Found {
        Nothing, // more bytes are needed
        Frame,   // body() holds it
        Damaged, // a frame with a wrong checksum was skipped
    };

    void feed(QByteArrayView bytes);
    Found next();
    QByteArray body() const { return m_body; }
    void reset();

private:
    QByteArray m_buffer;
    QByteArray m_body;
};

} // namespace kuaiban::devices
