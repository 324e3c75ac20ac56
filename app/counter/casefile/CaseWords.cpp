#include "CaseWords.h"

#include "app/counter/shell/Words.h"
#include "modules/base/Money.h"
#include "modules/codes/Mask.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using forms::FieldKind;

namespace {

// Carries the context of the texts below.
struct CaseWordsTexts
{
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
};

QString masked(const forms::Field& field, const QString& value)
{
    if (field.checkAs == "mobile"_L1)
        return codes::maskPhone(value);
    if (field.checkAs == "citizen-id"_L1)
        return codes::maskIdNumber(value);
    if (field.checkAs == "bank-card"_L1)
        return codes::maskBankAccount(value);
    return value;
}

} // namespace

QString originWords(const QString& origin)
{
    if (origin == "card"_L1)
        return CaseWordsTexts::tr("ID card");
    if (origin == "ssc"_L1)
        return CaseWordsTexts::tr("social security card");
    if (origin == "register"_L1)
        return CaseWordsTexts::tr("register");
    if (origin == "derived"_L1)
        return CaseWordsTexts::tr("calculated");
    if (origin == "params"_L1)
        return CaseWordsTexts::tr("rules in force");
    return CaseWordsTexts::tr("typed");
}

QString roleWords(const QString& role)
{
    if (role == "subject"_L1)
        return CaseWordsTexts::tr("Subject");
    if (role == "agent"_L1)
        return CaseWordsTexts::tr("Agent");
    if (role == "collector"_L1)
        return CaseWordsTexts::tr("Collector");
    return CaseWordsTexts::tr("Applicant");
}

QString phaseText(const casework::Case& state)
{
    QString outcome;
    for (const auto& task : state.tasks) {
        if (task.state == casework::TaskState::Done)
            outcome = task.outcome;
    }
    return phaseWords(casework::phaseName(state.phase), outcome).text;
}

MaterialWords materialWords(const casework::CaseMaterial& material, const QSet<QString>& missingFiles)
{
    MaterialWords found{CaseWordsTexts::tr("handed in"), MaterialState::Complete};
    if (material.state == "deferred"_L1)
        found = {CaseWordsTexts::tr("deferred until %1").arg(material.dueOn), MaterialState::Attention};
    else if (material.state == "committed"_L1)
        found = {CaseWordsTexts::tr("replaced by a signed commitment"), MaterialState::Attention};
    else if (material.state == "shared"_L1)
        found = {CaseWordsTexts::tr("from shared data, no paper"), MaterialState::Complete};
    else if (material.state == "reused"_L1)
        found = {CaseWordsTexts::tr("taken from an earlier case"), MaterialState::Complete};
    else if (material.pages.isEmpty())
        found = {CaseWordsTexts::tr("handed in, not scanned"), MaterialState::Attention};
    if (material.form == "copy"_L1)
        found.text += u" · "_s + CaseWordsTexts::tr("copy");
    if (material.late) {
        found.text += u" · "_s + CaseWordsTexts::tr("came after the decision");
        found.state = MaterialState::Attention;
    }
    const bool away = std::any_of(material.pages.begin(), material.pages.end(),
        [&](const casework::Page& page) { return missingFiles.contains(page.digest); });
    if (away) {
        found.text = CaseWordsTexts::tr("pages still on their way");
        found.state = MaterialState::Attention;
    }
    return found;
}

QString valueWords(const forms::Field& field, const QJsonValue& value, const CodeWords& codeWords, bool full)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Flag:
        return value.toBool() ? CaseWordsTexts::tr("yes") : CaseWordsTexts::tr("no");
    case FieldKind::Money:
        return value.isDouble() ? CaseWordsTexts::tr("%1 yuan").arg(formatYuan(value.toInteger())) : QString();
    case FieldKind::Integer:
        return value.isDouble() ? QString::number(value.toInteger()) : QString();
    case FieldKind::Code:
        return codeWords.text(field.codeTable, value.toString());
    case FieldKind::Area:
        return codeWords.areaName(value.toString());
    case FieldKind::Table:
        return {};
    default:
        break;
    }
    return full ? value.toString() : masked(field, value.toString());
}

} // namespace kuaiban::counter
