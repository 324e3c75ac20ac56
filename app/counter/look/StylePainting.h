#pragma once

#include "Look.h"

#include <QStyleOption>

// The drawings of the style, one function a part, free of the widget machinery so that own widgets draw the same way.
namespace kuaiban::counter {

// A rounded box with a one-pixel edge (or `edgeWidth`), drawn inside `box`.
void paintBox(
    QPainter* painter, const QRectF& box, double radius, const QColor& fill, const QColor& edge, double edgeWidth = 1);

// The ring around whatever has the keyboard, drawn inside `box`.
void paintFocusRing(QPainter* painter, const Look& look, const QRectF& box, double radius = Metrics::fieldRadius);

void paintField(QPainter* painter, const Look& look, const QRectF& box, FieldState state, QStyle::State flags);
void paintButton(QPainter* painter, const Look& look, const QRectF& box, ButtonRole role, QStyle::State flags);
QColor buttonInk(const Look& look, ButtonRole role, QStyle::State flags);
void paintCheckBox(QPainter* painter, const Look& look, const QRectF& box, QStyle::State flags);
void paintRadio(QPainter* painter, const Look& look, const QRectF& box, QStyle::State flags);
void paintHeaderSection(QPainter* painter, const Look& look, const QRect& box, bool hovered);
void paintTab(QPainter* painter, const Look& look, const QRectF& box, QStyle::State flags);
void paintProgress(QPainter* painter, const Look& look, const QRectF& box, double share);

} // namespace kuaiban::counter
