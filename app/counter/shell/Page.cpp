#include "Page.h"

#include <QAction>
#include <QHBoxLayout>

namespace kuaiban::counter {

std::shared_ptr<CodeShelf> shelfOf(Session& session)
{
    const auto fetch = [&session](const QString& table, const QString& key) { return session.definition(table, key); };
    return std::make_shared<CodeShelf>(fetch, session.user().area);
}

Page::Page(PageContext& context, const QString& id, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(id)
{}

Page::~Page()
{
    m_context.actions.removeContext(m_id);
}

QVBoxLayout* Page::makeColumn()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::pageMargin, Metrics::panelGap, Metrics::pageMargin, Metrics::panelGap);
    column->setSpacing(Metrics::panelGap);
    return column;
}

QHBoxLayout* Page::makePanes()
{
    auto* panes = new QHBoxLayout;
    panes->setSpacing(Metrics::panelGap);
    return panes;
}

QAction* Page::addPageAction(
    const QString& name, const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto added = m_context.actions.add({m_id + u'.' + name, text, key, m_id, {}, true});
    if (!added)
        qFatal("%s", qPrintable(logLine(added.error())));
    connect(*added, &QAction::triggered, this, std::move(run));
    return *added;
}

Message Page::messageOf(const Error& error) const
{
    return messageFor(error, m_context.manual, m_context.language);
}

} // namespace kuaiban::counter
