#include "CitizenViews.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScroller>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastTouch = 64; // px
constexpr int Gap = 12;
constexpr int RowGap = 10;

TextLabel* centred(const Look& look, TextRole role, const QString& text, Tone tone = Tone::Normal)
{
    auto* label = new TextLabel(look, role, text, tone);
    label->setAlignment(Qt::AlignCenter);
    label->setWrapped(true);
    return label;
}

int touchHeight(const Look& look)
{
    return std::max(LeastTouch, 2 * look.lineHeight(TextRole::Heading));
}

} // namespace

ActionButton* makeTouchButton(const Look& look, ButtonRole role, const QString& text)
{
    auto* button = new ActionButton(look, role, text);
    button->setFont(look.font(TextRole::Heading));
    button->setMinimumHeight(touchHeight(look));
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

IdleView::IdleView(const Look& look, const CitizenWords& words, const CitizenPlace& place)
    : m_look(look)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(2 * Gap);
    auto* hall = centred(look, TextRole::Title, place.hall);
    auto* window = centred(
        look, TextRole::Heading, words(QT_TRANSLATE_NOOP("Citizen", "Window %1")).arg(place.window), Tone::Accent);
    auto* ask = centred(look, TextRole::Title, words(QT_TRANSLATE_NOOP("Citizen", "Please show your ID card")));
    column->addStretch(2);
    column->addWidget(hall);
    column->addWidget(window);
    column->addStretch(5); // the card is drawn here
    column->addWidget(ask);
    column->addStretch(2);
}

void IdleView::paintEvent(QPaintEvent*)
{
    const double tall = height() * 0.2;
    QRectF card(0, 0, tall * 1.586, tall); // ID-1
    card.moveCenter(QPointF(width() / 2.0, height() * 0.52));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& colours = m_look.colours();
    painter.setPen(QPen(colours.accent, 3));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(card, tall / 12, tall / 12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.selection);
    painter.drawRoundedRect(
        QRectF(card.right() - tall * 0.6, card.top() + tall * 0.16, tall * 0.46, tall * 0.52), 4, 4);
    painter.setBrush(colours.accent);
    for (int line = 0; line < 3; ++line)
        painter.drawRect(
            QRectF(card.left() + tall * 0.14, card.top() + tall * (0.2 + 0.17 * line), tall * 0.6, tall * 0.05));
    painter.drawRect(QRectF(card.left() + tall * 0.14, card.bottom() - tall * 0.18, tall * 1.3, tall * 0.06));
}

ConfirmView::ConfirmView(const Look& look, const CitizenWords& words, const CitizenCase& facts)
    : m_look(look)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Gap, Gap, 2 * Gap, 2 * Gap);
    column->setSpacing(Gap);
    auto* title =
        centred(look, TextRole::Title, words(QT_TRANSLATE_NOOP("Citizen", "Please check: is everything right?")));
    title->setMinimumHeight(touchHeight(look)); // the button for the language stands beside it
    column->addWidget(title);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(2 * Gap);
    auto* scroll = new ScrollPane(makeRows(facts.rows.value(words.language())));
    scroll->setFocusPolicy(Qt::NoFocus);
    QScroller::grabGesture(scroll->viewport(), QScroller::LeftMouseButtonGesture); // as on a telephone
    middle->addWidget(scroll, 3);
    if (facts.wantsSignature)
        middle->addLayout(makeSigning(words), 2);
    column->addLayout(middle, 1);
    auto* wrong =
        makeTouchButton(look, ButtonRole::Secondary, words(QT_TRANSLATE_NOOP("Citizen", "Something is wrong")));
    auto* right =
        makeTouchButton(look, ButtonRole::Primary, words(QT_TRANSLATE_NOOP("Citizen", "Everything is right")));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * Gap);
    buttons->addWidget(wrong, 1);
    buttons->addWidget(right, 2);
    column->addLayout(buttons);
    connect(wrong, &QPushButton::clicked, this, &ConfirmView::objected);
    connect(right, &QPushButton::clicked, this,
        [this, unsigned_ = words(QT_TRANSLATE_NOOP("Citizen", "Please write your whole name first."))] {
            if (!m_pad || m_pad->isSigned()) {
                Q_EMIT confirmed(m_pad ? m_pad->picture() : QImage());
                return;
            }
            m_hint->setTone(Tone::Bad);
            m_hint->setText(unsigned_);
        });
}

QWidget* ConfirmView::makeRows(const QList<ConfirmRow>& rows)
{
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * Gap);
    grid->setVerticalSpacing(RowGap);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 5);
    for (const auto& row : rows) {
        auto* label = new TextLabel(m_look, TextRole::Body, row.label, Tone::Secondary);
        label->setWrapped(true);
        auto* value = new TextLabel(m_look, TextRole::Heading, row.value, row.tone);
        value->setWrapped(true);
        const int line = grid->rowCount();
        grid->addWidget(label, line, 0, Qt::AlignTop);
        grid->addWidget(value, line, 1, Qt::AlignTop);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return content;
}

void ConfirmView::goOnFrom(const ConfirmView& before)
{
    if (m_pad && before.m_pad)
        m_pad->copyFrom(*before.m_pad);
}

QVBoxLayout* ConfirmView::makeSigning(const CitizenWords& words)
{
    m_hint = new TextLabel(
        m_look, TextRole::Body, words(QT_TRANSLATE_NOOP("Citizen", "Please sign here with your finger or the pen")));
    m_hint->setWrapped(true);
    m_pad = new InkPad(m_look);
    m_pad->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* anew = makeTouchButton(m_look, ButtonRole::Secondary, words(QT_TRANSLATE_NOOP("Citizen", "Sign again")));
    connect(anew, &QPushButton::clicked, m_pad, &InkPad::clear);
    auto* signing = new QVBoxLayout;
    signing->setSpacing(Gap);
    signing->addWidget(m_hint);
    signing->addWidget(m_pad, 1);
    signing->addWidget(anew);
    return signing;
}

ThanksView::ThanksView(const Look& look, const QString& thanks, const QString& more)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(2 * Gap);
    column->addStretch();
    column->addWidget(centred(look, TextRole::Title, thanks, Tone::Good));
    column->addWidget(centred(look, TextRole::Heading, more, Tone::Secondary));
    column->addStretch();
}

} // namespace kuaiban::counter
