#include "CaseListModel.h"

#include "app/counter/kit/TableCells.h"
#include "app/counter/shell/Words.h"
#include "modules/codes/Mask.h"

#include <QTableView>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QString textAt(const CaseLine& line, int column)
{
    switch (column) {
    case CaseListModel::Applicant:
        return line.applicant;
    case CaseListModel::Item:
        return line.item;
    case CaseListModel::Number:
        return line.number;
    case CaseListModel::State:
        return line.state;
    case CaseListModel::Due:
        return line.due;
    case CaseListModel::Opened:
        return line.opened;
    default:
        return line.note;
    }
}

} // namespace

void fitCaseColumns(QTableView* table)
{
    const auto width = [&](const QString& sample) { return table->fontMetrics().horizontalAdvance(sample) + 20; };
    table->setColumnWidth(CaseListModel::Applicant, width(u"欧阳**·**"_s));
    table->setColumnWidth(CaseListModel::Item, width(u"失业保险金申领"_s));
    table->setColumnWidth(CaseListModel::Number, width(u"2106032026112100023"_s));
    table->setColumnWidth(CaseListModel::State, width(u"待补正材料"_s));
    table->setColumnWidth(CaseListModel::Due, width(u"超期 10 天"_s));
    table->setColumnWidth(CaseListModel::Opened, width(u"11-21 09:42"_s));
}

void CaseListModel::setLines(QList<CaseLine> lines, bool more)
{
    putInOrder(lines);
    m_more = more;
    const auto same = [](const CaseLine& a, const CaseLine& b) { return a.stream == b.stream; };
    const bool begins = !m_lines.isEmpty() && lines.size() >= m_lines.size() &&
                        std::equal(m_lines.begin(), m_lines.end(), lines.begin(), same);
    if (!begins) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    const int known = rowCount();
    const auto added = lines.mid(known);
    lines.resize(known);
    m_lines = std::move(lines);
    Q_EMIT dataChanged(index(0, 0), index(known - 1, ColumnCount - 1));
    if (added.isEmpty())
        return;
    beginInsertRows({}, known, known + static_cast<int>(added.size()) - 1);
    m_lines += added;
    endInsertRows();
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
    if (role == TableIdRole)
        return line.stream;
    if (role == TableToneRole) {
        const Tone tone = index.column() == State ? line.tone : index.column() == Due ? line.dueTone : Tone::Normal;
        return static_cast<int>(tone);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return textAt(line, index.column());
}

void CaseListModel::sort(int column, Qt::SortOrder direction)
{
    m_sortColumn = column;
    m_sortOrder = direction;
    if (column < 0)
        return;
    beginResetModel(); // the view keeps its row by id
    putInOrder(m_lines);
    endResetModel();
}

void CaseListModel::putInOrder(QList<CaseLine>& lines) const
{
    if (m_sortColumn < 0)
        return;
    std::stable_sort(lines.begin(), lines.end(), [this](const CaseLine& a, const CaseLine& b) {
        const int compared = QString::localeAwareCompare(textAt(a, m_sortColumn), textAt(b, m_sortColumn));
        return m_sortOrder == Qt::AscendingOrder ? compared < 0 : compared > 0;
    });
}

bool CaseListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more;
}

void CaseListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_more = false;
    Q_EMIT moreWanted();
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
    const auto due = limitWords(line.phase, line.dueOn, line.supplementDue, legalDate(context.session.clock().nowMs()));
    QString note = line.outcome == "returned"_L1 ? line.opinion : QString();
    if (note.isEmpty() && !line.duplicateOf.isEmpty())
        note = kuaiban::counter::CaseListModel::tr("possible duplicate");
    if (note.isEmpty() && line.collected)
        note = kuaiban::counter::CaseListModel::tr("result collected");
    if (note.isEmpty() && !line.mine)
        note = line.holderName;
    if (line.attention)
        note = messageFor(*line.attention, context.manual, context.language).what;
    else if (line.pending)
        note = kuaiban::counter::CaseListModel::tr("waiting to be sent");
    return {line.stream, codes::maskName(line.applicant), itemName, line.number, phase.text,
        line.attention ? Tone::Bad : phase.tone, due.text, due.tone, clockText(line.openedAt), note};
}

CaseLine lineOf(const casework::CaseRow& row, const QString& itemName, const PageContext& context)
{
    const auto phase = phaseWords(row.phase, row.outcome);
    const auto due = limitWords(row.phase, row.dueOn, row.supplementDue, legalDate(context.session.clock().nowMs()));
    QString note = row.holderName.isEmpty() ? row.openedByName : row.holderName;
    if (!row.duplicateOf.isEmpty())
        note = kuaiban::counter::CaseListModel::tr("possible duplicate") + u" · "_s + note;
    return {row.stream, codes::maskName(row.applicant), itemName, row.number, phase.text, phase.tone, due.text,
        due.tone, clockText(row.openedAt), note};
}

} // namespace kuaiban::counter
