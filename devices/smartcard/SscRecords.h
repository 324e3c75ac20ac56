#pragma once

#include "modules/base/Result.h"
#include "SscCard.h"

#include <span>

namespace kuaiban::devices {

// One record of the files EF05 (card) and EF06 (person), LD/T 33: its tag, where it stands, how long its value is and
// which field of the card it fills.
struct SscRecord
{
    quint8 tag;
    quint8 number;    // by record number, specification 2.0 and 3.0
    quint8 number1;   // the same in specification 1.0; 0: does not exist there
    quint8 length;    // of the value
    const char* name; // as JSON and failures name it
};

std::span<const SscRecord> cardRecords();   // EF05
std::span<const SscRecord> personRecords(); // EF06, the number of the person first

// Takes one answer into account: tag, length, value. `smartcard.layout` names the record when tag or length are not
// those that were asked for, or the value cannot be what it should.
Done takeRecord(const SscRecord& record, const QByteArray& answer, SscCard& card);

// What a read card must agree with itself about: the number's check digit, and birth and sex against it. Numbers of
// foreigners, which begin with letters, have no such check. Errors: smartcard.check-digit, smartcard.birth-mismatch,
// smartcard.sex-mismatch, smartcard.layout.
Done checkSscCard(const SscCard& card);

} // namespace kuaiban::devices
