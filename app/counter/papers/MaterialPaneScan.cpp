#include "MaterialPane.h"

#include "app/counter/kit/Panel.h"
#include "PageSheets.h"
#include "SeparatorSheets.h"

#include <QLineEdit>

// How pages come to the papers, and what is done to those that are there.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

bool MaterialPane::isReady()
{
    if (!m_name->text().trimmed().isEmpty())
        addNamed();
    if (m_list->currentId().isEmpty() && m_list->model()->rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    if (!m_list->currentId().isEmpty())
        return true;
    Q_EMIT said(tr("Name the paper first, then scan."), Tone::Attention);
    focusPapers();
    return false;
}

QList<PaperLine> MaterialPane::lines() const
{
    QList<PaperLine> lines;
    const auto* model = m_list->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto index = model->index(row, 0);
        lines.append({index.data(MaterialRows::IdRole).toString(), index.data().toString()});
    }
    return lines;
}

void MaterialPane::scan(ScanWay way)
{
    if (m_feed.isScanning({m_draft, {}, {}, {}}, way) || !isReady())
        return;
    m_feed.scan({m_draft, {}, m_list->currentId(), {}}, way, lines()); // which is ready only now
    Q_EMIT said(tr("Scanning …"), Tone::Secondary);
}

void MaterialPane::rescan()
{
    if (const QString sheet = selectedSheet(); !sheet.isEmpty())
        m_pages->steps().rescan(sheet);
}

void MaterialPane::turn(int degrees)
{
    if (const QString sheet = selectedSheet(); !sheet.isEmpty())
        m_pages->steps().turn(sheet, degrees);
}

QString MaterialPane::selectedSheet()
{
    const QString sheet = m_pages->current();
    if (sheet.isEmpty())
        Q_EMIT said(tr("Select the page first."), Tone::Attention);
    return sheet;
}

void MaterialPane::workOnPages()
{
    if (m_pages->steps().pages().isEmpty())
        Q_EMIT said(tr("This paper has no page yet."), Tone::Attention);
    else
        m_pages->openWorkbench();
}

void MaterialPane::removeBlank()
{
    m_pages->steps().removeBlank();
}

// With the Chinese names: everything that leaves the window is in Chinese.
void MaterialPane::printSeparators()
{
    QList<PaperLine> papers;
    for (auto paper : lines()) {
        if (const auto* asked = need(paper.id))
            paper.name = asked->material->name.zh;
        papers.append(paper);
    }
    m_separators->offer(papers, window());
}

void MaterialPane::saySeparated(const QList<PaperShare>& shares)
{
    QStringList parts;
    int pages = 0;
    for (const auto& share : shares) {
        parts.append(tr("%1: %n page(s)", nullptr, share.pages).arg(share.name));
        pages += share.pages;
    }
    Q_EMIT said(pages == 0 ? tr("The pile held separator sheets only.")
                           : tr("%n page(s) sorted – %1", nullptr, pages).arg(parts.join(tr(", "))),
        pages == 0 ? Tone::Attention : Tone::Good);
}

void MaterialPane::addPage(const PaperPlace& place, const casework::Page& page)
{
    auto* material = line(place.paper, true);
    if (!material) // the line is gone: the page must not be
        return;
    putPage(&material->pages, place, page);
    // A paper that lies on the scanner has come after all.
    const auto* asked = need(place.paper);
    if (asked && (material->state == "deferred"_L1 || material->state == "shared"_L1))
        setWay(material, *asked->material, waysOf(*asked).constFirst(), m_formContext.today);
    tell();
    const auto warnings = m_feed.warnings(page.digest);
    if (m_feed.isBlank(page.digest))
        Q_EMIT said(tr("The page is blank: is the paper the right way round?"), Tone::Attention);
    else if (warnings.contains(u"blurred"_s) || warnings.contains(u"dark"_s) || warnings.contains(u"pale"_s))
        Q_EMIT said(tr("The page is hard to read: scan it again while the paper is here."), Tone::Attention);
    else if (warnings.contains(u"cut"_s))
        Q_EMIT said(
            tr("Writing runs over the edge of the page: scan it again while the paper is here."), Tone::Attention);
    else if (warnings.contains(u"large"_s))
        Q_EMIT said(tr("The page is kept, but over 600 KB: uploading takes longer."), Tone::Attention);
}

} // namespace kuaiban::counter
