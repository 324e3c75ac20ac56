#pragma once

#include "modules/identity/Accounts.h"
#include "modules/identity/Organisations.h"

namespace kuaiban::counter {

// An account as an administrator sees it, with the version of its stream, on which the next change stands.
struct ManagedAccount
{
    identity::Account account;
    qint64 version = 0;

    static Result<ManagedAccount> fromJson(const QJsonObject& json);
};

// The organisations of the areas that one manages.
struct ManagedOrganisations
{
    QList<identity::ListedOrganisation> organisations; // by area and name, also closed ones
    QList<identity::Organisation> above;               // of wider areas, that those stand under
    QStringList areas;                                 // that one manages

    Done add(const QJsonObject& page); // one page of the hub's answer
    void finish();                     // after the last: in their order, nothing twice
};

// A machine of an organisation.
struct ManagedWindow
{
    QString id;
    QString name;
    QString window;
    qint64 enrolledAt = 0; // UTC milliseconds
    bool revoked = false;
};

enum class SheetOf { Accounts, Organisations };

// What came of a sheet.
struct ImportResult
{
    struct Problem
    {
        int row = 0; // from 0
        QString column;
        Error error;
    };
    struct Made
    {
        QString login; // of an account, as are office and password
        QString name;
        QString office;
        QString password; // the first one; told once
    };
    QList<Problem> problems;
    QList<Made> made;

    static ImportResult fromJson(const QJsonObject& json);
};

} // namespace kuaiban::counter
