#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// One page to look at, with what it belongs to.
struct PaperLeaf
{
    QString owner; // material id, "/late" behind late ones; "party/<role>", "confirmation" or "collection"
    QString title;
    QString digest;
    QString media;
    int pdfPage = 0;
};

// All pages of a case in the order in which they are read: proofs of typed identities and powers of attorney first,
// then the materials, then the signature under what the applicant confirmed, unless it is a material too, last that of
// whoever collected the result.
QList<PaperLeaf> leavesOf(const casework::Case& state);

} // namespace kuaiban::counter
