#include "CallBar.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

CallBar::CallBar(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new QHBoxLayout(this))
    , m_number(new TextLabel(look, TextRole::Heading))
    , m_waiting(new TextLabel(look, TextRole::Body, {}, Tone::Secondary))
{
    m_row->setContentsMargins(10, 2, 3, 2);
    m_row->setSpacing(4);
    m_row->addWidget(new TextLabel(look, TextRole::Body, tr("Now"), Tone::Secondary));
    m_row->addSpacing(1);
    m_row->addWidget(m_number);
    m_row->addSpacing(2);
    m_row->addWidget(m_waiting);
    m_row->addSpacing(2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setQueue({}, 0);
}

void CallBar::setQueue(const QString& number, int waiting)
{
    m_number->setText(number.isEmpty() ? u"—"_s : number);
    m_waiting->setText(tr("%1 waiting").arg(waiting));
}

void CallBar::addAction(QAction* action)
{
    auto* button = new ActionButton(m_look, m_buttons++ == 0 ? ButtonRole::Primary : ButtonRole::Plain, action, this);
    button->setFixedHeight(m_look.metrics().fieldHeight - 2);
    m_row->addWidget(button);
}

void CallBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(&painter, rect(), Metrics::panelRadius, m_look.colours().hover, m_look.colours().border);
}

} // namespace kuaiban::counter
