#pragma once

#include "modules/catalogue/Definitions.h"

namespace kuaiban::hub {

struct CatalogueProblem
{
    QString file; // below the folder of resources
    QString rule; // place in the file and what is wrong there

    QJsonObject toJson() const { return {{QStringLiteral("file"), file}, {QStringLiteral("rule"), rule}}; }
};

struct CatalogueReport
{
    QList<catalogue::Definition> definitions;
    QList<CatalogueProblem> problems;
};

// Reads all definitions below a folder of resources and has each read by the room that owns its meaning. Errors:
// catalogue.folder, or catalogue.broken for a file that is no JSON at all.
Result<CatalogueReport> checkCatalogue(const QString& resources);

} // namespace kuaiban::hub
