#include "CaseSheet.h"

#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"
#include "CaseNotices.h"
#include "CaseWay.h"
#include "CaseWords.h"
#include "ConflictList.h"
#include "FormReadout.h"
#include "PartyRows.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Beside those of the form: what parties and endings are told by.
const QStringList& commonTables()
{
    static const QStringList tables{u"typed-identity-reason"_s, u"agent-relation"_s, u"refusal-reason"_s, u"AAC058"_s};
    return tables;
}

} // namespace

CaseSheet::CaseSheet(const PageContext& context, const QString& emptyTitle, const QString& emptyAdvice, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(new CodeWords(context.session, this))
    , m_empty(new EmptyState(context.look, Glyph::File, emptyTitle, emptyAdvice))
    , m_panel(new Panel(context.look, u" "_s))
    , m_taken(new TextLabel(context.look, TextRole::Body, {}, Tone::Secondary))
    , m_notices(new CaseNotices(context.look))
    , m_disputes(new ConflictList(context.look))
    , m_head(new KeyValueList(context.look))
    , m_form(new FormReadout(context.look))
    , m_differences(new TextLabel(context.look, TextRole::Label, {}, Tone::Attention))
    , m_materials(new MaterialList(context.look))
    , m_flow(new FlowGraph(context.look))
    , m_history(new KeyValueList(context.look))
    , m_foot(new QVBoxLayout)
{
    m_panel->setTitleRole(TextRole::Title);
    m_panel->addToTitle(m_taken);
    m_materials->setAccessibleName(tr("Papers of the case"));
    m_foot->setSpacing(6);
    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Metrics::panelGap);
    inner->addWidget(m_notices);
    inner->addWidget(m_disputes);
    inner->addWidget(m_head);
    inner->addWidget(new Rule(context.look));
    inner->addWidget(m_differences);
    inner->addWidget(m_form);
    inner->addWidget(new Rule(context.look));
    m_materialsHeading = addHeading(inner, tr("Papers"));
    inner->addWidget(m_materials);
    addHeading(inner, tr("The way of the case"));
    inner->addWidget(m_flow);
    inner->addWidget(m_history);
    inner->addStretch();
    m_panel->body()->addWidget(new ScrollPane(content), 1);
    m_panel->body()->addLayout(m_foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty, 1);
    column->addWidget(m_panel, 1);
    connect(m_notices, &CaseNotices::actionChosen, this, &CaseSheet::noticeActionChosen);
    connect(m_disputes, &ConflictList::settled, this, &CaseSheet::conflictSettled);
    connect(m_materials, &MaterialList::currentChangedTo, this, &CaseSheet::materialChosen);
    connect(m_materials, &MaterialList::rowChosen, this, &CaseSheet::materialChosen);
    clear();
}

TextLabel* CaseSheet::addHeading(QVBoxLayout* column, const QString& text)
{
    auto* heading = new TextLabel(m_context.look, TextRole::Heading, text);
    column->addWidget(heading);
    return heading;
}

void CaseSheet::clear()
{
    m_case = {};
    m_item.reset();
    m_panel->hide();
    m_empty->show();
}

void CaseSheet::setEmptyTexts(const QString& title, const QString& advice)
{
    m_empty->setTexts(title, advice);
}

void CaseSheet::setCase(const casework::Case& state, const ItemPtr& item)
{
    const bool other = m_case.id != state.id;
    m_case = state;
    m_item = item;
    if (other) {
        m_missingFiles.clear();
        m_offers = {};
    }
    m_words->load(commonTables() + (item ? CodeWords::tablesOf(item->form) : QStringList()))
        .then(this, [this, other, stream = state.id] {
            if (m_case.id != stream)
                return;
            fill();
            if (other) {
                auto* scroll = m_panel->findChild<ScrollPane*>();
                scroll->verticalScrollBar()->setValue(0);
            }
            Q_EMIT shown();
        });
}

void CaseSheet::setOffers(const TaskOffers& offers)
{
    m_offers = offers;
    if (m_case.exists())
        fillNotices();
}

void CaseSheet::setMissingFiles(const QSet<QString>& digests)
{
    if (m_missingFiles == digests)
        return;
    m_missingFiles = digests;
    if (m_case.exists()) {
        fillNotices();
        fillMaterials();
    }
}

int CaseSheet::differences() const
{
    return m_form->differences();
}

bool CaseSheet::goToNextDifference()
{
    return m_form->goToNextDifference();
}

void CaseSheet::fill()
{
    m_empty->hide();
    m_panel->show();
    const auto& language = m_context.language;
    m_panel->setTitle(m_item ? m_item->item.name.in(language) : m_case.item);
    m_taken->setText(tr("Taken by %1 · Window %2").arg(m_case.openedByName, m_case.window));
    fillParties();
    fillNotices();
    fillMaterials();
    if (!m_item)
        return;
    m_form->setForm(readForm(m_case, *m_item, *m_words, {language, m_full}));
    const int differing = m_form->differences();
    m_differences->setText(tr("%n value(s) differ from the register · Ctrl+J goes to the next", nullptr, differing));
    m_differences->setVisible(differing > 0);
    m_flow->setSteps(wayOf(m_case, *m_item, language));
    const auto history = historyOf(m_case, *m_item, language);
    m_history->setRows(history);
    m_history->setVisible(!history.isEmpty());
}

void CaseSheet::fillNotices()
{
    if (!m_item) {
        m_notices->setNotices({});
        m_disputes->setDisputes({}, false);
        return;
    }
    m_notices->setNotices(noticesOf({m_case, *m_item, *m_words, m_offers, m_missingFiles.size(), m_context.language}));
    m_disputes->setDisputes(disputesOf(m_case, *m_item, *m_words, {m_context.language, m_full}), m_offers.settle);
}

void CaseSheet::fillParties()
{
    QVector<KeyValue> rows{{tr("Case number"), m_case.number}};
    rows.append(partyRows(m_case, *m_words, m_full));
    if (!m_case.ticket.isEmpty())
        rows.append({tr("Queue number"), m_case.ticket});
    rows.append({tr("State"), phaseText(m_case)});
    if (!m_case.dueOn.isEmpty()) {
        const auto due = casework::isClosed(m_case.phase)
                             ? DueWords{}
                             : dueWords(m_case.dueOn, legalDate(m_context.session.clock().nowMs()));
        rows.append({tr("Limit"), due.text.isEmpty() ? m_case.dueOn : tr("%1 · %2").arg(m_case.dueOn, due.text),
            due.tone == Tone::Secondary ? Tone::Normal : due.tone});
    }
    m_head->setRows(rows);
}

void CaseSheet::fillMaterials()
{
    QVector<MaterialRow> rows;
    for (const auto& material : std::as_const(m_case.materials)) {
        const auto words = materialWords(material, m_missingFiles);
        const int pages = static_cast<int>(material.pages.size());
        rows.append({material.id + (material.late ? u"/late"_s : QString()), material.name, words.text,
            pages > 0 ? tr("%n page(s)", nullptr, pages) : QString(), words.state});
    }
    m_materials->setRows(rows);
    m_materials->setVisible(!rows.isEmpty());
    m_materialsHeading->setVisible(!rows.isEmpty());
}

} // namespace kuaiban::counter
