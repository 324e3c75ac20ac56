#pragma once

#include "api/CardAuthority.h"
#include "api/ContactBook.h"
#include "api/FeedBell.h"
#include "api/HubParts.h"
#include "app/hub/http/WorkerPool.h"
#include "HubConfig.h"
#include "modules/journal/Signer.h"

namespace kuaiban::hub {

// Everything of a hub below the network: database, files, streams and projections. Opening it brings the tables to
// their newest version. Connections are one a thread; `main()` is for the thread that opened it.
class HubCore
{
public:
    // Errors: hub.folder, store.…, journal.signing-key, and what is wrong with the posts of the resources.
    static Result<std::unique_ptr<HubCore>> open(const HubConfig& config, const Clock& clock, RandomSource& random);

    const HubConfig& config() const { return m_config; }
    const HubParts& parts() const { return m_parts; }
    store::Connection& main() { return *m_main; }
    const journal::Signer* signer() const { return m_signer.get(); }

    Result<std::unique_ptr<store::Connection>> connect() const;
    WorkerFactory workers() const;

    // Brings the definitions of the resources into force, if they differ. The whole catalogue is checked first.
    Done publishResources();
    // Records (and signs, with a key) the feed's chain as it stands.
    Done checkpoint(store::Connection& connection);

private:
    HubCore(HubConfig config, const Clock& clock, RandomSource& random, const identity::Posts& posts);
    Done start();

    HubConfig m_config;
    IdSource m_ids;
    blobs::BlobStore m_blobs;
    casework::ItemShelf m_shelf;
    journal::CommandGate m_gate;
    journal::ReactionRunner m_reactions;
    FeedBell m_bell;
    std::mutex m_writing;
    ContactBook m_contacts{m_writing};
    HubParts m_parts;
    std::unique_ptr<store::Connection> m_main;
    std::unique_ptr<journal::Signer> m_signer;
    std::unique_ptr<CardAuthority> m_cards;
};

} // namespace kuaiban::hub
