#include "CellProblem.h"

#include "modules/base/ObjectReader.h"
#include "modules/journal/Command.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

QJsonArray problemsJson(const QList<CellProblem>& problems)
{
    QJsonArray list;
    for (const auto& problem : problems) {
        auto json = journal::errorToJson(problem.error);
        json.insert(u"row"_s, problem.row);
        json.insert(u"column"_s, problem.column);
        list.append(json);
    }
    return list;
}

Result<QList<QStringList>> cellsOf(const QJsonArray& rows, const QStringList& columns)
{
    QList<QStringList> lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        ObjectReader reader(rows.at(i).toObject(), u"rows[%1]"_s.arg(i));
        QStringList line;
        for (const auto& column : columns)
            line.append(reader.textOr(column).trimmed());
        KB_CHECK(reader.finish());
        lines.append(line);
    }
    return lines;
}

} // namespace kuaiban::hub
