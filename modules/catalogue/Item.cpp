#include "Item.h"

#include "modules/base/ObjectReader.h"

#include <algorithm>

namespace kuaiban::catalogue {

using namespace Qt::StringLiterals;

namespace {

const QStringList NoticeKinds{u"confirmation"_s, u"supplement-notice"_s, u"refusal-decision"_s, u"result-notice"_s,
    u"denial-decision"_s, u"collection-slip"_s};

Words wordsOf(ObjectReader& reader, const QString& name, bool required)
{
    const auto words = Words::fromJson(reader.objectOr(name));
    if (required && (words.zh.isEmpty() || words.en.isEmpty()))
        reader.reject(name, u"zh_CN and en"_s);
    return words;
}

Result<Material> parseMaterial(const QJsonObject& json, const QString& path)
{
    ObjectReader reader(json, path);
    Material material;
    material.id = reader.text(u"id"_s);
    material.name = wordsOf(reader, u"name"_s, true);
    material.form = reader.oneOf(u"form"_s, {u"original"_s, u"copy"_s, u"electronic"_s});
    const auto required = json.value("required"_L1);
    if (!required.isUndefined() && !required.isBool() && !required.isString())
        reader.reject(u"required"_s, u"true, false or a condition"_s);
    material.requiredWhen = required.isString() ? required.toString() : required.toBool(true) ? u"true"_s : u"false"_s;
    material.oneOf = reader.textOr(u"oneOf"_s);
    material.deferDays = static_cast<int>(reader.integerOr(u"deferDays"_s, 0));
    material.commitment = reader.flagOr(u"commitment"_s, false);
    material.sharedWhen = reader.textOr(u"sharedWhen"_s);
    material.reusable = reader.flagOr(u"reusable"_s, true);
    material.capture = reader.textOr(u"capture"_s);
    if (!QStringList{QString(), u"photo"_s, u"signature"_s}.contains(material.capture))
        reader.reject(u"capture"_s, u"photo or signature"_s);
    if (material.deferDays < 0 || material.deferDays > 90)
        reader.reject(u"deferDays"_s, u"0 to 90 days"_s);
    KB_CHECK(reader.finish());
    return material;
}

template<class T, class Parse>
Result<QList<T>> parseList(ObjectReader& reader, const QString& name, Parse parse)
{
    QList<T> items;
    const auto list = reader.arrayOr(name);
    for (qsizetype i = 0; i < list.size(); ++i) {
        KB_TRY(T item, parse(list.at(i).toObject(), u"%1[%2]"_s.arg(name).arg(i)));
        const bool known = std::any_of(items.begin(), items.end(), [&](const T& other) { return other.id == item.id; });
        if (known)
            reader.reject(u"%1[%2].id"_s.arg(name).arg(i), u"not used before"_s);
        items.append(std::move(item));
    }
    return items;
}

Result<Scenario> parseScenario(const QJsonObject& json, const QString& path)
{
    ObjectReader reader(json, path);
    Scenario scenario{reader.text(u"id"_s), wordsOf(reader, u"name"_s, true)};
    KB_CHECK(reader.finish());
    return scenario;
}

Result<ItemDocument> parseDocument(const QJsonObject& json, const QString& path)
{
    ObjectReader reader(json, path);
    ItemDocument document{reader.text(u"template"_s), reader.flagOr(u"onlyWithMaterials"_s, false)};
    KB_CHECK(reader.finish());
    return document;
}

} // namespace

Words Words::fromJson(const QJsonObject& json)
{
    return {json.value("zh_CN"_L1).toString(), json.value("en"_L1).toString()};
}

const Material* Item::material(const QString& materialId) const
{
    const auto found = std::find_if(
        materials.begin(), materials.end(), [&](const Material& material) { return material.id == materialId; });
    return found == materials.end() ? nullptr : &*found;
}

QString Item::templateOf(const QString& paper) const
{
    return paper == "receipt"_L1 ? receiptTemplate : paper == "slip"_L1 ? slipTemplate : notices.value(paper, paper);
}

QStringList Item::templates() const
{
    QStringList names{receiptTemplate};
    if (!slipTemplate.isEmpty())
        names.append(slipTemplate);
    for (const auto& document : documents)
        names.append(document.id);
    return names + notices.values();
}

Result<Item> parseItem(const QJsonObject& json, int revision)
{
    ObjectReader reader(json);
    Item item;
    item.id = reader.text(u"id"_s);
    item.revision = revision;
    item.code = reader.text(u"code"_s);
    item.kind = reader.oneOf(u"kind"_s, {u"intake"_s, u"matter"_s});
    item.name = wordsOf(reader, u"name"_s, true);
    item.summary = wordsOf(reader, u"summary"_s, false);
    item.aliases = reader.textsOr(u"aliases"_s);
    for (const auto& condition : reader.arrayOr(u"conditions"_s))
        item.conditions.append(Words::fromJson(condition.toObject()));
    item.workingDays = static_cast<int>(reader.integerOr(u"workingDays"_s, 0));
    item.legalBasis = wordsOf(reader, u"legalBasis"_s, false);
    KB_TRY(item.scenarios, parseList<Scenario>(reader, u"scenarios"_s, parseScenario));
    KB_TRY(item.materials, parseList<Material>(reader, u"materials"_s, parseMaterial));
    item.freeMaterials = reader.flagOr(u"freeMaterials"_s, false);
    item.uniqueness = reader.oneOf(u"uniqueness"_s, {u"none"_s, u"person-item"_s});
    item.form = reader.object(u"form"_s);
    item.flow = reader.object(u"flow"_s);
    item.receiptTemplate = reader.text(u"receiptTemplate"_s);
    item.slipTemplate = reader.textOr(u"slipTemplate"_s);
    KB_TRY(item.documents, parseList<ItemDocument>(reader, u"documents"_s, parseDocument));
    const auto notices = reader.objectOr(u"notices"_s);
    for (auto notice = notices.begin(); notice != notices.end(); ++notice) {
        if (!NoticeKinds.contains(notice.key()) || notice.value().toString().isEmpty())
            reader.reject(u"notices."_s + notice.key(), u"a template for one of "_s + NoticeKinds.join(u", "_s));
        item.notices.insert(notice.key(), notice.value().toString());
    }
    item.linkedItems = reader.textsOr(u"linkedItems"_s);
    item.result = reader.textsOr(u"result"_s);
    item.effects = reader.arrayOr(u"effects"_s);
    if (item.workingDays < 0 || item.workingDays > 250)
        reader.reject(u"workingDays"_s, u"0 to 250 working days"_s);
    KB_CHECK(reader.finish());
    return item;
}

} // namespace kuaiban::catalogue
