#include "WorkPane.h"

#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

WorkPane::WorkPane(const PageContext& context, const QString& rowsName, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(new Panel(context.look))
    , m_title(new TextLabel(context.look, TextRole::Title))
    , m_origin(new TextLabel(context.look, TextRole::Label, {}, Tone::Secondary))
    , m_reason(new NoticeBox(context.look, {}))
    , m_rows(new MaterialList(context.look))
{
    m_title->setWrapped(true);
    m_origin->setWrapped(true);
    m_rows->setAccessibleName(rowsName);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_origin, m_reason, m_rows})
        m_column->addWidget(widget);
    m_column->addStretch();
    m_panel->addScrolled(content);
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_panel);
}

void WorkPane::setTitle(const QString& title, QStringList origin)
{
    origin.removeAll(QString());
    m_title->setText(title);
    m_origin->setText(origin.join(u" · "_s));
}

void WorkPane::setReason(const std::optional<Notice>& reason)
{
    m_reason->setVisible(reason.has_value());
    if (reason)
        m_reason->setNotice(*reason);
}

void WorkPane::addBelow(QWidget* widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

} // namespace kuaiban::counter
