#include "CallBar.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"
#include "NoticeBox.h"
#include "TextLabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

CallBar::CallBar(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new QHBoxLayout(this))
    , m_now(new TextLabel(look, TextRole::Body, tr("Now"), Tone::Secondary))
    , m_number(new TextLabel(look, TextRole::Heading))
    , m_matter(new ElidedLabel(look, TextRole::Body))
    , m_waiting(new TextLabel(look, TextRole::Body, {}, Tone::Secondary))
    , m_note(new TextLabel(look, TextRole::Body))
{
    constexpr int longestMatter = 7; // letters as high as they are wide; the tool tip has the rest
    m_row->setContentsMargins(10, 2, 2, 2);
    m_row->setSpacing(6);
    for (QWidget* word : QList<QWidget*>{m_now, m_number, m_matter, m_waiting, m_note})
        m_row->addWidget(word);
    m_row->addStretch(1); // what is left over does not pull the words apart
    m_matter->setMaximumWidth(longestMatter * look.lineHeight(TextRole::Body));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(tr("The queue at this window"));
    setQueue({});
}

void CallBar::setQueue(const ShownQueue& queue)
{
    const bool isOld = queue.tone == Tone::Bad;
    const auto put = [](TextLabel* label, const QString& text, Tone tone) {
        label->setText(text);
        label->setTone(tone);
    };
    put(m_number, queue.number.isEmpty() ? u"—"_s : queue.number, isOld ? Tone::Secondary : Tone::Normal);
    put(m_matter, queue.matter, isOld ? Tone::Secondary : Tone::Normal);
    put(m_waiting, queue.waiting ? tr("%1 waiting").arg(*queue.waiting) : QString(), Tone::Secondary);
    m_note->setVisible(!queue.note.isEmpty());
    put(m_note, queue.note.isEmpty() ? QString() : markText(markOf(queue.tone)) + u' ' + queue.note, queue.tone);
    const QStringList whole{queue.matter, m_waiting->text()}; // also where there is no room for it
    m_number->setToolTip(whole.join(u' ').trimmed().toHtmlEscaped());
    m_note->setToolTip(queue.noteTip.toHtmlEscaped());
    m_note->setAccessibleDescription(queue.noteTip);
    updateGeometry();
    fit();
}

void CallBar::addAction(QAction* action)
{
    auto* button =
        new ActionButton(m_look, m_buttons.isEmpty() ? ButtonRole::Primary : ButtonRole::Plain, action, this);
    button->setFixedHeight(m_look.metrics().fieldHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setKeyShown(false); // the tool tip tells it, and of the main one the bar where there is room
    m_buttons.append(button);
    m_row->addWidget(button);
    updateGeometry();
}

void CallBar::setBusy(bool busy)
{
    if (busy) {
        auto* keyboard = QApplication::focusWidget();
        m_pressed = keyboard && isAncestorOf(keyboard) ? keyboard : nullptr;
        if (m_pressed)
            setFocus(); // a button that is switched off would hand the keyboard to the next one
    }
    for (auto* button : std::as_const(m_buttons))
        button->setEnabled(!busy);
    if (!busy && hasFocus() && m_pressed)
        m_pressed->setFocus();
}

int CallBar::room(int luxuries) const
{
    const auto margins = m_row->contentsMargins();
    int width = margins.left() + margins.right() - m_row->spacing();
    const auto add = [&](const QWidget* widget) { width += widget->sizeHint().width() + m_row->spacing(); };
    add(m_number);
    if (!m_note->text().isEmpty())
        add(m_note);
    for (const auto* button : m_buttons)
        add(button);
    if (!m_buttons.isEmpty() && m_isKeyShown)
        width -= m_buttons.constFirst()->keyRoom();
    if (luxuries >= WithWaiting && !m_waiting->text().isEmpty())
        add(m_waiting);
    if (luxuries >= WithMatter && !m_matter->text().isEmpty())
        width += std::min(m_matter->sizeHint().width(), m_matter->maximumWidth()) + m_row->spacing();
    if (luxuries >= WithKey && !m_buttons.isEmpty())
        width += m_buttons.constFirst()->keyRoom();
    if (luxuries >= WithAll)
        add(m_now);
    return width;
}

QSize CallBar::sizeHint() const
{
    return {room(WithAll), QWidget::sizeHint().height()};
}

QSize CallBar::minimumSizeHint() const
{
    return {room(WithNone), QWidget::minimumSizeHint().height()};
}

void CallBar::fit()
{
    int luxuries = WithAll;
    while (luxuries > WithNone && room(luxuries) > width())
        --luxuries;
    m_waiting->setVisible(luxuries >= WithWaiting && !m_waiting->text().isEmpty());
    m_matter->setVisible(luxuries >= WithMatter && !m_matter->text().isEmpty());
    m_now->setVisible(luxuries >= WithAll);
    m_isKeyShown = luxuries >= WithKey;
    if (!m_buttons.isEmpty())
        m_buttons.constFirst()->setKeyShown(m_isKeyShown);
}

bool CallBar::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void CallBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(&painter, rect(), Metrics::panelRadius, m_look.colours().hover, m_look.colours().border);
}

} // namespace kuaiban::counter
