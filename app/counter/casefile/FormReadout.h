#pragma once

#include "FormReading.h"

class QVBoxLayout;

namespace kuaiban::counter {

// A form to be read: headings, rows that compare with the register, small tables in their place.
class FormReadout final : public QWidget
{
    Q_OBJECT

public:
    explicit FormReadout(const Look& look, QWidget* parent = nullptr);

    void setForm(const FormReading& reading); // the same again keeps the row that is looked at
    int differences() const;
    bool goToNextDifference(); // through the whole form, round and round; false when there is none

private:
    ComparisonTable* addRows(const FormBlock& block, bool hasRegister);
    void showRow(const ComparisonTable& table, int row) const;

    Look m_look;
    QVBoxLayout* m_column;
    FormReading m_reading;
    QVector<ComparisonTable*> m_tables;
    int m_at = -1; // the table that was looked at last
};

} // namespace kuaiban::counter
