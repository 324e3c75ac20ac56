#include "PaperWays.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/DateField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/QuickPhrases.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 6;

} // namespace

PaperWays::PaperWays(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new WrapLayout(Gap))
    , m_date(new DateField)
    , m_due(new Field(look, tr("To be handed in by"), m_date))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Gap);
    column->addLayout(m_row);
    column->addWidget(m_due);
    m_due->hide();
    connect(m_date, &QLineEdit::editingFinished, this, [this] {
        if (m_date->problem() != DateProblem::None) {
            m_due->setError(m_date->problemText());
            return;
        }
        m_due->setNormal();
        Q_EMIT dueChosen(m_date->date()->toString(Qt::ISODate));
    });
}

void PaperWays::offer(const QList<PaperWay>& ways, std::optional<PaperWay> chosen)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const auto way : ways) {
        auto* button = new ActionButton(m_look, ButtonRole::Secondary, wordOf(way), this);
        button->setCheckable(true);
        button->setChecked(chosen == way);
        // Queued: what it changes shows this row anew, which deletes the button.
        connect(
            button, &QPushButton::clicked, this, [this, way] { Q_EMIT wayChosen(way); }, Qt::QueuedConnection);
        m_row->addWidget(button);
        button->show();
        m_buttons.append(button);
    }
    m_due->setVisible(chosen == PaperWay::Deferred);
    updateGeometry();
}

void PaperWays::setDue(const QString& dueOn, QDate today, QDate latest)
{
    m_date->setRange(today, latest);
    m_date->setDate(QDate::fromString(dueOn, Qt::ISODate));
    m_due->setNormal();
    m_due->setHint(tr("At the latest %1").arg(latest.toString(Qt::ISODate)));
}

} // namespace kuaiban::counter
