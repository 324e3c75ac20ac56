#pragma once

#include "app/counter/look/Look.h"

#include <QLabel>

namespace kuaiban::counter {

// Plain text in one of the six fonts and one of the tones. Never interprets markup: names and remarks come from
// outside.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(
        const Look& look, TextRole role, const QString& text = {}, Tone tone = Tone::Normal, QWidget* parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setWrapped(bool wrapped);

private:
    Look m_look;
    Tone m_tone;
};

// One line that gives way: cut with an ellipsis when there is no room, the whole text as tool tip.
class ElidedLabel final : public TextLabel
{
    Q_OBJECT

public:
    ElidedLabel(
        const Look& look, TextRole role, const QString& text = {}, Tone tone = Tone::Normal, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    bool isCut() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace kuaiban::counter
