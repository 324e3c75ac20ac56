#include "CaseEditor.h"

#include "app/counter/casefile/CaseNotices.h"
#include "app/counter/casefile/FormPane.h"
#include "app/counter/casefile/PartyRows.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/papers/EarlierPapers.h"
#include "app/counter/papers/MaterialPane.h"
#include "app/counter/shell/Words.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/casework/Parties.h"

#include <QHBoxLayout>
#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaveAfterMs = 1500; // of rest; a power cut loses the last keystrokes at most
constexpr int SideWidth = 300;

} // namespace

CaseEditor::CaseEditor(
    const PageContext& context, const CodeWords& words, PageFeed& feed, QAction* scan, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(words)
    , m_feed(feed)
    , m_asked(new Panel(context.look, tr("What is asked for")))
    , m_notices(new CaseNotices(context.look))
    , m_people(new KeyValueList(context.look))
    , m_center(new Panel(context.look, u" "_s))
    , m_form(new FormPane(context))
    , m_papers(new MaterialPane(context, feed, scan))
    , m_earlier(new EarlierPapers(context.session, this))
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::panelGap);
    column->addWidget(m_notices);
    column->addWidget(m_people);
    column->addStretch();
    m_asked->addScrolled(content);
    m_asked->setFixedWidth(qRound(SideWidth * std::min(context.look.settings().textScale, 1.1)));
    m_center->addScrolled(m_form);
    auto* panes = new QHBoxLayout(this);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(Metrics::panelGap);
    panes->addWidget(m_asked);
    panes->addWidget(m_center, 1);
    panes->addWidget(m_papers);
    m_timer.setSingleShot(true);
    m_timer.setInterval(SaveAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &CaseEditor::save);
    connect(m_form, &FormPane::edited, this, &CaseEditor::change);
    connectPapers();
}

CaseEditor::~CaseEditor()
{
    for (const auto& command : commands())
        m_context.session.act(m_case.id, command.type, command.body);
}

void CaseEditor::connectPapers()
{
    connect(m_papers, &MaterialPane::changed, this, &CaseEditor::change);
    connect(m_papers, &MaterialPane::failed, this, &CaseEditor::failed);
    connect(m_papers, &MaterialPane::said, this, &CaseEditor::said);
    connect(&m_feed, &PageFeed::pageReady, this, [this](const PaperPlace& place, const casework::Page& page) {
        if (place.draft == m_case.id && place.role.isEmpty() && !m_case.id.isEmpty())
            m_papers->addPage(place, page);
    });
    connect(m_papers, &MaterialPane::reuseWanted, this, [this](const QString& material) {
        const auto* asked = m_item ? m_item->item.material(material) : nullptr;
        const QString idNo = casework::subjectOf(m_case.parties).value("idNo"_L1).toString();
        if (asked)
            m_earlier->find({m_case.id, idNo, material, asked->name.zh});
    });
    connect(m_earlier, &EarlierPapers::found, this,
        [this](
            const QString& stream, const QString& material, const QList<casework::Page>& pages, const QString& number) {
            if (stream == m_case.id)
                m_papers->reuse(material, pages, number);
        });
}

void CaseEditor::open(const casework::Case& state, const ItemPtr& item)
{
    m_filling = true;
    m_timer.stop();
    m_case = state;
    m_item = item;
    m_center->setTitle(item->item.name.in(m_context.language));
    m_form->setForm(item, state.values, state.origins);
    m_form->setContext(casework::formContext(m_case));
    m_papers->setItem(item);
    QList<casework::CaseMaterial> materials;
    for (const auto& material : state.materials) {
        if (!material.late)
            materials.append(material);
    }
    m_papers->setMaterials(state.id, materials);
    m_filling = false;
    consider();
    showAsked();
}

void CaseEditor::close()
{
    m_timer.stop();
    m_case = {};
    m_item.reset();
}

void CaseEditor::showAsked()
{
    auto notices = noticesOf({m_case, *m_item, m_words, {}, 0, m_context.language});
    for (const auto& task : m_case.tasks) {
        if (task.outcome == "returned"_L1 && !task.opinion.isEmpty()) {
            notices.prepend({u"returned"_s,
                {tr("Returned by %1, %2").arg(task.holderName, clockText(task.doneAt)), task.opinion, Tone::Attention},
                {}});
        }
    }
    m_notices->setNotices(notices);
    QVector<KeyValue> rows{{tr("Case number"), m_case.number}};
    rows.append(partyRows(m_case, m_words, true));
    m_people->setRows(rows);
}

void CaseEditor::consider()
{
    m_papers->consider(m_form->state().values, casework::formContext(m_case));
}

void CaseEditor::change()
{
    if (m_filling || !m_item)
        return;
    consider();
    m_timer.start();
    Q_EMIT edited();
}

QList<CaseCommand> CaseEditor::commands() const
{
    if (!m_item)
        return {};
    return valueCommands(m_item->form, m_case.values, m_form->values(), faults()) +
           materialCommands(m_case.materials, m_papers->materials());
}

// Half a value is no value yet, and what must not be empty cannot be emptied: such paths wait, the others are kept.
QSet<QString> CaseEditor::faults() const
{
    QSet<QString> paths;
    for (const auto& problem : m_form->state().problems) {
        if (problem.severity == forms::Severity::Block)
            paths.unite({problem.paths.begin(), problem.paths.end()});
    }
    return paths;
}

bool CaseEditor::isFaulty() const
{
    return m_item && valueCommands(m_item->form, m_case.values, m_form->values()) !=
                         valueCommands(m_item->form, m_case.values, m_form->values(), faults());
}

bool CaseEditor::isDirty() const
{
    return !commands().isEmpty();
}

void CaseEditor::save()
{
    m_timer.stop();
    if (m_sending) {
        m_again = true;
        return;
    }
    if (!m_item)
        return;
    m_sending = true;
    m_again = false;
    sendNext(commands());
}

void CaseEditor::sendNext(QList<CaseCommand> left)
{
    if (left.isEmpty()) {
        m_sending = false;
        if (m_again)
            save();
        else
            Q_EMIT saved(m_case);
        return;
    }
    const auto command = left.takeFirst();
    m_context.session.act(m_case.id, command.type, command.body)
        .then(this, [this, left, stream = m_case.id](const Result<casework::Case>& state) {
            if (stream != m_case.id) { // another case was opened meanwhile; this one is safe in the store
                m_sending = false;
                return;
            }
            if (!state) {
                m_sending = false;
                Q_EMIT failed(state.error());
                return;
            }
            m_case = *state;
            sendNext(left);
        });
}

bool CaseEditor::check()
{
    m_missing.clear();
    if (!m_form->check())
        return false;
    m_missing = m_papers->insist();
    return m_missing.isEmpty();
}

QString CaseEditor::firstProblem() const
{
    return m_missing.isEmpty() ? m_form->firstProblem() : m_missing;
}

void CaseEditor::scan(ScanWay way)
{
    m_papers->scan(way);
}

void CaseEditor::focusForm()
{
    m_form->focusFirst();
}

} // namespace kuaiban::counter
