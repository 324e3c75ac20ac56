#include "PageSheets.h"

#include "app/counter/kit/ActionButton.h"
#include "PageNotes.h"
#include "PageWorkbench.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

PageSheets::PageSheets(const PageContext& context, PageFeed& feed, QAction* scan, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_feed(feed)
    , m_steps(new PageSteps(feed, this))
    , m_strip(new ThumbnailStrip(context.look))
    , m_tools(new QWidget)
{
    m_strip->setAccessibleName(tr("Scanned pages"));
    m_strip->setAddText(tr("+ Scan F4"));
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(2);
    const auto tool = [&](Glyph glyph, const QString& name, auto run) {
        auto* button = new IconButton(context.look, glyph, name);
        connect(button, &QAbstractButton::clicked, this, run);
        tools->addWidget(button);
    };
    tool(Glyph::RotateLeft, tr("Turn left"), [this] { m_steps->turn(current(), -90); });
    tool(Glyph::RotateRight, tr("Turn right"), [this] { m_steps->turn(current(), 90); });
    tool(Glyph::Scan, tr("Scan this page again"), [this] { m_steps->rescan(current()); });
    tool(Glyph::ZoomIn, tr("Work on the page"), [this] { openWorkbench(); });
    tool(Glyph::Trash, tr("Remove this page"), [this] { m_steps->remove(current()); });
    tools->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_strip);
    column->addWidget(m_tools);
    connect(m_strip, &ThumbnailStrip::addRequested, scan, &QAction::trigger);
    connect(m_strip, &ThumbnailStrip::pageChosen, this, &PageSheets::openWorkbench);
    connect(m_strip, &ThumbnailStrip::removeRequested, m_steps, &PageSteps::remove);
    connect(m_strip, &ThumbnailStrip::moveRequested, m_steps, &PageSteps::move);
    connect(m_steps, &PageSteps::shown, this, &PageSheets::fill);
    connect(m_steps, &PageSteps::pagesChanged, this, &PageSheets::pagesChanged);
    connect(&feed, &PageFeed::pictureReady, this, [this](const QString& digest) {
        const auto& pages = m_steps->pages();
        if (std::any_of(pages.begin(), pages.end(), [&](const auto& page) { return page.digest == digest; }))
            fill();
    });
    fill();
}

PageSheets::~PageSheets()
{
    delete m_workbench;
}

void PageSheets::setRows(int rows)
{
    m_strip->setMaximumRowsShown(rows);
}

void PageSheets::setPages(const PaperPlace& place, const QString& name, const QList<casework::Page>& pages)
{
    m_name = name;
    m_steps->setPages(place, pages);
}

void PageSheets::fill()
{
    m_strip->setPages(sheetsOf(*m_steps, m_feed));
    m_tools->setVisible(!m_steps->pages().isEmpty());
}

QString PageSheets::current() const
{
    return m_steps->ids().size() == 1 ? m_steps->ids().constFirst() : m_strip->currentId();
}

void PageSheets::openWorkbench()
{
    if (m_steps->pages().isEmpty())
        return;
    if (!m_workbench)
        m_workbench = new PageWorkbench(m_context, m_feed, *m_steps, window());
    m_workbench->show(current(), m_name);
}

} // namespace kuaiban::counter
