#include "CaseListModel.h"

#include "app/counter/shell/Words.h"
#include "modules/codes/Mask.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

CaseListModel::CaseListModel(const Look& look, QObject* parent) : QAbstractTableModel(parent), m_look(look) {}

void CaseListModel::setLines(QList<CaseLine> lines)
{
    const bool sameRows = lines.size() == m_lines.size()
                          && std::equal(lines.begin(), lines.end(), m_lines.begin(),
                              [](const CaseLine& a, const CaseLine& b) { return a.stream == b.stream; });
    if (sameRows && !lines.isEmpty()) {
        m_lines = std::move(lines);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int CaseListModel::rowOf(const QString& stream) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).stream == stream)
            return row;
    }
    return -1;
}

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& line = m_lines.at(index.row());
    if (role == StreamRole)
        return line.stream;
    if (role == Qt::ForegroundRole) {
        if (index.column() == State)
            return m_look.colour(line.tone);
        if (index.column() == Due)
            return m_look.colour(line.dueTone);
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Applicant:
        return line.applicant;
    case Item:
        return line.item;
    case Number:
        return line.number;
    case State:
        return line.state;
    case Due:
        return line.due;
    case Opened:
        return line.opened;
    default:
        return line.note;
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Applicant:
        return tr("Applicant");
    case Item:
        return tr("Matter");
    case Number:
        return tr("Case number");
    case State:
        return tr("State");
    case Due:
        return tr("Limit");
    case Opened:
        return tr("Taken");
    default:
        return tr("Remarks");
    }
}

CaseLine lineOf(const sync::LocalCase& line, const QString& itemName, const PageContext& context)
{
    const auto phase = phaseWords(line.phase, line.outcome);
    const bool closed = casework::isClosed(casework::phaseFromName(line.phase));
    const auto due = closed ? DueWords{} : dueWords(line.dueOn, legalDate(context.session.clock().nowMs()));
    QString note = line.outcome == "returned"_L1 ? line.opinion : QString();
    if (line.attention)
        note = messageFor(*line.attention, context.manual, context.language).what;
    else if (line.pending)
        note = kuaiban::counter::CaseListModel::tr("waiting to be sent");
    return {line.stream, codes::maskName(line.applicant), itemName, line.number, phase.text, line.attention ? Tone::Bad : phase.tone,
        due.text, due.tone, clockText(line.openedAt), note};
}

CaseLine lineOf(const casework::CaseRow& row, const QString& itemName, const PageContext& context)
{
    const auto phase = phaseWords(row.phase, row.outcome);
    const bool closed = casework::isClosed(casework::phaseFromName(row.phase));
    const auto due = closed ? DueWords{} : dueWords(row.dueOn, legalDate(context.session.clock().nowMs()));
    return {row.stream, codes::maskName(row.applicant), itemName, row.number, phase.text, phase.tone, due.text, due.tone,
        clockText(row.openedAt), row.holderName.isEmpty() ? row.openedByName : row.holderName};
}

} // namespace kuaiban::counter
