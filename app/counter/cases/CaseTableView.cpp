#include "CaseTableView.h"

#include <QHeaderView>

namespace kuaiban::counter {

CaseTableView::CaseTableView(const Look& look, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_lines(new CaseListModel(look, this))
{
    setModel(m_lines);
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto width = [&](const QString& sample) { return fontMetrics().horizontalAdvance(sample) + 24; };
    setColumnWidth(CaseListModel::Applicant, width(QStringLiteral("阿依古丽·买提")));
    setColumnWidth(CaseListModel::Item, width(QStringLiteral("失业登记及失业保险金申领")));
    setColumnWidth(CaseListModel::Number, width(QStringLiteral("2106032026112100023")));
    setColumnWidth(CaseListModel::State, width(QStringLiteral("待补正材料")));
    setColumnWidth(CaseListModel::Due, width(QStringLiteral("剩 10 天整")));
    setColumnWidth(CaseListModel::Opened, width(QStringLiteral("11-21 09:42")));
}

void CaseTableView::setLines(const QList<CaseLine>& lines)
{
    const QString chosen = currentStream();
    m_filling = true;
    m_lines->setLines(lines);
    m_filling = false;
    if (!chosen.isEmpty())
        select(chosen);
}

void CaseTableView::select(const QString& stream)
{
    const int row = m_lines->rowOf(stream);
    if (row >= 0)
        setCurrentIndex(m_lines->index(row, 0));
}

QString CaseTableView::currentStream() const
{
    return currentIndex().isValid() ? currentIndex().data(CaseListModel::StreamRole).toString() : QString();
}

void CaseTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_filling && current.isValid())
        Q_EMIT streamChosen(currentStream());
}

} // namespace kuaiban::counter
