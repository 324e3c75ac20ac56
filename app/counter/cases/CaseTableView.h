#pragma once

#include "app/counter/casefile/CaseListModel.h"

#include <QTableView>

namespace kuaiban::counter {

// A table of cases: Up and Down move, Enter opens, the selected case stays selected while the list refreshes.
class CaseTableView final : public QTableView
{
    Q_OBJECT

public:
    CaseTableView(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setLines(const QList<CaseLine>& lines);
    void select(const QString& stream);
    QString currentStream() const;

Q_SIGNALS:
    void streamChosen(const QString& stream);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    CaseListModel* m_lines;
    bool m_filling = false;
};

} // namespace kuaiban::counter
