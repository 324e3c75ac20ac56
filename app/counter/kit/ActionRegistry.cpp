#include "ActionRegistry.h"

#include "KitErrors.h"

#include <QAction>
#include <QWidget>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Keys a text field or a list uses itself when no Ctrl or Alt is held.
bool writesOrMoves(const QKeySequence& sequence)
{
    for (int i = 0; i < sequence.count(); ++i) {
        const QKeyCombination keys = sequence[uint(i)];
        if (keys.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            continue;
        const int key = keys.key();
        if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
            continue;
        if (key == Qt::Key_Escape || key == Qt::Key_PageUp || key == Qt::Key_PageDown || key == Qt::Key_Pause ||
            key == Qt::Key_Print)
            continue;
        return true;
    }
    return false;
}

// Ctrl+Enter means both Enter keys; the label says Enter.
QList<QKeySequence> bothEnters(const QKeySequence& sequence)
{
    if (sequence.isEmpty())
        return {};
    const QKeyCombination keys = sequence[0];
    if (sequence.count() == 1 && (keys.key() == Qt::Key_Return || keys.key() == Qt::Key_Enter))
        return {QKeySequence(keys.keyboardModifiers() | Qt::Key_Enter),
            QKeySequence(keys.keyboardModifiers() | Qt::Key_Return)};
    return {sequence};
}

} // namespace

ActionRegistry::ActionRegistry(QWidget* window)
    : QObject(window)
    , m_window(window)
{}

Result<QAction*> ActionRegistry::add(const ActionSpec& spec)
{
    const QList<QKeySequence> keys = bothEnters(spec.key);
    const QString keyText = keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
    if (writesOrMoves(spec.key))
        return fail(actionKeyTypes(keyText, spec.id));
    for (const Kept& kept : std::as_const(m_kept)) {
        if (kept.spec.id == spec.id)
            return fail(actionIdTaken(spec.id));
        const bool meet = kept.spec.context == spec.context || kept.spec.context.isEmpty() || spec.context.isEmpty();
        if (meet && !keys.isEmpty() && kept.action->shortcuts().contains(keys.front()))
            return fail(actionKeyTaken(keyText, spec.id, kept.spec.id));
    }
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false); // a key that rests on the desk must not submit twice
    action->setEnabled(spec.enabled);
    action->setToolTip(spec.hint);
    action->setProperty("hint", spec.hint);
    m_kept.append({spec, action});
    attach();
    return action;
}

QAction* ActionRegistry::action(const QString& id) const
{
    for (const Kept& kept : m_kept)
        if (kept.spec.id == id)
            return kept.action;
    return nullptr;
}

void ActionRegistry::removeContext(const QString& context)
{
    for (qsizetype i = m_kept.size() - 1; i >= 0; --i)
        if (m_kept[i].spec.context == context)
            delete m_kept.takeAt(i).action;
}

void ActionRegistry::nameContext(const QString& context, const QString& title)
{
    m_titles.insert(context, title);
}

QString ActionRegistry::contextTitle(const QString& context) const
{
    return m_titles.value(context, context);
}

void ActionRegistry::enter(const QString& context)
{
    m_context = context;
    attach();
}

void ActionRegistry::hold()
{
    ++m_held;
    attach();
}

void ActionRegistry::release()
{
    if (m_held > 0)
        --m_held;
    attach();
}

bool ActionRegistry::answers(const Kept& kept) const
{
    return m_held == 0 && (kept.spec.context.isEmpty() || kept.spec.context == m_context);
}

// An action answers to its key only while it belongs to a widget of the window, so the actions of other pages are taken
// out of it: their enabled state stays theirs, and equal keys on two pages are never ambiguous.
void ActionRegistry::attach()
{
    if (!m_window)
        return;
    for (const Kept& kept : std::as_const(m_kept)) {
        if (answers(kept))
            m_window->addAction(kept.action);
        else
            m_window->removeAction(kept.action);
    }
}

QVector<ActionRegistry::Entry> ActionRegistry::entries(const QString& context) const
{
    QVector<Entry> found;
    for (const Kept& kept : m_kept) {
        if (kept.spec.context != context)
            continue;
        found.append({kept.spec.id, kept.action->text(), kept.action->shortcut().toString(QKeySequence::NativeText),
            kept.spec.hint, context, kept.action->isEnabled()});
    }
    return found;
}

} // namespace kuaiban::counter
