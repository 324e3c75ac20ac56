#include "DefinitionFiles.h"

#include "CatalogueErrors.h"
#include "modules/base/Json.h"

#include <QDir>
#include <QFile>

#include <array>

namespace kuaiban::catalogue {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    QLatin1StringView folder;
    QLatin1StringView pattern;
    QLatin1StringView table;
    bool optional = false; // an installation without calculators has no parameters
};

constexpr std::array<Place, 6> Places{{
    {"catalogue/items"_L1, "*.json"_L1, "item"_L1},
    {"catalogue"_L1, "posts.json"_L1, "posts"_L1},
    {"catalogue/parameters"_L1, "*.json"_L1, "parameters"_L1, true},
    {"codes"_L1, "*.json"_L1, "codes"_L1},
    {"codes"_L1, "*.csv"_L1, "codes"_L1},
    {"templates"_L1, "*.json"_L1, "template"_L1},
}};

} // namespace

Result<QList<Definition>> readDefinitionFiles(const QString& resourcesFolder)
{
    QList<Definition> definitions;
    for (const auto& place : Places) {
        const QDir folder(resourcesFolder + u'/' + place.folder);
        if (!folder.exists() && place.optional)
            continue;
        if (!folder.exists())
            return fail(folderUnreadable(folder.path()));
        for (const auto& file : folder.entryInfoList({QString(place.pattern)}, QDir::Files, QDir::Name)) {
            QFile reader(file.filePath());
            if (!reader.open(QIODevice::ReadOnly))
                return fail(folderUnreadable(file.filePath()));
            const QByteArray content = reader.readAll();
            if (file.suffix() == "json"_L1) {
                if (const auto json = parseObject(content); !json)
                    return fail(definitionBroken(place.folder + u'/' + file.fileName(), json.error().detail));
            }
            definitions.append({place.table, file.completeBaseName(), 0, content});
        }
    }
    return definitions;
}

} // namespace kuaiban::catalogue
