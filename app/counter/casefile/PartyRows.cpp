#include "PartyRows.h"

#include "CaseWords.h"
#include "modules/casework/Parties.h"
#include "modules/codes/Mask.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Carries the context of the texts below.
struct PartyRowsTexts
{
    Q_DECLARE_TR_FUNCTIONS(PartyRows)
};

KeyValue rowOf(const QString& role, const QJsonObject& party, const CodeWords& codeWords, bool full)
{
    const auto text = [&](QLatin1StringView name) { return party.value(name).toString(); };
    QStringList parts{full ? text("name"_L1) : codes::maskName(text("name"_L1))};
    if (!text("idNo"_L1).isEmpty())
        parts.append(full ? text("idNo"_L1) : codes::maskIdNumber(text("idNo"_L1)));
    if (!text("relation"_L1).isEmpty())
        parts.append(codeWords.text(u"agent-relation"_s, text("relation"_L1)));
    if (!text("phone"_L1).isEmpty())
        parts.append(full ? text("phone"_L1) : codes::maskPhone(text("phone"_L1)));
    const bool typed = text("source"_L1) == "typed"_L1;
    QString source = originWords(text("source"_L1));
    if (typed && !text("typedReason"_L1).isEmpty())
        source =
            PartyRowsTexts::tr("typed: %1").arg(codeWords.text(u"typed-identity-reason"_s, text("typedReason"_L1)));
    parts.append(source);
    auto tone = typed ? Tone::Attention : Tone::Normal;
    const bool compared = text("source"_L1) != "ssc"_L1 && party.value("ssc"_L1).toObject().contains("idNo"_L1);
    if (compared && casework::securityCardDifferences(party).isEmpty()) {
        parts.append(PartyRowsTexts::tr("security card agrees"));
    } else if (compared) {
        parts.append(PartyRowsTexts::tr("security card differs"));
        tone = Tone::Bad;
    }
    return {roleWords(role), parts.join(u" · "_s), tone};
}

} // namespace

QVector<KeyValue> partyRows(const casework::Case& state, const CodeWords& codeWords, bool full)
{
    QVector<KeyValue> rows;
    for (const auto role :
        {casework::role::Applicant, casework::role::Subject, casework::role::Agent, casework::role::Collector}) {
        const auto party = state.parties.value(role).toObject();
        if (!party.isEmpty())
            rows.append(rowOf(role, party, codeWords, full));
    }
    return rows;
}

} // namespace kuaiban::counter
