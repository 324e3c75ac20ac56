#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

namespace kuaiban::counter {

class TextLabel;

struct Notice
{
    QString title = {};
    QString text = {};
    Tone tone = Tone::Attention;

    bool operator==(const Notice&) const = default;
};

// A tinted box with a mark, a bold title and wrapped text: hints and alerts inside a panel.
class NoticeBox final : public QWidget
{
    Q_OBJECT

public:
    NoticeBox(const Look& look, const Notice& notice, QWidget* parent = nullptr);

    void setNotice(const Notice& notice);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    Tone m_tone = Tone::Attention;
    QWidget* m_markRoom;
    TextLabel* m_title;
    TextLabel* m_text;
};

Mark markOf(Tone tone);

} // namespace kuaiban::counter
