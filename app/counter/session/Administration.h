#pragma once

#include "modules/identity/Accounts.h"

namespace kuaiban::counter {

// An account as an administrator sees it, with the version of its stream, on which the next change stands.
struct ManagedAccount
{
    identity::Account account;
    qint64 version = 0;

    static Result<ManagedAccount> fromJson(const QJsonObject& json);
};

// What came of a sheet of accounts.
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
        QString login;
        QString name;
        QString office;
        QString password; // the first one; told once
    };
    QList<Problem> problems;
    QList<Made> made;

    static ImportResult fromJson(const QJsonObject& json);
};

} // namespace kuaiban::counter
