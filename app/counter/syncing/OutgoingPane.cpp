#include "OutgoingPane.h"

#include "app/counter/kit/NoticeBox.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/codes/Mask.h"
#include "OutgoingWords.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

OutgoingPane::OutgoingPane(const PageContext& context, QWidget* parent)
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
    m_rows->setAccessibleName(tr("Entries and files"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_origin);
    column->addWidget(m_reason);
    column->addWidget(m_rows);
    column->addStretch();
    m_panel->addScrolled(content);
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_panel);
}

void OutgoingPane::show(const sync::OutgoingCase& outgoing, const QHash<QString, QString>& items)
{
    const auto entry = entryOf(outgoing, items);
    m_title->setText(entry.title);
    QStringList origin{entry.line, outgoing.line ? outgoing.line->number : QString(), entry.aside};
    origin.removeAll(QString());
    m_origin->setText(origin.join(u" · "_s));
    const auto reason = reasonOf(outgoing);
    m_reason->setVisible(reason || outgoing.parked);
    if (reason) {
        const auto message = messageFor(*reason, m_context.manual, m_context.language);
        QStringList text{message.cause, message.remedy};
        text.removeAll(QString());
        m_reason->setNotice({message.what, text.join(u'\n'), Tone::Bad});
    } else if (outgoing.parked) {
        m_reason->setNotice({tr("Set aside"), tr("Nothing of it is sent until you let it go on."), Tone::Attention});
    }
    m_rows->setRows(rowsOf(outgoing, m_context));
}

} // namespace kuaiban::counter
