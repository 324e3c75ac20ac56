#include "InkPad.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QTabletEvent>

namespace kuaiban::counter {

namespace {

constexpr double EvenPressure = 0.45; // of what does not tell its pressure
constexpr double Around = 16;         // left free around the strokes in the picture
constexpr int Scale = 2;

} // namespace

InkPad::InkPad(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Place to sign"));
    setCursor(Qt::CrossCursor);
}

void InkPad::copyFrom(const InkPad& other)
{
    m_ink = other.m_ink;
    update();
}

void InkPad::clear()
{
    m_ink.clear();
    m_writer = Writer::Nobody;
    update();
    Q_EMIT changed();
}

QImage InkPad::picture() const
{
    if (m_ink.isEmpty())
        return {};
    const QRectF area = m_ink.bounds().adjusted(-Around, -Around, Around, Around);
    QImage image((area.size() * Scale).toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(Scale, Scale);
    painter.translate(-area.topLeft());
    m_ink.draw(&painter, Qt::black);
    return image;
}

void InkPad::down(Writer writer, const InkPoint& point)
{
    if (m_writer != Writer::Nobody || !rect().contains(point.at.toPoint()))
        return;
    m_writer = writer;
    m_isAway = false;
    update(m_ink.begin(point).toAlignedRect());
    Q_EMIT changed();
}

void InkPad::move(Writer writer, const InkPoint& point)
{
    if (m_writer != writer)
        return;
    const bool wasAway = m_isAway;
    m_isAway = !rect().contains(point.at.toPoint());
    if (m_isAway)
        return;
    update((wasAway ? m_ink.begin(point) : m_ink.add(point)).toAlignedRect());
    Q_EMIT changed();
}

void InkPad::up(Writer writer)
{
    if (m_writer == writer)
        m_writer = Writer::Nobody;
}

void InkPad::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        down(Writer::Mouse, {event->position(), qint64(event->timestamp()), EvenPressure});
}

void InkPad::mouseMoveEvent(QMouseEvent* event)
{
    move(Writer::Mouse, {event->position(), qint64(event->timestamp()), EvenPressure});
}

void InkPad::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        up(Writer::Mouse);
}

void InkPad::tabletEvent(QTabletEvent* event)
{
    const InkPoint point{event->position(), qint64(event->timestamp()), event->pressure()};
    if (event->type() == QEvent::TabletPress)
        down(Writer::Pen, point);
    else if (event->type() == QEvent::TabletMove)
        move(Writer::Pen, point);
    else
        up(Writer::Pen);
    event->accept(); // or it would come once more as the mouse
}

bool InkPad::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(static_cast<QTouchEvent*>(event));
    default:
        return QWidget::event(event);
    }
}

bool InkPad::touch(QTouchEvent* event)
{
    if (event->type() == QEvent::TouchCancel) {
        up(Writer::Finger);
        return true;
    }
    for (const auto& finger : event->points()) {
        const InkPoint point{finger.position(), qint64(event->timestamp()), EvenPressure};
        if (finger.state() == QEventPoint::Pressed && m_writer == Writer::Nobody) {
            m_finger = finger.id();
            down(Writer::Finger, point);
        } else if (finger.id() == m_finger && finger.state() == QEventPoint::Updated) {
            move(Writer::Finger, point);
        } else if (finger.id() == m_finger && finger.state() == QEventPoint::Released) {
            up(Writer::Finger);
        }
    }
    event->accept();
    return true;
}

// A pen that is lifted after the pad has gone never tells.
void InkPad::hideEvent(QHideEvent*)
{
    m_writer = Writer::Nobody;
}

void InkPad::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const auto& colours = m_look.colours();
    painter.fillRect(event->rect(), colours.panel);
    painter.setPen(colours.controlBorder);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const int line = height() * 3 / 4;
    painter.drawLine(24, line, width() - 24, line);
    m_ink.draw(&painter, colours.text, event->rect());
}

} // namespace kuaiban::counter
