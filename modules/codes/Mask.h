#pragma once

#include <QString>

namespace kuaiban::codes {

// What may be shown where the full value is not needed. A character is a Unicode code point: a rare name character
// outside the basic plane (𠮷) counts once and is never cut in half. Pure functions, any thread.

// 张三 → 张*, 王桂兰 → 王*兰, 阿依古丽·买买提 → 阿***·**提, John Smith → J*** ****h. First and last character stay from
// three characters on; the marks between the parts of a name stay so that its shape can be recognised. A single one is
// hidden.
QString maskName(const QString& name);

// First four and last four stay: 2106**********9026. Numbers under 15 characters keep a quarter at each end instead.
QString maskIdNumber(const QString& number);

// 6217 **** **** 0121 whatever the length, which is itself not told. Numbers under 12 characters keep the last two.
QString maskBankAccount(const QString& account);

// 138****5678. Other numbers (land lines) keep the last two digits; marks such as the hyphen stay.
QString maskPhone(const QString& phone);

} // namespace kuaiban::codes
