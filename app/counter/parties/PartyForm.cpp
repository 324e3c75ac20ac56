#include "PartyForm.h"

#include "app/counter/casefile/CaseWords.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/papers/PageSheets.h"
#include "modules/base/FailureManual.h"
#include "modules/casework/Parties.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/PersonIds.h"
#include "PartyFacts.h"
#include "TableCodes.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString Unit = u"unit"_s; // among the kinds of documents, beside the codes of AAC058
const QString Name = u"name"_s;
const QString IdKind = u"idKind"_s;
const QString IdNo = u"idNo"_s;
const QString Phone = u"phone"_s;
const QString Relation = u"relation"_s;
const QString Reason = u"typedReason"_s;
const QString Proof = u"proof"_s;
const QString Authority = u"authority"_s;

} // namespace

PartyForm::PartyForm(const PageContext& context, const CodeWords& words, PageFeed& feed, QAction* scan, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(words)
    , m_column(new QVBoxLayout(this))
    , m_title(new TextLabel(context.look, TextRole::Heading))
    , m_caseOf(new ElidedLabel(context.look, TextRole::Body, {}, Tone::Secondary))
    , m_roles(new QWidget)
    , m_papers(new MaterialList(context.look))
    , m_sheets(new PageSheets(context, feed, scan))
    , m_problem(new TextLabel(context.look, TextRole::Hint, {}, Tone::Bad))
    , m_done(new ActionButton(context.look, ButtonRole::Primary, tr("Use this identity")))
    , m_remove(new ActionButton(context.look, ButtonRole::Quiet))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_title);
    m_column->addWidget(m_caseOf);
    addRoles();
    addLine(tr("Name"), new QLineEdit, Name)->setRequired(true);
    addPicker(tr("Kind of document"),
        std::make_shared<TableCodes>(
            words, u"AAC058"_s, QStringList{}, QVector<CodeItem>{{Unit, tr("Unit (credit code)"), u"dw"_s}}),
        IdKind);
    addLine(tr("ID number"), new QLineEdit, IdNo)->setRequired(true);
    addPicker(tr("Relation to the person"), std::make_shared<TableCodes>(words, u"agent-relation"_s), Relation)
        ->setRequired(true);
    addLine(tr("Phone"), new QLineEdit, Phone);
    addPicker(tr("Why was no card read?"), std::make_shared<TableCodes>(words, u"typed-identity-reason"_s), Reason)
        ->setRequired(true);
    addPapers();
    m_problem->setWrapped(true);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_done);
    m_column->addWidget(m_remove, 0, Qt::AlignHCenter);
    m_column->addStretch();
    connect(m_done, &QPushButton::clicked, this, &PartyForm::finish);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(m_role); });
}

Field* PartyForm::addLine(const QString& label, QLineEdit* line, const QString& key)
{
    auto* field = new Field(m_context.look, label, line);
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString& text) { put(key, text); });
    m_column->addWidget(field);
    m_lines.insert(key, line);
    m_fields.insert(key, field);
    return field;
}

Field* PartyForm::addPicker(const QString& label, const std::shared_ptr<const CodeSource>& codes, const QString& key)
{
    auto* picker = new CodePicker(m_context.look, codes);
    picker->setCodeShown(false);
    auto* field = new Field(m_context.look, label, picker);
    connect(picker, &CodePicker::chosen, this, [this, key](const QString& code) { put(key, code); });
    m_column->addWidget(field);
    m_pickers.insert(key, picker);
    m_fields.insert(key, field);
    return field;
}

void PartyForm::addRoles()
{
    auto* row = new WrapLayout(4, m_roles);
    for (const auto& role : partyRoles().mid(1)) {
        auto* button = new ActionButton(m_context.look, ButtonRole::Secondary, roleWords(role));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, role] { chooseRole(role); });
        row->addWidget(button);
        m_roleButtons.insert(role, button);
    }
    m_column->addWidget(m_roles);
}

void PartyForm::addPapers()
{
    m_papers->setAccessibleName(tr("Papers of this person"));
    m_sheets->setRows(1);
    m_column->addWidget(m_papers);
    m_column->addWidget(m_sheets);
    connect(m_papers, &MaterialList::currentChangedTo, this, [this] {
        if (!m_filling)
            fillPapers();
    });
    connect(m_sheets, &PageSheets::pagesChanged, this, [this](const QList<casework::Page>& pages) {
        m_party.insert(paper(), pagesJson(pages));
        fillPapers();
        tell();
    });
}

void PartyForm::edit(const QString& role, const QJsonObject& party, bool isNew)
{
    m_role = role;
    m_party = party;
    m_isNew = isNew;
    if (m_party.value("source"_L1).toString().isEmpty())
        m_party.insert(u"source"_s, u"typed"_s);
    if (m_party.value(IdKind).toString().isEmpty() && m_party.value("kind"_L1).toString() != Unit)
        m_party.insert(IdKind, u"01"_s);
    m_given = isNew && !party.isEmpty() ? QJsonObject() : m_party; // somebody who was begun before was changed already
    fill();
}

void PartyForm::setDraft(const QString& draft)
{
    m_draft = draft;
}

void PartyForm::setApplicant(const QString& name)
{
    m_applicant = name;
    showApplicant();
}

void PartyForm::showApplicant()
{
    m_caseOf->setText(tr("The case is that of %1").arg(m_applicant));
    m_caseOf->setVisible(m_role != casework::role::Applicant && !m_applicant.isEmpty());
}

// Another part for the same person; a part that somebody has already is not taken from him.
void PartyForm::chooseRole(const QString& role)
{
    const QString before = m_role;
    m_role = role;
    fill();
    if (before != role)
        tell();
}

bool PartyForm::isTyped() const
{
    return m_party.value("source"_L1).toString() == "typed"_L1;
}

QStringList PartyForm::papers() const
{
    QStringList needed;
    if (isTyped())
        needed.append(Proof);
    if (m_role == casework::role::Agent && casework::needsAuthority(m_party.value(Relation).toString()))
        needed.append(Authority);
    return needed;
}

void PartyForm::put(const QString& key, const QString& text)
{
    if (m_filling)
        return;
    const QString value = key == IdNo ? codes::normalisedIdentifier(text) : text.trimmed();
    if (key == IdKind) {
        m_party.remove(u"kind"_s);
        m_party.remove(IdKind);
        m_party.insert(value == Unit ? u"kind"_s : IdKind, value);
    } else if (value.isEmpty()) {
        m_party.remove(key);
    } else {
        m_party.insert(key, value);
    }
    if (key == Relation || key == IdKind)
        fill();
    tell();
}

// Esc leaves while nothing was changed: somebody pressed a key too many.
void PartyForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || m_party != m_given)
        QWidget::keyPressEvent(event);
    else if (m_isNew)
        Q_EMIT removed(m_role);
    else
        Q_EMIT finished(m_role, m_party);
}

void PartyForm::takeCard(const QJsonObject& card)
{
    QJsonObject party = card;
    for (const auto& kept : {Relation, Authority, Phone}) { // what a card does not say
        if (m_party.contains(kept))
            party.insert(kept, m_party.value(kept));
    }
    m_party = party;
    fill();
    tell();
    begin();
}

void PartyForm::fill()
{
    m_filling = true;
    const bool applicant = m_role == casework::role::Applicant;
    const bool stands = m_role == casework::role::Agent || m_role == casework::role::Collector;
    m_title->setText(applicant ? tr("Identity without a card") : tr("Another person of this case"));
    showApplicant();
    m_roles->setVisible(!applicant);
    for (auto button = m_roleButtons.begin(); button != m_roleButtons.end(); ++button)
        button.value()->setChecked(button.key() == m_role);
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        const QString text = m_party.value(line.key()).toString();
        if (codes::normalisedIdentifier(line.value()->text()) != codes::normalisedIdentifier(text))
            line.value()->setText(text);
    }
    const bool unit = m_party.value("kind"_L1).toString() == Unit;
    m_pickers.value(IdKind)->setCode(unit ? Unit : m_party.value(IdKind).toString());
    for (const auto& key : {Relation, Reason})
        m_pickers.value(key)->setCode(m_party.value(key).toString());
    m_fields.value(Relation)->setVisible(stands);
    m_fields.value(Phone)->setVisible(stands);
    m_fields.value(Reason)->setVisible(isTyped());
    for (const auto& key : {Name, IdKind, IdNo})
        isTyped() ? m_fields.value(key)->setNormal() : m_fields.value(key)->setReadOnly(tr("from the ID card"));
    for (const auto& key : {Relation, Phone, Reason})
        m_fields.value(key)->setNormal();
    m_fields.value(Name)->setHint(applicant || !isTyped() ? QString() : tr("Type it, or lay the card on the reader"));
    m_problem->clear();
    m_problem->hide();
    m_remove->setText(m_isNew ? tr("Do not enter anybody") : tr("Has no part in this case"));
    m_filling = false;
    fillPapers();
}

void PartyForm::fillPapers()
{
    const auto needed = papers();
    QVector<MaterialRow> rows;
    for (const auto& paper : needed) {
        const auto pages = m_party.value(paper).toArray().size();
        rows.append({paper, paper == Proof ? tr("Scan of the document") : tr("Power of attorney"),
            pages > 0 ? tr("scanned") : tr("scan it with F4"),
            pages > 0 ? tr("%n page(s)", nullptr, int(pages)) : QString(),
            pages > 0 ? MaterialState::Complete : MaterialState::Open});
    }
    m_filling = true;
    m_papers->setRows(rows);
    if (m_papers->currentId().isEmpty() && !rows.isEmpty())
        m_papers->setCurrentId(rows.constFirst().id);
    m_filling = false;
    m_papers->setVisible(!rows.isEmpty());
    m_sheets->setVisible(!rows.isEmpty());
    m_sheets->setPages({m_draft, m_role, paper(), {}}, m_papers->currentIndex().data().toString(),
        casework::pagesFrom(m_party.value(paper()).toArray()));
}

QString PartyForm::paper() const
{
    return papers().isEmpty() ? QString() : m_papers->currentId();
}

void PartyForm::addPage(const PaperPlace& place, const casework::Page& page)
{
    auto pages = casework::pagesFrom(m_party.value(place.paper).toArray());
    putPage(&pages, place, page);
    m_party.insert(place.paper, pagesJson(pages));
    fillPapers();
    tell();
    if (!place.replaces.isEmpty()) // the clerk is at work on this one
        return;
    // The next paper that is still to be scanned.
    for (const auto& next : papers()) {
        if (m_party.value(next).toArray().isEmpty()) {
            m_papers->setCurrentId(next);
            return;
        }
    }
}

void PartyForm::begin()
{
    for (const auto& key : {Name, IdNo, Relation, Reason}) {
        auto* field = m_fields.value(key);
        if (field->isVisibleTo(this) && field->state() != FieldState::ReadOnly &&
            m_party.value(key).toString().isEmpty()) {
            field->editor()->setFocus();
            return;
        }
    }
    m_done->setFocus();
}

void PartyForm::finish()
{
    const QDate today = legalDate(m_context.session.clock().nowMs());
    if (isTyped()) {
        if (const auto id = codes::parseCitizenId(m_party.value(IdNo).toString(), today)) {
            m_party.insert(u"sex"_s, id->sexCode);
            m_party.insert(u"birth"_s, id->birth.toString(Qt::ISODate));
        }
    }
    fill();
    std::optional<Error> problem = casework::partyProblem(m_role, m_party, today, {});
    const auto* kinds = m_words.table(u"AAC058"_s);
    const auto* kind = kinds ? kinds->find(m_party.value(IdKind).toString()) : nullptr;
    if (!problem && kind && !kind->check.isEmpty()) {
        const auto checked = codes::checkIdentifier(kind->check, m_party.value(IdNo).toString(), today);
        if (!checked && !codes::isDoubt(checked.error()))
            problem = checked.error();
    }
    if (problem)
        complain(*problem);
    else
        Q_EMIT finished(m_role, m_party);
}

void PartyForm::complain(const Error& error)
{
    const QDate today = legalDate(m_context.session.clock().nowMs());
    QString text = m_context.manual.text(error, m_context.language).what;
    if (error.is("codes.id15"_L1)) {
        if (const auto longer = codes::citizenIdFrom15(m_party.value(IdNo).toString(), today))
            text = tr("15 digits; the new number would be %1. Check it with the household book.").arg(*longer);
    }
    const QHash<QString, QString> places{
        {u"casework.applicant"_s, Name}, {u"casework.typed-reason"_s, Reason}, {u"casework.relation"_s, Relation}};
    const QString place = error.code.startsWith("codes."_L1) ? IdNo : places.value(error.code);
    if (auto* field = m_fields.value(place)) {
        field->setError(text);
        field->editor()->setFocus();
    } else if (error.is("casework.typed-proof"_L1) || error.is("casework.authority"_L1)) {
        m_papers->setCurrentId(error.is("casework.authority"_L1) ? Authority : Proof);
        m_papers->setFocus();
    }
    m_problem->setText(text); // hints are cut in this narrow column
    m_problem->show();
}

} // namespace kuaiban::counter
