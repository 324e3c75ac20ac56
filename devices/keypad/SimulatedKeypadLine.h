#pragma once

#include "devices/base/ByteStream.h"
#include "devices/base/ScriptTimeline.h"
#include "KeypadProfile.h"

namespace kuaiban::devices {

// What the script of a simulated keypad says, checked once when the keypad is made. The words are explained in
// resources/simulator/README.md.
struct KeypadScript
{
    struct Turn
    {
        std::optional<int> press; // the grade; nothing: the citizen walks away
        qint64 afterMs = 0;
    };

    QList<Turn> onAsk; // one question after another, and again from the beginning
    QJsonArray steps;
    bool repeat = false;
};
Result<KeypadScript> readKeypadScript(const QJsonObject& object, const QString& file);

// The far end of a line at which a keypad plays a script in the language of a profile: so the driver above it is the
// one that drives a real keypad.
class SimulatedKeypadLine final : public ByteStream
{
public:
    SimulatedKeypadLine(KeypadProfile profile, KeypadScript script, const Clock& clock);

    Done open(const std::stop_token& stop) override;
    void close() override { m_open = false; }
    bool isOpen() const override { return m_open; }
    Done write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop) override;
    Result<QByteArray> read(std::chrono::milliseconds limit, const std::stop_token& stop) override;
    void discardInput() override;

private:
    struct Saying
    {
        qint64 atMs = 0;
        QByteArray bytes;
    };

    Done advance();
    void take(const QJsonObject& step);
    void press(int grade, qint64 afterMs);
    void say(const QByteArray& bytes, qint64 afterMs);
    QByteArray arrived();
    bool fails(QLatin1StringView fault);

    KeypadProfile m_profile;
    KeypadScript m_script;
    const Clock& m_clock;
    ScriptTimeline m_timeline;
    QList<Saying> m_sayings; // under way to the counter
    QString m_fault;
    int m_faults = 0;
    qint64 m_delayMs = 0;
    qsizetype m_turn = 0;
    quint8 m_question = 0;
    bool m_plugged = true;
    bool m_open = false;
};

} // namespace kuaiban::devices
