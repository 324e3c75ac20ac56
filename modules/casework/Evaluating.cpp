#include "Evaluating.h"

#include "CaseworkErrors.h"
#include "Decisions.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

// The codes of a group begin with its digit, so that a reason can be held to its grade without the table.
QChar digitOf(int grade)
{
    return grade >= 4 ? u'5' : grade == 3 ? u'3' : u'1';
}

std::optional<Error> problemWithReasons(const Question& question, int grade)
{
    QSet<QString> seen;
    for (const auto& entry : question.body().value("reasons"_L1).toArray()) {
        const QString code = entry.toString();
        const bool isKnown = !question.facts.knowsCode || question.facts.knowsCode(u"evaluation-reason"_s, code);
        if (!code.startsWith(digitOf(grade)) || !isKnown || seen.contains(code))
            return evaluationMalformed(u"reason "_s + code);
        seen.insert(code);
    }
    return {};
}

// While the case is open only the window that took it, or went on with it, had the citizen before it; when it is
// closed he comes for the result to any window.
bool hasServed(const Question& question)
{
    const auto& state = question.state;
    return isClosed(state.phase) || state.openedBy == question.command.actor ||
           state.makers.contains(question.command.actor);
}

} // namespace

QString evaluationGroup(int grade)
{
    return grade >= 4 ? u"good"_s : grade == 3 ? u"fair"_s : u"poor"_s;
}

bool isEvaluated(const Case& state)
{
    return std::any_of(state.evaluations.begin(), state.evaluations.end(),
        [&](const Evaluation& earlier) { return earlier.phase == state.phase; });
}

// RecordEvaluation {grade, via, reasons?: [code], text?}: what the citizen thought of the service, `via` keypad or
// screen. Once in each phase; nobody can change it.
Decision recordEvaluation(const Question& question)
{
    const auto& state = question.state;
    if (auto no = withoutRight(question, identity::right::OpenCase, state.area))
        return *no;
    if (!hasServed(question))
        return Decision::refuse(citizenNotServed());
    const int grade = question.body().value("grade"_L1).toInt();
    const QString via = question.text("via"_L1);
    if (!isEvaluationGrade(grade) || (via != "keypad"_L1 && via != "screen"_L1))
        return Decision::refuse(evaluationMalformed(u"grade %1, via %2"_s.arg(grade).arg(via)));
    if (const auto problem = problemWithReasons(question, grade))
        return Decision::refuse(*problem);
    const QString text = question.text("text"_L1);
    if (!text.isEmpty() && (!takesEvaluationText(grade) || text.toUcs4().size() > MostEvaluationText))
        return Decision::refuse(evaluationText(MostEvaluationText));
    if (isEvaluated(state))
        return Decision::refuse(alreadyEvaluated());
    QJsonObject body{{u"phase"_s, phaseName(state.phase)}, {u"grade"_s, grade}, {u"via"_s, via},
        {u"byName"_s, question.facts.actorName}};
    if (const auto reasons = question.body().value("reasons"_L1).toArray(); !reasons.isEmpty())
        body.insert(u"reasons"_s, reasons);
    QJsonObject personal;
    if (!text.isEmpty())
        personal.insert(u"text"_s, text);
    return Decision::accept({{u"ServiceEvaluated"_s, body, personal}});
}

} // namespace kuaiban::casework
