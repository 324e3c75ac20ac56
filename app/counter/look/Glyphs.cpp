#include "Glyphs.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char*, glyphCount> names = {"archive", "arrow-down", "arrow-left", "arrow-right", "arrow-up",
    "banknote", "bar-chart", "bell", "building", "calendar", "camera", "card", "check", "check-circle", "chevron-down",
    "chevron-left", "chevron-right", "chevron-up", "circle", "clipboard-check", "clock", "close", "columns", "copy",
    "crop", "download", "edit", "eye", "eye-off", "file", "file-plus", "filter", "fit", "help", "home", "id-card",
    "info", "keyboard", "list", "lock", "minus", "more", "network", "network-off", "pause", "people", "person", "play",
    "plus", "print", "refresh", "rotate-left", "rotate-right", "save", "scan", "search", "settings", "sign-out",
    "signature", "sliders", "table", "transfer", "trash", "unlock", "upload", "user", "warning", "zoom-in", "zoom-out"};

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(std::shared_ptr<GlyphPainter> painter, Glyph glyph, const GlyphColours& colours)
        : m_painter(std::move(painter))
        , m_glyph(glyph)
        , m_colours(colours)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        m_painter->paint(painter, m_glyph, rect, colour(mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state); // `size` is already in device pixels
    }

    QIconEngine* clone() const override { return new GlyphEngine(*this); }
    QString key() const override { return u"kuaiban-glyph"_s; }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return m_colours.disabled;
        if (state == QIcon::On || mode == QIcon::Selected)
            return m_colours.on;
        return mode == QIcon::Active ? m_colours.active : m_colours.normal;
    }

    std::shared_ptr<GlyphPainter> m_painter;
    Glyph m_glyph;
    GlyphColours m_colours;
};

} // namespace

QString glyphName(Glyph glyph)
{
    return QLatin1StringView(names.at(size_t(glyph)));
}

void GlyphPainter::paint(QPainter* painter, Glyph glyph, const QRectF& box, const QColor& colour)
{
    std::shared_ptr<QSvgRenderer>& renderer = m_parsed[{int(glyph), colour.rgba()}];
    if (!renderer) {
        QFile file(":/icons/%1.svg"_L1.arg(glyphName(glyph)));
        QByteArray drawing;
        if (file.open(QIODevice::ReadOnly))
            drawing = file.readAll().replace("currentColor", colour.name().toLatin1());
        renderer = std::make_shared<QSvgRenderer>(drawing);
    }
    const double side = std::min(box.width(), box.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(box.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    renderer->render(painter, square);
    painter->restore();
}

QIcon glyphIcon(std::shared_ptr<GlyphPainter> painter, Glyph glyph, const GlyphColours& colours)
{
    return QIcon(new GlyphEngine(std::move(painter), glyph, colours));
}

} // namespace kuaiban::counter
