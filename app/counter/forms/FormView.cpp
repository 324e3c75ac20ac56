#include "FormView.h"

#include "app/counter/kit/Field.h"
#include "app/counter/kit/FormGrid.h"
#include "modules/forms/FieldRules.h"
#include "modules/forms/FormPaths.h"
#include "TableEditor.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int AroundField = 40; // shows the label above and the hint below what gets the keyboard

QScrollArea* scrollAreaAround(const QWidget* widget)
{
    for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(at))
            return area;
    }
    return nullptr;
}

} // namespace

FormView::FormView(const Needs& needs, QWidget* parent)
    : QWidget(parent)
    , m_needs(needs)
    , m_words(needs.editors.language, needs.manual, needs.editors.codes)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    forms::FormContext context;
    context.knowsCode = [codes = needs.editors.codes](
                            const QString& table, const QString& code) { return codes->knows(table, code); };
    m_sheet.setContext(context);
    connect(needs.editors.codes.get(), &CodeShelf::changed, this, [this] {
        for (const auto& entry : std::as_const(m_entries))
            entry.editor->refresh();
        evaluate();
    });
}

void FormView::clear()
{
    for (const auto& entry : std::as_const(m_entries))
        entry.editor->disconnect(this);
    if (m_grid) {
        m_grid->hide();
        m_grid->deleteLater(); // one of its editors may be what asked for this
    }
    m_grid = nullptr;
    m_entries.clear();
    m_byId.clear();
    m_problems.clear();
    m_touched.clear();
    m_built.reset();
    m_sheet.clear();
    m_showAll = false;
}

void FormView::setForm(
    const forms::FormDefinition& definition, const QJsonObject& values, const QJsonObject& origins, QDate today)
{
    if (QWidget* typing = focusWidget(); typing && typing->hasFocus()) {
        const QScopedValueRollback filling(m_showing, true); // what is half typed belongs to the form before
        typing->clearFocus();
    }
    if (!m_built || m_built->json() != definition.json()) {
        clear();
        build(definition);
    }
    m_touched.clear();
    m_showAll = false;
    m_unfilled = false;
    m_sheet.begin(definition, values, origins);
    forms::FormContext context;
    context.today = today;
    m_sheet.setContext(context);
    evaluate();
}

void FormView::build(const forms::FormDefinition& definition)
{
    m_built = definition;
    m_grid = new FormGrid(m_needs.editors.look);
    for (const auto& section : m_built->sections()) {
        const int index = m_grid->addSection(section.title.in(m_needs.editors.language));
        for (const auto& field : section.fields)
            addField(field, index);
    }
    layout()->addWidget(m_grid);
}

void FormView::addField(const forms::Field& definition, int section)
{
    auto* editor = makeEditor(definition, m_needs.editors);
    auto* card =
        new Field(m_needs.editors.look, definition.label.in(m_needs.editors.language), editor->widget(), m_grid);
    card->setObjectName(definition.id);
    card->setHint(definition.hint.in(m_needs.editors.language));
    const bool isWide = definition.kind == forms::FieldKind::Table || definition.kind == forms::FieldKind::Multiline;
    if (!isWide && definition.kind != forms::FieldKind::Flag)
        card->setMinimumCharacters(wantedCharacters(definition));
    m_grid->addWidget(card, definition.width);
    const auto path = [id = definition.id](const QString& below) { return below.isEmpty() ? id : id + u'.' + below; };
    connect(editor, &ValueEditor::edited, this,
        [this, path](const QString& below, const QJsonValue& value) { take(path(below), value); });
    connect(editor, &ValueEditor::left, this, [this, path](const QString& below) { leave(path(below)); });
    m_byId.insert(definition.id, m_entries.size());
    m_entries.append({&definition, section, card, editor, qobject_cast<TableEditor*>(editor)});
    if (m_readOnly)
        editor->setReadOnly(true);
}

void FormView::setContext(const forms::FormContext& context)
{
    m_sheet.setContext(context);
    fill();
    evaluate();
}

void FormView::prefill(const QJsonObject& card, const QJsonObject& registered)
{
    auto context = m_sheet.context();
    context.card = card;
    context.registered = registered;
    setContext(context);
}

void FormView::setRegistered(const QJsonObject& registered)
{
    prefill(m_sheet.context().card, registered);
}

void FormView::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    for (const auto& entry : std::as_const(m_entries))
        entry.editor->setReadOnly(readOnly);
    evaluate();
}

void FormView::setStep(const QString& step)
{
    m_step = step;
    if (m_sheet.isOpen())
        present();
}

void FormView::fill()
{
    if (m_readOnly)
        return;
    m_unfilled = false;
    m_sheet.fill([this](const QString& field) {
        const auto* entry = entryAt(field);
        const bool busy = entry && entry->editor->isBusy();
        m_unfilled = m_unfilled || busy;
        return busy;
    });
}

void FormView::take(const QString& path, const QJsonValue& value)
{
    if (m_showing || m_readOnly)
        return;
    m_sheet.write(path, value);
    evaluate();
    Q_EMIT edited();
}

void FormView::leave(const QString& path)
{
    if (m_showing || !m_sheet.isOpen())
        return;
    if (!m_touched.contains(path)) {
        m_touched.insert(path);
        present();
    }
    if (m_unfilled) { // later: the editor that is left may still have something to say
        QTimer::singleShot(0, this, [this] {
            fill();
            evaluate();
        });
    }
}

void FormView::evaluate()
{
    if (!m_sheet.isOpen())
        return;
    m_sheet.evaluate();
    present();
}

bool FormView::check()
{
    if (!m_sheet.isOpen())
        return false;
    m_showAll = true;
    m_sheet.dropEmptyRows();
    evaluate();
    const auto* block = firstBlock();
    if (block && !block->paths.isEmpty())
        focusPath(block->paths.constFirst());
    return block == nullptr;
}

const forms::Problem* FormView::firstBlock() const
{
    for (const auto& problem : m_sheet.state().problems) {
        const auto* entry = entryAt(problem.paths.value(0));
        if (problem.severity == forms::Severity::Block && (m_step.isEmpty() || (entry && entry->isVisible)))
            return &problem;
    }
    return nullptr;
}

QString FormView::firstProblem() const
{
    const auto* block = firstBlock();
    if (!block)
        return {};
    const QString path = block->paths.value(0);
    const auto* entry = entryAt(path);
    if (!entry)
        return m_words.problem(*block);
    const QString label = path == entry->definition->id ? QString() : m_words.label(*block);
    return label.isEmpty() ? entry->card->label() : label;
}

void FormView::focusFirst()
{
    QString first;
    for (const auto& entry : std::as_const(m_entries)) {
        if (!entry.isVisible || entry.isReadOnly)
            continue;
        if (forms::isBlank(m_sheet.shown(*entry.definition))) {
            focusPath(entry.definition->id);
            return;
        }
        first = first.isEmpty() ? entry.definition->id : first;
    }
    focusPath(first);
}

bool FormView::focusPath(const QString& path)
{
    QWidget* target = targetAt(path);
    if (!target)
        return false;
    target->setFocus(Qt::TabFocusReason);
    if (auto* area = scrollAreaAround(this)) {
        layout()->activate();
        area->ensureWidgetVisible(target, 0, AroundField);
    }
    return true;
}

QWidget* FormView::targetAt(const QString& path) const
{
    const auto* entry = entryAt(path);
    return entry && entry->isVisible ? entry->editor->target(path.section(u'.', 1)) : nullptr;
}

const FormView::Entry* FormView::entryAt(const QString& path) const
{
    const auto found = m_byId.constFind(path.section(u'.', 0, 0));
    return found == m_byId.cend() ? nullptr : &m_entries[*found];
}

// Whatever comes and goes above it, what somebody is typing in stays at its place on the screen.
void FormView::keepInPlace(const std::function<void()>& change)
{
    QWidget* typing = QApplication::focusWidget();
    auto* area = typing && isAncestorOf(typing) ? scrollAreaAround(this) : nullptr;
    if (!area) {
        change();
        return;
    }
    const auto place = [&] { return typing->mapTo(area->viewport(), QPoint()).y(); };
    const int before = place();
    change();
    for (QWidget* at = m_grid; at != area->viewport(); at = at->parentWidget()) {
        if (at->layout())
            at->layout()->activate();
    }
    QEvent measured(QEvent::LayoutRequest); // now, not in the next turn: the bar must know the new height
    QCoreApplication::sendEvent(area, &measured);
    auto* bar = area->verticalScrollBar();
    bar->setValue(bar->value() + place() - before);
}

} // namespace kuaiban::counter
