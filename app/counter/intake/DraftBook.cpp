#include "DraftBook.h"

#include <QCoreApplication>

#include <algorithm>

namespace kuaiban::counter {

IntakeDraft& DraftBook::current()
{
    const auto found = std::find_if(
        m_drafts.begin(), m_drafts.end(), [this](const IntakeDraft& draft) { return draft.id == m_current; });
    if (found != m_drafts.end())
        return *found;
    m_drafts.append({m_ids.next(), {}, 0, {}, {}, {}, {}});
    m_current = m_drafts.constLast().id;
    return m_drafts.last();
}

void DraftBook::restore(const QList<sync::Draft>& stored)
{
    if (!m_drafts.isEmpty())
        return;
    for (const auto& draft : stored)
        m_drafts.append(IntakeDraft::fromJson(draft.id, draft.content));
    if (!m_drafts.isEmpty())
        m_current = m_drafts.constFirst().id;
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
    const bool known =
        std::any_of(m_drafts.begin(), m_drafts.end(), [&](const IntakeDraft& draft) { return draft.id == id; });
    if (!known || id == m_current)
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
