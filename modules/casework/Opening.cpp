#include "CaseworkErrors.h"
#include "Decisions.h"

#include "modules/base/Clock.h"
#include "modules/base/ObjectReader.h"
#include "modules/catalogue/CatalogueErrors.h"
#include "modules/codes/PersonIds.h"
#include "modules/forms/FormEvaluation.h"

#include <QRegularExpression>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

// area(6) + acceptance date(8) + serial(5), or a provisional number made offline without a range.
bool numberFits(const QString& number, const QString& area, QDate day)
{
    static const QRegularExpression pattern(u"^([0-9]{6})([0-9]{8})([0-9]{5})$"_s);
    const auto match = pattern.match(number);
    return match.hasMatch() && match.captured(1) == area.first(6) && match.captured(2) == day.toString(u"yyyyMMdd"_s);
}

// Who the case is for. Every party has a name; an identity that was typed instead of read needs a reason.
std::optional<Error> partyProblem(const QJsonObject& party, QDate today)
{
    if (party.value("name"_L1).toString().trimmed().isEmpty())
        return applicantMissing();
    const QString idNo = party.value("idNo"_L1).toString();
    if (party.value("idKind"_L1).toString() == "01"_L1) {
        if (const auto done = codes::checkCitizenId(idNo, today); !done)
            return done.error();
    }
    if (party.value("source"_L1).toString() == "typed"_L1 && party.value("typedReason"_L1).toString().isEmpty())
        return typedIdentityReason();
    return {};
}

std::optional<Error> partiesProblem(const QJsonObject& parties, QDate today)
{
    if (!parties.contains("applicant"_L1))
        return applicantMissing();
    for (const auto& party : parties) {
        if (const auto problem = partyProblem(party.toObject(), today))
            return problem;
    }
    return {};
}

// The first thing in the form that stands in the way; warnings do not.
std::optional<Error> valuesProblem(const forms::FormState& form)
{
    for (const auto& problem : form.problems) {
        if (problem.severity != forms::Severity::Block)
            continue;
        return problem.message.zh.isEmpty() ? problem.error
                                            : formProblem(problem.paths.value(0), problem.paths.value(0), problem.message.zh);
    }
    return {};
}

std::optional<Error> materialsProblem(const PreparedItem& item, const QJsonArray& materials)
{
    QSet<QString> present;
    for (const auto& entry : materials) {
        const auto material = CaseMaterial::fromJson(entry.toObject());
        if (material.id.isEmpty() || material.name.isEmpty() || (!item.item.material(material.id) && !item.item.freeMaterials))
            return materialUnknown();
        present.insert(material.id);
    }
    return {};
}

} // namespace

// OpenCase {number, item, revision, scenario?, area, office, window, queryCode, parties, values, origins, materials}
Decision openCase(const Question& question)
{
    if (question.state.exists())
        return Decision::refuse(caseExists());
    ObjectReader body(question.body());
    const QString number = body.text(u"number"_s);
    const QString itemId = body.text(u"item"_s);
    const QString area = body.text(u"area"_s);
    const QJsonObject parties = body.object(u"parties"_s);
    const QJsonObject values = body.objectOr(u"values"_s);
    const QJsonArray materials = body.arrayOr(u"materials"_s);
    QJsonObject opened{{u"number"_s, number}, {u"item"_s, itemId}, {u"revision"_s, body.integer(u"revision"_s)}, {u"area"_s, area},
        {u"office"_s, body.text(u"office"_s)}, {u"window"_s, body.text(u"window"_s)}, {u"queryCode"_s, body.text(u"queryCode"_s)},
        {u"byName"_s, question.facts.actorName}};
    if (area.size() < 6)
        body.reject(u"area"_s, u"6 digits or more"_s);
    if (const auto done = body.finish(); !done)
        return Decision::refuse(done.error());
    if (!question.facts.item)
        return Decision::refuse(catalogue::itemUnknown(itemId));
    if (auto no = withoutRight(question, identity::right::OpenCase, area))
        return *no;

    const auto& item = *question.facts.item;
    const QDate day = legalDate(question.command.times.corrected);
    if (!numberFits(number, area, day))
        return Decision::refuse(caseNumberWrong(number));
    if (question.facts.numberTaken)
        return Decision::refuse(caseNumberTaken(number));
    if (const auto problem = partiesProblem(parties, day))
        return Decision::refuse(*problem);
    forms::FormContext context;
    context.today = day;
    context.knowsCode = question.facts.knowsCode;
    const auto form = forms::evaluate(item.form, values, context);
    if (const auto problem = valuesProblem(form))
        return Decision::refuse(*problem);
    if (const auto problem = materialsProblem(item, materials))
        return Decision::refuse(*problem);

    const QString scenario = question.body().value("scenario"_L1).toString();
    if (!scenario.isEmpty())
        opened.insert(u"scenario"_s, scenario);
    if (item.item.workingDays > 0) {
        opened.insert(
            u"dueOn"_s, question.facts.calendar->addWorkingDays(day, item.item.workingDays).date.toString(Qt::ISODate));
    }
    const QJsonObject personal{{u"parties"_s, parties}, {u"values"_s, form.values},
        {u"origins"_s, question.body().value("origins"_L1).toObject()}, {u"materials"_s, materials}};
    QList<NewEvent> events{{u"CaseOpened"_s, opened, personal}};
    events.append(proceed(question, item.flow.first().id));
    return Decision::accept(events);
}

} // namespace kuaiban::casework
