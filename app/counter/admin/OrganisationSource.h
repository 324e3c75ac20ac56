#pragma once

#include "app/counter/kit/CodeSource.h"
#include "app/counter/session/Administration.h"

#include <QHash>

namespace kuaiban::counter {

// The open organisations for pickers, by name and pinyin initials; empty until they came from the hub. UI thread.
class OrganisationSource final : public CodeSource
{
public:
    OrganisationSource();

    void setOrganisations(const ManagedOrganisations& managed);          // also those above
    const identity::Organisation* organisation(const QString& id) const; // null for unknown and closed ones
    QString idOf(const QString& name) const;                             // empty for none, and for several

    QVector<CodeItem> find(const QString& typed, int limit) const override { return m_list.find(typed, limit); }
    std::optional<CodeItem> byCode(const QString& code) const override { return m_list.byCode(code); }

private:
    QHash<QString, identity::Organisation> m_organisations;
    CodeList m_list;
};

} // namespace kuaiban::counter
