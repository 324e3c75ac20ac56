#include "DraftBook.h"

#include <QCoreApplication>

#include <algorithm>

namespace kuaiban::counter {

IntakeDraft& DraftBook::current()
{
    if (auto* found = find(m_current))
        return *found;
    IntakeDraft fresh;
    fresh.id = m_ids.next();
    add(fresh);
    return m_drafts.last();
}

IntakeDraft* DraftBook::find(const QString& id)
{
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const IntakeDraft& draft) { return draft.id == id; });
    return found == m_drafts.end() ? nullptr : &*found;
}

void DraftBook::add(const IntakeDraft& draft)
{
    m_drafts.append(draft);
    m_current = draft.id;
}

bool DraftBook::restore(const QList<sync::Draft>& stored)
{
    for (const auto& kept : stored) {
        const auto draft = IntakeDraft::fromJson(kept.id, kept.content);
        if (!draft.isVoided() && !find(draft.id))
            m_drafts.append(draft);
    }
    if (hasCurrent() || m_drafts.isEmpty())
        return false;
    m_current = m_drafts.constFirst().id;
    return true;
}

void DraftBook::begin()
{
    const auto empty =
        std::find_if(m_drafts.begin(), m_drafts.end(), [](const IntakeDraft& draft) { return draft.isEmpty(); });
    m_current = empty == m_drafts.end() ? QString() : empty->id;
    current();
}

bool DraftBook::open(const QString& id)
{
    if (!find(id) || id == m_current)
        return false;
    m_current = id;
    return true;
}

void DraftBook::close(const QString& id)
{
    m_drafts.removeIf([&](const IntakeDraft& draft) { return draft.id == id; });
    if (m_current == id)
        m_current = m_drafts.isEmpty() ? QString() : m_drafts.constFirst().id;
}

QString DraftBook::draftOf(const QString& idNo) const
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const IntakeDraft& draft) {
        return draft.party(casework::role::Applicant).value(QLatin1StringView("idNo")).toString() == idNo;
    });
    return found == m_drafts.end() || idNo.isEmpty() ? QString() : found->id;
}

QVector<OpenCase> DraftBook::openCases(const QList<ItemPtr>& items, const QString& language) const
{
    QVector<OpenCase> open;
    for (const auto& draft : m_drafts) {
        const auto item = std::find_if(
            items.begin(), items.end(), [&](const ItemPtr& candidate) { return candidate->item.id == draft.item; });
        open.append(
            {draft.id, draft.hasPerson() ? draft.personName() : QCoreApplication::translate("DraftBook", "New case"),
                item == items.end() ? QString() : (*item)->item.name.in(language), false});
    }
    return open;
}

} // namespace kuaiban::counter
