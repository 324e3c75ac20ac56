#pragma once

#include "modules/documents/CairoPointer.h"

#include <QByteArray>

#include <cmath>
#include <numbers>

// PNG pictures as a pad for signatures makes them, and as other programs might.
namespace kuaiban::documents::samples {

inline QByteArray pngOf(cairo_surface_t* surface)
{
    QByteArray png;
    cairo_surface_write_to_png_stream(
        surface,
        [](void* target, const unsigned char* data, unsigned int length) {
            static_cast<QByteArray*>(target)->append(reinterpret_cast<const char*>(data), qsizetype(length));
            return CAIRO_STATUS_SUCCESS;
        },
        &png);
    return png;
}

// A black box with this much free around it, on white or on nothing.
inline QByteArray boxPng(int width, int height, int around, bool onWhite = true)
{
    const CairoSurface surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width + 2 * around, height + 2 * around));
    const CairoContext context(cairo_create(surface.get()));
    if (onWhite) {
        cairo_set_source_rgb(context.get(), 1, 1, 1);
        cairo_paint(context.get());
    }
    cairo_set_source_rgb(context.get(), 0, 0, 0);
    cairo_rectangle(context.get(), around, around, width, height);
    cairo_fill(context.get());
    return pngOf(surface.get());
}

// Curved strokes in grey and black, as of a hand.
inline QByteArray handPng(int width, int height)
{
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const CairoContext context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_set_source_rgb(context.get(), 0, 0, 0);
    cairo_set_line_cap(context.get(), CAIRO_LINE_CAP_ROUND);
    constexpr int Steps = 400;
    double lastX = 0.1 * width;
    double lastY = 0.5 * height;
    for (int i = 1; i <= Steps; ++i) {
        const double t = double(i) / Steps;
        const double x = width * (0.1 + 0.8 * t + 0.06 * std::sin(t * 14 * std::numbers::pi));
        const double y = height * (0.5 + 0.35 * std::sin(t * 10 * std::numbers::pi));
        cairo_set_line_width(context.get(), height * (0.01 + 0.02 * std::abs(std::sin(t * 17))));
        cairo_move_to(context.get(), lastX, lastY);
        cairo_line_to(context.get(), x, y);
        cairo_stroke(context.get());
        lastX = x;
        lastY = y;
    }
    return pngOf(surface.get());
}

} // namespace kuaiban::documents::samples
