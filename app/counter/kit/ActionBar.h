#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class ElidedLabel;

// The bar at the foot of a page: other outcomes at the left, one message in the middle, the way on at the right. Where
// not everything fits, the buttons at the left say their keys in the tool tip only.
class ActionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(const Look& look, QWidget* parent = nullptr);

    ActionButton* addLeft(QAction* action, ButtonRole role = ButtonRole::Secondary);
    ActionButton* addRight(QAction* action); // secondary, before the primary button
    ActionButton* setPrimary(QAction* action);
    ActionButton* primary() const { return m_primary; }

    // "还有 1 处需要更正：联系电话"; never moves the buttons.
    void setMessage(const QString& text, Tone tone = Tone::Secondary);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitKeys();
    int keyRoom() const;
    ActionButton* letKeyYield(ActionButton* button);

    Look m_look;
    QHBoxLayout* m_left;
    QList<ActionButton*> m_others;
    bool m_keysShown = true;
    ElidedLabel* m_message;
    QHBoxLayout* m_right;
    ActionButton* m_primary = nullptr;
};

} // namespace kuaiban::counter
