#include "PersonPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/PersonCard.h"
#include "app/counter/kit/ScrollPane.h"
#include "modules/base/FailureManual.h"
#include "modules/base/Json.h"
#include "modules/codes/CodeTableReader.h"
#include "modules/codes/GbTables.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/Mask.h"
#include "modules/codes/PersonIds.h"
#include "modules/codes/PinyinTable.h"

#include <QAction>
#include <QJsonArray>
#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

int ageOn(QDate birth, QDate day)
{
    return day.year() - birth.year() -
           (QDate(2000, day.month(), day.day()) < QDate(2000, birth.month(), birth.day()) ? 1 : 0);
}

} // namespace

PersonPane::PersonPane(const PageContext& context, QAction* readCard, QAction* typeIdentity, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(
          context.look, Glyph::IdCard, tr("Who is it for?"), tr("Lay the ID card on the reader and press F2.")))
    , m_card(new PersonCard(context.look))
    , m_name(new QLineEdit)
    , m_idNo(new QLineEdit)
    , m_nameField(new Field(context.look, tr("Name"), m_name))
    , m_idNoField(new Field(context.look, tr("ID number"), m_idNo))
    , m_reasonHolder(new QWidget)
    , m_done(new ActionButton(context.look, ButtonRole::Primary, tr("Use this identity")))
{
    m_empty->setAction(readCard);
    auto* start = new QWidget;
    auto* startColumn = new QVBoxLayout(start);
    startColumn->setContentsMargins(0, 0, 0, 0);
    startColumn->addWidget(m_empty, 1);
    startColumn->addWidget(new ActionButton(context.look, ButtonRole::Quiet, typeIdentity), 0, Qt::AlignHCenter);

    auto* typed = new QWidget;
    auto* column = new QVBoxLayout(typed);
    column->setContentsMargins(0, 0, 0, 0);
    m_nameField->setRequired(true);
    m_idNoField->setRequired(true);
    auto* reasonColumn = new QVBoxLayout(m_reasonHolder);
    reasonColumn->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_nameField);
    column->addWidget(m_idNoField);
    column->addWidget(m_reasonHolder);
    column->addWidget(m_done);
    column->addStretch();

    auto* panel = new Panel(context.look);
    m_stack->addWidget(start);
    m_stack->addWidget(new ScrollPane(m_card));
    m_stack->addWidget(typed);
    panel->body()->addLayout(m_stack, 1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(panel);
    connect(m_done, &QPushButton::clicked, this, &PersonPane::finishTyping);
}

void PersonPane::loadReasons()
{
    m_context.session.definition(u"codes"_s, u"typed-identity-reason"_s)
        .then(this, [this](const Result<QByteArray>& bytes) {
            const auto json = bytes ? parseObject(*bytes) : Result<QJsonObject>(fail(bytes.error()));
            if (const auto table = json ? codes::parseCodeTable(*json) : Result<codes::CodeTable>(fail(json.error())))
                offerReasons(*table);
        });
}

void PersonPane::offerReasons(const codes::CodeTable& table)
{
    if (m_reason)
        return;
    QVector<CodeItem> items;
    for (const auto& entry : table.entries())
        items.append({entry.code, entry.text, codes::pinyinInitials(entry.text)});
    m_reason = new CodePicker(m_context.look, std::make_shared<CodeList>(items));
    m_reason->setCodeShown(false);
    m_reasonField = new Field(m_context.look, tr("Why was no card read?"), m_reason);
    m_reasonField->setRequired(true);
    m_reasonHolder->layout()->addWidget(m_reasonField);
}

void PersonPane::beginTyping(const QJsonObject& party)
{
    m_name->setText(party.value("name"_L1).toString());
    m_idNo->setText(party.value("idNo"_L1).toString());
    m_stack->setCurrentIndex(2);
    m_name->setFocus();
}

void PersonPane::finishTyping()
{
    const QDate today = legalDate(m_context.session.clock().nowMs());
    const QString name = m_name->text().trimmed();
    const QString idNo = codes::normalisedIdentifier(m_idNo->text());
    bool sound = true;
    const auto complain = [&](Field* field, const QString& text) {
        field->setError(text);
        sound = false;
    };
    m_nameField->setNormal();
    m_idNoField->setNormal();
    if (name.isEmpty())
        complain(m_nameField, tr("The name is missing."));
    const auto id = codes::parseCitizenId(idNo, today);
    if (!id)
        complain(m_idNoField, m_context.manual.text(id.error(), m_context.language).what);
    if (m_reasonField && m_reason->code().isEmpty())
        complain(m_reasonField, tr("Say why, the reviewer will see it."));
    if (!sound)
        return;
    Q_EMIT partyTyped({{u"name"_s, name}, {u"idKind"_s, u"01"_s}, {u"idNo"_s, idNo}, {u"sex"_s, id->sexCode},
        {u"birth"_s, id->birth.toString(Qt::ISODate)}, {u"source"_s, u"typed"_s},
        {u"typedReason"_s, m_reason ? m_reason->code() : QString()}});
}

void PersonPane::setParty(const QJsonObject& party)
{
    m_party = party;
    m_record = {};
    fill();
}

void PersonPane::setRecord(const QJsonObject& record)
{
    m_record = record;
    fill();
}

void PersonPane::fill()
{
    const QString name = m_party.value("name"_L1).toString();
    if (name.isEmpty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    const QDate today = legalDate(m_context.session.clock().nowMs());
    PersonFacts facts;
    facts.name = name;
    QStringList summary{codes::sexTable().text(m_party.value("sex"_L1).toString())};
    const QString ethnicity = codes::ethnicityTable().text(m_party.value("ethnicity"_L1).toString());
    if (!ethnicity.isEmpty())
        summary.append(ethnicity);
    const QDate birth = QDate::fromString(m_party.value("birth"_L1).toString(), Qt::ISODate);
    if (birth.isValid())
        summary.append(tr("%n year(s)", nullptr, ageOn(birth, today)));
    facts.summary = summary.join(u" · "_s);
    if (m_party.value("source"_L1).toString() == "card"_L1) {
        const QString until = m_party.value("validTo"_L1).toString();
        const QDate end = QDate::fromString(until, Qt::ISODate);
        if (until.isEmpty())
            facts.lines.append({tr("ID card valid without end"), Tone::Good});
        else if (end < today)
            facts.lines.append({tr("ID card expired on %1").arg(until), Tone::Bad});
        else
            facts.lines.append({tr("ID card valid until %1").arg(until), Tone::Good});
    } else {
        facts.lines.append({tr("Typed by hand"), Tone::Attention});
    }
    FactSection section;
    section.rows.append({tr("ID number"), codes::maskIdNumber(m_party.value("idNo"_L1).toString())});
    if (const QString address = m_party.value("address"_L1).toString(); !address.isEmpty())
        section.rows.append({tr("Address"), address});
    facts.sections.append(section);
    const auto open = m_record.value("openCases"_L1).toArray();
    if (!m_record.isEmpty()) {
        FactSection known{tr("In the register"), {}};
        const auto person = m_record.value("person"_L1).toObject();
        if (const QString phone = person.value("phone"_L1).toString(); !phone.isEmpty())
            known.rows.append({tr("Phone"), codes::maskPhone(phone)});
        known.rows.append({tr("Open cases"), open.isEmpty() ? tr("none") : QString::number(open.size())});
        facts.sections.append(known);
    }
    m_card->setFacts(facts);
    m_stack->setCurrentIndex(1);
}

} // namespace kuaiban::counter
