#include "OrganisationImport.h"

#include "ImportErrors.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/Posts.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using identity::Organisation;

namespace {

// The lines of one sheet on their way to organisations.
class Planning
{
public:
    Planning(const QList<OrganisationRow>& rows, const OrganisationGround& ground, IdSource& ids)
        : m_rows(rows)
        , m_ground(ground)
    {
        for (const auto& row : rows) {
            m_wanted.append({ids.next(), row.name, organisationKindOf(row.kind), ground.areas.canonical(row.area), {},
                row.code, row.contact, row.phone, 0, false});
        }
    }

    Result<OrganisationPlan> plan()
    {
        for (m_at = 0; m_at < m_rows.size(); ++m_at)
            KB_CHECK(check());
        if (m_plan.problems.isEmpty())
            KB_CHECK(checkDepth());
        if (m_plan.problems.isEmpty())
            order();
        return std::move(m_plan);
    }

private:
    void wrong(const QString& column, const Error& error) { m_plan.problems.append({m_at, column, error}); }

    Done check()
    {
        const auto& row = m_rows.at(m_at);
        auto& wanted = m_wanted[m_at];
        if (!m_ground.areas.find(row.area)) {
            wrong(u"area"_s, importAreaUnknown(row.area));
            return {}; // the other cells are held against the area
        }
        if (!m_ground.mayManage(wanted.area))
            wrong(u"area"_s, identity::notAllowed(identity::right::ManageAccounts));
        const auto isSame = [&](const Organisation& other) {
            return other.name == wanted.name && other.area == wanted.area;
        };
        if (std::find_if(m_wanted.begin(), m_wanted.end(), isSame) < m_wanted.begin() + m_at)
            wrong(u"name"_s, importOrganisationTwice(row.name));
        KB_TRY(const auto problems, m_ground.known.problemsOf(wanted)); // as long as nobody stands above it
        for (const auto& problem : problems) {
            if (problem.field != "area"_L1)
                wrong(problem.field, problem.error);
        }
        if (!row.parent.isEmpty())
            KB_CHECK(findParent());
        return {};
    }

    // Once all lines have found what stands above them.
    Done checkDepth()
    {
        for (m_at = 0; m_at < m_wanted.size(); ++m_at) {
            int levels = 1;
            QString at = m_wanted.at(m_at).parent;
            for (const auto* above = wantedOf(at); above && levels <= Organisation::MostLevels;
                 above = wantedOf(at), ++levels)
                at = above->parent;
            KB_TRY(const int known, m_ground.known.levels(at));
            if (levels + known > Organisation::MostLevels)
                wrong(u"parent"_s, identity::organisationParent());
        }
        return {};
    }

    const Organisation* wantedOf(const QString& id) const
    {
        const auto found =
            std::find_if(m_wanted.begin(), m_wanted.end(), [&](const Organisation& one) { return one.id == id; });
        return found == m_wanted.end() ? nullptr : &*found;
    }

    Done findParent()
    {
        auto& wanted = m_wanted[m_at];
        const auto& name = m_rows.at(m_at).parent;
        const Organisation* nearest = nullptr; // of the sheet
        for (qsizetype i = 0; i < m_wanted.size(); ++i) {
            const auto& other = m_wanted.at(i);
            if (i != m_at && other.name == name && identity::areaCovers(other.area, wanted.area) &&
                (!nearest || other.area.size() > nearest->area.size()))
                nearest = &other;
        }
        if (nearest) {
            wanted.parent = nearest->id;
            if (stands(wanted.id, nearest->id))
                wrong(u"parent"_s, identity::organisationParent());
            return {};
        }
        KB_TRY(const auto known, m_ground.known.named(name, wanted.area));
        if (known)
            wanted.parent = known->id;
        else
            wrong(u"parent"_s, identity::organisationUnknown(name));
        return {};
    }

    // Whether `above` is reached by going up from `from` within the sheet.
    bool stands(const QString& above, QString from) const
    {
        for (qsizetype steps = 0; steps <= m_wanted.size(); ++steps) {
            if (from == above)
                return true;
            const auto next =
                std::find_if(m_wanted.begin(), m_wanted.end(), [&](const Organisation& one) { return one.id == from; });
            if (next == m_wanted.end())
                return false;
            from = next->parent;
        }
        return true;
    }

    void order()
    {
        QSet<QString> waiting;
        for (const auto& one : std::as_const(m_wanted))
            waiting.insert(one.id);
        while (!waiting.isEmpty()) { // no ring: each round finds one
            for (const auto& one : std::as_const(m_wanted)) {
                if (waiting.contains(one.id) && !waiting.contains(one.parent)) {
                    m_plan.organisations.append(one);
                    waiting.remove(one.id);
                }
            }
        }
    }

    const QList<OrganisationRow>& m_rows;
    const OrganisationGround& m_ground;
    QList<Organisation> m_wanted;
    OrganisationPlan m_plan;
    qsizetype m_at = 0;
};

} // namespace

const QStringList& OrganisationRow::columns()
{
    static const QStringList names{u"name"_s, u"area"_s, u"kind"_s, u"parent"_s, u"code"_s, u"contact"_s, u"phone"_s};
    return names;
}

Result<QList<OrganisationRow>> organisationRows(const QJsonArray& json)
{
    KB_TRY(const auto lines, cellsOf(json, OrganisationRow::columns()));
    QList<OrganisationRow> rows;
    for (const auto& line : lines)
        rows.append({line.at(0), line.at(1), line.at(2), line.at(3), line.at(4), line.at(5), line.at(6)});
    return rows;
}

QString organisationKindOf(const QString& cell)
{
    static const QList<std::pair<QString, QString>> words{{u"人社"_s, u"human-resources"_s},
        {u"人力资源"_s, u"human-resources"_s}, {u"社保"_s, u"human-resources"_s}, {u"财政"_s, u"finance"_s},
        {u"主管"_s, u"department"_s}, {u"乡镇"_s, u"township"_s}, {u"街道"_s, u"township"_s}, {u"村"_s, u"village"_s},
        {u"社区"_s, u"village"_s}};
    for (const auto& [word, kind] : words) {
        if (cell.contains(word))
            return kind;
    }
    return cell;
}

Result<OrganisationPlan> planOrganisations(
    const QList<OrganisationRow>& rows, const OrganisationGround& ground, IdSource& ids)
{
    return Planning(rows, ground, ids).plan();
}

} // namespace kuaiban::hub
