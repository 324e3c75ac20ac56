#include "PaperPile.h"

#include "app/counter/pagework/PaperErrors.h"

#include <algorithm>

namespace kuaiban::counter {

namespace {

qsizetype rowOf(const QList<PaperLine>& papers, const QString& id)
{
    const auto found =
        std::find_if(papers.begin(), papers.end(), [&](const PaperLine& paper) { return paper.id == id; });
    return found == papers.end() ? -1 : found - papers.begin();
}

} // namespace

PaperPile::PaperPile(const PaperPlace& begin, const QList<PaperLine>& papers)
    : m_place(begin)
    , m_papers(papers)
{}

Done PaperPile::separate(const QString& material)
{
    const auto here = rowOf(m_papers, m_place.paper);
    const auto there = material.isEmpty() ? here + 1 : rowOf(m_papers, material);
    if (here < 0 || there < 0)
        return fail(separatorUnknown());
    if (there >= m_papers.size())
        return fail(separatorAfterLast());
    m_place.paper = m_papers.at(there).id;
    m_separated = true;
    return {};
}

void PaperPile::count(const QString& paper)
{
    m_kept.append(paper);
}

QList<PaperShare> PaperPile::shares() const
{
    QList<PaperShare> shares;
    for (const auto& paper : m_papers) {
        if (const int pages = static_cast<int>(m_kept.count(paper.id)); pages > 0)
            shares.append({paper.name, pages});
    }
    return shares;
}

} // namespace kuaiban::counter
