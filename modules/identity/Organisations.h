#pragma once

#include "modules/base/Result.h"
#include "modules/store/Connection.h"

#include <QJsonObject>

namespace kuaiban::identity {

// An office (机构) of the service: a bureau, a finance office, a department that grants subsidies, a township office or
// a village. Accounts and windows belong to one; its name is what receipts print.
struct Organisation
{
    static constexpr int LongestName = 60;
    static constexpr int MostLevels = 12; // province to village is five; a ring of parents must end somewhere
    static constexpr int MostIdleMinutes = 120;

    QString id;
    QString name;
    QString kind;    // one of kinds()
    QString area;    // code of 2 to 12 digits
    QString parent;  // id of the organisation above; empty at the top
    QString code;    // unified social credit code (GB 32100); may be empty
    QString contact; // whom to call
    QString phone;
    int idleMinutes = 0; // after which its windows lock themselves; 0: as the organisation above says
    bool closed = false;

    // human-resources (人社), finance (财政), department (主管部门), township (乡镇街道), village (村社区).
    static const QStringList& kinds();

    QJsonObject toJson() const; // as commands and routes carry it, without id
    static Result<Organisation> fromJson(const QString& id, const QJsonObject& json);
    friend bool operator==(const Organisation&, const Organisation&) = default;
};

// An organisation as an administrator sees it.
struct ListedOrganisation
{
    Organisation organisation;
    qint64 version = 0; // of its stream, on which the next change stands
    int accounts = 0;   // that may sign in
};

// What is wrong with one value of an organisation; fields are named as in the struct.
struct OrganisationProblem
{
    QString field;
    Error error;
};

// Reads organisations. Works inside the caller's transaction.
class Organisations
{
public:
    explicit Organisations(store::Connection& connection)
        : m_connection(connection)
    {}

    Result<std::optional<Organisation>> byId(const QString& id) const;
    // The open one of that name whose area is `area` or holds it; the nearest if there are several.
    Result<std::optional<Organisation>> named(const QString& name, const QString& area) const;
    // By id after `after`, those of these areas and below, also closed ones.
    Result<QList<ListedOrganisation>> listed(const QStringList& areas, const QString& after, int limit) const;
    // How many stand above one, itself included; 0 for none.
    Result<int> levels(const QString& id) const;
    // Minutes until its windows lock themselves: its own, or those of the nearest above that says; 0: nobody says.
    Result<int> idleMinutes(const QString& id) const;

    // Every mistake of a new or changed organisation, held against those that are there. Identifiers: GB 32100.
    Result<QList<OrganisationProblem>> problemsOf(const Organisation& wanted) const;
    // Error: identity.organisation-in-use while open ones stand below it, or accounts that may sign in or machines that
    // are not revoked belong to it.
    Done checkClosing(const QString& id) const;

private:
    Result<std::optional<Error>> parentProblem(const Organisation& wanted) const;
    Result<std::optional<Error>> areaProblem(const Organisation& wanted) const;

    store::Connection& m_connection;
};

} // namespace kuaiban::identity
