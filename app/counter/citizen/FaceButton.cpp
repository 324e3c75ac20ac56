#include "FaceButton.h"

#include "app/counter/look/StylePainting.h"

#include <QPainter>
#include <QPainterPath>

namespace kuaiban::counter {

namespace {

constexpr int WordLines = 2;
constexpr int Inside = 8;

Tone toneOfGrade(int grade)
{
    return grade >= 4 ? Tone::Good : grade == 3 ? Tone::Attention : Tone::Bad;
}

} // namespace

void paintFace(QPainter* painter, const Look& look, const QRectF& box, int grade)
{
    const double side = std::min(box.width(), box.height());
    const QPointF middle = box.center();
    const auto at = [&](double x, double y) { return middle + QPointF(x, y) * side / 2; };
    const Tone tone = toneOfGrade(grade);
    const QColor ink = look.colour(tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, side / 22));
    painter->setBrush(look.colours().softOf(tone));
    painter->drawEllipse(middle, side * 0.46, side * 0.46);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    for (const double x : {-0.32, 0.32})
        painter->drawEllipse(at(x, -0.2), side * 0.055, side * 0.075);
    const double bend = (grade - 3) * 0.24; // the corners of the mouth go up or down
    QPainterPath mouth(at(-0.42, 0.34 - bend / 2));
    mouth.quadTo(at(0, 0.34 + bend), at(0.42, 0.34 - bend / 2));
    painter->setPen(QPen(ink, side / 18, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(grade == 5 ? QBrush(ink) : Qt::NoBrush);
    if (grade == 5)
        mouth.closeSubpath(); // laughs
    painter->drawPath(mouth);
    painter->restore();
}

FaceButton::FaceButton(const Look& look, int grade, const QString& word, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_grade(grade)
{
    setText(word);
    setAccessibleName(word);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize FaceButton::sizeHint() const
{
    const int line = m_look.lineHeight(TextRole::Heading);
    return {5 * line, 4 * line + WordLines * line + 2 * Inside};
}

void FaceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& colours = m_look.colours();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    paintBox(&painter, box, Metrics::panelRadius, isDown() ? colours.selection : colours.panel, colours.controlBorder);
    const int words = WordLines * m_look.lineHeight(TextRole::Heading);
    paintFace(&painter, m_look, box.adjusted(Inside, 2 * Inside, -Inside, -words - Inside), m_grade);
    painter.setFont(m_look.font(TextRole::Heading));
    painter.setPen(colours.text);
    painter.drawText(QRectF(Inside, height() - words - Inside, width() - 2 * Inside, words),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text());
}

} // namespace kuaiban::counter
