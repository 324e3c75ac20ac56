#include "CatalogueCheck.h"

#include "modules/base/Json.h"
#include "modules/calc/ParameterSet.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/casework/ItemShelf.h"
#include "modules/catalogue/DefinitionFiles.h"
#include "modules/codes/AreaTree.h"
#include "modules/codes/CodeBook.h"
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

QSet<QString> keysOf(const QList<Definition>& definitions, const QString& table)
{
    QSet<QString> keys;
    for (const auto& definition : definitions) {
        if (definition.table == table)
            keys.insert(definition.key);
    }
    return keys;
}

// The parameters of all pages together, as calculators read them.
Result<calc::ParameterSet> parametersOf(const QList<Definition>& definitions)
{
    QList<QJsonObject> pages;
    for (const auto& definition : definitions) {
        if (definition.table == "parameters"_L1)
            pages.append(parseObject(definition.content).value_or(QJsonObject{}));
    }
    return calc::ParameterSet::parse(pages);
}

// What the shelves of desk and hub compile with, and beside it the names of all tables, so that a form can only name
// one that is published.
forms::FormEnvironment environmentOf(const QList<Definition>& definitions, const calc::ParameterSet& parameters)
{
    auto environment = casework::withCalculators(casework::standardFormEnvironment(), parameters);
    const auto compiledIn = codes::CodeBook().ids();
    environment.codeTables = keysOf(definitions, u"codes"_s) + QSet<QString>(compiledIn.begin(), compiledIn.end());
    return environment;
}

// Every mistake of the form, unknown keys and wrong examples included; compiling alone stops at the first.
QStringList formFindings(const Definition& definition, const forms::FormEnvironment& environment)
{
    QStringList rules;
    const auto item = catalogue::parseItem(parseObject(definition.content).value_or(QJsonObject{}), 1);
    if (!item)
        return {};
    for (const auto& finding : forms::FormDefinition::findings(item->form, environment))
        rules.append("form.%1"_L1.arg(finding.detail.isEmpty() ? finding.code : finding.detail));
    return rules;
}

// Templates that an item prints with must be among those published.
QStringList templateFindings(const Definition& definition, const QSet<QString>& templates)
{
    const auto item = catalogue::parseItem(parseObject(definition.content).value_or(QJsonObject{}), 1);
    if (!item)
        return {};
    auto named = item->templates();
    named.removeIf([&](const QString& name) { return templates.contains(name); });
    QStringList rules;
    for (const auto& name : std::as_const(named))
        rules.append("no template %1"_L1.arg(name));
    return rules;
}

} // namespace

Result<CatalogueReport> checkCatalogue(const QString& resources)
{
    CatalogueReport report;
    KB_TRY(report.definitions, catalogue::readDefinitionFiles(resources));
    const auto parameters = parametersOf(report.definitions);
    const auto environment = environmentOf(report.definitions, parameters.value_or(calc::ParameterSet{}));
    const auto templates = keysOf(report.definitions, u"template"_s);
    bool pagesAreSound = true;
    for (const auto& definition : std::as_const(report.definitions)) {
        const auto done = check(definition, environment);
        QStringList rules;
        if (definition.table == "item"_L1)
            rules = formFindings(definition, environment) + templateFindings(definition, templates);
        if (rules.isEmpty() && !done)
            rules.append(done.error().detail.isEmpty() ? done.error().code : done.error().detail);
        for (const auto& rule : std::as_const(rules))
            report.problems.append({fileOf(definition), rule});
        pagesAreSound = pagesAreSound && (done || definition.table != "parameters"_L1);
    }
    if (!parameters && pagesAreSound) // two pages say something else of the same day
        report.problems.append({u"catalogue/parameters"_s, parameters.error().detail});
    return report;
}

} // namespace kuaiban::hub
