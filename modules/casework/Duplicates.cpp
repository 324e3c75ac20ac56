#include "Duplicates.h"

#include "CaseworkErrors.h"
#include "Contents.h"
#include "modules/codes/Identifiers.h"
#include "Parties.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

QString uniquenessKey(const QString& item, const QString& uniqueness, const QJsonObject& parties)
{
    if (uniqueness != "person-item"_L1)
        return {};
    const auto subject = subjectOf(parties);
    const QString number = codes::normalisedIdentifier(subject.value("idNo"_L1).toString());
    return number.isEmpty() ? QString() : u"%1/%2/%3"_s.arg(item, subject.value("idKind"_L1).toString(), number);
}

QString uniquenessKey(const PreparedItem& item, const Case& state, const journal::Command& command)
{
    return uniquenessKey(item.item.id, item.item.uniqueness, partiesAfter(state, command));
}

void noteUniqueness(const Question& question, NewEvent& event)
{
    const QString key = uniquenessKey(*question.facts.item, question.state, question.command);
    if (key.isEmpty() && !question.state.exists())
        return;
    event.personal.insert(u"openKey"_s, key);
    if (question.state.exists() || !question.facts.openCase.isEmpty())
        event.body.insert(u"duplicateOf"_s, question.facts.openCase);
}

Result<QString> openCaseOf(store::Connection& connection, const QString& key, const QString& stream)
{
    if (key.isEmpty())
        return QString();
    KB_TRY(const auto holder, connection.first("SELECT stream FROM open_case WHERE open_key = ? AND stream <> ?",
                                  {key, stream}, [](const store::Row& row) { return row.text(0); }));
    return holder.value_or(QString());
}

// ReleaseDuplicate {reason}: a supervisor who entered nothing of it says that it is no duplicate, or may stand beside
// the other.
Decision releaseDuplicate(const Question& question)
{
    const QString reason = question.text("reason"_L1);
    if (reason.isEmpty())
        return Decision::refuse(reasonMissing());
    if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
        return *no;
    if (question.state.makers.contains(question.command.actor))
        return Decision::refuse(makerChecks());
    if (question.state.duplicateOf.isEmpty())
        return Decision::accept({});
    return Decision::accept(
        {{u"DuplicateReleased"_s, {{u"byName"_s, question.facts.actorName}}, {{u"reason"_s, reason}}}});
}

Result<CaseFacts::Earlier> earlierCase(store::Connection& connection, const QString& first, const QString& stream)
{
    KB_TRY(const auto found,
        connection.first("SELECT number, area, phase FROM case_row WHERE stream = ? AND open_key = (SELECT open_key "
                         "FROM case_row WHERE stream = ?)",
            {first, stream}, [&](const store::Row& row) {
                return CaseFacts::Earlier{first, row.text(0), row.text(1), !isClosed(phaseFromName(row.text(2)))};
            }));
    return found.value_or(CaseFacts::Earlier{});
}

// MergeDuplicate {reason}: this case goes on as the one that was there first. What is only here comes to it: papers,
// remarks and, where the two say different things, both words for a person to settle (Merging.h). Whoever merges them
// has entered what he let in.
Decision mergeDuplicate(const Question& question)
{
    const QString reason = question.text("reason"_L1);
    if (reason.isEmpty())
        return Decision::refuse(reasonMissing());
    if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
        return *no;
    if (question.state.duplicateOf.isEmpty())
        return Decision::refuse(notDuplicate());
    const auto& earlier = question.facts.earlier;
    if (earlier) {
        if (!earlier->isOpen)
            return Decision::refuse(nothingToMergeInto());
        if (auto no = withoutRight(question, identity::right::SuperviseCase, earlier->area))
            return *no;
    }
    return Decision::accept({{u"CaseMerged"_s,
        {{u"into"_s, earlier ? earlier->stream : question.state.duplicateOf},
            {u"intoNumber"_s, earlier ? earlier->number : QString()}, {u"byName"_s, question.facts.actorName}},
        {{u"reason"_s, reason}}}});
}

} // namespace kuaiban::casework
