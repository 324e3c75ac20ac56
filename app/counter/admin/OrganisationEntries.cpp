#include "OrganisationEntries.h"

#include "OrganisationPane.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString AreaMark = u"area:"_s;

struct EntryTexts
{
    Q_DECLARE_TR_FUNCTIONS(OrganisationEntries)
};

using ById = QHash<QString, const identity::Organisation*>;

// What is looked for, and what stands above it.
QSet<QString> wantedOnes(const ManagedOrganisations& managed, const ById& byId, const QString& wanted)
{
    QSet<QString> shown;
    for (const auto& listed : managed.organisations) {
        const auto& one = listed.organisation;
        if (!one.name.contains(wanted, Qt::CaseInsensitive) && !one.contact.contains(wanted) &&
            !one.area.startsWith(wanted))
            continue;
        for (const auto* at = &one; at && !shown.contains(at->id); at = byId.value(at->parent))
            shown.insert(at->id);
    }
    return shown;
}

QStringList areasOnTheWay(const ManagedOrganisations& managed, const ById& byId, const QSet<QString>& shown)
{
    QSet<QString> areas(managed.areas.begin(), managed.areas.end());
    for (const auto& id : shown) {
        const auto* one = byId.value(id);
        if (byId.contains(one->parent))
            continue; // stands under an organisation
        for (const int digits : {2, 4, 6, 9, 12}) {
            const QString area = one->area.left(digits);
            if (area.size() == digits && identity::anyCovers(managed.areas, area))
                areas.insert(area);
        }
    }
    QStringList sorted(areas.begin(), areas.end());
    sorted.sort();
    return sorted;
}

} // namespace

QString areaNode(const QString& area)
{
    return AreaMark + area;
}

QString areaOfNode(const QString& id)
{
    return id.startsWith(AreaMark) ? id.sliced(AreaMark.size()) : QString();
}

QVector<TreeEntry> organisationEntries(
    const ManagedOrganisations& managed, const QString& wanted, const std::function<QString(const QString&)>& areaName)
{
    ById byId;
    for (const auto& listed : managed.organisations)
        byId.insert(listed.organisation.id, &listed.organisation);
    const auto shown = wantedOnes(managed, byId, wanted);
    const auto areas = areasOnTheWay(managed, byId, shown);
    const QSet<QString> there(areas.begin(), areas.end());
    QVector<TreeEntry> entries;
    for (const auto& area : areas) {
        QString above;
        for (const int digits : {2, 4, 6, 9}) {
            if (digits < area.size() && there.contains(area.left(digits)))
                above = area.left(digits);
        }
        QString name = areaName(area);
        const QString prefix = above.isEmpty() ? QString() : areaName(above);
        if (name != prefix && name.startsWith(prefix))
            name.remove(0, prefix.size());
        entries.append({areaNode(area), above.isEmpty() ? QString() : areaNode(above),
            name == area ? area : u"%1 %2"_s.arg(name, area), Glyph::Home, Tone::Secondary});
    }
    for (const auto& listed : managed.organisations) {
        const auto& one = listed.organisation;
        if (!shown.contains(one.id))
            continue;
        entries.append({one.id, byId.contains(one.parent) ? one.parent : areaNode(one.area),
            one.closed ? EntryTexts::tr("%1 (closed)").arg(one.name) : one.name, Glyph::Building,
            one.closed ? Tone::Secondary : Tone::Normal, u"%1, %2"_s.arg(one.name, organisationKindName(one.kind))});
    }
    return entries;
}

} // namespace kuaiban::counter
