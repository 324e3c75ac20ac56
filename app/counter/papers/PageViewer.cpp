#include "PageViewer.h"

#include "app/counter/kit/Panel.h"
#include "modules/base/InMainThread.h"
#include "PageWork.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 160; // of the window that stays free around the page
constexpr double ZoomStep = 1.25;
constexpr double MostZoom = 4.0;

} // namespace

PageViewer::PageViewer(const PageContext& context, QWidget* window)
    : Overlay(context.look, window)
    , m_context(context)
    , m_scroll(new QScrollArea)
    , m_picture(new QLabel)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_picture);
    m_scroll->setAccessibleName(tr("The page, large"));
    sheet()->body()->addWidget(m_scroll, 1);
}

void PageViewer::show(const casework::Page& page, const QString& title)
{
    sheet()->setTitle(title);
    sheet()->setCount(tr("+ and - zoom, Esc closes"));
    m_zoom = 1.0;
    m_image = {};
    inMainThread(m_context.session.file(page.digest)
                     .then(QtFuture::Launch::Async,
                         [media = page.media](const Result<QByteArray>& bytes) -> Result<QImage> {
                             if (!bytes)
                                 return fail(bytes.error());
                             return pictureOf(*bytes, media);
                         }))
        .then(this, [this](const Result<QImage>& image) {
            if (!image) {
                close();
                Q_EMIT failed(image.error());
                return;
            }
            m_image = *image;
            draw();
            open();
            m_scroll->setFocus();
        });
}

void PageViewer::draw()
{
    if (m_image.isNull())
        return;
    const QSize room = parentWidget()->size() - QSize(Margin, Margin);
    const double ratio = devicePixelRatioF();
    const QSize fitted = m_image.size().scaled(room, Qt::KeepAspectRatio);
    auto picture = QPixmap::fromImage(
        m_image.scaled((QSizeF(fitted) * m_zoom * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(picture);
    m_picture->adjustSize();
    m_scroll->setMinimumSize(fitted.boundedTo(room) + QSize(24, 24));
}

void PageViewer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        m_zoom = qMin(MostZoom, m_zoom * ZoomStep);
    else if (event->key() == Qt::Key_Minus)
        m_zoom = qMax(1.0, m_zoom / ZoomStep);
    else
        return Overlay::keyPressEvent(event);
    draw();
    event->accept();
}

} // namespace kuaiban::counter
