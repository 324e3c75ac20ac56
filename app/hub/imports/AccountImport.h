#pragma once

#include "CellProblem.h"
#include "modules/codes/AreaTree.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/Posts.h"

namespace kuaiban::hub {

// A line of the sheet by which a hall brings its accounts along (J-1.3.2.4, J-1.3.2.5), as it was read.
struct AccountRow
{
    QString login;
    QString name;
    QString area;              // code
    QString office;            // name of an organisation of that area or above
    QString posts;             // ids or Chinese names, separated by ; ； 、 or spaces
    QString organisation = {}; // id: as it came, or of the office once it was found
};

// What the cells are held against.
struct ImportGround
{
    const identity::Posts& posts;
    const codes::AreaTree& areas;
    std::function<Result<bool>(const QString& login)> isTaken;
    std::function<bool(const QString& area)> mayManage;
    std::function<Result<std::optional<identity::Organisation>>(const QString& name, const QString& area)> organisation;
    std::function<Result<std::optional<identity::Organisation>>(const QString& id)> organisationById;
};

Result<QList<AccountRow>> accountRows(const QJsonArray& json);
// Every mistake of every cell; without one, areas are in the form of the tree and organisations are known. Errors:
// those of the ground.
Result<QList<CellProblem>> importProblems(QList<AccountRow>& rows, const ImportGround& ground);
// The ids of the posts of a cell; unknown ones are left as they stand.
QStringList postsOf(const QString& cell, const identity::Posts& posts);

} // namespace kuaiban::hub
