#include "Organisations.h"

#include "IdentityErrors.h"
#include "modules/base/ObjectReader.h"
#include "modules/codes/AreaTree.h"
#include "modules/codes/CreditCode.h"
#include "modules/codes/Identifiers.h"
#include "Posts.h"

namespace kuaiban::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Columns = "id, name, kind, area, parent, code, contact, phone, idle_minutes, closed";

Organisation organisationFrom(const store::Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7),
        static_cast<int>(row.integer(8)), row.integer(9) != 0};
}

// 210600 and 210600000000 are ways to write 2106: an area has one code here, or it would not cover what lies in it.
bool isPadded(const QString& code)
{
    return code.size() > 2 && code.endsWith(QString(code.size() <= 6 ? 2 : 3, u'0'));
}

} // namespace

const QStringList& Organisation::kinds()
{
    static const QStringList names{u"human-resources"_s, u"finance"_s, u"department"_s, u"township"_s, u"village"_s};
    return names;
}

QJsonObject Organisation::toJson() const
{
    return {{u"name"_s, name}, {u"kind"_s, kind}, {u"area"_s, area}, {u"parent"_s, parent}, {u"code"_s, code},
        {u"contact"_s, contact}, {u"phone"_s, phone}, {u"idleMinutes"_s, idleMinutes}};
}

Result<Organisation> Organisation::fromJson(const QString& id, const QJsonObject& json)
{
    ObjectReader reader(json, u"organisation"_s);
    Organisation one;
    one.id = id;
    one.name = reader.textOr(u"name"_s).trimmed();
    one.kind = reader.textOr(u"kind"_s);
    one.area = reader.textOr(u"area"_s);
    one.parent = reader.textOr(u"parent"_s);
    one.code = reader.textOr(u"code"_s).trimmed();
    one.contact = reader.textOr(u"contact"_s).trimmed();
    one.phone = reader.textOr(u"phone"_s).trimmed();
    one.idleMinutes = static_cast<int>(reader.integerOr(u"idleMinutes"_s, 0));
    one.closed = reader.flagOr(u"closed"_s, false);
    KB_CHECK(reader.finish());
    return one;
}

Result<std::optional<Organisation>> Organisations::byId(const QString& id) const
{
    return m_connection.first("SELECT "_ba + Columns + " FROM organisation WHERE id = ?", {id}, organisationFrom);
}

Result<std::optional<Organisation>> Organisations::named(const QString& name, const QString& area) const
{
    return m_connection.first("SELECT "_ba + Columns +
                                  " FROM organisation WHERE name = ? AND closed = 0 AND ? LIKE area || '%' ORDER BY "
                                  "LENGTH(area) DESC LIMIT 1",
        {name, area}, organisationFrom);
}

Result<QList<ListedOrganisation>> Organisations::listed(const QStringList& areas, const QString& after, int limit) const
{
    QByteArray where;
    store::Values values{after};
    for (const auto& area : areas) {
        where += where.isEmpty() ? "area LIKE ? || '%'" : " OR area LIKE ? || '%'";
        values.append(area);
    }
    if (where.isEmpty())
        return QList<ListedOrganisation>();
    values.append(qint64(limit));
    return m_connection.list("SELECT "_ba + Columns +
                                 ", version, (SELECT COUNT(*) FROM account a WHERE a.organisation = o.id AND a.locked "
                                 "= 0) FROM organisation o WHERE id > ? AND (" +
                                 where + ") ORDER BY id LIMIT ?",
        values, [](const store::Row& row) {
            return ListedOrganisation{organisationFrom(row), row.integer(10), static_cast<int>(row.integer(11))};
        });
}

Result<int> Organisations::levels(const QString& id) const
{
    int count = 0;
    for (QString at = id; !at.isEmpty() && count <= Organisation::MostLevels; ++count) {
        KB_TRY(const auto one, byId(at));
        if (!one)
            break;
        at = one->parent;
    }
    return count;
}

Result<int> Organisations::idleMinutes(const QString& id) const
{
    QString at = id;
    for (int level = 0; level < Organisation::MostLevels && !at.isEmpty(); ++level) {
        KB_TRY(const auto one, byId(at));
        if (!one)
            return 0;
        if (one->idleMinutes > 0)
            return one->idleMinutes;
        at = one->parent;
    }
    return 0;
}

Result<std::optional<Error>> Organisations::parentProblem(const Organisation& wanted) const
{
    QString at = wanted.parent;
    for (int level = 0; !at.isEmpty(); ++level) {
        if (at == wanted.id || level == Organisation::MostLevels)
            return organisationParent();
        KB_TRY(const auto above, byId(at));
        if (!above || (level == 0 && (above->closed || !areaCovers(above->area, wanted.area))))
            return organisationParent();
        at = above->parent;
    }
    return std::nullopt;
}

Result<std::optional<Error>> Organisations::areaProblem(const Organisation& wanted) const
{
    if (!codes::AreaTree::levelOf(wanted.area) || isPadded(wanted.area))
        return organisationArea(wanted.area);
    KB_TRY(const auto left,
        m_connection.integer("SELECT (SELECT COUNT(*) FROM organisation WHERE parent = ? AND closed = 0 AND area NOT "
                             "LIKE ? || '%') + (SELECT COUNT(*) FROM account WHERE organisation = ? AND locked = 0 AND "
                             "area NOT LIKE ? || '%')",
            {wanted.id, wanted.area, wanted.id, wanted.area}));
    if (left > 0)
        return organisationLeaves(wanted.area);
    return std::nullopt;
}

Result<QList<OrganisationProblem>> Organisations::problemsOf(const Organisation& wanted) const
{
    QList<OrganisationProblem> problems;
    const auto wrong = [&](const QString& field, const Error& error) { problems.append({field, error}); };
    if (wanted.name.isEmpty() || wanted.name.size() > Organisation::LongestName) {
        wrong(u"name"_s, organisationName(Organisation::LongestName));
    } else {
        KB_TRY(const auto taken,
            m_connection.integer(
                "SELECT COUNT(*) FROM organisation WHERE name = ? AND area = ? AND closed = 0 AND id <> ?",
                {wanted.name, wanted.area, wanted.id}));
        if (taken > 0)
            wrong(u"name"_s, organisationTaken(wanted.name));
    }
    if (!Organisation::kinds().contains(wanted.kind))
        wrong(u"kind"_s, organisationKind(wanted.kind));
    KB_TRY(const auto unfit, areaProblem(wanted));
    if (unfit)
        wrong(u"area"_s, *unfit);
    KB_TRY(const auto above, parentProblem(wanted));
    if (above)
        wrong(u"parent"_s, *above);
    if (!wanted.code.isEmpty()) { // a doubt about the check character is no reason to refuse
        if (const auto read = codes::parseCreditCode(wanted.code); !read)
            wrong(u"code"_s, read.error());
    }
    if (wanted.idleMinutes < 0 || wanted.idleMinutes > Organisation::MostIdleMinutes)
        wrong(u"idleMinutes"_s, organisationIdle(Organisation::MostIdleMinutes));
    return problems;
}

Done Organisations::checkClosing(const QString& id) const
{
    KB_TRY(const auto below,
        m_connection.integer("SELECT COUNT(*) FROM organisation WHERE parent = ? AND closed = 0", {id}));
    KB_TRY(const auto accounts,
        m_connection.integer("SELECT COUNT(*) FROM account WHERE organisation = ? AND locked = 0", {id}));
    KB_TRY(const auto windows,
        m_connection.integer("SELECT COUNT(*) FROM device WHERE organisation = ? AND revoked_at = 0", {id}));
    if (below > 0 || accounts > 0 || windows > 0)
        return fail(organisationInUse(below, accounts, windows));
    return {};
}

} // namespace kuaiban::identity
