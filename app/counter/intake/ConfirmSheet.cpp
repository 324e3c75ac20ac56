#include "ConfirmSheet.h"

#include "app/counter/casefile/CaseWords.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/base/FailureManual.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr double LargeScale = 1.35; // of the body text: read from the other side of the desk
constexpr QSize SheetSize(880, 600);
constexpr int LabelWidth = 230;

} // namespace

ConfirmSheet::ConfirmSheet(const PageContext& context, const CodeWords& words, QWidget* window)
    : Overlay(context.look, window)
    , m_context(context)
    , m_words(words)
    , m_large(context.look.font(TextRole::Body))
    , m_place(new QWidget)
    , m_column(new QVBoxLayout(m_place))
{
    m_large.setPixelSize(int(m_large.pixelSize() * LargeScale));
    m_column->setContentsMargins(0, 0, 0, 0);
    sheet()->setTitle(tr("Please check: is everything right?"));
    sheet()->setTitleRole(TextRole::Title);
    auto* scroll = new ScrollPane(m_place);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setMinimumSize(SheetSize);
    sheet()->body()->addWidget(scroll, 1);
    auto* right = new ActionButton(context.look, ButtonRole::Primary, tr("All is right, submit"));
    right->setKeyText(u"F9"_s);
    auto* back = new ActionButton(context.look, ButtonRole::Secondary, tr("Back to the form"));
    back->setKeyText(u"Esc"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(right);
    sheet()->body()->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &Overlay::close);
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
    auto* name = new TextLabel(m_context.look, TextRole::Body, label, Tone::Secondary);
    name->setFont(m_large);
    name->setWrapped(true);
    name->setFixedWidth(LabelWidth);
    auto* text = new TextLabel(m_context.look, TextRole::Body, value, tone);
    text->setFont(m_large);
    text->setWrapped(true);
    line->addWidget(name, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    m_rows->addLayout(line);
}

void ConfirmSheet::show(
    const IntakeDraft& draft, const casework::PreparedItem& item, const forms::FormState& form, const QString& note)
{
    delete m_content;
    m_content = new QWidget;
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    const QString& language = m_context.language;
    if (!note.isEmpty())
        row(tr("To be noted"), note, Tone::Attention);
    row(tr("Matter"), item.item.name.in(language), Tone::Accent);
    for (const auto& role : partyRoles()) {
        const auto party = draft.parties.value(role).toObject();
        if (!party.isEmpty())
            row(roleWords(role), party.value("name"_L1).toString() + u"  "_s + party.value("idNo"_L1).toString());
    }
    for (const auto& section : item.form.sections()) {
        for (const auto& field : section.fields) {
            const auto value = form.values.value(field.id);
            const QString text =
                field.kind == forms::FieldKind::Table
                    ? tr("%n row(s)", nullptr, int(value.toObject().value("order"_L1).toArray().size()))
                    : valueWords(field, value, m_words, true);
            if (form.at(field.id).isVisible && !value.isUndefined() && !text.isEmpty())
                row(field.label.in(language), text);
        }
    }
    for (const auto& problem : form.problems) { // those that block never come here
        const QString text = problem.message.in(language);
        row(tr("To be noted"), text.isEmpty() ? m_context.manual.text(problem.error, language).what : text,
            Tone::Attention);
    }
    for (const auto& material : draft.materials)
        row(tr("Paper"), material.name + u" · "_s + materialWords(material, {}).text);
    m_rows->addStretch();
    m_column->addWidget(m_content);
    open();
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
    Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
