#include "CatalogueCheck.h"

#include "modules/base/Json.h"
#include "modules/calc/ParameterSet.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/casework/ItemShelf.h"
#include "modules/catalogue/DefinitionFiles.h"
#include "modules/codes/AreaTree.h"
#include "modules/codes/CodeTableReader.h"
#include "modules/documents/TemplateParser.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using catalogue::Definition;

namespace {

QString fileOf(const Definition& definition)
{
    const QString ending = definition.table == "codes"_L1 && definition.key == "areas"_L1 ? u".csv"_s : u".json"_s;
    const QHash<QString, QString> folders{{u"item"_s, u"catalogue/items/"_s}, {u"posts"_s, u"catalogue/"_s},
        {u"parameters"_s, u"catalogue/parameters/"_s}, {u"codes"_s, u"codes/"_s}, {u"template"_s, u"templates/"_s}};
    return folders.value(definition.table) + definition.key + ending;
}

template<class T>
Done asDone(const Result<T>& result)
{
    if (!result)
        return fail(result.error());
    return {};
}

Done checkCodes(const Definition& definition)
{
    if (definition.key == "areas"_L1)
        return asDone(codes::AreaTree::parse(definition.content));
    KB_TRY(const auto json, parseObject(definition.content));
    if (definition.key == "calendar"_L1)
        return asDone(codes::WorkingCalendar::parse(json));
    return asDone(codes::parseCodeTable(json, definition.key));
}

Done check(const Definition& definition, const forms::FormEnvironment& environment)
{
    if (definition.table == "item"_L1)
        return asDone(casework::prepareItem(definition.content, definition.key, 1, environment));
    if (definition.table == "codes"_L1)
        return checkCodes(definition);
    if (definition.table == "template"_L1)
        return asDone(documents::parseTemplate(definition.content));
    KB_TRY(const auto json, parseObject(definition.content));
    if (definition.table == "posts"_L1)
        return asDone(identity::parsePosts(json));
    if (definition.table == "parameters"_L1)
        return asDone(calc::ParameterSet::parse({json}));
    return {};
}

} // namespace

Result<CatalogueReport> checkCatalogue(const QString& resources)
{
    CatalogueReport report;
    KB_TRY(report.definitions, catalogue::readDefinitionFiles(resources));
    const auto environment = casework::standardFormEnvironment();
    for (const auto& definition : std::as_const(report.definitions)) {
        if (const auto done = check(definition, environment); !done)
            report.problems.append(
                {fileOf(definition), done.error().detail.isEmpty() ? done.error().code : done.error().detail});
    }
    return report;
}

} // namespace kuaiban::hub
