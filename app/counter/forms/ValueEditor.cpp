#include "ValueEditor.h"

#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QMetaProperty>

namespace kuaiban::counter {

namespace {

constexpr char tabPolicy[] = "kuaibanTabPolicy"; // the focus policy of an editor that may be edited

} // namespace

void ValueEditor::setReadOnly(bool readOnly)
{
    m_widget->setProperty("readOnly", readOnly);
    QWidget* keyboard = target({});
    if (!keyboard->property(tabPolicy).isValid())
        keyboard->setProperty(tabPolicy, int(keyboard->focusPolicy()));
    keyboard->setFocusPolicy(readOnly ? Qt::ClickFocus : Qt::FocusPolicy(keyboard->property(tabPolicy).toInt()));
}

QWidget* ValueEditor::target(const QString& below) const
{
    Q_UNUSED(below)
    QWidget* widget = m_widget;
    while (widget->focusProxy())
        widget = widget->focusProxy();
    return widget;
}

void ValueEditor::watch(QWidget* keyboard, bool tellsLeft)
{
    m_tellsLeft = tellsLeft;
    keyboard->installEventFilter(this);
}

bool ValueEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::InputMethod) {
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    } else if (event->type() == QEvent::FocusOut) {
        m_composing = false;
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (m_tellsLeft && reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            Q_EMIT left({});
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kuaiban::counter
