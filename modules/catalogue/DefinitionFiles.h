#pragma once

#include "Definitions.h"

namespace kuaiban::catalogue {

// Reads all definitions below the folder of resources, where the sub-folder names the table:
// catalogue/items → item, catalogue/posts.json → posts, codes → codes, templates → template, catalogue/parameters →
// parameters. The key is the file's name without its ending. Only the form of JSON is checked here; what the
// definitions mean is checked by the rooms that own the meaning. Errors: catalogue.folder, catalogue.broken.
Result<QList<Definition>> readDefinitionFiles(const QString& resourcesFolder);

} // namespace kuaiban::catalogue
