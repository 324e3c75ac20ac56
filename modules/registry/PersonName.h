#pragma once

#include <QString>

namespace kuaiban::registry {

// A name in the form in which it is stored and compared: full-width letters half-width, the many middle dots of input
// methods and old systems the one of GB/T 15834 (·), no space between Chinese characters, single spaces elsewhere.
QString normalisedName(const QString& name);

// What stands after the surname: 桂兰 of 王桂兰, 若曦 of 欧阳若曦, 买买提 of 阿依古丽·买买提, ALEKSEI of IVANOV
// ALEKSEI. Empty for a name of one part. Expects a normalised name.
QString givenNameOf(const QString& name);

} // namespace kuaiban::registry
