#include "AccountImport.h"

#include "ImportErrors.h"
#include "modules/identity/IdentityErrors.h"

#include <QRegularExpression>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Result<QList<AccountRow>> accountRows(const QJsonArray& json)
{
    KB_TRY(const auto lines,
        cellsOf(json, {u"login"_s, u"name"_s, u"area"_s, u"office"_s, u"posts"_s, u"organisation"_s}));
    QList<AccountRow> rows;
    for (const auto& line : lines)
        rows.append({line.at(0), line.at(1), line.at(2), line.at(3), line.at(4), line.at(5)});
    return rows;
}

QStringList postsOf(const QString& cell, const identity::Posts& posts)
{
    static const QRegularExpression separators(u"[;；、,，\\s]+"_s);
    QStringList ids;
    for (const auto& word : cell.split(separators, Qt::SkipEmptyParts)) {
        const auto named = std::find_if(posts.begin(), posts.end(),
            [&](const identity::Post& post) { return post.nameZh == word || post.nameEn == word; });
        ids.append(posts.contains(word) || named == posts.end() ? word : named->id);
    }
    ids.removeDuplicates();
    return ids;
}

Result<QList<CellProblem>> importProblems(QList<AccountRow>& rows, const ImportGround& ground)
{
    static const QRegularExpression login(QRegularExpression::anchoredPattern(u"[a-z][a-z0-9._-]{2,31}"_s));
    QList<CellProblem> problems;
    QSet<QString> logins;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto& row = rows[i];
        row.area = ground.areas.canonical(row.area);
        const auto wrong = [&](const QString& column, const Error& error) { problems.append({i, column, error}); };
        if (!login.match(row.login).hasMatch())
            wrong(u"login"_s, importLoginUnfit(row.login));
        else if (logins.contains(row.login))
            wrong(u"login"_s, importLoginTwice(row.login));
        else {
            KB_TRY(const bool taken, ground.isTaken(row.login));
            if (taken)
                wrong(u"login"_s, identity::loginTaken(row.login));
        }
        logins.insert(row.login);
        if (row.name.isEmpty())
            wrong(u"name"_s, importCellEmpty());
        if (row.office.isEmpty()) {
            wrong(u"office"_s, importCellEmpty());
        } else {
            KB_TRY(const auto office, row.organisation.isEmpty() ? ground.organisation(row.office, row.area)
                                                                 : ground.organisationById(row.organisation));
            if (office && !office->closed && identity::areaCovers(office->area, row.area))
                row.organisation = office->id;
            else
                wrong(u"office"_s, identity::organisationUnknown(row.office));
        }
        if (!ground.areas.find(row.area))
            wrong(u"area"_s, importAreaUnknown(row.area));
        else if (!ground.mayManage(row.area))
            wrong(u"area"_s, identity::notAllowed(identity::right::ManageAccounts));
        const auto posts = postsOf(row.posts, ground.posts);
        if (posts.isEmpty())
            wrong(u"posts"_s, importCellEmpty());
        for (const auto& post : posts) {
            if (!ground.posts.contains(post))
                wrong(u"posts"_s, identity::postUnknown(post));
        }
    }
    return problems;
}

} // namespace kuaiban::hub
