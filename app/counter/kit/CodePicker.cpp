#include "CodePicker.h"

#include "CodePopup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int offered = 50;

} // namespace

CodePicker::CodePicker(const Look& look, std::shared_ptr<const CodeSource> source, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_source(std::move(source))
    , m_line(new QLineEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_line->addAction(look.icon(Glyph::ChevronDown), QLineEdit::TrailingPosition);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &CodePicker::search);
}

CodePicker::~CodePicker()
{
    delete m_popup;
}

void CodePicker::setCode(const QString& code)
{
    m_chosen = m_source->byCode(code).value_or(CodeItem{code, {}, {}});
    m_typing = false;
    close();
    showChosen();
}

void CodePicker::refresh()
{
    if (!m_typing)
        setCode(m_chosen.code);
    else if (isOpen())
        open(m_line->text());
    else if (!m_line->hasFocus())
        settle(); // what meant nothing then may mean something now
}

bool CodePicker::isResolved() const
{
    return !m_typing || m_line->text().isEmpty();
}

void CodePicker::setCodeShown(bool shown)
{
    m_codeShown = shown;
    showChosen();
}

void CodePicker::setPlaceholderText(const QString& text)
{
    m_line->setPlaceholderText(text);
}

void CodePicker::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    close();
}

bool CodePicker::isReadOnly() const
{
    return m_line->isReadOnly();
}

bool CodePicker::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

bool CodePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || m_line->isReadOnly())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // While the list is open these keys are the list's, not the page's.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool lists = key->key() == Qt::Key_Escape || key->key() == Qt::Key_PageUp ||
                           key->key() == Qt::Key_PageDown || key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (isOpen() && key->modifiers() == Qt::NoModifier && lists) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (handleKey(key->key(), key->modifiers() & ~Qt::KeypadModifier))
            return true;
        break;
    }
    case QEvent::FocusOut:
        leave(static_cast<QFocusEvent*>(event)->reason());
        break;
    case QEvent::MouseButtonRelease:
        if (static_cast<QMouseEvent*>(event)->pos().x() > m_line->width() - m_line->height() && !isOpen())
            open({});
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool CodePicker::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (!isOpen()) {
        if (key != Qt::Key_Down || (modifiers != Qt::NoModifier && modifiers != Qt::AltModifier))
            return false;
        open(m_typing ? m_line->text() : QString());
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    switch (key) {
    case Qt::Key_Down:
        m_popup->step(1);
        return true;
    case Qt::Key_Up:
        m_popup->step(-1);
        return true;
    case Qt::Key_PageDown:
        m_popup->step(7);
        return true;
    case Qt::Key_PageUp:
        m_popup->step(-7);
        return true;
    case Qt::Key_Escape:
        close();
        m_typing = false;
        showChosen();
        m_line->selectAll();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (const CodeItem* item = m_popup->current())
            take(CodeItem(*item));
        return false; // the key goes on: Enter and Tab lead to the next field
    default:
        return false;
    }
}

void CodePicker::search(const QString& typed)
{
    m_typing = true;
    if (!typed.trimmed().isEmpty()) {
        open(typed);
        return;
    }
    close();
    const bool had = !m_chosen.code.isEmpty();
    m_chosen = {};
    m_typing = false;
    if (had)
        Q_EMIT chosen(QString());
}

void CodePicker::open(const QString& typed)
{
    if (!m_popup) {
        m_popup = new CodePopup(m_look, this);
        connect(m_popup, &CodePopup::picked, this, [this] {
            if (const CodeItem* item = m_popup->current())
                take(CodeItem(*item));
        });
    }
    QVector<CodeItem> found = m_source->find(typed, offered + 1);
    const bool more = found.size() > offered;
    if (more)
        found.removeLast();
    m_popup->offer(found, more, !typed.trimmed().isEmpty(), m_source->isReady());
}

void CodePicker::close()
{
    if (m_popup)
        m_popup->hide();
}

void CodePicker::take(const CodeItem& item)
{
    const bool changed = item.code != m_chosen.code;
    m_chosen = item;
    m_typing = false;
    close();
    showChosen();
    if (changed)
        Q_EMIT chosen(m_chosen.code);
}

void CodePicker::leave(Qt::FocusReason reason)
{
    close();
    settle();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
        Q_EMIT left();
}

void CodePicker::settle()
{
    if (!m_typing)
        return;
    // What was typed counts when it can only mean one row.
    const QString typed = m_line->text().trimmed();
    const QVector<CodeItem> found = m_source->find(typed, 2);
    const bool exact = !found.isEmpty() &&
                       (found.front().code.compare(typed, Qt::CaseInsensitive) == 0 || found.front().text == typed);
    if (exact || found.size() == 1) {
        take(CodeItem(found.front()));
        return;
    }
    if (!m_chosen.code.isEmpty()) {
        m_chosen = {};
        Q_EMIT chosen(QString());
    }
    Q_EMIT leftUnresolved(typed);
}

void CodePicker::showChosen()
{
    if (m_typing)
        return;
    m_line->setText(shown(m_chosen));
    m_line->setCursorPosition(0);
}

QString CodePicker::shown(const CodeItem& item) const
{
    if (item.text.isEmpty())
        return item.code;
    return m_codeShown && !item.code.isEmpty() ? QString(item.code + "  "_L1 + item.text) : item.text;
}

} // namespace kuaiban::counter
