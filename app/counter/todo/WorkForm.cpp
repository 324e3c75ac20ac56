#include "WorkForm.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/kit/ScrollPane.h"
#include "modules/casework/FormEnvironments.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRows = 3; // of fields in sight; the case above needs room too

// A case that comes back to a step comes with a task of its own.
QString placeOf(const casework::Case& state, const QString& step)
{
    const auto* task = state.currentTask();
    return state.id + u'/' + (task ? task->id : step);
}

} // namespace

WorkForm::WorkForm(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new FormPane(context))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new ScrollPane(m_form));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_form, &FormPane::edited, this, [this] {
        m_edited = true;
        updateGeometry();
    });
}

bool WorkForm::isFor(const casework::Case& state, const QString& step) const
{
    return m_task == placeOf(state, step);
}

// Somebody may look at another case in between: what was typed for this one waits.
void WorkForm::keep()
{
    if (m_edited)
        m_begun.insert(m_task, values());
    m_edited = false;
}

void WorkForm::setCase(const casework::Case& state, const casework::PreparedItem& item, const QString& step)
{
    keep();
    m_task = placeOf(state, step);
    m_fields.clear();
    for (const auto& section : item.form.sections()) {
        for (const auto& field : section.fields) {
            if (section.steps.contains(step) && !field.derived)
                m_fields.append(field.id);
        }
    }
    auto values = state.values;
    auto origins = state.origins;
    const auto begun = m_begun.take(m_task);
    for (auto value = begun.begin(); value != begun.end(); ++value) {
        values.insert(value.key(), value.value());
        origins.insert(value.key(), u"typed"_s);
    }
    m_form->FormView::setForm(item.form, values, origins, legalDate(state.openedAt));
    m_form->setStep(step);
    m_form->setContext(casework::formContext(state, step));
    updateGeometry();
}

QSize WorkForm::sizeHint() const
{
    const int field = m_context.look.metrics().fieldHeight + 2 * m_context.look.lineHeight(TextRole::Label);
    const int wanted = m_form->heightForWidth(std::max(width(), 1));
    const int content = wanted > 0 ? wanted : m_form->sizeHint().height();
    return {m_form->sizeHint().width(), std::min(content + 2 * Metrics::grid, MostRows * field)};
}

bool WorkForm::check()
{
    return m_form->check();
}

QJsonObject WorkForm::values() const
{
    const auto all = m_form->values();
    QJsonObject values;
    for (const auto& id : m_fields) {
        const auto value = all.value(id);
        if (!value.isUndefined())
            values.insert(id, value);
    }
    return values;
}

void WorkForm::focusFirst()
{
    m_form->focusFirst();
}

} // namespace kuaiban::counter
