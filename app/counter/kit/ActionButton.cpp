#include "ActionButton.h"

#include "app/counter/look/StylePainting.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>

namespace kuaiban::counter {

namespace {

constexpr int keyGap = 7;
constexpr int iconGap = 6;

QFont buttonFont(const Look& look, ButtonRole role)
{
    return look.font(role == ButtonRole::Primary ? TextRole::Strong : TextRole::Body);
}

} // namespace

ActionButton::ActionButton(const Look& look, ButtonRole role, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_look(look)
{
    setButtonRole(this, role);
    setFont(buttonFont(look, role));
    setIconSize(QSize(look.metrics().smallIcon, look.metrics().smallIcon));
    setAutoDefault(false);
    setAccessibleName(text);
}

ActionButton::ActionButton(const Look& look, ButtonRole role, QAction* action, QWidget* parent)
    : ActionButton(look, role, QString(), parent)
{
    setAction(action);
}

void ActionButton::setAction(QAction* action)
{
    if (m_action) {
        disconnect(m_action, nullptr, this, nullptr);
        disconnect(this, &QPushButton::clicked, m_action, nullptr);
    }
    m_action = action;
    if (!action)
        return;
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

QAction* ActionButton::action() const
{
    return m_action;
}

void ActionButton::follow()
{
    if (!m_action)
        return;
    setText(m_action->text());
    setAccessibleName(m_action->text());
    setEnabled(m_action->isEnabled());
    if (!m_action->isVisible())
        hide();
    else if (parentWidget() && isHidden()) // show() without a parent would open a window
        show();
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setKeyText(m_action->shortcut().toString(QKeySequence::NativeText));
}

void ActionButton::setKeyText(const QString& keyText)
{
    m_keyText = keyText;
    setAccessibleDescription(keyText);
    tip();
    updateGeometry();
    update();
}

void ActionButton::setKeyShown(bool shown)
{
    if (m_keyShown == shown)
        return;
    m_keyShown = shown;
    tip();
    updateGeometry();
    update();
}

void ActionButton::setKeyYielding()
{
    m_keyYields = true;
    setSizePolicy(QSizePolicy::Preferred, sizePolicy().verticalPolicy());
}

int ActionButton::keyRoom() const
{
    return m_keyText.isEmpty() ? 0 : keyGap + QFontMetrics(font()).horizontalAdvance(m_keyText);
}

void ActionButton::tip()
{
    const QString hint = m_action ? m_action->property("hint").toString() : QString();
    const bool keyToo = !m_keyShown && !m_keyText.isEmpty();
    setToolTip(!keyToo ? hint : hint.isEmpty() ? m_keyText : QStringLiteral("%1 · %2").arg(hint, m_keyText));
}

void ActionButton::setGlyph(Glyph glyph)
{
    const ButtonRole role = buttonRole(this);
    setIcon(role == ButtonRole::Primary
                ? m_look.iconOnAccent(glyph)
                : m_look.icon(glyph, role == ButtonRole::Quiet ? Tone::Accent : Tone::Secondary));
    updateGeometry();
}

QSize ActionButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = metrics.horizontalAdvance(text());
    if (m_keyShown)
        width += keyRoom();
    if (!icon().isNull())
        width += iconSize().width() + (text().isEmpty() ? 0 : iconGap);
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(width, metrics.height()), this);
}

QSize ActionButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return m_keyYields && m_keyShown ? whole - QSize(keyRoom(), 0) : whole;
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const ButtonRole role = buttonRole(this);
    paintButton(&painter, m_look, rect(), role, option.state);

    const QFontMetrics metrics(font());
    const int keyWidth = m_keyShown ? keyRoom() : 0;
    const int iconWidth = icon().isNull() ? 0 : iconSize().width() + (text().isEmpty() ? 0 : iconGap);
    const QString shown = metrics.elidedText(text(), Qt::ElideRight, width() - keyWidth - iconWidth - 8);
    const int textWidth = metrics.horizontalAdvance(shown);
    int x = (width() - iconWidth - textWidth - keyWidth) / 2;
    const QColor ink = buttonInk(m_look, role, option.state);
    if (iconWidth > 0) {
        icon().paint(&painter, QRect(QPoint(x, (height() - iconSize().height()) / 2), iconSize()), Qt::AlignCenter,
            isEnabled() ? QIcon::Normal : QIcon::Disabled, isChecked() ? QIcon::On : QIcon::Off);
        x += iconWidth;
    }
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, textWidth + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (keyWidth > 0) {
        const bool quiet = isEnabled() && role == ButtonRole::Secondary;
        painter.setPen(quiet ? m_look.colour(Tone::Secondary) : ink);
        painter.drawText(
            QRect(x + textWidth + keyGap, 0, keyWidth, height()), Qt::AlignVCenter | Qt::TextSingleLine, m_keyText);
    }
}

IconButton::IconButton(const Look& look, Glyph glyph, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setIcon(look.icon(glyph));
    setIconSize(QSize(look.metrics().smallIcon + 2, look.metrics().smallIcon + 2));
    setToolTip(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize IconButton::sizeHint() const
{
    const int side = m_look.metrics().fieldHeight - 4;
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_On, isChecked());
    option.state.setFlag(QStyle::State_Sunken, isDown());
    paintButton(&painter, m_look, rect(), ButtonRole::Quiet, option.state);
    if (hasFocus())
        paintFocusRing(&painter, m_look, rect());
    QRect box(QPoint(), iconSize());
    box.moveCenter(rect().center());
    const QIcon::Mode mode = !isEnabled() ? QIcon::Disabled : underMouse() ? QIcon::Active : QIcon::Normal;
    icon().paint(&painter, box, Qt::AlignCenter, mode, isChecked() ? QIcon::On : QIcon::Off);
}

} // namespace kuaiban::counter
