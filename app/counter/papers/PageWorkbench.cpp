#include "PageWorkbench.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Message.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "devices/scanner/PageSkew.h"
#include "modules/base/InMainThread.h"
#include "PageCanvas.h"
#include "PageNotes.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int AroundSheet = 64; // of the window that stays free around the sheet
constexpr int StripWidth = 112; // one sheet wide
constexpr double Crooked = 0.5; // degrees from which it is said
constexpr double ZoomStep = 1.25;

// Arrows as they stand on the keys.
QString wordOf(QKeyCombination key)
{
    return QKeySequence(key)
        .toString(QKeySequence::PortableText)
        .replace("+Up"_L1, u"+↑"_s)
        .replace("+Down"_L1, u"+↓"_s);
}

struct LoadedPage
{
    QImage picture;
    std::optional<double> skew;
};

} // namespace

PageWorkbench::PageWorkbench(const PageContext& context, PageFeed& feed, PageSteps& steps, QWidget* window)
    : Overlay(context.look, window)
    , m_context(context)
    , m_feed(feed)
    , m_steps(steps)
    , m_strip(new ThumbnailStrip(context.look))
    , m_scroll(new QScrollArea)
    , m_canvas(new PageCanvas(context.look))
    , m_advice(new TextLabel(context.look, TextRole::Body, {}, Tone::Attention))
    , m_said(new TextLabel(context.look, TextRole::Body, {}, Tone::Secondary))
{
    setAccessibleName(tr("Workbench for scanned pages"));
    m_strip->setAccessibleName(tr("Pages of this paper"));
    m_strip->setSelectionMode(QAbstractItemView::ExtendedSelection); // two of them make an ID-card sheet
    m_strip->setMaximumRowsShown(3);
    m_strip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_strip->setFixedWidth(StripWidth);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setWidget(m_canvas);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("The page, large"));
    m_advice->setWrapped(true);
    m_said->setWrapped(true);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(6);
    middle->addWidget(m_scroll, 1);
    middle->addWidget(m_advice);
    middle->addWidget(makeFoot());
    auto* row = new QHBoxLayout;
    row->setSpacing(Metrics::columnGap);
    row->addWidget(m_strip);
    row->addLayout(middle, 1);
    row->addWidget(makeTools());
    sheet()->body()->addLayout(row, 1);
    for (QWidget* watched : {static_cast<QWidget*>(m_strip), static_cast<QWidget*>(m_scroll), m_scroll->viewport()})
        watched->installEventFilter(this);
    connect(m_strip, &ThumbnailStrip::pageChosen, this, [this] { m_scroll->setFocus(); });
    connect(m_strip->selectionModel(), &QItemSelectionModel::currentChanged, this, &PageWorkbench::showSheet);
    connect(&steps, &PageSteps::shown, this, &PageWorkbench::fill);
    connect(&steps, &PageSteps::said, this, &PageWorkbench::say);
    connect(&feed, &PageFeed::pictureReady, this, &PageWorkbench::fill);
    connect(&feed, &PageFeed::failed, this, &PageWorkbench::tell);
    connect(&feed, &PageFeed::changeEnded, this, &PageWorkbench::showUndo);
}

QWidget* PageWorkbench::makeTools()
{
    auto* tools = new QWidget;
    m_tools = new QVBoxLayout(tools);
    m_tools->setContentsMargins(0, 0, 0, 0);
    m_tools->setSpacing(4);
    addTool(Glyph::RotateLeft, tr("Turn left"), Qt::Key_L, [this] { m_steps.turn(current(), -90); });
    addTool(Glyph::RotateRight, tr("Turn right"), Qt::Key_R, [this] { m_steps.turn(current(), 90); });
    addTool(Glyph::Sliders, tr("Straighten"), Qt::Key_S, [this] { m_steps.straighten(current()); });
    addTool(Glyph::Crop, tr("Crop"), Qt::Key_C, [this] { beginCrop(); });
    addTool(Glyph::Fit, tr("Cut to the paper"), Qt::Key_P, [this] { m_steps.cutToPaper(current()); });
    addTool(Glyph::IdCard, tr("Join to an ID-card sheet"), Qt::Key_J, [this] { joinCards(); });
    addTool(Glyph::ArrowUp, tr("Move up"), Qt::CTRL | Qt::Key_Up, [this] { moveBy(-1); });
    addTool(Glyph::ArrowDown, tr("Move down"), Qt::CTRL | Qt::Key_Down, [this] { moveBy(1); });
    addTool(Glyph::Scan, tr("Scan again"), Qt::CTRL | Qt::Key_R, [this] { m_steps.rescan(current()); });
    addTool(Glyph::Trash, tr("Remove"), Qt::Key_Delete, [this] { m_steps.remove(current()); });
    addTool(Glyph::File, tr("Remove blank pages"), Qt::Key_B, [this] { m_steps.removeBlank(); });
    m_undo = addTool(Glyph::Refresh, tr("Take back"), Qt::CTRL | Qt::Key_Z, [this] { m_steps.undo(); });
    m_tools->addStretch();
    addTool(Glyph::ChevronUp, tr("Page before"), Qt::Key_PageUp, [this] { step(-1); });
    addTool(Glyph::ChevronDown, tr("Next page"), Qt::Key_PageDown, [this] { step(1); });
    addTool(Glyph::Close, tr("Back to the case"), Qt::Key_Escape, [this] { close(); });
    m_keys.append({Qt::Key_Plus, {}, [this] { m_canvas->zoom(ZoomStep); }});
    m_keys.append({Qt::Key_Equal, {}, [this] { m_canvas->zoom(ZoomStep); }});
    m_keys.append({Qt::Key_Minus, {}, [this] { m_canvas->zoom(1 / ZoomStep); }});
    return tools;
}

ActionButton* PageWorkbench::addTool(
    Glyph glyph, const QString& text, QKeyCombination key, const std::function<void()>& run)
{
    auto* button = new ActionButton(m_context.look, ButtonRole::Plain, text);
    button->setGlyph(glyph);
    button->setKeyText(wordOf(key));
    const auto runOutside = [this, run] {
        if (m_canvas->isCropping())
            endCrop(false);
        run();
    };
    connect(button, &QPushButton::clicked, this, runOutside);
    m_keys.append({key.key(), key.keyboardModifiers(), runOutside});
    m_tools->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

QWidget* PageWorkbench::makeFoot()
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_said, 1);
    m_cropButtons = new QWidget;
    auto* buttons = new QHBoxLayout(m_cropButtons);
    buttons->setContentsMargins(0, 0, 0, 0);
    auto* leave = new ActionButton(m_context.look, ButtonRole::Secondary, tr("Do not crop"));
    auto* take = new ActionButton(m_context.look, ButtonRole::Primary, tr("Crop to the box"));
    leave->setKeyText(u"Esc"_s);
    take->setKeyText(u"Enter"_s);
    connect(leave, &QPushButton::clicked, this, [this] { endCrop(false); });
    connect(take, &QPushButton::clicked, this, [this] { endCrop(true); });
    buttons->addWidget(leave);
    buttons->addWidget(take);
    row->addWidget(m_cropButtons);
    auto policy = m_cropButtons->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the page keeps its size when a crop begins
    m_cropButtons->setSizePolicy(policy);
    m_cropButtons->hide();
    return foot;
}

void PageWorkbench::show(const QString& sheet, const QString& title)
{
    this->sheet()->setTitle(title);
    m_digest.clear();
    m_canvas->endCrop();
    m_cropButtons->hide();
    m_canvas->setPicture({}, 0);
    say({}, Tone::Secondary);
    fitRoom();
    open();
    fill();
    const auto row = std::max<qsizetype>(0, m_steps.ids().indexOf(sheet));
    m_strip->setCurrentIndex(m_strip->model()->index(static_cast<int>(row), 0));
    m_strip->setFocus();
}

void PageWorkbench::fitRoom()
{
    sheet()->setMinimumSize(parentWidget()->size() - QSize(AroundSheet, AroundSheet));
}

QString PageWorkbench::current() const
{
    return m_strip->currentId();
}

void PageWorkbench::fill()
{
    if (isHidden())
        return;
    if (m_steps.pages().isEmpty()) {
        close();
        return;
    }
    QStringList selected;
    const auto rows = m_strip->selectionModel()->selectedRows();
    for (const auto& index : rows)
        selected.append(index.data(PageThumbs::IdRole).toString());
    m_strip->setPages(sheetsOf(m_steps, m_feed));
    if (selected.size() > 1) {
        for (const auto& id : std::as_const(selected)) {
            if (const auto row = m_steps.ids().indexOf(id); row >= 0)
                m_strip->selectionModel()->select(
                    m_strip->model()->index(static_cast<int>(row), 0), QItemSelectionModel::Select);
        }
    }
    showUndo();
    showSheet();
    showNotes();
}

void PageWorkbench::showUndo()
{
    m_undo->setEnabled(m_steps.canUndo());
}

void PageWorkbench::showSheet()
{
    const auto* page = m_steps.page(current());
    if (!page)
        return;
    sheet()->setCount(u"%1 / %2"_s.arg(m_strip->currentIndex().row() + 1).arg(m_steps.pages().size()));
    if (page->digest == m_digest)
        return;
    if (m_canvas->isCropping())
        endCrop(false);
    m_digest = page->digest;
    m_skew.reset();
    showNotes();
    load(*page);
}

void PageWorkbench::load(const casework::Page& page)
{
    inMainThread(m_context.session.file(page.digest)
                     .then(QtFuture::Launch::Async,
                         [media = page.media](const Result<QByteArray>& bytes) -> Result<LoadedPage> {
                             if (!bytes)
                                 return fail(bytes.error());
                             const auto picture = pictureOf(*bytes, media);
                             return LoadedPage{picture, devices::skewOf(picture)};
                         }))
        .then(this, [this, page](const Result<LoadedPage>& loaded) {
            if (page.digest != m_digest)
                return;
            if (!loaded) {
                m_canvas->setPicture({}, 0);
                tell(loaded.error());
                return;
            }
            m_canvas->setPicture(loaded->picture, page.dpi);
            m_skew = loaded->skew;
            showNotes();
        });
}

void PageWorkbench::showNotes()
{
    QStringList advice{adviceOn(m_feed, m_digest)};
    if (m_skew && qAbs(*m_skew) >= Crooked)
        advice.append(
            tr("The page lies crooked by %1°. S straightens it.").arg(QLocale().toString(qAbs(*m_skew), 'f', 1)));
    m_advice->setText(advice.join(u' ').trimmed());
    m_advice->setVisible(!m_advice->text().isEmpty());
    m_scroll->setAccessibleDescription(m_advice->text());
}

void PageWorkbench::say(const QString& text, Tone tone)
{
    m_said->setText(text);
    m_said->setTone(tone);
    showUndo();
}

void PageWorkbench::tell(const Error& error)
{
    const auto message = messageFor(error, m_context.manual, m_context.language);
    say(message.what + u" · "_s + message.remedy, Tone::Bad);
}

void PageWorkbench::step(int by)
{
    const auto next = m_strip->model()->index(m_strip->currentIndex().row() + by, 0);
    if (next.isValid())
        m_strip->setCurrentIndex(next);
}

void PageWorkbench::moveBy(int by)
{
    m_steps.move(current(), static_cast<int>(m_steps.ids().indexOf(current())) + by);
}

// The two selected pages, or the one that is shown and the one after it.
void PageWorkbench::joinCards()
{
    auto rows = m_strip->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const auto& index : std::as_const(rows))
        ids.append(index.data(PageThumbs::IdRole).toString());
    if (ids.size() == 1)
        ids = m_steps.ids().mid(m_steps.ids().indexOf(ids.constFirst()), 2);
    if (ids.size() == 2)
        m_steps.joinCards(ids.at(0), ids.at(1));
    else
        say(tr("Select the two pages that show the card, with Shift and the arrows, or go to the first of them."),
            Tone::Attention);
}

void PageWorkbench::beginCrop()
{
    m_canvas->beginCrop();
    m_cropButtons->show();
    m_scroll->setFocus();
    say(tr("Arrows cut the edges, with Ctrl they give back, with Shift by a centimetre; or draw a box with the mouse."),
        Tone::Secondary);
}

void PageWorkbench::endCrop(bool take)
{
    const QRectF box = m_canvas->box();
    m_canvas->endCrop();
    m_cropButtons->hide();
    say({}, Tone::Secondary);
    if (take && box != QRectF(0, 0, 1, 1))
        m_steps.crop(current(), box);
}

bool PageWorkbench::handleCropKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_canvas->moveEdge(event.key(), event.modifiers() & Qt::ControlModifier, event.modifiers() & Qt::ShiftModifier);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        endCrop(event.key() != Qt::Key_Escape);
        return true;
    default:
        return false;
    }
}

bool PageWorkbench::handleKey(const QKeyEvent& event)
{
    if (m_canvas->isCropping() && handleCropKey(event))
        return true;
    // Letters also with Alt, as the same tools are called on the page below.
    const auto held = event.modifiers() & ~(Qt::KeypadModifier | Qt::AltModifier);
    for (const auto& tool : std::as_const(m_keys)) {
        if (tool.key == event.key() && (tool.held == held || (tool.key == Qt::Key_Plus && held == Qt::ShiftModifier))) {
            tool.run();
            return true;
        }
    }
    return false;
}

bool PageWorkbench::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        fitRoom(); // before the sheet is placed anew
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_canvas->setRoom(m_scroll->viewport()->size());
    if (watched == m_scroll && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        m_canvas->setMarked(event->type() == QEvent::FocusIn);
    if ((watched == m_strip || watched == m_scroll) && event->type() == QEvent::KeyPress &&
        handleKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return Overlay::eventFilter(watched, event);
}

void PageWorkbench::keyPressEvent(QKeyEvent* event)
{
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && button && button->hasFocus())
        button->click();
    else if (!handleKey(*event))
        Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
