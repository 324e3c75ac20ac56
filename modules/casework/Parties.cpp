#include "Parties.h"

#include "CaseworkErrors.h"
#include "modules/base/Digest.h"
#include "modules/blobs/BlobErrors.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/PersonIds.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

const QString CitizenCard = u"01"_s;

QString textOf(const QJsonObject& party, QLatin1StringView name)
{
    return party.value(name).toString().trimmed();
}

bool isCode(const CodeKnown& knowsCode, const QString& table, const QString& code)
{
    return !code.isEmpty() && (!knowsCode || knowsCode(table, code));
}

std::optional<Error> numberProblem(const QJsonObject& party, QDate acceptedOn)
{
    const QString number = textOf(party, "idNo"_L1);
    if (textOf(party, "kind"_L1) == "unit"_L1) {
        // A unit without a credit code exists (village groups, foreign offices); one with a wrong code does not.
        if (number.isEmpty())
            return {};
        const auto done = codes::checkIdentifier(u"credit-code"_s, number, acceptedOn);
        return done || codes::isDoubt(done.error()) ? std::optional<Error>() : done.error();
    }
    if (textOf(party, "idKind"_L1) != CitizenCard)
        return {};
    const auto done = codes::checkCitizenId(party.value("idNo"_L1).toString(), acceptedOn);
    return done ? std::optional<Error>() : done.error();
}

// A page whose file can never arrive would keep the case from being decided for ever.
bool areSound(const QList<Page>& pages)
{
    return std::all_of(pages.begin(), pages.end(), [](const Page& page) { return isDigest(page.digest); });
}

// Cards of different years write the dot between the parts of a name, and spaces, differently.
QString comparable(QString text)
{
    for (const QChar dot : {QChar(0x2022), QChar(0x30fb), QChar(0xff0e), QChar(0x2027), QChar(0x318d)})
        text.replace(dot, QChar(0x00b7));
    return text.remove(u' ').remove(QChar(0x3000)).toUpper();
}

bool isUnstatedSex(const QString& code)
{
    return code == "0"_L1 || code == "9"_L1;
}

} // namespace

QJsonObject subjectOf(const QJsonObject& parties)
{
    const auto subject = parties.value(role::Subject).toObject();
    return subject.isEmpty() ? parties.value(role::Applicant).toObject() : subject;
}

QList<Page> pagesFrom(const QJsonArray& list)
{
    QList<Page> pages;
    for (const auto& entry : list)
        pages.append(Page::fromJson(entry.toObject()));
    return pages;
}

QList<Page> pagesOf(const QJsonObject& party)
{
    return pagesFrom(party.value("proof"_L1).toArray()) + pagesFrom(party.value("authority"_L1).toArray());
}

bool needsAuthority(const QString& relation)
{
    return relation != "02"_L1 && relation != "08"_L1;
}

std::optional<Error> partyProblem(
    const QString& as, const QJsonObject& party, QDate acceptedOn, const CodeKnown& knowsCode)
{
    if (as != role::Applicant && as != role::Subject && as != role::Agent && as != role::Collector)
        return partyRoleUnknown(as);
    if (textOf(party, "name"_L1).isEmpty())
        return applicantMissing();
    if (const auto problem = numberProblem(party, acceptedOn))
        return problem;
    if (!areSound(pagesOf(party)))
        return blobs::blobDigestMalformed();
    if (textOf(party, "source"_L1) == "typed"_L1) {
        if (!isCode(knowsCode, u"typed-identity-reason"_s, textOf(party, "typedReason"_L1)))
            return typedIdentityReason();
        if (party.value("proof"_L1).toArray().isEmpty())
            return typedIdentityProof();
    }
    if (as == role::Agent || as == role::Collector) {
        const QString relation = textOf(party, "relation"_L1);
        if (!isCode(knowsCode, u"agent-relation"_s, relation))
            return relationMissing();
        if (as == role::Agent && needsAuthority(relation) && party.value("authority"_L1).toArray().isEmpty())
            return authorityMissing();
    }
    return {};
}

std::optional<Error> partiesProblem(const QJsonObject& parties, QDate acceptedOn, const CodeKnown& knowsCode)
{
    if (!parties.contains(role::Applicant))
        return applicantMissing();
    for (auto party = parties.begin(); party != parties.end(); ++party) {
        if (const auto problem = partyProblem(party.key(), party.value().toObject(), acceptedOn, knowsCode))
            return problem;
    }
    return {};
}

QStringList securityCardDifferences(const QJsonObject& party)
{
    const auto card = party.value("ssc"_L1).toObject();
    QStringList differences;
    if (!card.contains("idNo"_L1))
        return differences;
    for (const auto& name : {u"idNo"_s, u"name"_s, u"sex"_s, u"birth"_s}) {
        const auto here = comparable(party.value(name).toString());
        const auto there = comparable(card.value(name).toString());
        const bool stated = !here.isEmpty() && !there.isEmpty();
        const bool unknownSex = name == "sex"_L1 && (isUnstatedSex(here) || isUnstatedSex(there));
        if (stated && !unknownSex && here != there)
            differences.append(name);
    }
    return differences;
}

} // namespace kuaiban::casework
