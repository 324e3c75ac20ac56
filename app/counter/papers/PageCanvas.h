#pragma once

#include "app/counter/look/Look.h"

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include <optional>

namespace kuaiban::counter {

// One page, as large as the room it is given or larger, and the box to which it is to be cropped. It takes the size of
// what it shows; scaling happens in a worker thread.
class PageCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit PageCanvas(const Look& look, QWidget* parent = nullptr);

    void setPicture(const QImage& picture, int dpi); // of a page of this resolution
    void setRoom(QSize room);                        // in which the whole page is seen
    void zoom(double factor);
    void setMarked(bool marked); // whether it has the keyboard

    void beginCrop(); // with the whole page in the box
    void endCrop();
    bool isCropping() const { return m_box.has_value(); }
    QRectF box() const; // in shares of width and height
    // Moves an edge of the box by a millimetre, or ten of them, in the direction of the arrow: the edge that thereby
    // cuts, or the one that gives back.
    void moveEdge(int arrowKey, bool giveBack, bool far);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void draw();
    void setBox(const QRectF& box);
    Qt::Edges edgesAt(QPointF point) const;
    QPointF shareAt(QPointF point) const;
    QRectF boxInPixels() const;

    Look m_look;
    QImage m_picture;
    int m_dpi = 0;
    QSize m_room;
    double m_zoom = 1;
    bool m_marked = false;
    QPixmap m_scaled;
    int m_drawing = 0; // answers of earlier drawings are dropped
    std::optional<QRectF> m_box;
    Qt::Edges m_held;                // by the mouse
    QRectF m_boxBefore;              // a click alone changes nothing
    std::optional<QPointF> m_anchor; // of a new box that is drawn
};

} // namespace kuaiban::counter
