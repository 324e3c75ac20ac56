#pragma once

#include "app/counter/look/Look.h"

#include <QTableView>

namespace kuaiban::counter {

struct ComparisonRow
{
    QString label;
    QString reported;   // what the form says
    QString registered; // what the register says
    bool differs = false;
};

// Form against register, row by row; what differs is marked by sign and tint. As tall as its rows.
class ComparisonTable final : public QTableView
{
    Q_OBJECT

public:
    ComparisonTable(const Look& look, const QString& name, QWidget* parent = nullptr);

    // The heads of the three columns: item, reported, registered.
    void setHeads(const QString& label, const QString& reported, const QString& registered);
    void setRows(const QVector<ComparisonRow>& rows);
    int differences() const;
    bool goToNextDifference(); // round and round; false when there is none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

private:
    class Rows;

    Look m_look;
    Rows* m_rows;
};

} // namespace kuaiban::counter
