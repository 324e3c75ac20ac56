#include "EmptyState.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"
#include "TextLabel.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

EmptyState::EmptyState(const Look& look, Glyph glyph, const QString& title, const QString& advice, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_glyph(glyph)
    , m_picture(new QWidget(this))
    , m_title(new TextLabel(look, TextRole::Heading))
    , m_advice(new TextLabel(look, TextRole::Body, {}, Tone::Secondary))
{
    const int room = look.metrics().icon * 3;
    m_picture->setFixedSize(room, room);
    m_title->setAlignment(Qt::AlignHCenter);
    m_advice->setAlignment(Qt::AlignHCenter);
    m_advice->setWrapped(true);
    m_advice->setMaximumWidth(30 * look.lineHeight(TextRole::Body));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(6);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_advice, 100);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(3);
    setTexts(title, advice);
}

void EmptyState::setTexts(const QString& title, const QString& advice)
{
    m_ownTitle = title;
    m_ownAdvice = advice;
    tell();
}

void EmptyState::setWaiting(bool waiting)
{
    m_waiting = waiting;
    tell();
}

void EmptyState::tell()
{
    const QString title = m_waiting ? tr("Looking …") : m_ownTitle;
    const QString advice = m_waiting ? QString() : m_ownAdvice;
    m_title->setText(title);
    m_advice->setText(advice);
    setAccessibleName(title);
    setAccessibleDescription(advice);
}

void EmptyState::setAction(QAction* action)
{
    delete m_button;
    m_button = new ActionButton(m_look, ButtonRole::Primary, action, this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertSpacing(column->count() - 1, 8);
    column->insertWidget(column->count() - 1, m_button, 0, Qt::AlignHCenter);
}

void EmptyState::layOver(QAbstractScrollArea* view)
{
    auto* room = new QVBoxLayout(view->viewport());
    room->setContentsMargins(0, 0, 0, 0);
    room->addWidget(this);
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF box = m_picture->geometry();
    paintBox(&painter, box, box.width() / 2, m_look.colours().filled, m_look.colours().border);
    const double inset = box.width() * 0.28;
    m_look.paintGlyph(&painter, m_glyph, box.adjusted(inset, inset, -inset, -inset), m_look.colour(Tone::Secondary));
}

} // namespace kuaiban::counter
