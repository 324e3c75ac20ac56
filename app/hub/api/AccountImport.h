#pragma once

#include "modules/codes/AreaTree.h"
#include "modules/identity/Posts.h"

#include <QJsonArray>

namespace kuaiban::hub {

// A line of the sheet by which a hall brings its accounts along (J-1.3.2.4, J-1.3.2.5), as it was read.
struct AccountRow
{
    QString login;
    QString name;
    QString area;   // code
    QString office; // as printed
    QString posts;  // ids or Chinese names, separated by ; ； 、 or spaces
};

// What is wrong with one cell; rows count from 0, columns are named as in AccountRow.
struct CellProblem
{
    qsizetype row = 0;
    QString column;
    Error error;
};

// What the cells are held against.
struct ImportGround
{
    const identity::Posts& posts;
    const codes::AreaTree& areas;
    std::function<Result<bool>(const QString& login)> isTaken;
    std::function<bool(const QString& area)> mayManage;
};

Result<QList<AccountRow>> accountRows(const QJsonArray& json);
// Every mistake of every cell. Errors: those of isTaken.
Result<QList<CellProblem>> importProblems(const QList<AccountRow>& rows, const ImportGround& ground);
// The ids of the posts of a cell; unknown ones are left as they stand.
QStringList postsOf(const QString& cell, const identity::Posts& posts);

} // namespace kuaiban::hub
