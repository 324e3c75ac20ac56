#include "PageSheets.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/ThumbnailStrip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

PageSheets::PageSheets(const PageContext& context, PageFeed& feed, QAction* scan, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
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
    tool(Glyph::RotateLeft, tr("Turn left"), [this] { Q_EMIT turnWanted(-90); });
    tool(Glyph::RotateRight, tr("Turn right"), [this] { Q_EMIT turnWanted(90); });
    tool(Glyph::Scan, tr("Scan this page again"), [this] { Q_EMIT rescanWanted(); });
    tool(Glyph::ZoomIn, tr("Look at the page"), [this] {
        if (const auto* page = current())
            Q_EMIT pageChosen(*page);
    });
    tool(Glyph::Trash, tr("Remove this page"), [this] {
        if (const auto* page = current())
            Q_EMIT m_strip->removeRequested(m_ids.value(int(page - m_all.constData())));
    });
    tools->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_strip);
    column->addWidget(m_tools);
    connect(m_strip, &ThumbnailStrip::addRequested, scan, &QAction::trigger);
    connect(m_strip, &ThumbnailStrip::pageChosen, this, [this](const QString& id) {
        if (const int at = indexOf(id); at >= 0)
            Q_EMIT pageChosen(m_all.at(at));
    });
    connect(m_strip, &ThumbnailStrip::removeRequested, this, [this](const QString& id) {
        auto pages = m_all;
        if (const int at = indexOf(id); at >= 0) {
            pages.removeAt(at);
            Q_EMIT pagesChanged(pages);
        }
    });
    connect(m_strip, &ThumbnailStrip::moveRequested, this, [this](const QString& id, int to) {
        auto pages = m_all;
        if (const int at = indexOf(id); at >= 0 && to >= 0 && to < pages.size()) {
            pages.move(at, to);
            Q_EMIT pagesChanged(pages);
        }
    });
    connect(&feed, &PageFeed::pictureReady, this, [this](const QString& digest) {
        const auto shown =
            std::any_of(m_all.begin(), m_all.end(), [&](const casework::Page& page) { return page.digest == digest; });
        if (shown)
            fill();
    });
}

void PageSheets::setRows(int rows)
{
    m_strip->setMaximumRowsShown(rows);
}

void PageSheets::setPages(const QList<casework::Page>& pages)
{
    m_all = pages;
    fill();
}

void PageSheets::fill()
{
    QVector<PageThumb> sheets;
    QHash<QString, int> times;
    m_ids.clear();
    for (const auto& page : std::as_const(m_all)) {
        m_feed.look(page);
        const auto [note, tone] = noteOf(page.digest);
        m_ids.append(page.digest + u'#' + QString::number(times[page.digest]++));
        sheets.append({m_ids.constLast(), m_feed.small(page.digest), note, tone});
    }
    m_strip->setPages(sheets);
    m_tools->setVisible(!m_all.isEmpty());
}

int PageSheets::indexOf(const QString& id) const
{
    return int(m_ids.indexOf(id));
}

const casework::Page* PageSheets::current() const
{
    const int at = m_all.size() == 1 ? 0 : indexOf(m_strip->currentId());
    return at >= 0 && at < m_all.size() ? &m_all.at(at) : nullptr;
}

QList<casework::Page> PageSheets::withoutBlank() const
{
    auto pages = m_all;
    pages.removeIf([this](const casework::Page& page) { return m_feed.isBlank(page.digest); });
    return pages;
}

QPair<QString, Tone> PageSheets::noteOf(const QString& digest) const
{
    const auto warnings = m_feed.warnings(digest);
    if (m_feed.isBlank(digest))
        return {tr("blank"), Tone::Attention};
    if (warnings.contains(u"blurred"_s))
        return {tr("blurred"), Tone::Attention};
    if (warnings.contains(u"dark"_s))
        return {tr("too dark"), Tone::Attention};
    if (warnings.contains(u"pale"_s))
        return {tr("too pale"), Tone::Attention};
    if (warnings.contains(u"large"_s))
        return {tr("over 600 KB"), Tone::Attention};
    return {QString(), Tone::Normal};
}

} // namespace kuaiban::counter
