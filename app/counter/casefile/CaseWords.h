#pragma once

#include "app/counter/kit/MaterialList.h"
#include "CodeWords.h"

namespace kuaiban::counter {

// Words about a case that several pages share.

QString originWords(const QString& origin); // where a value came from: "ID card", "typed", "calculated"
QString roleWords(const QString& role);     // applicant, subject, agent, collector
QString phaseText(const casework::Case& state);

// The state of a material in words, with the sign that stands before it: "deferred until 2026-12-05".
struct MaterialWords
{
    QString text;
    MaterialState state = MaterialState::Complete;
};
MaterialWords materialWords(const casework::CaseMaterial& material, const QSet<QString>& missingFiles);

// A value of the form as people read it: codes by their words, money in yuan, flags as yes or no. Empty for none.
// Without `full` numbers of people, phones and accounts are masked. Tables have no words of their own.
QString valueWords(const forms::Field& field, const QJsonValue& value, const CodeWords& words, bool full);

} // namespace kuaiban::counter
