#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::documents {

// 受理编号: area (6 digits, GB/T 2260), acceptance date (8) and serial of that area and day (5): 2201042026112100017.
// A counter that is offline and out of serials gives a provisional number, 临-220104-20261121-7K3Q9A, whose tag it
// makes itself; it is replaced, visibly, when the hub has given the real one.
struct CaseNumber
{
    QString area;
    QDate date;
    int serial = 0; // 1 … 99999; 0 in a provisional number
    QString tag;    // 4 … 12 capital letters and digits; empty in a real number

    bool isProvisional() const { return serial == 0; }
    friend bool operator==(const CaseNumber&, const CaseNumber&) = default;
};

// As stored, sent and searched for.
QString caseNumberText(const CaseNumber& number);
// As printed, in groups that can be read out: 220104 20261121 00017.
QString caseNumberGrouped(const CaseNumber& number);
// Accepts both forms, with spaces anywhere; anything else is `documents.case-number`.
Result<CaseNumber> parseCaseNumber(const QString& text);

} // namespace kuaiban::documents
