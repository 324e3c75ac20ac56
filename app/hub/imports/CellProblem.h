#pragma once

#include "modules/base/Result.h"

#include <QJsonArray>

namespace kuaiban::hub {

// What is wrong with one cell of a sheet; rows count from 0, columns are named as in the row's struct.
struct CellProblem
{
    qsizetype row = 0;
    QString column;
    Error error;
};

QJsonArray problemsJson(const QList<CellProblem>& problems);

// Reads the lines of a sheet as they come in a request: each an object of cells, all of them text.
// Errors: base.json-field.
Result<QList<QStringList>> cellsOf(const QJsonArray& rows, const QStringList& columns);

} // namespace kuaiban::hub
