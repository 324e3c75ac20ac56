#include "CaseQueries.h"

#include "modules/codes/Identifiers.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using store::Row;
using store::Values;

namespace {

constexpr auto CaseColumns =
    "c.stream, c.number, c.item, c.revision, c.phase, COALESCE(c.step, ''), c.applicant, c.id_no, c.office, "
    "c.window_no, c.opened_by_name, c.opened_at, COALESCE(c.due_on, ''), COALESCE(c.outcome, ''), c.uncertain, "
    "c.changed_at, COALESCE(c.supplement_due, ''), COALESCE(c.collected_at, 0), COALESCE(c.duplicate_of, ''), "
    "COALESCE(c.ticket, '')";

// By its number, or that of a case that was merged into it.
constexpr auto HasNumber = "c.stream IN (SELECT n.stream FROM case_number n WHERE n.number = ?)";

// What the next window may go on with.
constexpr auto AwaitsWindow =
    "(c.phase = 'supplement' OR (c.phase IN ('completed', 'refused', 'not-accepted') AND c.collected_at IS NULL))";

struct Place
{
    QString area;
    QString item;
    bool awaitsWindow = false;
};

CaseRow caseFrom(const Row& row)
{
    return {row.text(0), row.text(1), row.text(2), static_cast<int>(row.integer(3)), row.text(4), row.text(5),
        row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), row.integer(11), row.text(12), row.text(13),
        row.integer(14) != 0, row.integer(15), row.text(16), row.integer(17) != 0, row.text(18), row.text(19), {}, {},
        {}, 0};
}

CaseRow queuedFrom(const Row& row)
{
    auto item = caseFrom(row);
    item.task = row.text(20);
    item.holder = row.text(21);
    item.holderName = row.text(22);
    item.taskOpenedAt = row.integer(23);
    return item;
}

// The SQL for "area and item lie within one of these grants", and its values. Columns are those of table `t`.
QByteArray withinGrants(const QList<identity::Grant>& grants, qint64 nowMs, const char* table, Values& values,
    const std::function<QStringList(const identity::Grant&)>& rightsOf)
{
    const QByteArray t = table;
    QByteArray sql;
    for (const auto& grant : grants) {
        const auto rights = rightsOf(grant);
        if (nowMs < grant.from || (grant.until != 0 && nowMs >= grant.until) || rights.isEmpty())
            continue;
        sql += (sql.isEmpty() ? "(" : " OR (") + t + ".area LIKE ?";
        values.append(grant.area + u'%');
        if (t == "t") {
            sql += " AND t.need IN (" + QByteArray("?,").repeated(rights.size()).chopped(1) + ')';
            for (const auto& right : rights)
                values.append(right);
        }
        if (!grant.items.isEmpty()) {
            sql += " AND " + t + ".item IN (" + QByteArray("?,").repeated(grant.items.size()).chopped(1) + ')';
            for (const auto& item : grant.items)
                values.append(item);
        }
        sql += ')';
    }
    return sql.isEmpty() ? "1 = 0"_ba : sql;
}

// Search inside a list: case number and ID number from the start, names anywhere (they are short).
void addText(const QString& text, QByteArray& sql, Values& values)
{
    if (text.isEmpty())
        return;
    sql += " AND (c.number LIKE ? OR c.id_no LIKE ? OR c.applicant LIKE ? OR "_ba + HasNumber + ')';
    QString plain = text;
    plain.remove(u'%').remove(u'_').remove(u'\\');
    const QString number = codes::normalisedIdentifier(plain); // LIKE knows small letters on one engine only
    values.append(number + u'%');
    values.append(number + u'%');
    values.append(u'%' + plain + u'%');
    values.append(number);
}

} // namespace

QJsonObject CaseRow::toJson() const
{
    QJsonObject json{{u"id"_s, stream}, {u"number"_s, number}, {u"item"_s, item}, {u"revision"_s, revision},
        {u"phase"_s, phase}, {u"step"_s, step}, {u"applicant"_s, applicant}, {u"idNo"_s, idNo}, {u"office"_s, office},
        {u"window"_s, window}, {u"openedBy"_s, openedByName}, {u"openedAt"_s, openedAt}, {u"dueOn"_s, dueOn},
        {u"outcome"_s, outcome}, {u"uncertain"_s, uncertain}, {u"changedAt"_s, changedAt}, {u"collected"_s, collected}};
    if (!supplementDue.isEmpty())
        json.insert(u"supplementDue"_s, supplementDue);
    if (!duplicateOf.isEmpty())
        json.insert(u"duplicateOf"_s, duplicateOf);
    if (!ticket.isEmpty())
        json.insert(u"ticket"_s, ticket);
    if (!task.isEmpty()) {
        json.insert(u"task"_s, task);
        json.insert(u"holder"_s, holder);
        json.insert(u"holderName"_s, holderName);
        json.insert(u"taskOpenedAt"_s, taskOpenedAt);
    }
    return json;
}

CaseRow CaseRow::fromJson(const QJsonObject& json)
{
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString(); };
    return {text("id"_L1), text("number"_L1), text("item"_L1), json.value("revision"_L1).toInt(), text("phase"_L1),
        text("step"_L1), text("applicant"_L1), text("idNo"_L1), text("office"_L1), text("window"_L1),
        text("openedBy"_L1), json.value("openedAt"_L1).toInteger(), text("dueOn"_L1), text("outcome"_L1),
        json.value("uncertain"_L1).toBool(), json.value("changedAt"_L1).toInteger(), text("supplementDue"_L1),
        json.value("collected"_L1).toBool(), text("duplicateOf"_L1), text("ticket"_L1), text("task"_L1),
        text("holder"_L1), text("holderName"_L1), json.value("taskOpenedAt"_L1).toInteger()};
}

Result<QList<CaseRow>> CaseQueries::queue(
    const QString& account, const QList<identity::Grant>& grants, const QueueFilter& filter, qint64 nowMs) const
{
    Values values;
    QByteArray sql = "SELECT "_ba + CaseColumns +
                     ", t.task, COALESCE(t.holder, ''), COALESCE(t.holder_name, ''), t.opened_at FROM task_row t "
                     "JOIN case_row c ON c.stream = t.stream WHERE ";
    if (filter.held) {
        sql += "t.state = 'claimed' AND t.holder <> ? AND (";
        values.append(account);
        sql += withinGrants(grants, nowMs, "c", values, [&](const identity::Grant& grant) {
            const auto rights = m_posts.value(grant.post).rights;
            return rights.contains(QString(identity::right::SuperviseCase)) ? rights.values() : QStringList();
        });
        sql += ')';
    } else if (filter.mine) {
        sql += "t.state = 'claimed' AND t.holder = ?";
        values.append(account);
    } else {
        sql += "t.state IN ('open', 'claimed') AND (t.holder = ? OR (t.state = 'open' AND (";
        values.append(account);
        sql += withinGrants(grants, nowMs, "t", values,
            [&](const identity::Grant& grant) { return m_posts.value(grant.post).rights.values(); });
        sql += ")))";
    }
    addText(filter.text, sql, values);
    if (filter.afterOpenedAt > 0) {
        sql += " AND (t.opened_at > ? OR (t.opened_at = ? AND t.stream > ?))";
        values << filter.afterOpenedAt << filter.afterOpenedAt << filter.afterStream;
    }
    sql += " ORDER BY t.opened_at, t.stream LIMIT ?";
    values.append(qint64(filter.limit));
    return m_connection.list(sql, values, queuedFrom);
}

Result<QList<CaseRow>> CaseQueries::cases(
    const QString& account, const QList<identity::Grant>& grants, const CaseFilter& filter, qint64 nowMs) const
{
    Values values;
    QByteArray sql = "SELECT "_ba + CaseColumns + " FROM case_row c WHERE ";
    sql += "(c.opened_by = ? OR ";
    values.append(account);
    sql += withinGrants(grants, nowMs, "c", values, [&](const identity::Grant& grant) {
        const auto rights = m_posts.value(grant.post).rights;
        return rights.contains(QString(identity::right::SearchCases)) ? rights.values() : QStringList();
    });
    if (!filter.text.isEmpty()) {
        sql += " OR (("_ba + HasNumber + " OR c.id_no = ?) AND " + AwaitsWindow + " AND (";
        const QString whole = codes::normalisedIdentifier(filter.text);
        values << whole << whole;
        sql += withinGrants(grants, nowMs, "c", values, [&](const identity::Grant& grant) {
            const auto rights = m_posts.value(grant.post).rights;
            return rights.contains(QString(identity::right::OpenCase)) ? rights.values() : QStringList();
        });
        sql += "))";
    }
    sql += ')';
    if (!filter.openedBy.isEmpty()) {
        sql += " AND c.opened_by = ?";
        values.append(filter.openedBy);
    }
    if (!filter.phase.isEmpty()) {
        sql += " AND c.phase = ?";
        values.append(filter.phase);
    }
    addText(filter.text, sql, values);
    if (filter.beforeOpenedAt > 0) {
        sql += " AND (c.opened_at < ? OR (c.opened_at = ? AND c.stream < ?))";
        values << filter.beforeOpenedAt << filter.beforeOpenedAt << filter.beforeStream;
    }
    sql += " ORDER BY c.opened_at DESC, c.stream DESC LIMIT ?";
    values.append(qint64(filter.limit));
    return m_connection.list(sql, values, caseFrom);
}

Result<QList<CaseRow>> CaseQueries::ofPerson(const QString& idNo, bool onlyOpen, int limit) const
{
    QByteArray sql = "SELECT "_ba + CaseColumns + " FROM case_row c WHERE c.id_no = ?";
    if (onlyOpen)
        sql += " AND c.phase IN ('in-progress', 'supplement')";
    sql += " ORDER BY c.opened_at DESC, c.stream DESC LIMIT ?";
    return m_connection.list(sql, {idNo, qint64(limit)}, caseFrom);
}

Result<bool> CaseQueries::mayRead(
    const QString& account, const QList<identity::Grant>& grants, const QString& stream, qint64 nowMs) const
{
    KB_TRY(const qint64 own,
        m_connection.integer("SELECT (SELECT COUNT(*) FROM case_row WHERE stream = ? AND opened_by = ?) + "
                             "(SELECT COUNT(*) FROM task_row WHERE stream = ? AND holder = ?)",
            {stream, account, stream, account}));
    if (own > 0)
        return true;
    KB_TRY(const auto place, m_connection.first("SELECT c.area, c.item, CASE WHEN "_ba + AwaitsWindow +
                                                    " THEN 1 ELSE 0 END FROM case_row c WHERE c.stream = ?",
                                 {stream}, [](const Row& row) {
                                     return Place{row.text(0), row.text(1), row.integer(2) != 0};
                                 }));
    if (!place)
        return false;
    using namespace identity::right;
    QList<QLatin1StringView> rights(CheckRights.begin(), CheckRights.end());
    rights.append({SearchCases, SuperviseCase});
    KB_TRY(const auto needed,
        m_connection.list("SELECT need FROM task_row WHERE stream = ? AND state = 'open' AND need IS NOT NULL",
            {stream}, [](const Row& row) { return row.text(0); }));
    for (const auto right : QueueRights) { // a task of the case waits for somebody with that right
        if (needed.contains(right))
            rights.append(right);
    }
    if (place->awaitsWindow)
        rights.append(identity::right::OpenCase);
    return std::any_of(rights.begin(), rights.end(), [&](QLatin1StringView right) {
        return identity::entitlement(m_posts, grants, right, place->area, place->item, nowMs) ==
               identity::Entitlement::Held;
    });
}

} // namespace kuaiban::casework
