#pragma once

#include "CellProblem.h"
#include "modules/base/Ids.h"
#include "modules/codes/AreaTree.h"
#include "modules/identity/Organisations.h"

namespace kuaiban::hub {

// A line of the sheet by which the organisations of an area are brought along (J-1.3.2.4), as it was read.
struct OrganisationRow
{
    QString name;
    QString area; // code, also with zeros to twelve digits
    QString kind; // 人社, 财政, 主管, 乡镇, 村 in any of the words people use, or an id of Organisation::kinds()
    QString parent; // name of another line or of one that is there; empty at the top
    QString code;   // unified social credit code
    QString contact;
    QString phone;

    static const QStringList& columns();
};

// What the cells are held against.
struct OrganisationGround
{
    const codes::AreaTree& areas;
    const identity::Organisations& known;
    std::function<bool(const QString& area)> mayManage;
};

// What a sheet comes to: every mistake of every cell; without one, the organisations with those above before those
// below them.
struct OrganisationPlan
{
    QList<CellProblem> problems;
    QList<identity::Organisation> organisations;
};

Result<QList<OrganisationRow>> organisationRows(const QJsonArray& json);
// Errors: those of the ground.
Result<OrganisationPlan> planOrganisations(
    const QList<OrganisationRow>& rows, const OrganisationGround& ground, IdSource& ids);
// The id of Organisation::kinds() that a cell means, or the cell.
QString organisationKindOf(const QString& cell);

} // namespace kuaiban::hub
