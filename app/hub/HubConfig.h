#pragma once

#include "app/hub/http/HttpSettings.h"

namespace kuaiban::hub {

// The hub's configuration: one JSON file; paths in it are relative to the file's folder.
//   {"database":"hub.db" | "postgresql://…", "blobs":"files", "resources":"../resources", "http":{…HttpSettings…},
//    "public_base":"https://hub.example.cn", "signing_key":"key.pem", "card_key":"card.key",
//    "checkpoint_seconds":300}
struct HubConfig
{
    QString file;
    QString database;
    QString blobs;
    QString resources;
    HttpSettings http;
    QString publicBase; // where people reach the progress page; by default the address the server listens on
    QString cardKey;    // of the security module in software; empty: none, so 3.0 cards stay closed
    QString signingKey; // PEM, or empty: checkpoints are recorded unsigned
    int checkpointSeconds = 300;

    // Errors: hub.config names file, field and rule; a field nobody knows is refused, because it is a mistyped one.
    static Result<HubConfig> read(const QString& file);
};

} // namespace kuaiban::hub
