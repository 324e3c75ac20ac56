#pragma once

#include "modules/base/Ids.h"
#include "modules/blobs/BlobStore.h"
#include "modules/casework/ItemShelf.h"
#include "modules/journal/CommandGate.h"
#include "modules/journal/Reactions.h"

#include <mutex>

namespace kuaiban::hub {

class CardAuthority;
class ContactBook;
class FeedBell;

// What the resources of the API share. All of it is thread-safe; connections belong to the workers.
struct HubParts
{
    const Clock& clock;
    RandomSource& random;
    IdSource& ids;
    journal::CommandGate& gate;
    journal::ReactionRunner& reactions;
    casework::ItemShelf& shelf;
    const blobs::BlobStore& blobs;
    std::mutex& writing; // held around write transactions: workers queue here instead of inside the database
    FeedBell& bell;
    ContactBook& contacts;
    QString publicBase;                   // where people reach the progress page, without a slash at its end
    const CardAuthority* cards = nullptr; // the security module, if this hub speaks with one
};

} // namespace kuaiban::hub
