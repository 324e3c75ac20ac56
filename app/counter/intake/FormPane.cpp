#include "FormPane.h"

#include "app/counter/kit/DateField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/FormGrid.h"
#include "app/counter/kit/TextArea.h"
#include "modules/base/FailureManual.h"
#include "modules/forms/Prefill.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

void setText(QWidget* editor, const QString& text)
{
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        if (line->text() != text)
            line->setText(text);
    } else if (auto* area = qobject_cast<TextArea*>(editor)) {
        if (area->toPlainText() != text)
            area->setPlainText(text);
    }
}

} // namespace

FormPane::FormPane(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void FormPane::clear()
{
    delete m_grid;
    m_grid = nullptr;
    m_fields.clear();
    m_touched.clear();
    m_item.reset();
    m_values = {};
    m_origins = {};
    m_showAll = false;
}

QWidget* FormPane::makeEditor(const forms::Field& field)
{
    if (field.kind == forms::FieldKind::Multiline) {
        auto* area = new TextArea(m_context.look, 4);
        connect(
            area, &QPlainTextEdit::textChanged, this, [this, area, id = field.id] { write(id, area->toPlainText()); });
        return area;
    }
    QLineEdit* line = field.kind == forms::FieldKind::Date ? new DateField : new QLineEdit;
    connect(line, &QLineEdit::textEdited, this, [this, id = field.id](const QString& text) { write(id, text); });
    connect(line, &QLineEdit::editingFinished, this, [this, line, id = field.id] {
        m_touched.insert(id);
        if (!m_filling && line->isModified())
            write(id, line->text());
        evaluate();
    });
    return line;
}

void FormPane::setForm(const ItemPtr& item, const QJsonObject& values, const QJsonObject& origins)
{
    clear();
    m_item = item;
    m_values = values;
    m_origins = origins;
    m_formContext.today = legalDate(m_context.session.clock().nowMs());
    m_grid = new FormGrid(m_context.look);
    for (const auto& section : item->form.sections()) {
        m_grid->addSection(section.title.in(m_context.language));
        for (const auto& definition : section.fields) {
            auto* field = new Field(m_context.look, definition.label.in(m_context.language), makeEditor(definition));
            field->setObjectName(definition.id);
            field->setHint(definition.hint.in(m_context.language));
            m_fields.insert(definition.id, field);
            m_grid->addWidget(field, definition.width);
        }
    }
    layout()->addWidget(m_grid);
    evaluate();
}

void FormPane::prefill(const QJsonObject& card, const QJsonObject& registered)
{
    if (!m_item)
        return;
    m_formContext.card = card;
    m_formContext.registered = registered;
    const auto filled = forms::prefill(m_item->form, m_formContext);
    for (auto it = filled.values.begin(); it != filled.values.end(); ++it) {
        if (m_origins.value(it.key()).toString() == "typed"_L1)
            continue;
        m_values.insert(it.key(), it.value());
        m_origins.insert(it.key(), filled.origins.value(it.key()));
    }
    evaluate();
}

void FormPane::write(const QString& id, const QString& text)
{
    if (m_filling)
        return;
    if (text.trimmed().isEmpty())
        m_values.remove(id);
    else
        m_values.insert(id, text.trimmed());
    m_origins.insert(id, u"typed"_s);
    evaluate();
    Q_EMIT edited();
}

void FormPane::evaluate()
{
    if (!m_item)
        return;
    m_state = forms::evaluate(m_item->form, forms::FormValues{m_values, m_origins}, m_formContext);
    m_filling = true;
    for (const auto& section : m_item->form.sections()) {
        for (const auto& field : section.fields)
            showField(field);
    }
    m_filling = false;
}

void FormPane::showField(const forms::Field& definition)
{
    auto* field = m_fields.value(definition.id);
    const auto state = m_state.at(definition.id);
    field->setVisible(state.isVisible);
    field->setRequired(state.isRequired);
    const QString text = m_values.value(definition.id).toVariant().toString();
    if (!field->editor()->hasFocus() || m_origins.value(definition.id).toString() != "typed"_L1)
        setText(field->editor(), text);
    const auto problems = m_state.problemsAt(definition.id);
    if (!problems.isEmpty() && (m_showAll || m_touched.contains(definition.id))) {
        const bool blocks = problems.constFirst().severity == forms::Severity::Block;
        blocks ? field->setError(textOfProblem(problems.constFirst()))
               : field->setAttention(textOfProblem(problems.constFirst()));
        return;
    }
    const QString origin = m_origins.value(definition.id).toString();
    if (!text.isEmpty() && (origin == "card"_L1 || origin == "register"_L1))
        field->setFilled(originWords(origin));
    else
        field->setNormal();
}

QString FormPane::textOfProblem(const forms::Problem& problem) const
{
    const QString own = problem.message.in(m_context.language);
    return own.isEmpty() ? m_context.manual.text(problem.error, m_context.language).what : own;
}

QString FormPane::originWords(const QString& origin) const
{
    return origin == "card"_L1 ? tr("from the ID card") : tr("from the register");
}

QString FormPane::firstProblem() const
{
    for (const auto& problem : m_state.problems) {
        if (problem.severity == forms::Severity::Block) {
            const auto* field = m_fields.value(problem.paths.value(0));
            return field ? field->label() : textOfProblem(problem);
        }
    }
    return {};
}

bool FormPane::check()
{
    m_showAll = true;
    evaluate();
    for (const auto& problem : m_state.problems) {
        if (problem.severity != forms::Severity::Block)
            continue;
        if (auto* field = m_fields.value(problem.paths.value(0)))
            field->editor()->setFocus();
        return false;
    }
    return m_item != nullptr;
}

void FormPane::focusFirst()
{
    if (!m_item)
        return;
    for (const auto& section : m_item->form.sections()) {
        for (const auto& field : section.fields) {
            if (m_values.value(field.id).toVariant().toString().isEmpty()) {
                m_fields.value(field.id)->editor()->setFocus();
                return;
            }
        }
    }
}

} // namespace kuaiban::counter
