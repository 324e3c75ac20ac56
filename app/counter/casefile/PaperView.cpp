#include "PaperView.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

PaperView::PaperView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(new Panel(context.look, tr("Papers")))
    , m_place(new TextLabel(context.look, TextRole::Body, {}, Tone::Secondary))
    , m_scroll(new QScrollArea)
    , m_picture(new QLabel)
    , m_empty(new EmptyState(context.look, Glyph::Scan, tr("No papers"), tr("Nothing was scanned for this case.")))
{
    auto* back = new IconButton(context.look, Glyph::ChevronLeft, tr("Previous page"));
    auto* next = new IconButton(context.look, Glyph::ChevronRight, tr("Next page"));
    auto* turnRight = new IconButton(context.look, Glyph::RotateRight, tr("Turn"));
    auto* larger = new IconButton(context.look, Glyph::ZoomIn, tr("Larger"));
    auto* smaller = new IconButton(context.look, Glyph::ZoomOut, tr("Smaller"));
    m_panel->addToTitle(m_place);
    for (auto* button : {back, next, turnRight, larger, smaller})
        m_panel->addToTitle(button);
    connect(back, &QAbstractButton::clicked, this, &PaperView::previousPage);
    connect(next, &QAbstractButton::clicked, this, &PaperView::nextPage);
    connect(turnRight, &QAbstractButton::clicked, this, &PaperView::turn);
    connect(larger, &QAbstractButton::clicked, this, [this] { zoom(1.25); });
    connect(smaller, &QAbstractButton::clicked, this, [this] { zoom(0.8); });
    m_picture->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or the width would depend on the height
    m_scroll->setAccessibleName(tr("Scanned page"));
    m_panel->body()->addWidget(m_empty, 1);
    m_panel->body()->addWidget(m_scroll, 1);
    m_scroll->viewport()->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    clear();
}

void PaperView::clear()
{
    m_leaves.clear();
    m_image = {};
    m_place->clear();
    m_panel->setTitle(tr("Papers"));
    m_scroll->hide();
    m_empty->show();
}

void PaperView::setCase(const casework::Case& state)
{
    clear();
    for (const auto& material : state.materials) {
        for (const auto& page : material.pages)
            m_leaves.append({material.name, page.digest});
    }
    if (!m_leaves.isEmpty())
        open(0);
}

void PaperView::open(int index)
{
    if (index < 0 || index >= m_leaves.size())
        return;
    m_index = index;
    m_turn = 0;
    m_zoom = 1.0;
    m_empty->hide();
    m_scroll->show();
    m_panel->setTitle(m_leaves.at(index).title);
    m_place->setText(u"%1 / %2"_s.arg(index + 1).arg(m_leaves.size()));
    const QString digest = m_leaves.at(index).digest;
    m_context.session.file(digest).then(this, [this, digest](const Result<QByteArray>& bytes) {
        if (!bytes) {
            Q_EMIT failed(bytes.error());
            return;
        }
        // A page of 300 dpi takes tens of milliseconds to decode: not on the thread that draws.
        QtConcurrent::run([data = *bytes] {
            return QImage::fromData(data);
        }).then(this, [this, digest](const QImage& image) {
            if (m_index < m_leaves.size() && m_leaves.at(m_index).digest == digest) {
                m_image = image;
                draw();
            }
        });
    });
}

void PaperView::draw()
{
    if (m_image.isNull())
        return;
    const auto turned = m_image.transformed(QTransform().rotate(m_turn));
    const double ratio = devicePixelRatioF();
    const int width = static_cast<int>((m_scroll->viewport()->width() - 8) * m_zoom * ratio);
    auto picture = QPixmap::fromImage(turned.scaledToWidth(qMax(50, width), Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(picture);
}

bool PaperView::eventFilter(QObject* watched, QEvent* event)
{
    // The page fits the pane: it is drawn anew whenever the pane gets another size, also when it is laid out first.
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        draw();
    return QWidget::eventFilter(watched, event);
}

void PaperView::nextPage()
{
    open(m_index + 1);
}

void PaperView::previousPage()
{
    open(m_index - 1);
}

void PaperView::turn()
{
    m_turn = (m_turn + 90) % 360;
    draw();
}

void PaperView::zoom(double factor)
{
    m_zoom = qBound(0.5, m_zoom * factor, 4.0);
    draw();
}

} // namespace kuaiban::counter
