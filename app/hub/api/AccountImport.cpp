#include "AccountImport.h"

#include "HubErrors.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/IdentityErrors.h"

#include <QRegularExpression>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Result<QList<AccountRow>> accountRows(const QJsonArray& json)
{
    QList<AccountRow> rows;
    for (qsizetype i = 0; i < json.size(); ++i) {
        ObjectReader reader(json.at(i).toObject(), u"rows[%1]"_s.arg(i));
        const auto cell = [&](const QString& name) { return reader.textOr(name).trimmed(); };
        rows.append({cell(u"login"_s), cell(u"name"_s), cell(u"area"_s), cell(u"office"_s), cell(u"posts"_s)});
        KB_CHECK(reader.finish());
    }
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

Result<QList<CellProblem>> importProblems(const QList<AccountRow>& rows, const ImportGround& ground)
{
    static const QRegularExpression login(QRegularExpression::anchoredPattern(u"[a-z][a-z0-9._-]{2,31}"_s));
    QList<CellProblem> problems;
    QSet<QString> logins;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto& row = rows.at(i);
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
        if (row.office.isEmpty())
            wrong(u"office"_s, importCellEmpty());
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
