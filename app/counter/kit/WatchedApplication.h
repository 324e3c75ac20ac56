#pragma once

#include <QApplication>

namespace kuaiban::counter {

// The application of a window that must never stand still: whoever waits longer than `StallMs` for an event to be
// handled sees it, so each such event is logged under kuaiban.stall, with what it was and whom it was for and without
// anything of a person.
class WatchedApplication final : public QApplication
{
    Q_OBJECT

public:
    static constexpr qint64 StallMs = 50;

    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    int stalls() const { return m_stalls; }
    qint64 longestMs() const { return m_longestMs; } // of all events so far, 0 before the first whole millisecond

private:
    void judge(qint64 tookMs, const QByteArray& what);

    int m_depth = 0;
    int m_stalls = 0;
    qint64 m_longestMs = 0;
};

} // namespace kuaiban::counter
