#include "PersonPane.h"

#include "app/counter/casefile/CaseWords.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/PersonCard.h"
#include "app/counter/kit/ScrollPane.h"
#include "modules/base/FailureManual.h"
#include "modules/casework/Parties.h"
#include "PartyFacts.h"

#include <QAction>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout* bareColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    return column;
}

} // namespace

PersonPane::PersonPane(
    const PageContext& context, const CodeWords& words, PageFeed& feed, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(words)
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(
          context.look, Glyph::IdCard, tr("Who is it for?"), tr("Lay the ID card on the reader and press F2.")))
    , m_card(new PersonCard(context.look))
    , m_others(new MaterialList(context.look))
    , m_form(new PartyForm(context, words, feed, actions.scan))
    , m_formPane(new ScrollPane(m_form))
{
    m_empty->setAction(actions.readCard);
    m_others->setAccessibleName(tr("Further people of this case"));
    auto* start = new QWidget;
    auto* startColumn = bareColumn(start);
    startColumn->addWidget(m_empty, 1);
    if (context.devices.has(DeviceFamily::SmartCard))
        startColumn->addWidget(new ActionButton(context.look, ButtonRole::Quiet, actions.readSsc), 0, Qt::AlignHCenter);
    startColumn->addWidget(new ActionButton(context.look, ButtonRole::Quiet, actions.type), 0, Qt::AlignHCenter);
    auto* known = new QWidget;
    auto* knownColumn = bareColumn(known);
    knownColumn->addWidget(new ScrollPane(m_card), 1);
    knownColumn->addWidget(m_others);
    knownColumn->addWidget(new ActionButton(context.look, ButtonRole::Quiet, actions.agent), 0, Qt::AlignHCenter);
    auto* panel = new Panel(context.look);
    panel->body()->addLayout(m_stack, 1); // first: a stack shows its first pane, and alone that is a window
    m_stack->addWidget(start);
    m_stack->addWidget(known);
    m_stack->addWidget(m_formPane);
    bareColumn(this)->addWidget(panel);
    connect(m_others, &MaterialList::rowChosen, this, &PersonPane::partyChosen);
    connect(m_others, &QAbstractItemView::clicked, this, [this] { Q_EMIT partyChosen(m_others->currentId()); });
}

void PersonPane::setPerson(const PersonView& view, const QJsonObject& parties)
{
    m_view = view;
    m_parties = parties;
    m_form->setApplicant(parties.value(casework::role::Applicant).toObject().value("name"_L1).toString());
    fill();
}

void PersonPane::beginTyping(const QString& role, const QJsonObject& party, bool isNew)
{
    m_form->edit(role, party, isNew);
    m_stack->setCurrentWidget(m_formPane);
    m_form->begin();
}

void PersonPane::endTyping()
{
    m_stack->setCurrentIndex(0);
    fill();
}

bool PersonPane::isTyping() const
{
    return m_stack->currentWidget() == m_formPane;
}

void PersonPane::fill()
{
    fillOthers();
    const bool person = !m_view.party.isEmpty();
    if (person)
        m_card->setFacts(personFacts(m_view, m_words));
    if (!isTyping())
        m_stack->setCurrentIndex(person ? 1 : 0);
}

void PersonPane::fillOthers()
{
    QVector<MaterialRow> rows;
    for (const auto& role : partyRoles().mid(1)) {
        const auto party = m_parties.value(role).toObject();
        if (party.isEmpty())
            continue;
        const auto problem = casework::partyProblem(role, party, m_view.today, {});
        QStringList note{roleWords(role)};
        if (problem)
            note.append(m_context.manual.text(*problem, m_context.language).what);
        else if (const auto code = party.value("relation"_L1).toString(); !code.isEmpty())
            note.append(m_words.text(u"agent-relation"_s, code));
        rows.append({role, party.value("name"_L1).toString(), note.join(u" · "_s), {},
            problem ? MaterialState::Attention : MaterialState::Complete});
    }
    m_others->setRows(rows);
    m_others->setVisible(!rows.isEmpty());
}

} // namespace kuaiban::counter
