#include "SignatureSheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize PadSize(640, 240);
constexpr double Pen = 3;
constexpr double Around = 16;       // left free around the strokes in the picture
constexpr double ShortestName = 90; // of all strokes together
constexpr int Scale = 2;

} // namespace

SignaturePad::SignaturePad(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleName(tr("Place to sign"));
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SignaturePad::sizeHint() const
{
    return PadSize;
}

void SignaturePad::clear()
{
    m_path = {};
    m_length = 0;
    m_down = false;
    update();
    Q_EMIT changed();
}

bool SignaturePad::isSigned() const
{
    return m_length >= ShortestName;
}

QImage SignaturePad::picture() const
{
    const QRectF area = m_path.boundingRect().adjusted(-Around, -Around, Around, Around);
    QImage image((area.size() * Scale).toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(Scale, Scale);
    painter.translate(-area.topLeft());
    draw(&painter, Qt::black);
    return image;
}

void SignaturePad::draw(QPainter* painter, const QColor& ink) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, Pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(m_path);
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    m_down = true;
    m_last = event->position();
    m_path.moveTo(m_last);
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_down || !rect().contains(event->position().toPoint()))
        return;
    m_length += QLineF(m_last, event->position()).length();
    m_last = event->position();
    m_path.lineTo(m_last);
    update();
    Q_EMIT changed();
}

void SignaturePad::mouseReleaseEvent(QMouseEvent*)
{
    m_down = false;
}

void SignaturePad::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& colours = m_look.colours();
    painter.fillRect(rect(), colours.panel);
    painter.setPen(colours.controlBorder);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const int line = height() * 3 / 4;
    painter.drawLine(24, line, width() - 24, line);
    draw(&painter, colours.text);
}

SignatureSheet::SignatureSheet(const Look& look, QWidget* window)
    : Overlay(look, window)
    , m_pad(new SignaturePad(look))
    , m_what(new TextLabel(look, TextRole::Body))
    , m_hint(new TextLabel(look, TextRole::Hint, {}, Tone::Secondary))
    , m_take(new ActionButton(look, ButtonRole::Primary, tr("Take the signature")))
{
    auto* anew = new ActionButton(look, ButtonRole::Secondary, tr("Begin anew"));
    m_take->setKeyText(tr("Enter"));
    anew->setKeyText(tr("Delete"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(anew);
    buttons->addWidget(m_take);
    sheet()->body()->addWidget(m_what);
    sheet()->body()->addWidget(m_pad);
    sheet()->body()->addLayout(buttons);
    connect(anew, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    connect(m_take, &QPushButton::clicked, this, &SignatureSheet::take);
    connect(m_pad, &SignaturePad::changed, this, [this] { m_hint->setText(tr("Esc closes without a signature")); });
}

void SignatureSheet::ask(const QString& who, const QString& what)
{
    sheet()->setTitle(tr("Signature of %1").arg(who));
    m_what->setText(what);
    m_pad->clear();
    open();
    m_take->setFocus();
}

void SignatureSheet::take()
{
    if (!m_pad->isSigned()) {
        m_hint->setText(tr("Nothing is signed yet."));
        return;
    }
    const QImage picture = m_pad->picture();
    close();
    Q_EMIT signedBy(picture);
}

void SignatureSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        m_pad->clear();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
