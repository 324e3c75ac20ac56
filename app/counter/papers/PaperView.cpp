#include "PaperView.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/Message.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/base/InMainThread.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QtConcurrentRun>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

PaperView::PaperView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_files(new PaperFiles(context.session, this))
    , m_panel(new Panel(context.look, tr("Papers")))
    , m_place(new TextLabel(context.look, TextRole::Body, {}, Tone::Secondary))
    , m_scroll(new QScrollArea)
    , m_picture(new QLabel)
    , m_empty(new EmptyState(context.look, Glyph::Scan, {}, {}))
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](Glyph glyph, const QString& name, auto run) {
        auto* button = new IconButton(context.look, glyph, name);
        connect(button, &QAbstractButton::clicked, this, run);
        row->addWidget(button);
        return button;
    };
    add(Glyph::ChevronLeft, tr("Previous page"), [this] { previousPage(); });
    add(Glyph::ChevronRight, tr("Next page"), [this] { nextPage(); });
    add(Glyph::RotateRight, tr("Turn"), [this] { turn(); });
    m_zoomButtons = {add(Glyph::ZoomOut, tr("Smaller"), [this] { zoom(0.8); }),
        add(Glyph::ZoomIn, tr("Larger"), [this] { zoom(1.25); })};
    add(Glyph::Columns, tr("Side by side with the form"), [this] { toggleWide(); });
    m_panel->addToTitle(m_place);
    m_panel->addToTitle(tools, 5);
    m_tools = {tools, m_place};
    m_picture->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or the width would depend on the height
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Scanned page"));
    m_scroll->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);
    m_empty->layOver(m_scroll); // which has the keyboard of the pane and must never hide: Tab would stop there
    m_panel->body()->addWidget(m_scroll, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    connect(m_files, &PaperFiles::missingChanged, this, &PaperView::missingChanged);
    connect(m_files, &PaperFiles::arrived, this, [this](const QString& digest) {
        if (m_index < m_leaves.size() && m_leaves.at(m_index).digest == digest)
            show(digest);
    });
    connect(m_files, &PaperFiles::unavailable, this, [this](const QString& digest, const Error& error) {
        if (m_index < m_leaves.size() && m_leaves.at(m_index).digest == digest)
            sayProblem(error);
    });
    clear();
}

void PaperView::clear()
{
    m_stream.clear();
    m_digests.clear();
    m_leaves.clear();
    m_unfolded.clear();
    m_index = 0;
    m_image = {};
    ++m_drawing;
    m_files->begin({});
    m_panel->setTitle(tr("Papers"));
    sayInstead(tr("No papers"), tr("Those of the case that is chosen stand here."));
    for (auto* tool : m_tools)
        tool->hide();
    for (auto* button : m_zoomButtons)
        button->setVisible(m_wide);
}

void PaperView::setCase(const casework::Case& state)
{
    const auto leaves = leavesOf(state);
    QStringList digests;
    for (const auto& leaf : leaves)
        digests.append(leaf.digest);
    const bool again = m_stream == state.id;
    const QString looked = m_index < m_leaves.size() ? m_leaves.at(m_index).digest : QString();
    if (again && digests == m_digests && m_files->missing().isEmpty())
        return;
    clear();
    m_stream = state.id;
    m_digests = digests;
    m_leaves = leaves;
    if (m_leaves.isEmpty()) {
        sayInstead(tr("No papers"), tr("Nothing was scanned for this case."));
        return;
    }
    for (auto* tool : m_tools)
        tool->show();
    m_files->begin(digests);
    const auto found = std::find_if(
        m_leaves.begin(), m_leaves.end(), [&](const PaperLeaf& leaf) { return again && leaf.digest == looked; });
    open(found == m_leaves.end() ? 0 : static_cast<int>(found - m_leaves.begin()));
}

bool PaperView::showOwner(const QString& owner)
{
    for (int i = 0; i < m_leaves.size(); ++i) {
        if (m_leaves.at(i).owner == owner) {
            if (m_index >= m_leaves.size() || m_leaves.at(m_index).owner != owner)
                open(i);
            return true;
        }
    }
    return false;
}

QString PaperView::place() const
{
    return m_place->text();
}

void PaperView::open(int index)
{
    if (index < 0 || index >= m_leaves.size())
        return;
    m_index = index;
    m_turn = 0;
    m_zoom = 1.0;
    m_image = {};
    const auto& leaf = m_leaves.at(index);
    m_panel->setTitle(leaf.title);
    m_place->setText(u"%1 / %2"_s.arg(index + 1).arg(m_leaves.size()));
    if (!m_files->bytes(leaf.digest).isEmpty()) {
        show(leaf.digest);
        return;
    }
    if (const auto problem = m_files->problem(leaf.digest))
        sayProblem(*problem);
    m_files->hurry(leaf.digest);
}

void PaperView::sayProblem(const Error& error)
{
    const auto message = messageFor(error, m_context.manual, m_context.language);
    sayInstead(message.what, message.remedy);
}

// In the place of a page.
void PaperView::sayInstead(const QString& title, const QString& advice)
{
    m_picture->hide();
    m_empty->setTexts(title, advice);
    m_empty->show();
    m_scroll->setAccessibleDescription(title);
}

// Decoding a page of 300 dpi takes tens of milliseconds: not on the thread that draws.
void PaperView::show(const QString& digest)
{
    const auto leaf = m_leaves.at(m_index);
    struct Opened
    {
        QImage image;
        int pages = 1;
    };
    inMainThread(QtConcurrent::run([bytes = m_files->bytes(digest), leaf] {
        return Opened{decodePage(bytes, leaf.media, leaf.pdfPage), pagesIn(bytes, leaf.media)};
    })).then(this, [this, leaf](const Opened& opened) {
        if (m_index >= m_leaves.size() || m_leaves.at(m_index).digest != leaf.digest ||
            m_leaves.at(m_index).pdfPage != leaf.pdfPage)
            return;
        if (opened.image.isNull()) {
            sayInstead(tr("This page cannot be shown"), tr("The file is neither a picture nor a readable PDF."));
            return;
        }
        m_empty->hide();
        m_picture->show();
        m_scroll->setAccessibleDescription(place());
        m_image = opened.image;
        unfoldPdf(leaf.digest, opened.pages);
        draw();
    });
}

void PaperView::unfoldPdf(const QString& digest, int pages)
{
    if (pages < 2 || m_unfolded.contains(digest))
        return;
    m_unfolded.insert(digest);
    for (int i = 0; i < m_leaves.size(); ++i) {
        if (m_leaves.at(i).digest != digest)
            continue;
        PaperLeaf leaf = m_leaves.at(i);
        for (int page = 1; page < pages; ++page) {
            leaf.pdfPage = page;
            m_leaves.insert(i + page, leaf);
        }
        if (m_index > i)
            m_index += pages - 1;
        break;
    }
    m_place->setText(u"%1 / %2"_s.arg(m_index + 1).arg(m_leaves.size()));
}

void PaperView::draw()
{
    if (m_image.isNull())
        return;
    const double ratio = devicePixelRatioF();
    const int width = qMax(50, static_cast<int>((m_scroll->viewport()->width() - 8) * m_zoom * ratio));
    inMainThread(QtConcurrent::run([image = m_image, turn = m_turn, width] {
        const auto turned = turn == 0 ? image : image.transformed(QTransform().rotate(turn));
        return turned.scaledToWidth(width, Qt::SmoothTransformation);
    })).then(this, [this, ratio, drawing = ++m_drawing](const QImage& scaled) {
        if (drawing != m_drawing)
            return;
        auto picture = QPixmap::fromImage(scaled);
        picture.setDevicePixelRatio(ratio);
        m_picture->setPixmap(picture);
    });
}

bool PaperView::eventFilter(QObject* watched, QEvent* event)
{
    // The page fits the pane: it is drawn anew whenever the pane gets another size, also when it is laid out first.
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        draw();
    if (watched == m_scroll->viewport() && event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->modifiers() == Qt::ControlModifier) {
            zoom(wheel->angleDelta().y() > 0 ? 1.25 : 0.8);
            return true;
        }
    }
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && handleKey(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool PaperView::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Right:
        nextPage();
        return true;
    case Qt::Key_Left:
        previousPage();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.25);
        return true;
    case Qt::Key_Minus:
        zoom(0.8);
        return true;
    default:
        return false;
    }
}

// No focus proxy: Tab would go to it past everything that stands before.
void PaperView::focusPage()
{
    m_scroll->setFocus();
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

void PaperView::toggleWide()
{
    m_wide = !m_wide;
    for (auto* button : m_zoomButtons)
        button->setVisible(m_wide);
    Q_EMIT wideChanged(m_wide);
}

} // namespace kuaiban::counter
