#include "NoticeBox.h"

#include "app/counter/look/StylePainting.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

Mark markOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Mark::Tick;
    case Tone::Attention:
        return Mark::Triangle;
    case Tone::Bad:
        return Mark::Cross;
    case Tone::Normal:
    case Tone::Accent:
        return Mark::Dot;
    default:
        return Mark::Ring;
    }
}

NoticeBox::NoticeBox(const Look& look, const Notice& notice, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_markRoom(new QWidget(this))
    , m_title(new TextLabel(look, TextRole::Strong))
    , m_text(new TextLabel(look, TextRole::Label))
{
    m_markRoom->setFixedSize(look.metrics().mark, look.metrics().mark);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_markRoom);
    head->addWidget(m_title, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(11, 8, 11, 9);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_text);
    m_title->setWrapped(true);
    m_text->setWrapped(true);
    setNotice(notice);
}

void NoticeBox::setNotice(const Notice& notice)
{
    m_tone = notice.tone;
    m_title->setText(notice.title);
    m_title->setTone(notice.tone);
    m_text->setText(notice.text);
    m_text->setVisible(!notice.text.isEmpty());
    setAccessibleName(notice.title);
    setAccessibleDescription(notice.text);
    update();
}

void NoticeBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = m_look.colours();
    paintBox(&painter, rect(), Metrics::fieldRadius, c.softOf(m_tone), c.lineOf(m_tone));
    paintMark(&painter, markOf(m_tone), m_markRoom->geometry(), c.of(m_tone));
}

} // namespace kuaiban::counter
