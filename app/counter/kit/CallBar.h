#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace kuaiban::counter {

class TextLabel;

// The queue at this window: number being served, how many wait, and the calling keys. The first action is the main one.
class CallBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CallBar(const Look& look, QWidget* parent = nullptr);

    void setQueue(const QString& number, int waiting);
    void addAction(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QHBoxLayout* m_row;
    TextLabel* m_number;
    TextLabel* m_waiting;
    int m_buttons = 0;
};

} // namespace kuaiban::counter
