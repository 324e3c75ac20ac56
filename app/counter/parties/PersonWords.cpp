#include "PersonWords.h"

#include "modules/casework/Parties.h"
#include "modules/codes/GbTables.h"
#include "modules/codes/Mask.h"
#include "PartyFacts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto InUse = "40"_L1;       // card-state
constexpr auto BankActive = "1"_L1;   // bank-function-state
constexpr auto Paying = "1"_L1;       // AAC031
constexpr auto Dead = "2"_L1;         // AAC060
constexpr qsizetype OldIdLength = 15; // numbers issued before October 1999

// Carries the context of the texts below.
struct PersonWordsTexts
{
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

QString textOf(const QJsonObject& object, QLatin1StringView name)
{
    return object.value(name).toString();
}

int ageOn(QDate birth, QDate day)
{
    return day.year() - birth.year() -
           (QDate(2000, day.month(), day.day()) < QDate(2000, birth.month(), birth.day()) ? 1 : 0);
}

bool isUnit(const QJsonObject& party)
{
    return textOf(party, "kind"_L1) == "unit"_L1;
}

QString shortText(const CodeWords& words, const QString& table, const QString& code)
{
    const auto* known = words.table(table);
    const QString text = known ? known->shortText(code) : QString();
    return text.isEmpty() ? code : text;
}

FactLine validity(const QJsonObject& party, QDate today)
{
    const QString until = textOf(party, "validTo"_L1);
    const QDate end = QDate::fromString(until, Qt::ISODate);
    if (until.isEmpty())
        return {PersonWordsTexts::tr("ID card valid without end"), Tone::Good};
    if (end < today)
        return {PersonWordsTexts::tr("ID card expired on %1").arg(until), Tone::Bad};
    return {PersonWordsTexts::tr("ID card valid until %1").arg(until), Tone::Good};
}

QString differenceWords(const QStringList& names)
{
    const QHash<QString, QString> words{{u"idNo"_s, PersonWordsTexts::tr("number")},
        {u"name"_s, PersonWordsTexts::tr("name")}, {u"sex"_s, PersonWordsTexts::tr("sex")},
        {u"birth"_s, PersonWordsTexts::tr("birth date")}};
    QStringList told;
    for (const auto& name : names)
        told.append(words.value(name));
    return told.join(u"、"_s);
}

// Whether the social security card that was read is this person's (人卡一致).
std::optional<FactLine> cardAgreement(const QJsonObject& party)
{
    const auto card = party.value("ssc"_L1).toObject();
    if (card.isEmpty())
        return {};
    if (textOf(party, "source"_L1) == "ssc"_L1)
        return FactLine{PersonWordsTexts::tr("Read from the social security card"), Tone::Good};
    if (!card.contains("idNo"_L1))
        return FactLine{PersonWordsTexts::tr("Security card tells no holder yet"), Tone::Attention};
    const auto differences = casework::securityCardDifferences(party);
    if (differences.isEmpty())
        return FactLine{PersonWordsTexts::tr("Person and security card agree"), Tone::Good};
    return FactLine{PersonWordsTexts::tr("Security card differs: %1").arg(differenceWords(differences)), Tone::Bad};
}

// "A12****89 · 正常 · 金融账户已激活"
QString cardText(const QJsonArray& cards, const CodeWords& codes, Tone* tone)
{
    if (cards.isEmpty())
        return PersonWordsTexts::tr("none");
    QJsonObject card = cards.first().toObject(); // the newest
    for (const auto& other : cards) {
        if (textOf(other.toObject(), "state"_L1) == InUse) {
            card = other.toObject();
            break;
        }
    }
    const QString state = textOf(card, "state"_L1);
    const QString bank = textOf(card, "bankState"_L1);
    *tone = state == InUse && bank == BankActive ? Tone::Normal : Tone::Attention;
    QStringList parts{codes::maskIdNumber(textOf(card, "cardNo"_L1)), codes.text(u"card-state"_s, state)};
    if (!bank.isEmpty())
        parts.append(PersonWordsTexts::tr("account %1").arg(codes.text(u"bank-function-state"_s, bank)));
    return parts.join(u" · "_s);
}

// "缴费 · 累计 112 个月", with the unit of one that is being paid.
KeyValue insuranceRow(const QJsonObject& insurance, const CodeWords& codes)
{
    const QString state = textOf(insurance, "state"_L1);
    QStringList parts{shortText(codes, u"AAC031"_s, state)};
    if (const QString until = textOf(insurance, "until"_L1); state != Paying && !until.isEmpty())
        parts.front() += u' ' + until.left(7);
    parts.append(PersonWordsTexts::tr("%n month(s)", nullptr, insurance.value("months"_L1).toInt()));
    return {shortText(codes, u"AAE140"_s, textOf(insurance, "kind"_L1)), parts.join(u" · "_s),
        state == Paying ? Tone::Normal : Tone::Attention};
}

QString openCasesText(const PersonView& view)
{
    const auto open = view.known.record.value("openCases"_L1).toArray();
    if (open.isEmpty())
        return PersonWordsTexts::tr("none");
    QStringList names;
    for (const auto& entry : open) {
        const auto one = entry.toObject();
        const QString name = view.itemName ? view.itemName(textOf(one, "item"_L1)) : QString();
        names.append(name.isEmpty() ? textOf(one, "number"_L1) : name);
    }
    return names.join(u"、"_s);
}

FactSection registerSection(const PersonView& view, const CodeWords& codes)
{
    const auto& record = view.known.record;
    FactSection known{PersonWordsTexts::tr("Insurance and cases"), {}};
    QString unit;
    for (const auto& entry : record.value("insurances"_L1).toArray()) {
        const auto insurance = entry.toObject();
        known.rows.append(insuranceRow(insurance, codes));
        if (unit.isEmpty() && textOf(insurance, "state"_L1) == Paying)
            unit = textOf(insurance, "unitName"_L1);
    }
    const auto ended = record.value("terminations"_L1).toArray().first().toObject();
    if (!unit.isEmpty())
        known.rows.append({PersonWordsTexts::tr("Unit"), unit});
    else if (!textOf(ended, "unitName"_L1).isEmpty())
        known.rows.append({PersonWordsTexts::tr("Last unit"), textOf(ended, "unitName"_L1)});
    if (known.rows.isEmpty())
        known.rows.append({PersonWordsTexts::tr("Insured"), PersonWordsTexts::tr("in nothing"), Tone::Attention});
    known.rows.append({PersonWordsTexts::tr("Open cases"), openCasesText(view)});
    return known;
}

Notice notice(Tone tone, const QString& title, const QString& text)
{
    return {title, text, tone};
}

} // namespace

QStringList personTables()
{
    return {u"AAE140"_s, u"AAC031"_s, u"AAC058"_s, u"card-state"_s, u"bank-function-state"_s, u"agent-relation"_s,
        u"typed-identity-reason"_s};
}

PersonFacts personFacts(const PersonView& view, const CodeWords& codes)
{
    const auto& party = view.party;
    PersonFacts facts;
    facts.name = textOf(party, "name"_L1);
    QStringList summary;
    if (isUnit(party))
        summary.append(PersonWordsTexts::tr("Unit"));
    for (const QString& text : {codes::sexTable().text(textOf(party, "sex"_L1)),
             codes::ethnicityTable().text(textOf(party, "ethnicity"_L1))}) {
        if (!text.isEmpty())
            summary.append(text);
    }
    const QDate birth = QDate::fromString(textOf(party, "birth"_L1), Qt::ISODate);
    if (birth.isValid())
        summary.append(PersonWordsTexts::tr("%n year(s)", nullptr, ageOn(birth, view.today)));
    facts.summary = summary.join(u" · "_s);
    if (textOf(party, "source"_L1) == "card"_L1) {
        facts.lines.append(validity(party, view.today));
    } else if (textOf(party, "source"_L1) != "ssc"_L1) {
        facts.lines.append({PersonWordsTexts::tr("Typed by hand"), Tone::Attention});
        if (const QString reason = codes.text(u"typed-identity-reason"_s, textOf(party, "typedReason"_L1));
            !reason.isEmpty())
            facts.lines.append({reason, Tone::Secondary});
    }
    if (const auto agreement = cardAgreement(party))
        facts.lines.append(*agreement);
    FactSection own;
    const QString number = textOf(party, "idNo"_L1);
    own.rows.append({isUnit(party) ? PersonWordsTexts::tr("Credit code") : PersonWordsTexts::tr("ID number"),
        isUnit(party) ? number : codes::maskIdNumber(number)});
    if (const QString address = textOf(party, "address"_L1); !address.isEmpty())
        own.rows.append({PersonWordsTexts::tr("Address"), address});
    const bool found = view.known.state == RegisterLookup::State::Found;
    if (found) {
        Tone tone = Tone::Normal;
        const QString card = cardText(view.known.record.value("cards"_L1).toArray(), codes, &tone);
        own.rows.append({PersonWordsTexts::tr("Security card"), card, tone});
        const QString phone = textOf(view.known.record.value("person"_L1).toObject(), "phone"_L1);
        if (!phone.isEmpty())
            own.rows.append({PersonWordsTexts::tr("Phone"), codes::maskPhone(phone)});
    }
    facts.sections.append(own);
    if (found)
        facts.sections.append(registerSection(view, codes));
    facts.notices = personAlerts(view);
    for (const auto& alert : std::as_const(facts.notices)) { // beside the name, where they are seen first
        if (alert.tone == Tone::Bad)
            facts.lines.append({alert.title, alert.tone});
    }
    return facts;
}

QVector<Notice> personAlerts(const PersonView& view)
{
    using State = RegisterLookup::State;
    QVector<Notice> alerts;
    const auto& record = view.known.record;
    const auto person = record.value("person"_L1).toObject();
    if (textOf(person, "vital"_L1) == Dead) {
        alerts.append(notice(Tone::Bad, PersonWordsTexts::tr("Registered as dead"),
            PersonWordsTexts::tr("Died on %1 by the register. Check who stands at the window.")
                .arg(textOf(person, "diedOn"_L1))));
    }
    for (const auto& entry : record.value("openCases"_L1).toArray()) {
        const auto open = entry.toObject();
        if (!view.item.isEmpty() && textOf(open, "item"_L1) == view.item) {
            alerts.append(notice(Tone::Bad, PersonWordsTexts::tr("The same matter is under way"),
                PersonWordsTexts::tr("Case %1, taken on %2.")
                    .arg(textOf(open, "number"_L1),
                        legalTime(open.value("openedAt"_L1).toInteger()).toString(u"yyyy-MM-dd"_s))));
        }
    }
    if (const auto differences = casework::securityCardDifferences(view.party); !differences.isEmpty()) {
        alerts.append(notice(Tone::Bad, PersonWordsTexts::tr("Person and security card differ"),
            PersonWordsTexts::tr("They differ in %1. Compare both cards with who stands at the window.")
                .arg(differenceWords(differences))));
    }
    const QDate cardEnd = QDate::fromString(textOf(view.party.value("ssc"_L1).toObject(), "expires"_L1), Qt::ISODate);
    if (cardEnd.isValid() && cardEnd < view.today) {
        alerts.append(notice(Tone::Attention, PersonWordsTexts::tr("The security card is out of date"),
            PersonWordsTexts::tr("It ended on %1. Remind of a new one.").arg(cardEnd.toString(Qt::ISODate))));
    }
    const QDate end = QDate::fromString(textOf(view.party, "validTo"_L1), Qt::ISODate);
    if (textOf(view.party, "source"_L1) == "card"_L1 && end.isValid() && end < view.today) {
        alerts.append(notice(Tone::Attention, PersonWordsTexts::tr("The ID card is out of date"),
            PersonWordsTexts::tr("It ended on %1. Ask for a valid document or remind of renewal.")
                .arg(end.toString(Qt::ISODate))));
    }
    const QString number = textOf(view.party, "idNo"_L1);
    if (number.size() == OldIdLength && textOf(view.party, "idKind"_L1) == "01"_L1) {
        alerts.append(notice(Tone::Attention, PersonWordsTexts::tr("Old 15-digit number"),
            PersonWordsTexts::tr("Take the 18-digit number from a new card or the household book.")));
    }
    if (view.known.state == State::Unknown && !isUnit(view.party)) {
        alerts.append(notice(Tone::Attention, PersonWordsTexts::tr("Not in the register"),
            PersonWordsTexts::tr("No record for this number: check it, and fill in by hand.")));
    }
    if (view.known.state == State::Away) {
        alerts.append(notice(Tone::Secondary, PersonWordsTexts::tr("Register out of reach"),
            PersonWordsTexts::tr("The case can be taken; the hub compares it when it arrives.")));
    }
    return alerts;
}

} // namespace kuaiban::counter
