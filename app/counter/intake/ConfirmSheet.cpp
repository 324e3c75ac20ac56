#include "ConfirmSheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr double LargeScale = 1.35; // of the body text: read from the other side of the desk
constexpr QSize SheetSize(1000, 600);
constexpr int LabelWidth = 230;

} // namespace

ConfirmSheet::ConfirmSheet(const Look& look, QWidget* window)
    : Overlay(look, window)
    , m_large(look.font(TextRole::Body))
    , m_place(new QWidget)
    , m_column(new QVBoxLayout(m_place))
    , m_citizen(new ElidedLabel(look, TextRole::Body))
    , m_sign(new ActionButton(look, ButtonRole::Secondary, tr("Sign on this screen …")))
{
    m_large.setPixelSize(int(m_large.pixelSize() * LargeScale));
    m_column->setContentsMargins(0, 0, 0, 0);
    const QString question = tr("Please check: is everything right?");
    setAccessibleName(question);
    sheet()->setTitle(question);
    sheet()->setTitleRole(TextRole::Title);
    auto* scroll = new ScrollPane(m_place);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(question);
    scroll->setMinimumSize(SheetSize);
    sheet()->body()->addWidget(scroll, 1);
    auto* right = new ActionButton(look, ButtonRole::Primary, tr("All is right, submit"));
    right->setKeyText(u"F9"_s);
    auto* back = new ActionButton(look, ButtonRole::Secondary, tr("Back to the form"));
    back->setKeyText(u"Esc"_s);
    m_sign->setKeyText(u"Ctrl+Shift+K"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_citizen, 1);
    buttons->addWidget(back);
    buttons->addWidget(m_sign);
    buttons->addWidget(right);
    sheet()->body()->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &Overlay::close);
    connect(m_sign, &QPushButton::clicked, this, &ConfirmSheet::signatureWanted);
    connect(right, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed();
    });
}

bool ConfirmSheet::isAskedFor(const catalogue::Item& item)
{
    return item.notices.contains(u"confirmation"_s);
}

void ConfirmSheet::row(const QString& label, const QString& value, Tone tone)
{
    auto* line = new QHBoxLayout;
    auto* name = new TextLabel(look(), TextRole::Body, label, Tone::Secondary);
    name->setFont(m_large);
    name->setWrapped(true);
    name->setFixedWidth(LabelWidth);
    auto* text = new TextLabel(look(), TextRole::Body, value, tone);
    text->setFont(m_large);
    text->setWrapped(true);
    line->addWidget(name, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    m_rows->addLayout(line);
}

void ConfirmSheet::show(const QList<ConfirmRow>& rows, bool wantsSignature)
{
    delete m_content;
    m_content = new QWidget;
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    for (const auto& one : rows)
        row(one.label, one.value, one.tone);
    m_rows->addStretch();
    m_column->addWidget(m_content);
    m_citizen->setText({});
    m_sign->setVisible(wantsSignature);
    open();
}

void ConfirmSheet::tellOfCitizen(const QString& what, Tone tone)
{
    m_citizen->setTone(tone);
    m_citizen->setText(what);
}

void ConfirmSheet::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F9 || (enter && event->modifiers() & Qt::ControlModifier)) {
        close();
        Q_EMIT confirmed();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_K && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        m_sign->click(); // nothing while it is hidden
    Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
