#include "Panel.h"

#include "app/counter/look/StylePainting.h"
#include "ScrollPane.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

Panel::Panel(const Look& look, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_titleRow(new QWidget(this))
    , m_titleLayout(new QHBoxLayout(m_titleRow))
    , m_title(new ElidedLabel(look, TextRole::Heading, title))
    , m_count(new TextLabel(look, TextRole::Body, {}, Tone::Secondary))
    , m_body(new QVBoxLayout)
    , m_column(new QVBoxLayout(this))
{
    m_titleLayout->setSpacing(8);
    m_titleLayout->addWidget(m_title);
    m_titleLayout->addWidget(m_count);
    m_titleLayout->addStretch(1);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_body->setSpacing(8);
    m_column->setSpacing(6);
    m_column->addWidget(m_titleRow);
    m_column->addLayout(m_body, 1);
    setAccessibleName(title);
    showTitleRow();
}

void Panel::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    showTitleRow();
}

void Panel::setCount(const QString& count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

void Panel::setTitleRole(TextRole role)
{
    m_title->setFont(m_look.font(role));
}

void Panel::setPadding(int side)
{
    m_side = side - 1;
    applyPadding();
}

// The contents keep the padding themselves so that lists may reach the edge.
void Panel::applyPadding()
{
    m_titleLayout->setContentsMargins(m_side, 0, m_side - m_overhang, 0);
    // Without a title row a heading in the contents stands where titles of other panels stand.
    const int top = m_titleRow->isHidden() ? Metrics::panelPadding : Metrics::panelPadding - 4;
    m_column->setContentsMargins(1, top, 1, m_bleeds ? Metrics::panelRadius : Metrics::panelPadding);
    m_body->setContentsMargins(m_side, 0, m_side - (m_scrolled ? Metrics::scrollBar : 0), 0);
}

void Panel::addToTitle(QWidget* widget, int overhang)
{
    m_titleLayout->addWidget(widget);
    m_overhang = overhang;
    applyPadding();
    showTitleRow();
}

TextLabel* Panel::addHeading(const QString& text)
{
    auto* heading = new TextLabel(m_look, TextRole::Heading, text);
    m_body->addWidget(heading);
    return heading;
}

void Panel::addRule()
{
    m_body->addWidget(new Rule(m_look));
}

ScrollPane* Panel::addScrolled(QWidget* content)
{
    m_scrolled = true;
    applyPadding();
    auto* pane = new ScrollPane(content);
    m_body->addWidget(pane, 1);
    return pane;
}

void Panel::addBleeding(QWidget* widget)
{
    m_column->setStretchFactor(m_body, 0);
    m_column->addWidget(widget, 1);
    m_bleeds = true;
    applyPadding();
}

void Panel::showTitleRow()
{
    m_count->setVisible(!m_count->text().isEmpty());
    m_titleRow->setVisible(!m_title->text().isEmpty() || m_titleLayout->count() > 3);
    m_titleRow->setMinimumHeight(
        m_look.metrics().fieldHeight - 4); // as high as a tool, so that titles side by side line up
    applyPadding();
}

void Panel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(&painter, rect(), Metrics::panelRadius, m_look.colours().panel, m_look.colours().border);
}

Rule::Rule(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_colour(look.colours().border)
{
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_colour);
}

} // namespace kuaiban::counter
