#pragma once

#include "app/counter/look/Look.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class ElidedLabel;
class TextLabel;

// The queue as the call bar shows it.
struct ShownQueue
{
    QString number = {};             // being served; empty: nobody
    QString matter = {};             // what the citizen came for
    std::optional<int> waiting = {}; // not said where nobody knows
    QString note = {};               // "Paused"; with the sign of its tone
    Tone tone = Tone::Attention;     // of the note; with Bad all the rest is how it stood before
    QString noteTip = {};            // the whole of it
};

// The queue at this window: number being served, how many wait, and the calling keys. The first action is the main one.
// A click leaves the keyboard with the page.
class CallBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CallBar(const Look& look, QWidget* parent = nullptr);

    void setQueue(const ShownQueue& queue);
    void addAction(QAction* action);
    // While an order is under way its buttons cannot be pressed. The keyboard does not wander off to another button
    // meanwhile: whoever pressed by Space presses the same one again.
    void setBusy(bool busy);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    // What is left out where room is short, the last one first.
    enum Luxuries { WithNone, WithWaiting, WithMatter, WithKey, WithAll };

    int room(int luxuries) const; // the width it takes with these, whatever is shown now
    void fit();

    Look m_look;
    QHBoxLayout* m_row;
    TextLabel* m_now;
    TextLabel* m_number;
    ElidedLabel* m_matter;
    TextLabel* m_waiting;
    TextLabel* m_note;
    QList<ActionButton*> m_buttons;
    bool m_isKeyShown = false;
    QPointer<QWidget> m_pressed; // had the keyboard when the order began
};

} // namespace kuaiban::counter
