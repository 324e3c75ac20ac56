#include "FormView.h"

#include "app/counter/kit/Field.h"
#include "app/counter/kit/FormGrid.h"
#include "modules/forms/FieldRules.h"
#include "modules/forms/FormPaths.h"
#include "TableEditor.h"

#include <QScopedValueRollback>

// How the fields of a form show what its evaluation says. Runs at every key: touches only what changed.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void FormView::present()
{
    const QScopedValueRollback showing(m_showing, true);
    m_problems.clear();
    for (const auto& problem : m_sheet.state().problems) {
        for (const auto& path : problem.paths) {
            const auto known = m_problems.constFind(path);
            if (known == m_problems.cend() ||
                ((*known)->severity == forms::Severity::Warn && problem.severity == forms::Severity::Block))
                m_problems.insert(path, &problem);
        }
    }
    if (!isVisibilityShown())
        keepInPlace([this] { showVisibility(); });
    for (auto& entry : m_entries)
        showField(entry);
}

bool FormView::isShown(const Entry& entry) const
{
    const bool isPart = m_step.isEmpty() || m_built->sections().at(entry.section).steps.contains(m_step);
    return isPart && m_sheet.state().at(entry.definition->id).isVisible;
}

bool FormView::isVisibilityShown() const
{
    return std::all_of(
        m_entries.begin(), m_entries.end(), [this](const Entry& entry) { return entry.isVisible == isShown(entry); });
}

// A section with nothing to show in it has no heading either.
void FormView::showVisibility()
{
    QSet<int> sections;
    for (auto& entry : m_entries) {
        entry.isVisible = isShown(entry);
        entry.card->setVisible(entry.isVisible);
        if (entry.isVisible)
            sections.insert(entry.section);
    }
    for (int section = 0; section < m_built->sections().size(); ++section)
        m_grid->setSectionVisible(section, sections.contains(section));
}

void FormView::showField(Entry& entry)
{
    const auto state = m_sheet.state().at(entry.definition->id);
    const bool readOnly = state.isReadOnly || m_readOnly;
    const bool required = state.isRequired && !readOnly; // the star asks somebody to type
    if (required != entry.isRequired) {
        entry.isRequired = required;
        entry.card->setRequired(required);
    }
    entry.editor->show(m_sheet.shown(*entry.definition));
    if (entry.table)
        showCells(entry);
    const FieldLook look = entry.table ? lookOfTable(entry) : lookOf(entry);
    if (look != entry.look || readOnly != entry.isReadOnly) {
        entry.isReadOnly = readOnly;
        wear(entry, look);
    }
}

void FormView::wear(Entry& entry, const FieldLook& look)
{
    entry.look = look;
    switch (look.state) {
    case FieldState::Normal:
        entry.card->setNormal();
        break;
    case FieldState::Filled:
        entry.card->setFilled(look.text);
        break;
    case FieldState::ReadOnly:
        entry.card->setReadOnly(look.text);
        break;
    case FieldState::Attention:
        entry.card->setAttention(look.text);
        break;
    case FieldState::Error:
        entry.card->setError(look.text);
        break;
    }
    entry.editor->setReadOnly(entry.isReadOnly); // also where the look is one that could be edited
}

// People are told when they left a field, or asked for everything, and of what they did not type at once.
bool FormView::isToBeTold(const forms::Field& field, const QString& path) const
{
    if (m_readOnly)
        return false;
    if (m_showAll || m_touched.contains(path))
        return true;
    const bool isThere = !forms::isBlank(forms::valueAt(m_sheet.state().values, path));
    const QString origin = m_sheet.state().origins.value(path).toString();
    const QString ofTable = m_sheet.state().origins.value(path.section(u'.', 0, 0)).toString();
    const auto isFilled = [](const QString& from) {
        return from == "card"_L1 || from == "register"_L1 || from == "params"_L1;
    };
    return isThere && (field.derived || isFilled(origin) || (origin.isEmpty() && isFilled(ofTable)));
}

FormView::FieldLook FormView::lookOf(const Entry& entry) const
{
    const auto& field = *entry.definition;
    const auto* problem = m_problems.value(field.id);
    if (problem && isToBeTold(field, field.id)) {
        const bool blocks = problem->severity == forms::Severity::Block;
        return {blocks ? FieldState::Error : FieldState::Attention,
            m_words.problem(*problem, field.derived ? QString() : entry.editor->problem())};
    }
    const bool isCoded = field.kind == forms::FieldKind::Code || field.kind == forms::FieldKind::Area;
    if (isCoded && !m_readOnly) {
        const auto error =
            m_needs.editors.codes->error(field.kind == forms::FieldKind::Area ? CodeShelf::areas() : field.codeTable);
        if (error)
            return {FieldState::Attention, m_words.trouble(*error)};
    }
    return lookAtRest(field);
}

FormView::FieldLook FormView::lookAtRest(const forms::Field& field) const
{
    if (field.derived)
        return {FieldState::ReadOnly, FieldWords::derived()};
    if (const auto said = m_sheet.contradiction(field))
        return {FieldState::Attention, m_words.contradiction(field, *said)};
    const bool isThere = !forms::isBlank(m_sheet.shown(field));
    const QString origin = isThere ? FieldWords::origin(m_sheet.origins().value(field.id).toString()) : QString();
    if (m_readOnly || m_sheet.state().at(field.id).isReadOnly)
        return {FieldState::ReadOnly, origin};
    return origin.isEmpty() ? FieldLook() : FieldLook{FieldState::Filled, origin};
}

// Cells have no room for words below them: the first thing to tell stands under the table.
FormView::FieldLook FormView::lookOfTable(const Entry& entry) const
{
    const auto& field = *entry.definition;
    const auto lookOfProblem = [](const forms::Problem& problem, const QString& text) {
        return FieldLook{problem.severity == forms::Severity::Block ? FieldState::Error : FieldState::Attention, text};
    };
    const auto* problem = m_problems.value(field.id);
    if (problem && isToBeTold(field, field.id))
        return lookOfProblem(*problem, m_words.problem(*problem));
    for (const auto& row : entry.table->rows()) {
        for (const auto& column : field.columns) {
            const QString path = forms::cellPath(field.id, row, column.id);
            const auto* wrong = m_problems.value(path);
            if (wrong && isToBeTold(column, path)) {
                const auto* cell = entry.table->cell(row, column.id);
                return lookOfProblem(
                    *wrong, m_words.problemWithLabel(*wrong, cell && !column.derived ? cell->problem() : QString()));
            }
        }
    }
    return lookAtRest(field);
}

void FormView::showCells(const Entry& entry)
{
    const auto& field = *entry.definition;
    for (const auto& row : entry.table->rows()) {
        for (const auto& column : field.columns) {
            const QString path = forms::cellPath(field.id, row, column.id);
            const auto known = m_sheet.state().fields.constFind(path);
            const bool isKnown = known != m_sheet.state().fields.cend();
            CellLook look;
            look.isVisible = !isKnown || known->isVisible;
            look.isReadOnly = m_readOnly || (isKnown && known->isReadOnly);
            const auto* problem = m_problems.value(path);
            if (problem && isToBeTold(column, path)) {
                const auto* cell = entry.table->cell(row, column.id);
                look.state = problem->severity == forms::Severity::Block ? FieldState::Error : FieldState::Attention;
                look.text = m_words.problem(*problem, column.derived ? QString() : cell->problem());
            } else if (look.isReadOnly) {
                look.state = FieldState::ReadOnly;
            } else if (!FieldWords::origin(m_sheet.origins().value(path).toString()).isEmpty()) {
                look.state = FieldState::Filled;
            }
            entry.table->showCell(row, column.id, look);
        }
    }
}

} // namespace kuaiban::counter
