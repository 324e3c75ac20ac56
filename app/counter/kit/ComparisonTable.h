#pragma once

#include "FittedTable.h"

namespace kuaiban::counter {

struct ComparisonRow
{
    QString label;
    QString reported;   // what the form says
    QString registered; // what the register says
    bool differs = false;
    QString origin = {};               // where the reported value came from: "身份证", "手工录入"
    Tone originTone = Tone::Secondary; // attention where the reader should look twice

    bool operator==(const ComparisonRow&) const = default;
};

// Form against register, row by row; what differs is marked by sign and tint. As tall as its rows.
class ComparisonTable final : public FittedTable
{
    Q_OBJECT

public:
    ComparisonTable(const Look& look, const QString& name, QWidget* parent = nullptr);

    // The heads of the columns: item, reported, registered, origin. An empty one takes its column away.
    void setHeads(const QString& label, const QString& reported, const QString& registered, const QString& origin = {});
    void setRows(const QVector<ComparisonRow>& rows);
    int differences() const;
    bool goToNextDifference(); // round and round; false when there is none
    // The first difference after the row, -1 for the beginning; -1 when there is none.
    int differenceAfter(int row) const;

private:
    class Rows;

    Rows* m_rows;
};

} // namespace kuaiban::counter
