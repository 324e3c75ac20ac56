#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"
#include "Duplicates.h"
#include "Parties.h"

#include "modules/base/Clock.h"
#include "modules/base/Digest.h"
#include "modules/base/Money.h"
#include "modules/base/ObjectReader.h"
#include "modules/blobs/BlobErrors.h"
#include "modules/catalogue/CatalogueErrors.h"

#include <QRegularExpression>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

// area(6) + acceptance date(8) + serial(5). A counter out of numbers replaces its provisional one before it sends.
bool numberFits(const QString& number, const QString& area, QDate day)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(u"([0-9]{6})([0-9]{8})([0-9]{5})"_s));
    const auto match = pattern.match(number);
    return match.hasMatch() && match.captured(1) == area.first(6) && match.captured(2) == day.toString(u"yyyyMMdd"_s);
}

// As long as the answers of queue systems are let be; more is nobody's number.
constexpr int LongestTicket = 40;

bool isTicket(const QString& text)
{
    const auto stands = [](QChar c) { return c.isPrint() || c.isSurrogate(); };
    return text.size() <= LongestTicket && text == text.simplified() && std::all_of(text.begin(), text.end(), stands);
}

// Derived values that came out otherwise here than the clerk saw them. One he did not name was not shown to anybody.
QList<forms::DerivedDifference> differencesOf(
    const Question& question, const QJsonObject& seen, const forms::FormState& form)
{
    if (!question.facts.isBinding)
        return {};
    auto differences = forms::derivedDifferences(question.facts.item->form, seen, form);
    differences.removeIf(
        [](const forms::DerivedDifference& one) { return one.seen.isUndefined() || one.seen.isNull(); });
    return differences;
}

QString shown(const forms::Field& field, const QJsonValue& value)
{
    if (value.isUndefined() || value.isNull())
        return u"—"_s;
    if (field.kind == forms::FieldKind::Money)
        return formatYuan(value.toInteger());
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

std::optional<Error> bindingDifference(const PreparedItem& item, const QList<forms::DerivedDifference>& differences)
{
    const auto found = std::find_if(
        differences.begin(), differences.end(), [](const forms::DerivedDifference& one) { return one.isBinding; });
    if (found == differences.end())
        return {};
    const auto* field = item.form.fieldAt(found->path);
    return factsDiffer(
        found->path, field->label.zh, field->label.en, shown(*field, found->seen), shown(*field, found->derived));
}

void noteDifferences(NewEvent& event, const QList<forms::DerivedDifference>& differences)
{
    QJsonArray paths;
    QJsonArray values;
    for (const auto& one : differences) {
        paths.append(one.path);
        values.append(QJsonObject{{u"path"_s, one.path}, {u"client"_s, one.seen},
            {u"hub"_s, one.derived.isUndefined() ? QJsonValue(QJsonValue::Null) : one.derived}});
    }
    if (paths.isEmpty())
        return;
    event.body.insert(u"differences"_s, paths);
    event.personal.insert(u"differences"_s, values);
}

// What the decision read beside the values: kept in the event, so that nothing later needs the register of that day.
void noteGround(const Question& question, NewEvent& event)
{
    const auto card = question.body().value("card"_L1).toObject();
    if (!card.isEmpty())
        event.personal.insert(u"card"_s, card);
    if (!question.facts.registered.isEmpty())
        event.personal.insert(u"registered"_s, question.facts.registered);
    const auto& parameters = question.facts.item->parameters;
    if (!parameters.isEmpty())
        event.body.insert(u"parameters"_s, parameters);
}

std::optional<Error> scenarioProblem(const catalogue::Item& item, const QString& scenario)
{
    const bool known = std::any_of(item.scenarios.begin(), item.scenarios.end(),
        [&](const catalogue::Scenario& one) { return one.id == scenario; });
    return known || (item.scenarios.isEmpty() && scenario.isEmpty()) ? std::optional<Error>() : scenarioUnknown();
}

} // namespace

// Everything OpenCase and RefuseAcceptance say of the case itself.
tl::expected<NewEvent, Decision> caseOpened(const Question& question, Demand demand)
{
    const auto refused = [](const Error& problem) { return tl::make_unexpected(Decision::refuse(problem)); };
    ObjectReader body(question.body());
    const QString number = body.text(u"number"_s);
    const QString itemId = body.text(u"item"_s);
    const QString area = body.text(u"area"_s);
    const QJsonObject parties = body.object(u"parties"_s);
    const QJsonObject values = body.objectOr(u"values"_s);
    const QJsonArray materials = body.arrayOr(u"materials"_s);
    const QString ticket = body.textOr(u"ticket"_s);
    QJsonObject opened{{u"number"_s, number}, {u"item"_s, itemId}, {u"revision"_s, body.integer(u"revision"_s)},
        {u"area"_s, area}, {u"office"_s, body.text(u"office"_s)}, {u"window"_s, body.text(u"window"_s)},
        {u"queryCode"_s, body.text(u"queryCode"_s)}, {u"byName"_s, question.facts.actorName}};
    if (area.size() < 6)
        body.reject(u"area"_s, u"6 digits or more"_s);
    if (const auto done = body.finish(); !done)
        return refused(done.error());
    if (!question.facts.item)
        return refused(catalogue::itemUnknown(itemId));
    if (auto no = withoutRight(question, identity::right::OpenCase, area))
        return tl::make_unexpected(*no);

    const auto& item = *question.facts.item;
    const QDate day = legalDate(question.command.times.corrected);
    if (!numberFits(number, area, day))
        return refused(caseNumberWrong(number));
    if (question.facts.numberTaken)
        return refused(caseNumberTaken(number));
    if (!isTicket(ticket))
        return refused(ticketMalformed(LongestTicket));
    const QString scenario = question.body().value("scenario"_L1).toString();
    if (const auto problem = scenarioProblem(item.item, scenario))
        return refused(*problem);
    if (const auto problem = partiesProblem(parties, day, question.facts.knowsCode))
        return refused(*problem);
    const auto context = openingContext(question.facts, question.body(), day);
    const auto form = formState(question.facts, values, context);
    if (const auto problem = demand == Demand::Everything ? valuesProblem(form) : incompleteProblem(form))
        return refused(*problem);
    QList<CaseMaterial> given;
    for (const auto& entry : materials)
        given.append(CaseMaterial::fromJson(entry.toObject()));
    if (const auto problem = demand == Demand::Everything ? materialsProblem(item, given, form.values, context)
                                                          : materialsProblem(item, given))
        return refused(*problem);
    const auto signature = question.body().value("signature"_L1).toArray();
    const auto drawn = pagesFrom(signature);
    if (!std::all_of(drawn.begin(), drawn.end(), [](const Page& page) { return isDigest(page.digest); }))
        return refused(blobs::blobDigestMalformed());

    const auto differences = differencesOf(question, values, form);
    if (const auto problem = bindingDifference(item, differences); problem && demand == Demand::Everything)
        return refused(*problem);

    if (!scenario.isEmpty())
        opened.insert(u"scenario"_s, scenario);
    if (!ticket.isEmpty())
        opened.insert(u"ticket"_s, ticket);
    if (item.item.workingDays > 0) {
        opened.insert(
            u"dueOn"_s, question.facts.calendar->addWorkingDays(day, item.item.workingDays).date.toString(Qt::ISODate));
    }
    QJsonObject personal{{u"parties"_s, parties}, {u"values"_s, form.values},
        {u"origins"_s, question.body().value("origins"_L1).toObject()}, {u"materials"_s, materials}};
    if (!signature.isEmpty())
        personal.insert(u"signature"_s, signature);
    NewEvent event{u"CaseOpened"_s, opened, personal};
    noteGround(question, event);
    noteDifferences(event, differences);
    noteUniqueness(question, event);
    return event;
}

// OpenCase {number, item, revision, scenario?, area, office, window, ticket?, queryCode, parties, values, origins,
// materials, signature?: [Page], card?, registered?, parameters?, missing?, deadline?}. `signature` is the applicant's
// under what he confirmed. `parameters` pins the pages that calculated what the clerk saw ({key: revision}); without it
// those in force count. The hub reads its own register instead of `registered`.
Decision openCase(const Question& question)
{
    if (question.state.exists())
        return Decision::refuse(caseExists());
    if (!question.body().value("missing"_L1).toArray().isEmpty())
        return openIncomplete(question);
    const auto opened = caseOpened(question, Demand::Everything);
    if (!opened)
        return opened.error();
    const auto context = openingContext(question.facts, question.body(), legalDate(question.command.times.corrected));
    return Decision::accept(QList<NewEvent>{*opened} + proceed(question, question.facts.item->flow.first().id,
                                                           opened->personal.value("values"_L1).toObject(), context));
}

} // namespace kuaiban::casework
