#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace kuaiban::counter {

// Tells when nobody has touched keyboard or mouse of this program for a while. GUI thread.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject* parent = nullptr);

    void start(std::chrono::milliseconds limit); // 0: never
    void stop();

Q_SIGNALS:
    void idle(); // once; start() again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace kuaiban::counter
