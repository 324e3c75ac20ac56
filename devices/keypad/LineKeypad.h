#pragma once

#include "devices/base/ByteStream.h"
#include "Keypad.h"
#include "KeypadFrames.h"

#include <QDeadlineTimer>

namespace kuaiban::devices {

// A keypad on a serial line, or behind a serial server, that speaks as its profile says. A key nobody asked for is
// passed over.
class LineKeypad final : public Keypad
{
public:
    LineKeypad(KeypadProfile profile, std::unique_ptr<ByteStream> stream);

    Done open(const std::stop_token& stop) override;
    void close() override;
    DeviceState state(const std::stop_token& stop) override;
    std::chrono::milliseconds pollInterval() const override;
    Result<KeypadAnswer> ask(
        int question, std::optional<std::chrono::milliseconds> limit, const std::stop_token& stop) override;

private:
    Done send(const KeypadPattern& frame, int question, const std::stop_token& stop);
    Done beThere(const std::stop_token& stop);
    Result<bool> repliesTo(const KeypadPoll& poll, const std::stop_token& stop);
    Result<QList<KeypadEvent>> hear(const QDeadlineTimer& deadline, const std::stop_token& stop);
    void forgetInput();

    KeypadProfile m_profile;
    KeypadFrames m_frames;
    std::unique_ptr<ByteStream> m_stream;
};

} // namespace kuaiban::devices
