#include "Field.h"

#include "TextLabel.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMetaProperty>
#include <QToolTip>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

Field::Field(const Look& look, const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_labelText(label)
    , m_star(new TextLabel(look, TextRole::Label, u"*"_s, Tone::Bad))
    , m_editor(editor)
    , m_hint(new ElidedLabel(look, TextRole::Hint, {}, Tone::Secondary))
{
    auto* words = new TextLabel(look, TextRole::Label, label, Tone::Secondary);
    words->setMinimumWidth(words->sizeHint().width()); // a label is never cut: the grid gives the field more columns
    words->setBuddy(editor);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(3);
    head->addWidget(words);
    head->addWidget(m_star);
    head->addStretch(1);
    m_star->hide();
    m_hint->setFixedHeight(look.lineHeight(TextRole::Hint));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(editor);
    column->addWidget(m_hint);

    focusWidgetOfEditor()->installEventFilter(this);
    m_focusPolicy = focusWidgetOfEditor()->focusPolicy();
    setSizePolicy(QSizePolicy::Preferred, editor->sizePolicy().verticalPolicy());
    describe();
}

void Field::setHint(const QString& hint, Tone tone)
{
    m_plainHint = hint;
    m_plainTone = tone;
    if (m_state == FieldState::Normal)
        change(FieldState::Normal, hint, tone);
}

void Field::setRequired(bool required)
{
    m_star->setVisible(required);
    describe();
}

void Field::setMinimumCharacters(int characters)
{
    const int inset =
        22 + (qobject_cast<QLineEdit*>(m_editor) ? 0 : m_look.metrics().smallIcon + 8); // room for an arrow
    m_editor->setMinimumWidth(characters * QFontMetrics(m_look.font(TextRole::Body)).horizontalAdvance(u'中') + inset);
}

// A value that is longer than its field can be read without moving the cursor through it.
bool Field::eventFilter(QObject* watched, QEvent* event)
{
    const auto* line = qobject_cast<QLineEdit*>(watched);
    if (event->type() != QEvent::ToolTip || !line)
        return QWidget::eventFilter(watched, event);
    const bool cut = line->fontMetrics().horizontalAdvance(line->text()) > line->width() - 18;
    if (cut && line->echoMode() == QLineEdit::Normal)
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), line->text().toHtmlEscaped(), this);
    return cut;
}

void Field::setNormal()
{
    change(FieldState::Normal, m_plainHint, m_plainTone);
}

void Field::setFilled(const QString& source)
{
    change(FieldState::Filled, source, Tone::Secondary);
}

void Field::setReadOnly(const QString& source)
{
    change(FieldState::ReadOnly, source, Tone::Secondary);
}

void Field::setAttention(const QString& text)
{
    change(FieldState::Attention, text, Tone::Attention);
}

void Field::setError(const QString& text)
{
    change(FieldState::Error, text, Tone::Bad);
}

QString Field::shownHint() const
{
    return m_hint->text();
}

void Field::change(FieldState state, const QString& text, Tone tone)
{
    if (state != m_state && (state == FieldState::ReadOnly || m_state == FieldState::ReadOnly))
        applyReadOnly(state == FieldState::ReadOnly);
    m_state = state;
    setFieldState(m_editor, state);
    setFieldState(focusWidgetOfEditor(), state);
    m_hint->setText(text);
    m_hint->setTone(tone);
    describe();
}

void Field::describe()
{
    QStringList parts;
    if (!m_star->isHidden())
        parts.append(tr("required"));
    if (!m_hint->text().isEmpty())
        parts.append(m_hint->text());
    for (QWidget* widget : {m_editor, focusWidgetOfEditor()}) {
        widget->setAccessibleName(m_labelText);
        widget->setAccessibleDescription(parts.join(u", "_s));
    }
}

QWidget* Field::focusWidgetOfEditor() const
{
    QWidget* widget = m_editor;
    while (widget->focusProxy())
        widget = widget->focusProxy();
    return widget;
}

void Field::applyReadOnly(bool readOnly)
{
    if (m_editor->metaObject()->indexOfProperty("readOnly") >= 0)
        m_editor->setProperty("readOnly", readOnly);
    else
        m_editor->setEnabled(!readOnly);
    focusWidgetOfEditor()->setFocusPolicy(readOnly ? Qt::ClickFocus : m_focusPolicy);
}

} // namespace kuaiban::counter
