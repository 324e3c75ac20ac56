#include "WorkForm.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/kit/ScrollPane.h"
#include "modules/casework/FormEnvironments.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRows = 3; // of fields in sight; the case above needs room too

QString placeOf(const casework::Case& state, const QString& step)
{
    return state.id + u'/' + step;
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
    connect(m_form, &FormPane::edited, this, &QWidget::updateGeometry);
}

bool WorkForm::isFor(const casework::Case& state, const QString& step) const
{
    return m_task == placeOf(state, step);
}

void WorkForm::setCase(const casework::Case& state, const casework::PreparedItem& item, const QString& step)
{
    m_task = placeOf(state, step);
    m_fields.clear();
    for (const auto& section : item.form.sections()) {
        for (const auto& field : section.fields) {
            if (section.steps.contains(step) && !field.derived)
                m_fields.append(field.id);
        }
    }
    m_form->FormView::setForm(item.form, state.values, state.origins, legalDate(state.openedAt));
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
