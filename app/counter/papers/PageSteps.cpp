#include "PageSteps.h"

#include <QLocale>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

bool isSamePaper(const PaperPlace& one, const PaperPlace& other)
{
    return one.draft == other.draft && one.role == other.role && one.paper == other.paper;
}

// The ids of the sheets before stay with their pages; a page that came in the place of another is the same sheet.
QStringList idsOf(
    const QList<casework::Page>& pages, const QList<casework::Page>& before, const QStringList& idsBefore, int* lastId)
{
    QStringList ids(pages.size());
    QList<bool> used(before.size());
    const auto give = [&](qsizetype page, qsizetype sheet) {
        ids[page] = idsBefore.at(sheet);
        used[sheet] = true;
    };
    for (qsizetype i = 0; i < pages.size(); ++i) {
        for (qsizetype k = 0; k < before.size() && ids.at(i).isEmpty(); ++k) {
            if (!used.at(k) && before.at(k).digest == pages.at(i).digest)
                give(i, k);
        }
    }
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (ids.at(i).isEmpty() && i < before.size() && !used.at(i))
            give(i, i);
        if (ids.at(i).isEmpty())
            ids[i] = QString::number(++*lastId);
    }
    return ids;
}

} // namespace

PageSteps::PageSteps(PageFeed& feed, QObject* parent)
    : QObject(parent)
    , m_feed(feed)
{
    connect(&feed, &PageFeed::changeEnded, this, &PageSteps::changeEnded);
    connect(&feed, &PageFeed::pageReady, this, [this](const PaperPlace& place) { m_rescans.remove(place.replaces); });
    connect(&feed, &PageFeed::failed, this, [this] { m_rescans.clear(); }); // of which scan, it does not say
}

void PageSteps::setPages(const PaperPlace& place, const QList<casework::Page>& pages)
{
    if (!isSamePaper(place, m_paper.place))
        bringToFront(place);
    else if (pages == m_paper.pages)
        return;
    const auto known = m_paper.pages.size();
    if (pages.size() >= known && pages.first(known) == m_paper.pages && !m_quiet) {
        for (auto& before : m_paper.before) // what came meanwhile is not lost by going back
            before.append(pages.mid(known));
    } else if (!m_quiet) {
        m_paper.before.append(m_paper.pages);
    }
    m_paper.ids = idsOf(pages, m_paper.pages, m_paper.ids, &m_lastId);
    m_paper.pages = pages;
    Q_EMIT shown();
}

void PageSteps::bringToFront(const PaperPlace& place)
{
    m_others.append(std::exchange(m_paper, {place, {}, {}, {}}));
    const auto found = std::find_if(
        m_others.begin(), m_others.end(), [&](const Paper& paper) { return isSamePaper(paper.place, place); });
    if (found != m_others.end()) {
        m_paper = *found;
        m_others.erase(found);
    }
}

const casework::Page* PageSteps::page(const QString& id) const
{
    const auto row = m_paper.ids.indexOf(id);
    return row < 0 ? nullptr : &m_paper.pages.at(row);
}

// A step that comes to its turn when another paper is in front does nothing.
void PageSteps::inTurn(const std::function<void()>& step)
{
    m_line.append([this, place = m_paper.place, step] {
        if (isSamePaper(place, m_paper.place))
            step();
    });
    goOn();
}

void PageSteps::goOn()
{
    while (m_running == 0 && !m_line.isEmpty()) {
        const auto step = m_line.takeFirst();
        step();
    }
}

void PageSteps::change(const QStringList& sheets, const PageChange& work, const std::function<QString()>& words)
{
    inTurn([this, sheets, work, words] {
        QList<casework::Page> pages;
        for (const auto& sheet : sheets) {
            if (const auto* kept = page(sheet))
                pages.append(*kept);
        }
        if (pages.size() != sheets.size()) // one was removed meanwhile
            return;
        if (std::any_of(
                pages.begin(), pages.end(), [this](const auto& page) { return m_rescans.contains(page.digest); })) {
            Q_EMIT said(tr("This page is being scanned again: wait until it is here."), Tone::Attention);
            return;
        }
        m_words = words;
        m_joined = sheets.value(1);
        m_running = m_feed.change(m_paper.place, pages, work);
    });
}

void PageSteps::changeEnded(int number, bool kept)
{
    if (number != m_running)
        return;
    m_running = 0;
    if (kept && page(m_joined)) { // the last part of the same step
        auto pages = m_paper.pages;
        pages.removeAt(m_paper.ids.indexOf(m_joined));
        askQuietly(pages);
    }
    if (kept)
        Q_EMIT said(m_words(), Tone::Good);
    goOn();
}

void PageSteps::turn(const QString& sheet, int degrees)
{
    change(
        {sheet}, [degrees](const QList<PageFile>& files) { return turnedPage(files.constFirst(), degrees); },
        [degrees] { return degrees < 0 ? tr("Turned left") : tr("Turned right"); });
}

void PageSteps::straighten(const QString& sheet)
{
    const auto degrees = std::make_shared<double>();
    change(
        {sheet},
        [degrees](const QList<PageFile>& files) { return straightenedPage(files.constFirst(), degrees.get()); },
        [degrees] {
            return *degrees == 0 ? tr("The page lies straight already.")
                                 : tr("Straightened by %1°").arg(QLocale().toString(qAbs(*degrees), 'f', 1));
        });
}

void PageSteps::cutToPaper(const QString& sheet)
{
    change(
        {sheet}, [](const QList<PageFile>& files) { return paperOfPage(files.constFirst()); },
        [] { return tr("Cut to the paper"); });
}

void PageSteps::crop(const QString& sheet, const QRectF& box)
{
    change(
        {sheet}, [box](const QList<PageFile>& files) { return croppedPage(files.constFirst(), box); },
        [] { return tr("Cropped"); });
}

void PageSteps::joinCards(const QString& upper, const QString& lower)
{
    change(
        {upper, lower}, [](const QList<PageFile>& files) { return joinedCards(files.constFirst(), files.constLast()); },
        [] { return tr("Both sides are on one sheet, in their true size."); });
}

void PageSteps::rescan(const QString& sheet)
{
    inTurn([this, sheet] {
        const auto* old = page(sheet);
        if (!old)
            return;
        PaperPlace place = m_paper.place;
        place.replaces = old->digest;
        const auto way = m_feed.wayOf(place, old->digest);
        if (m_feed.isScanning(place, way))
            return;
        m_rescans.insert(old->digest);
        m_feed.scan(place, way);
        Q_EMIT said(tr("Scanning the page again …"), Tone::Secondary);
    });
}

void PageSteps::remove(const QString& sheet)
{
    inTurn([this, sheet] {
        if (!page(sheet))
            return;
        auto pages = m_paper.pages;
        pages.removeAt(m_paper.ids.indexOf(sheet));
        Q_EMIT pagesChanged(pages);
        Q_EMIT said(tr("The page was removed. Ctrl+Z brings it back."), Tone::Secondary);
    });
}

void PageSteps::removeBlank()
{
    inTurn([this] {
        auto pages = m_paper.pages;
        const auto blank = pages.removeIf([this](const casework::Page& page) { return m_feed.isBlank(page.digest); });
        if (blank > 0)
            Q_EMIT pagesChanged(pages);
        Q_EMIT said(blank > 0 ? tr("%n blank page(s) removed. Ctrl+Z brings them back.", nullptr, int(blank))
                              : tr("This paper has no blank page."),
            Tone::Secondary);
    });
}

void PageSteps::move(const QString& sheet, int to)
{
    inTurn([this, sheet, to] {
        const auto from = m_paper.ids.indexOf(sheet);
        if (from < 0 || to < 0 || to >= m_paper.pages.size() || to == from)
            return;
        auto pages = m_paper.pages;
        pages.move(from, to);
        Q_EMIT pagesChanged(pages);
    });
}

void PageSteps::undo()
{
    inTurn([this] {
        if (m_paper.before.isEmpty()) {
            Q_EMIT said(tr("There is nothing to take back."), Tone::Secondary);
            return;
        }
        askQuietly(m_paper.before.takeLast());
        Q_EMIT said(tr("Taken back"), Tone::Secondary);
    });
}

void PageSteps::forget()
{
    m_paper.before.clear();
}

void PageSteps::askQuietly(const QList<casework::Page>& pages)
{
    m_quiet = true;
    Q_EMIT pagesChanged(pages);
    m_quiet = false;
}

} // namespace kuaiban::counter
