#include "OrganisationSource.h"

#include "modules/codes/PinyinTable.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

OrganisationSource::OrganisationSource()
    : m_list(QVector<CodeItem>())
{}

void OrganisationSource::setOrganisations(const ManagedOrganisations& managed)
{
    auto all = managed.above;
    for (const auto& listed : managed.organisations)
        all.append(listed.organisation);
    m_organisations.clear();
    QHash<QString, int> called;
    for (const auto& one : std::as_const(all))
        ++called[one.name];
    QVector<CodeItem> items;
    for (const auto& one : std::as_const(all)) {
        if (one.closed)
            continue;
        m_organisations.insert(one.id, one);
        const QString name = called.value(one.name) > 1 ? u"%1 %2"_s.arg(one.name, one.area) : one.name;
        items.append({one.id, name, codes::pinyinInitials(one.name)});
    }
    m_list = CodeList(items);
}

const identity::Organisation* OrganisationSource::organisation(const QString& id) const
{
    const auto found = m_organisations.constFind(id);
    return found == m_organisations.constEnd() ? nullptr : &*found;
}

QString OrganisationSource::idOf(const QString& name) const
{
    QString id;
    for (const auto& one : m_organisations) {
        if (one.name != name)
            continue;
        if (!id.isEmpty())
            return {};
        id = one.id;
    }
    return id;
}

} // namespace kuaiban::counter
