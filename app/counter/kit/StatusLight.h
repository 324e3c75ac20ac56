#pragma once

#include "app/counter/look/Look.h"

#include <QAbstractButton>

class QHBoxLayout;

namespace kuaiban::counter {

enum class Condition { Ready, Attention, Fault, Absent };

// How a device, the network or a service is doing, ready to be shown.
struct LightState
{
    QString id = {};   // "idcard"
    QString name = {}; // "身份证"
    Condition condition = Condition::Absent;
    QString word = {};    // "就绪", "纸将尽"
    QString problem = {}; // what is wrong; empty when ready
    QString remedy = {};  // what to do
    QString code = {};    // failure code, if any
    friend bool operator==(const LightState&, const LightState&) = default;
};

// What a light says beside its mark, which tells the conditions apart by itself.
enum class LightWords { All, Troubles, Name };

Mark markOf(Condition condition);
Tone toneOf(Condition condition);

// A word in the bottom strip that can be pressed, with or without a mark before it.
class StripButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StripButton(const Look& look, QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setMark(Mark mark, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    const Look& look() const { return m_look; }
    int widthOf(const QString& words) const;

private:
    Look m_look;
    Tone m_tone = Tone::Normal;
    bool m_marked = false;
    Mark m_mark = Mark::Ring;
    Tone m_markTone = Tone::Secondary;
};

// One light: mark and words, never colour alone. Pressed, it says what is wrong and what to do.
class StatusLight final : public StripButton
{
    Q_OBJECT

public:
    explicit StatusLight(const Look& look, QWidget* parent = nullptr);

    void setState(const LightState& state);
    const LightState& state() const { return m_state; }
    void setWords(LightWords words); // whatever it shows, all of it is read out
    int widthWith(LightWords words) const { return widthOf(textWith(words)); }
    void explain(); // opens the popover

private:
    QString textWith(LightWords words) const;

    LightState m_state;
    LightWords m_words = LightWords::All;
};

// The lights of all devices side by side; a light keeps its place while its state changes. Where there is no room for
// all words, those of devices that are ready go first.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(const Look& look, QWidget* parent = nullptr);

    void setStates(const QVector<LightState>& states);
    StatusLight* light(const QString& id) const;
    QSize sizeHint() const override { return sizeWith(LightWords::All); }
    QSize minimumSizeHint() const override { return sizeWith(LightWords::Name); }

protected:
    void resizeEvent(QResizeEvent*) override { fit(); }

private:
    QSize sizeWith(LightWords words) const;
    void fit();

    Look m_look;
    QHBoxLayout* m_row;
    QVector<StatusLight*> m_lights;
};

} // namespace kuaiban::counter
