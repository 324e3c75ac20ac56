#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"

#include "modules/base/Clock.h"
#include "modules/base/ObjectReader.h"
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
    QJsonObject opened{{u"number"_s, number}, {u"item"_s, itemId}, {u"revision"_s, body.integer(u"revision"_s)},
        {u"area"_s, area}, {u"office"_s, body.text(u"office"_s)}, {u"window"_s, body.text(u"window"_s)},
        {u"queryCode"_s, body.text(u"queryCode"_s)}, {u"byName"_s, question.facts.actorName}};
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
    const auto form = formState(question.facts, values, day);
    if (const auto problem = valuesProblem(form))
        return Decision::refuse(*problem);
    QList<CaseMaterial> given;
    for (const auto& entry : materials)
        given.append(CaseMaterial::fromJson(entry.toObject()));
    if (const auto problem = materialsProblem(item, given, form.values, day))
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
