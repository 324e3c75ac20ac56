#include "PageCanvas.h"

#include "app/counter/look/StylePainting.h"
#include "modules/base/InMainThread.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QtConcurrentRun>

namespace kuaiban::counter {

namespace {

constexpr double MostZoom = 4;
constexpr double LeastBox = 0.04; // of the page, in both directions
constexpr int Reach = 8;          // pixels from an edge within which the mouse takes it
constexpr int Handle = 8;
constexpr double StepMm = 1;
constexpr double FarMm = 10;
const QRectF WholePage(0, 0, 1, 1);

} // namespace

PageCanvas::PageCanvas(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setMouseTracking(true);
}

void PageCanvas::setPicture(const QImage& picture, int dpi)
{
    m_picture = picture;
    m_dpi = dpi;
    m_zoom = 1;
    draw();
}

void PageCanvas::setRoom(QSize room)
{
    if (room == m_room)
        return;
    m_room = room;
    draw();
}

void PageCanvas::zoom(double factor)
{
    m_zoom = qBound(1.0, m_zoom * factor, MostZoom);
    draw();
}

void PageCanvas::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

// Scaling a page of 300 dpi takes tens of milliseconds: not on the thread that draws.
void PageCanvas::draw()
{
    ++m_drawing;
    if (m_picture.isNull() || m_room.isEmpty()) {
        m_scaled = {};
        setFixedSize(0, 0);
        return;
    }
    const QSize size = m_picture.size().scaled(m_room * m_zoom, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const double ratio = devicePixelRatioF();
    inMainThread(QtConcurrent::run([picture = m_picture, pixels = size * ratio] {
        return picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    })).then(this, [this, size, ratio, drawing = m_drawing](const QImage& scaled) {
        if (drawing != m_drawing)
            return;
        m_scaled = QPixmap::fromImage(scaled);
        m_scaled.setDevicePixelRatio(ratio);
        setFixedSize(size);
        update();
    });
}

void PageCanvas::beginCrop()
{
    m_zoom = 1;
    draw();
    setBox(WholePage);
}

void PageCanvas::endCrop()
{
    m_box.reset();
    m_anchor.reset();
    m_held = {};
    unsetCursor();
    update();
}

QRectF PageCanvas::box() const
{
    return m_box.value_or(WholePage);
}

void PageCanvas::setBox(const QRectF& box)
{
    m_box = box;
    update();
}

void PageCanvas::moveEdge(int arrowKey, bool giveBack, bool far)
{
    const double dots = (far ? FarMm : StepMm) * qMax(m_dpi, 72) / 25.4;
    const bool sideways = arrowKey == Qt::Key_Left || arrowKey == Qt::Key_Right;
    const bool onward = arrowKey == Qt::Key_Right || arrowKey == Qt::Key_Down;
    const double by = (onward ? dots : -dots) / qMax(1, sideways ? m_picture.width() : m_picture.height());
    const bool nearEdge = onward != giveBack; // left or top
    QRectF box = this->box();
    if (sideways && nearEdge)
        box.setLeft(qBound(0.0, box.left() + by, box.right() - LeastBox));
    else if (sideways)
        box.setRight(qBound(box.left() + LeastBox, box.right() + by, 1.0));
    else if (nearEdge)
        box.setTop(qBound(0.0, box.top() + by, box.bottom() - LeastBox));
    else
        box.setBottom(qBound(box.top() + LeastBox, box.bottom() + by, 1.0));
    setBox(box);
}

QRectF PageCanvas::boxInPixels() const
{
    const QRectF share = box();
    return {share.x() * width(), share.y() * height(), share.width() * width(), share.height() * height()};
}

QPointF PageCanvas::shareAt(QPointF point) const
{
    return {qBound(0.0, point.x() / qMax(1, width()), 1.0), qBound(0.0, point.y() / qMax(1, height()), 1.0)};
}

Qt::Edges PageCanvas::edgesAt(QPointF point) const
{
    const QRectF box = boxInPixels();
    Qt::Edges edges;
    if (!box.adjusted(-Reach, -Reach, Reach, Reach).contains(point))
        return edges;
    edges.setFlag(Qt::LeftEdge, qAbs(point.x() - box.left()) <= Reach);
    edges.setFlag(Qt::RightEdge, qAbs(point.x() - box.right()) <= Reach);
    edges.setFlag(Qt::TopEdge, qAbs(point.y() - box.top()) <= Reach);
    edges.setFlag(Qt::BottomEdge, qAbs(point.y() - box.bottom()) <= Reach);
    return edges;
}

void PageCanvas::mousePressEvent(QMouseEvent* event)
{
    if (!isCropping())
        return QWidget::mousePressEvent(event);
    m_boxBefore = box();
    m_held = edgesAt(event->position());
    if (!m_held)
        m_anchor = shareAt(event->position());
}

void PageCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!isCropping())
        return QWidget::mouseMoveEvent(event);
    const QPointF share = shareAt(event->position());
    QRectF box = this->box();
    if (m_anchor) {
        setBox(QRectF(*m_anchor, share).normalized());
    } else if (m_held) {
        if (m_held & Qt::LeftEdge)
            box.setLeft(qMin(share.x(), box.right() - LeastBox));
        else if (m_held & Qt::RightEdge)
            box.setRight(qMax(share.x(), box.left() + LeastBox));
        if (m_held & Qt::TopEdge)
            box.setTop(qMin(share.y(), box.bottom() - LeastBox));
        else if (m_held & Qt::BottomEdge)
            box.setBottom(qMax(share.y(), box.top() + LeastBox));
        setBox(box);
    } else {
        const auto edges = edgesAt(event->position());
        const bool sideways = edges & (Qt::LeftEdge | Qt::RightEdge);
        const bool upright = edges & (Qt::TopEdge | Qt::BottomEdge);
        const bool falling = edges == (Qt::LeftEdge | Qt::TopEdge) || edges == (Qt::RightEdge | Qt::BottomEdge);
        setCursor(sideways && upright ? falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor
                  : sideways          ? Qt::SizeHorCursor
                  : upright           ? Qt::SizeVerCursor
                                      : Qt::CrossCursor);
    }
}

void PageCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (!isCropping())
        return QWidget::mouseReleaseEvent(event);
    if (m_anchor && (box().width() < LeastBox || box().height() < LeastBox))
        setBox(m_boxBefore);
    m_anchor.reset();
    m_held = {};
}

void PageCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& colours = m_look.colours();
    painter.drawPixmap(rect(), m_scaled);
    if (!isCropping()) {
        if (m_marked)
            paintFocusRing(&painter, m_look, rect());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = boxInPixels();
    QPainterPath outside;
    outside.addRect(rect());
    outside.addRect(box);
    QColor dim = colours.text;
    dim.setAlphaF(0.45F);
    painter.fillPath(outside, dim); // what is in both is left out
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRect(box.adjusted(1, 1, -1, -1));
    const QPointF middle = box.center();
    for (const QPointF at : {QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()),
             QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())}) {
        QRectF handle(0, 0, Handle, Handle);
        handle.moveCenter(at);
        painter.fillRect(handle & QRectF(rect()), colours.accent);
    }
}

} // namespace kuaiban::counter
