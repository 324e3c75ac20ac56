#include "DropPane.h"

#include "OutgoingWords.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

DropPane::DropPane(const PageContext& context, QWidget* parent)
    : OutcomePane(context, tr("Give up what was not taken"),
          tr("These entries are removed from this counter. A case that was never opened comes back as a draft; the "
             "rest "
             "has to be entered anew."),
          tr("Give up"), parent)
    , m_rows(new MaterialList(context.look))
{
    m_rows->setAccessibleName(tr("What is given up"));
    m_rows->setFocusPolicy(Qt::NoFocus);
    fields()->addWidget(m_rows);
    fields()->addStretch();
}

void DropPane::show(const sync::OutgoingCase& outgoing)
{
    sync::OutgoingCase refused{outgoing.stream, outgoing.line, {}, {}, outgoing.parked};
    for (const auto& item : outgoing.items) {
        if (item.state == sync::OutboxState::Attention)
            refused.items.append(item);
    }
    m_rows->setRows(rowsOf(refused, context()));
}

} // namespace kuaiban::counter
