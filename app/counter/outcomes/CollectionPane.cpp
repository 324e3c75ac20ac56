#include "CollectionPane.h"

#include "app/counter/casefile/CaseWords.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/papers/PageSheets.h"
#include "app/counter/papers/SignatureSheet.h"
#include "app/counter/parties/PartyForm.h"
#include "modules/base/FailureManual.h"
#include "modules/casework/Parties.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString SignaturePaper = u"signature"_s;

} // namespace

CollectionPane::CollectionPane(
    const PageContext& page, const CodeWords& words, PageFeed& feed, QAction* scan, QWidget* parent)
    : OutcomePane(page, tr("Hand out the result"),
          tr("Who takes the result with him, which papers, and the page he signs for them. It is recorded once."),
          tr("Record"), parent)
    , m_who(new QComboBox)
    , m_other(new PartyForm(page, words, feed, scan))
    , m_papers(new QLineEdit)
    , m_papersField(new Field(look(), tr("Papers handed out"), m_papers))
    , m_signature(new PageSheets(page, feed, scan))
    , m_feed(feed)
{
    m_papersField->setRequired(true);
    m_papersField->setHint(tr("Several are separated by commas"));
    m_signature->setRows(1);
    fields()->addWidget(new Field(look(), tr("Collected by"), m_who));
    fields()->addWidget(m_other);
    fields()->addWidget(m_papersField);
    fields()->addWidget(new TextLabel(look(), TextRole::Label, tr("Signed page (F4 scans it)"), Tone::Secondary));
    fields()->addWidget(m_signature);
    auto* sign = new ActionButton(look(), ButtonRole::Secondary, tr("Sign on the screen …"));
    fields()->addWidget(sign, 0, Qt::AlignLeft);
    connect(sign, &QPushButton::clicked, this, &CollectionPane::askForSignature);
    fields()->addStretch();
    connect(m_who, &QComboBox::currentIndexChanged, this, &CollectionPane::showPerson);
    connect(m_papers, &QLineEdit::textEdited, m_papersField, &Field::setNormal);
    connect(m_other, &PartyForm::finished, this, [this] { m_papers->setFocus(); });
    connect(m_other, &PartyForm::removed, this, [this] { m_who->setCurrentIndex(0); });
    connect(m_signature, &PageSheets::pagesChanged, this, [this](const QList<casework::Page>& pages) {
        m_signed = pages;
        showSigned();
    });
}

void CollectionPane::setCase(const casework::Case& state, const ItemPtr& item)
{
    const bool other = m_case.id != state.id;
    m_case = state;
    if (!other)
        return;
    m_signed.clear();
    showSigned();
    complain({});
    m_papersField->setNormal();
    const QString name = item ? item->item.name.in(context().language) : QString();
    m_papers->setText(
        state.phase == casework::Phase::Completed ? tr("Result of %1").arg(name) : tr("Decision on %1").arg(name));
    fillPeople();
}

void CollectionPane::fillPeople()
{
    const QSignalBlocker quiet(m_who);
    m_who->clear();
    for (const auto role : {casework::role::Applicant, casework::role::Subject, casework::role::Agent}) {
        const auto party = m_case.parties.value(role).toObject();
        if (!party.isEmpty())
            m_who->addItem(u"%1 · %2"_s.arg(party.value("name"_L1).toString(), roleWords(role)), QString(role));
    }
    m_who->addItem(tr("Somebody else"), QString(casework::role::Collector));
    m_who->setCurrentIndex(0);
    m_other->setDraft(m_case.id);
    m_other->edit(casework::role::Collector, {}, true);
    showPerson();
}

void CollectionPane::showPerson()
{
    const bool somebodyElse = m_who->currentData().toString() == casework::role::Collector;
    m_other->setVisible(somebodyElse);
    if (somebodyElse)
        m_other->begin();
}

void CollectionPane::askForSignature()
{
    if (!m_sheet) {
        m_sheet = new SignatureSheet(look(), window());
        connect(m_sheet, &SignatureSheet::signedBy, this, [this](const QImage& signature) {
            m_feed.addDrawing({m_case.id, casework::role::Collector, SignaturePaper, {}}, signature);
        });
    }
    m_sheet->ask(collector().value("name"_L1).toString(), m_papers->text());
}

void CollectionPane::begin()
{
    m_who->setFocus();
}

void CollectionPane::takeCard(const QJsonObject& party)
{
    const QString number = party.value("idNo"_L1).toString();
    for (int i = 0; i < m_who->count(); ++i) {
        const auto known = m_case.parties.value(m_who->itemData(i).toString()).toObject();
        if (!number.isEmpty() && known.value("idNo"_L1).toString() == number) {
            m_who->setCurrentIndex(i);
            m_papers->setFocus();
            return;
        }
    }
    m_who->setCurrentIndex(m_who->count() - 1);
    m_other->takeCard(party);
}

QJsonObject CollectionPane::collector() const
{
    const QString role = m_who->currentData().toString();
    if (role == casework::role::Collector)
        return m_other->party();
    auto party = m_case.parties.value(role).toObject();
    party.remove(u"authority"_s); // belongs to the acting for somebody, not to the collecting
    return party;
}

PaperPlace CollectionPane::place() const
{
    const bool somebodyElse = m_who->currentData().toString() == casework::role::Collector;
    if (somebodyElse && !m_other->paper().isEmpty() && m_other->party().value(m_other->paper()).toArray().isEmpty())
        return {m_case.id, casework::role::Collector, m_other->paper(), {}};
    return {m_case.id, casework::role::Collector, SignaturePaper, {}};
}

void CollectionPane::addPage(const PaperPlace& place, const casework::Page& page)
{
    if (place.paper != SignaturePaper) {
        m_other->addPage(place, page);
        return;
    }
    putPage(&m_signed, place, page);
    showSigned();
}

void CollectionPane::showSigned()
{
    m_signature->setPages({m_case.id, casework::role::Collector, SignaturePaper, {}}, tr("Signed page"), m_signed);
}

void CollectionPane::finish()
{
    const auto party = collector();
    const bool somebodyElse = m_who->currentData().toString() == casework::role::Collector;
    if (somebodyElse) {
        const QDate today = legalDate(context().session.clock().nowMs());
        if (const auto problem = casework::partyProblem(casework::role::Collector, party, today, {})) {
            complain(context().manual.text(*problem, context().language).what);
            m_other->begin();
            return;
        }
    }
    QJsonArray papers;
    static const QRegularExpression separators(u"[,，、;；]"_s);
    for (const auto& paper : m_papers->text().split(separators, Qt::SkipEmptyParts)) {
        if (!paper.trimmed().isEmpty())
            papers.append(paper.trimmed());
    }
    if (papers.isEmpty()) {
        m_papersField->setError(tr("Say what was handed out"));
        m_papers->setFocus();
        return;
    }
    QJsonArray pages;
    for (const auto& page : std::as_const(m_signed))
        pages.append(page.toJson());
    QJsonObject body{{u"collector"_s, party}, {u"papers"_s, papers}};
    if (!pages.isEmpty())
        body.insert(u"signature"_s, pages);
    complain({});
    Q_EMIT confirmed(body);
}

} // namespace kuaiban::counter
