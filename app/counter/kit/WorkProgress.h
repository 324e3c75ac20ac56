#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QProgressBar;

namespace kuaiban::counter {

class ActionButton;
class TextLabel;

// Long work in its place on the page: what, how many of how many, how fast, how long yet, and a cancel that waits for a
// safe point. Times come from the caller, so nothing here reads a clock.
class WorkProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkProgress(const Look& look, QWidget* parent = nullptr);

    void start(const QString& what);
    void setProgress(qint64 done, qint64 total, qint64 elapsedMs); // total 0: not known yet
    void finish(const QString& result, Tone tone = Tone::Good);
    QString detail() const;

Q_SIGNALS:
    void cancelRequested(); // once; the button then says that it is stopping

private:
    TextLabel* m_what;
    TextLabel* m_detail;
    QProgressBar* m_bar;
    ActionButton* m_cancel;
};

} // namespace kuaiban::counter
