#pragma once

#include "EvaluationRun.h"

namespace kuaiban::forms {

// One table within an evaluation, row by row. Values first, because other fields may depend on them; rules afterwards,
// when every field has its value.
class TableEvaluation
{
public:
    TableEvaluation(const Field& table, const EvaluationRun::Spot& spot)
        : m_table(table)
        , m_spot(spot)
    {}

    // Reads and derives the rows; sets the table in the scope and in the state.
    void computeValues(EvaluationRun& run, const QJsonValue& json);
    void checkRules(EvaluationRun& run, bool isRequired);

private:
    struct Row
    {
        QString id;
        QJsonObject json;
        expr::Value::Map values;
        QSet<QString> hidden;
    };

    Row computedRow(EvaluationRun& run, const QString& id, const QJsonObject& json, qsizetype number);
    void checkRow(EvaluationRun& run, const Row& row, qsizetype number);
    EvaluationRun::Spot cellSpot(const QString& rowId, const Field& column, qsizetype number) const;
    QString rowRange() const;

    const Field& m_table;
    EvaluationRun::Spot m_spot;
    QList<Row> m_rows;
    bool m_isReadable = true;
};

} // namespace kuaiban::forms
