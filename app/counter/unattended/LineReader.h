#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace kuaiban::counter {

// Reads whole lines from a file descriptor as they come, without ever blocking. One thread, with an event loop.
class LineReader final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MostBytes = 1'000'000; // of one line

    explicit LineReader(int descriptor, QObject* parent = nullptr);

Q_SIGNALS:
    void lineRead(const QByteArray& line); // without its end; empty lines are passed over
    void lineTooLong();                    // it was thrown away up to its end
    void ended();                          // the other side closed; what came without an end of line was read

private:
    void read();
    void deliver();

    int m_descriptor;
    QByteArray m_buffer;
    bool m_skipping = false; // inside a line that is too long
    QSocketNotifier m_notifier;
};

} // namespace kuaiban::counter
