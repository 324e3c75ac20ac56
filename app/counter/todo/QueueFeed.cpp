#include "QueueFeed.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::CaseRow;

QueueFeed::QueueFeed(Session& session, bool supervises, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_supervises(supervises)
{}

QList<QueueKind> QueueFeed::kinds() const
{
    QList<QueueKind> kinds{QueueKind::Open, QueueKind::Mine, QueueKind::Supplement};
    if (m_supervises)
        kinds.append(QueueKind::Held);
    return kinds;
}

void QueueFeed::setKind(QueueKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT changed();
}

void QueueFeed::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    refresh();
}

void QueueFeed::refresh()
{
    for (const auto kind : kinds())
        read(kind, false);
    m_session.taskCounts().then(this, [this](const Result<TaskCounts>& counts) {
        if (counts) {
            m_counts = *counts;
            Q_EMIT changed();
        }
    });
}

void QueueFeed::refreshQuietly()
{
    if (m_lists[m_kind].rows.size() <= PageSize)
        refresh();
}

void QueueFeed::more()
{
    if (m_lists[m_kind].more && !m_lists[m_kind].asking)
        read(m_kind, true);
}

void QueueFeed::read(QueueKind kind, bool onward)
{
    auto& list = m_lists[kind];
    list.asking = true;
    const int round = ++list.round;
    const CaseRow* last = onward && !list.rows.isEmpty() ? &list.rows.constLast() : nullptr;
    ask(kind, last).then(this, [this, kind, onward, round](const Result<CasePage>& page) {
        if (m_lists[kind].round == round)
            take(kind, onward, page);
    });
}

QFuture<Result<CasePage>> QueueFeed::ask(QueueKind kind, const CaseRow* last)
{
    if (kind == QueueKind::Supplement) {
        casework::CaseFilter filter;
        filter.phase = casework::phaseName(casework::Phase::Supplement);
        filter.text = m_text;
        filter.limit = PageSize;
        if (last) {
            filter.beforeOpenedAt = last->openedAt;
            filter.beforeStream = last->stream;
        }
        return m_session.findCases(filter, false);
    }
    casework::QueueFilter filter;
    filter.mine = kind == QueueKind::Mine;
    filter.held = kind == QueueKind::Held;
    filter.text = m_text;
    filter.limit = PageSize;
    if (last) {
        filter.afterOpenedAt = last->taskOpenedAt;
        filter.afterStream = last->stream;
    }
    return m_session.queue(filter);
}

void QueueFeed::take(QueueKind kind, bool onward, const Result<CasePage>& page)
{
    auto& list = m_lists[kind];
    list.asking = false;
    if (!page) {
        m_problem = page.error();
        Q_EMIT changed();
        return;
    }
    m_problem.reset();
    if (!onward)
        list.rows.clear();
    list.rows.append(page->rows);
    list.more = page->more;
    list.readAt = m_session.clock().nowMs();
    Q_EMIT changed();
}

void QueueFeed::leaveOut(const QString& stream, const QString& task)
{
    m_decided.insert(stream + u'/' + task);
    Q_EMIT changed();
}

void QueueFeed::takeBack(const QString& stream)
{
    m_decided.removeIf([&](const QString& task) { return task.startsWith(stream + u'/'); });
    Q_EMIT changed();
}

bool QueueFeed::belongs(QueueKind kind, const CaseRow& row) const
{
    if (!row.task.isEmpty() && m_decided.contains(row.stream + u'/' + row.task))
        return false;
    return kind != QueueKind::Open || row.holder.isEmpty();
}

QList<CaseRow> QueueFeed::rows() const
{
    QList<CaseRow> found;
    for (const auto& row : std::as_const(m_lists[m_kind].rows)) {
        if (belongs(m_kind, row))
            found.append(row);
    }
    return found;
}

QString QueueFeed::count(QueueKind kind) const
{
    const auto& list = m_lists[kind];
    if (list.readAt == 0)
        return {};
    const auto known =
        std::count_if(list.rows.begin(), list.rows.end(), [&](const CaseRow& row) { return belongs(kind, row); });
    if (!list.more)
        return QString::number(known);
    // The list goes on: the hub has counted it whole, but knows nothing of a search.
    if (m_counts && m_text.isEmpty() && kind == QueueKind::Open)
        return QString::number(m_counts->open);
    if (m_counts && m_text.isEmpty() && kind == QueueKind::Mine)
        return QString::number(m_counts->mine);
    return u"%1+"_s.arg(known);
}

int QueueFeed::total() const
{
    int total = 0;
    for (const auto kind : {QueueKind::Open, QueueKind::Mine}) {
        QString text = count(kind);
        total += text.remove(u'+').toInt();
    }
    return total;
}

} // namespace kuaiban::counter
