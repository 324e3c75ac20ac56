#pragma once

#include "modules/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace kuaiban::catalogue {

// A text in both languages; Chinese is always there.
struct Words
{
    QString zh;
    QString en;

    QString in(const QString& language) const { return language == QLatin1StringView("en") && !en.isEmpty() ? en : zh; }
    static Words fromJson(const QJsonObject& json);
};

// A material an item asks for.
struct Material
{
    QString id;
    Words name;
    QString form;            // original, copy, electronic
    QString requiredWhen;    // an expr condition; "true" for always, "false" for never
    QString oneOf;           // name of the group of which one is enough
    int deferDays = 0;       // 容缺: calendar days to hand it in later; 0 means it cannot be deferred
    bool commitment = false; // 告知承诺: may be replaced by a signed commitment
    QString sharedWhen;      // an expr condition under which shared data replaces the paper; empty for never
    bool reusable = true;    // may be taken from an earlier case
    bool personal = true;
    QString capture; // taken at the counter: "photo" of the person, "signature"; empty: a paper
};

// A further paper that is printed beside the receipt when the case is taken (材料清单 …).
struct ItemDocument
{
    QString id; // of the page template
    bool onlyWithMaterials = false;
};

struct Scenario
{
    QString id;
    Words name;
};

// A service item (事项) as clerks take it. Form and flow stay as JSON here: their rooms know what they mean.
struct Item
{
    QString id;
    int revision = 0;
    QString code; // matter code of the standard library
    QString kind; // "intake" (纯接件: no fixed materials) or "matter"
    Words name;
    Words summary;
    QStringList aliases; // what people also call it
    QList<Words> conditions;
    int workingDays = 0; // promised limit; 0 for at once
    Words legalBasis;
    QList<Scenario> scenarios;
    QList<Material> materials;
    bool freeMaterials = false; // the clerk names the materials
    QString uniqueness;         // "none" or "person-item": only one open case per person
    QJsonObject form;
    QJsonObject flow;
    QString receiptTemplate; // printed when the case is taken
    QString slipTemplate;    // the 80 mm slip
    QList<ItemDocument> documents;
    QHash<QString, QString>
        notices;             // printed when their moment comes: confirmation, supplement-notice, refusal-decision (not
                             // accepted), result-notice, denial-decision (not approved), collection-slip
    QStringList linkedItems; // 前置事项 that are looked for
    QStringList result;      // fields of the form that the paper on the result names
    QJsonArray effects;      // what completion does to the registers: modules/casework/ItemEffects.h

    const Material* material(const QString& id) const;
    // The template of a paper: "receipt", "slip" (empty when the item prints none) or the name of a notice: the law
    // asks for those in every matter, so one that names none of its own prints with the template of that name.
    QString templateOf(const QString& paper) const;
    QStringList templates() const; // all that it prints with
};

// Reads an item; errors name place and rule (base.json-field).
Result<Item> parseItem(const QJsonObject& json, int revision);

} // namespace kuaiban::catalogue
