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

} // namespace kuaiban::casework
