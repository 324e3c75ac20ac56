#include "SupplementForm.h"

#include "app/counter/kit/DateField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/ScrollPane.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualDays = 10; // calendar days to bring what is missing; the reviewer changes it as the case needs

} // namespace

SupplementForm::SupplementForm(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list))
    , m_other(new QLineEdit)
    , m_otherField(new Field(context.look, tr("Something else"), m_other))
    , m_deadline(new DateField)
    , m_deadlineField(new Field(context.look, tr("Bring it by"), m_deadline))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_scroll = new ScrollPane(m_list);
    m_scroll->setFixedHeight(4 * (context.look.metrics().fieldHeight + 4));
    m_otherField->setHint(tr("Name it, then Enter"));
    m_deadlineField->setRequired(true);
    auto* below = new QHBoxLayout;
    below->setSpacing(Metrics::columnGap);
    below->addWidget(m_otherField, 2);
    below->addWidget(m_deadlineField, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_scroll);
    column->addLayout(below);
    m_other->installEventFilter(this);
    connect(m_deadline, &DateField::dateEdited, this, [this] { m_deadlineField->setNormal(); });
}

void SupplementForm::setCase(const casework::Case& state, const casework::PreparedItem& item)
{
    if (m_stream == state.id)
        return;
    m_stream = state.id;
    for (const auto& line : std::as_const(m_lines))
        delete line.box->parentWidget();
    m_lines.clear();
    m_other->clear();
    m_otherField->setNormal();
    m_deadlineField->setNormal();
    const QDate today = legalDate(m_context.session.clock().nowMs());
    m_deadline->setRange(today, {});
    m_deadline->setDate(today.addDays(UsualDays));
    // A paper that may still come later is the first thing to ask for.
    QSet<QString> deferred;
    for (const auto& material : state.materials) {
        if (material.state == "deferred"_L1)
            deferred.insert(material.id);
    }
    QSet<QString> listed;
    for (const auto& material : item.item.materials) {
        addLine(material.id, material.name.in(m_context.language), deferred.contains(material.id));
        listed.insert(material.id);
    }
    for (const auto& material : state.materials) {
        if (!listed.contains(material.id))
            addLine({}, material.name, false); // named by the window, not by the item
    }
}

void SupplementForm::addLine(const QString& material, const QString& name, bool ticked)
{
    auto* row = new QWidget(m_list);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* box = new QCheckBox(name);
    box->setChecked(ticked);
    auto* reason = new QLineEdit;
    reason->setPlaceholderText(tr("What is wrong with it, or that it is missing"));
    reason->setAccessibleName(tr("Reason: %1").arg(name));
    reason->setMaxLength(80);
    line->addWidget(box, 1);
    line->addWidget(reason, 1);
    connect(reason, &QLineEdit::textEdited, this, [box] { box->setChecked(true); });
    m_column->addWidget(row);
    row->show(); // now and not with the next layout: its reason may get the keyboard at once
    m_lines.append({material, box, reason});
}

// Enter after a name makes a line of it and asks for the reason; without a name it goes on as in every field. The key
// must end here, or the page would step on from the reason at once.
bool SupplementForm::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_other || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    return enter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && addOther();
}

bool SupplementForm::addOther()
{
    const QString name = m_other->text().trimmed();
    if (name.isEmpty())
        return false;
    addLine({}, name, true);
    m_other->clear();
    m_otherField->setNormal();
    auto* reason = m_lines.constLast().reason;
    reason->setFocus();
    QTimer::singleShot(
        0, reason, [this, reason] { m_scroll->ensureWidgetVisible(reason, 0); }); // it has its place then
    return true;
}

QJsonArray SupplementForm::missing() const
{
    QJsonArray missing;
    for (const auto& line : m_lines) {
        if (line.box->isChecked())
            missing.append(QJsonObject{{u"material"_s, line.material}, {u"name"_s, line.box->text()},
                {u"reason"_s, line.reason->text().trimmed()}});
    }
    return missing;
}

QString SupplementForm::deadline() const
{
    const auto day = m_deadline->date();
    return day ? day->toString(Qt::ISODate) : QString();
}

bool SupplementForm::check()
{
    addOther();
    if (missing().isEmpty()) {
        m_otherField->setError(tr("Tick at least one paper"));
        focusFirst();
        return false;
    }
    if (deadline().isEmpty()) {
        const QString problem = m_deadline->problemText();
        m_deadlineField->setError(problem.isEmpty() ? tr("Say by when") : problem);
        m_deadline->setFocus();
        return false;
    }
    return true;
}

void SupplementForm::focusFirst()
{
    if (!m_lines.isEmpty())
        m_lines.constFirst().box->setFocus(Qt::TabFocusReason);
    else
        m_other->setFocus();
}

} // namespace kuaiban::counter
