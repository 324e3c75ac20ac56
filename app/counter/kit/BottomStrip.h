#pragma once

#include "StatusLight.h"

#include <QDateTime>
#include <QWidget>

namespace kuaiban::counter {

class TextLabel;

// The strip under every page: device lights at the left; network, what waits for upload and the clock at the right.
class BottomStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit BottomStrip(const Look& look, QWidget* parent = nullptr);

    StatusStrip* devices() const { return m_devices; }
    StatusLight* network() const { return m_network; }
    void setOutbox(int cases, qint64 bytes); // nothing left to upload is said too
    void setTime(const QDateTime& time);

Q_SIGNALS:
    void outboxPressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    StatusStrip* m_devices;
    StatusLight* m_network;
    StripButton* m_outbox;
    TextLabel* m_clock;
};

} // namespace kuaiban::counter
