#pragma once

#include "modules/base/Result.h"

#include <optional>

namespace kuaiban::codes {

// Numbers of units. The text is taken as it will be stored (upper-case, no spaces or hyphens). Pure functions, any
// thread.

// What a unified social credit code (统一社会信用代码) says.
struct CreditCode
{
    QString department; // 登记管理部门, one character: 1 staffing office, 5 civil affairs, 9 market supervision …
    QString category;   // 机构类别, one character, its sense depends on the department
    QString region;     // six digits of GB/T 2260
    QString organisation;         // 主体标识码, the organisation code without its hyphen
    std::optional<Error> doubt{}; // codes.credit-check: to be shown and confirmed, never to be refused
};

// GB 32100-2015. Codes of the pilot phase may break the rule of the check character, so that is a doubt and not an
// error. Errors: codes.credit-length, codes.credit-characters (no I O S V Z), codes.credit-region.
Result<CreditCode> parseCreditCode(const QString& text);

// The same with the doubt as the error, for callers that ask isDoubt (Identifiers.h).
Done checkCreditCode(const QString& text);

// GB 11714: eight characters and a check character. Errors: codes.organisation-length, -characters, -check.
Done checkOrganisationCode(const QString& text);

} // namespace kuaiban::codes
