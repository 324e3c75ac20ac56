#include "SupplementPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/TextLabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualDays = 5;
constexpr int MostDays = 60;

} // namespace

QString SupplementPane::Line::nameText() const
{
    return name ? name->text().trimmed() : wanted->text();
}

bool SupplementPane::Line::isWanted() const
{
    return name ? !name->text().trimmed().isEmpty() : wanted->isChecked();
}

SupplementPane::SupplementPane(const PageContext& context, QWidget* parent)
    : OutcomePane(context, tr("Tell what is missing"),
          tr("Everything that is missing is told at once and printed on the notice. The case is taken and waits; any "
             "window of the area can take in what comes."),
          tr("Tell and print"), parent)
    , m_days(new QLineEdit)
    , m_daysField(new Field(look(), tr("Working days to bring it"), m_days))
{
    auto* more = new ActionButton(look(), ButtonRole::Quiet, tr("Something else is missing"));
    connect(more, &QPushButton::clicked, this, [this] {
        addLine({});
        m_lines.constLast().name->setFocus();
    });
    m_rows = new QWidget;
    fields()->addWidget(m_rows);
    fields()->addWidget(more, 0, Qt::AlignLeft);
    m_daysField->setMaximumWidth(280);
    fields()->addWidget(m_daysField);
    fields()->addStretch();
    connect(m_days, &QLineEdit::textEdited, this, &SupplementPane::showDeadline);
}

void SupplementPane::offer(
    const QList<casework::MissingThing>& missing, QDate today, const codes::WorkingCalendar& calendar)
{
    m_today = today;
    m_calendar = calendar;
    m_lines.clear();
    qDeleteAll(m_rows->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_rows->layout();
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(new TextLabel(look(), TextRole::Label, tr("What is missing"), Tone::Secondary), 0, 0);
    m_grid->addWidget(new TextLabel(look(), TextRole::Label, tr("Why, as it is printed"), Tone::Secondary), 0, 1);
    for (const auto& thing : missing)
        addLine(thing);
    if (missing.isEmpty())
        addLine({});
    m_days->setText(QString::number(UsualDays));
    complain({});
    showDeadline();
}

void SupplementPane::addLine(const casework::MissingThing& thing)
{
    Line line{thing.material, nullptr, nullptr, new QLineEdit(thing.reason)};
    const int row = m_grid->rowCount();
    if (thing.name.isEmpty()) {
        line.name = new QLineEdit;
        line.name->setAccessibleName(tr("What else is missing"));
        m_grid->addWidget(line.name, row, 0);
        line.reason->setText(u"未提交"_s); // official Chinese: it is printed
    } else {
        line.wanted = new QCheckBox(thing.name);
        line.wanted->setChecked(true);
        line.wanted->setToolTip(thing.name);
        connect(line.wanted, &QCheckBox::toggled, line.reason, &QWidget::setEnabled);
        m_grid->addWidget(line.wanted, row, 0);
    }
    line.reason->setAccessibleName(tr("Reason: %1").arg(thing.name));
    m_grid->addWidget(line.reason, row, 1);
    m_lines.append(line);
}

QDate SupplementPane::deadline() const
{
    bool isNumber = false;
    const int days = m_days->text().trimmed().toInt(&isNumber);
    return isNumber && days >= 1 && days <= MostDays ? m_calendar.addWorkingDays(m_today, days).date : QDate();
}

void SupplementPane::showDeadline()
{
    const auto last = deadline();
    if (last.isValid()) {
        m_daysField->setNormal();
        m_daysField->setHint(tr("Until %1").arg(last.toString(Qt::ISODate)));
    } else {
        m_daysField->setError(tr("1 to %1 working days").arg(MostDays));
    }
}

void SupplementPane::begin()
{
    const auto& first = m_lines.constFirst();
    (first.name ? static_cast<QWidget*>(first.name) : first.reason)->setFocus();
}

void SupplementPane::finish()
{
    QList<casework::MissingThing> missing;
    for (const auto& line : std::as_const(m_lines)) {
        if (!line.isWanted())
            continue;
        const QString reason = line.reason->text().trimmed();
        if (reason.isEmpty()) {
            complain(tr("Say why for “%1”.").arg(line.nameText()));
            line.reason->setFocus();
            return;
        }
        missing.append({line.material, line.nameText(), reason});
    }
    if (missing.isEmpty()) {
        complain(tr("Name at least one thing that is missing, or submit the case."));
        return;
    }
    if (!deadline().isValid()) {
        complain(tr("The time to bring it is missing."));
        m_days->setFocus();
        return;
    }
    complain({});
    Q_EMIT confirmed(missing, deadline().toString(Qt::ISODate));
}

} // namespace kuaiban::counter
