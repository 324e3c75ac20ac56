#include "TemplateParser.h"

#include "BlockParser.h"
#include "DocumentCategory.h"
#include "DocumentsErrors.h"

#include "modules/base/Json.h"

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostBytes = 1 << 20;
constexpr qsizetype MostBlocks = 200;
// Printers cannot reach the very edge of the sheet; the far limits leave room for a type area.
constexpr double LeastMargin = 5 * PointsPerMillimetre;
constexpr double MostMargin = 80 * PointsPerMillimetre;

Margins readMargins(const QJsonObject& object, bool& oneSided, BrokenRule& broken)
{
    DefinitionReader page(object, broken);
    oneSided = page.flag(u"oneSided"_s, false);
    if (page.word(u"size"_s, u"A4"_s) != "A4"_L1)
        broken.set(u"the only page size is A4"_s);
    DefinitionReader reader(page.object(u"margins"_s), broken);
    page.finish();
    // The type area of GB/T 9704: 156 mm × 225 mm, 37 mm from the top and 28 mm from the left.
    const Margins margins{reader.length(u"top"_s, 37), reader.length(u"right"_s, 26), reader.length(u"bottom"_s, 35),
        reader.length(u"left"_s, 28)};
    reader.finish();
    for (const double margin : {margins.top, margins.right, margins.bottom, margins.left}) {
        if (margin < LeastMargin || margin > MostMargin)
            broken.set(u"margins must be from 5 to 80 mm"_s);
    }
    return margins;
}

QMap<QString, Typeface> readFonts(const QJsonObject& object, BrokenRule& broken)
{
    QMap<QString, Typeface> fonts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isObject())
            broken.set(u"the font \"%1\" must be an object"_s.arg(it.key()));
        DefinitionReader reader(it.value().toObject(), broken);
        fonts.insert(it.key(), {reader.requiredWord(u"family"_s), reader.integer(u"weight"_s, 400, 100, 900)});
        reader.finish();
    }
    if (!fonts.contains(u"body"_s))
        broken.set(u"\"fonts\" must name \"body\""_s);
    const auto body = fonts.value(u"body"_s);
    for (const auto& name : {u"title"_s, u"heading"_s}) {
        if (!fonts.contains(name))
            fonts.insert(name, body);
    }
    return fonts;
}

Running readRunning(const QJsonObject& object, const BlockDefaults& defaults, BrokenRule& broken)
{
    constexpr double xiaoWu = 9; // 小五
    DefinitionReader reader(object, broken);
    Running running;
    running.left = reader.text(u"left"_s);
    running.center = reader.text(u"center"_s);
    running.right = reader.text(u"right"_s);
    running.style.font = reader.font(defaults.fonts, u"body"_s);
    running.style.size = reader.size(u"size"_s, xiaoWu);
    running.style.ink = reader.ink(Ink::Black);
    running.rule = reader.flag(u"rule"_s, false);
    running.firstPage = reader.flag(u"firstPage"_s, true);
    reader.finish();
    return running;
}

Template readHead(DefinitionReader& reader, BlockDefaults& defaults, BrokenRule& broken)
{
    Template result;
    result.id = reader.requiredWord(u"id"_s);
    result.version = reader.integer(u"version"_s, 1, 1, 1'000'000);
    result.name = reader.requiredWord(u"name"_s);
    const auto kind = reader.requiredWord(u"kind"_s);
    if (kind != "page"_L1 && kind != "slip"_L1)
        broken.set(u"\"kind\" must be page or slip"_s);
    result.kind = kind == "slip"_L1 ? Template::Kind::Slip : Template::Kind::Page;
    result.fonts = readFonts(reader.object(u"fonts"_s), broken);
    defaults.kind = result.kind;
    defaults.fonts = result.fonts;
    if (result.kind == Template::Kind::Slip)
        return result;

    result.category = reader.word(u"category"_s);
    if (!result.category.isEmpty() && !documentCategories().contains(result.category))
        broken.set(u"\"category\" must be one of %1"_s.arg(documentCategories().join(u", "_s)));
    DefinitionReader text(reader.object(u"text"_s), broken);
    defaults.size = text.size(u"size"_s, 12);
    defaults.lineSpacing = text.integer(u"lineSpacing"_s, 150, 100, 400);
    text.finish();
    result.margins = readMargins(reader.object(u"page"_s), result.oneSided, broken);
    defaults.width = PageWidth - result.margins.left - result.margins.right;
    result.header = readRunning(reader.object(u"header"_s), defaults, broken);
    result.footer = readRunning(reader.object(u"footer"_s), defaults, broken);
    result.watermark = reader.text(u"watermark"_s);
    return result;
}

} // namespace

Result<Template> parseTemplate(QByteArrayView json)
{
    if (json.size() > MostBytes)
        return fail(templateInvalid({}, 0, u"a template may hold at most 1 MiB"_s));
    const auto document = parseObject(json);
    if (!document)
        return fail(templateInvalid({}, 0, u"not JSON: %1"_s.arg(document.error().detail)));
    const auto id = document->value("id"_L1).toString();
    if (!isCanonical(*document))
        return fail(templateInvalid(id, 0, u"numbers must be integers; write decimals as texts"_s));

    BrokenRule broken;
    DefinitionReader reader(*document, broken);
    BlockDefaults defaults;
    auto result = readHead(reader, defaults, broken);
    const auto blocks = reader.objects(u"blocks"_s);
    reader.finish();
    if (blocks.size() > MostBlocks)
        broken.set(u"a template may hold at most 200 blocks"_s);
    if (broken.isSet())
        return fail(templateInvalid(id, 0, broken.text()));
    for (const auto& definition : blocks) {
        result.blocks.push_back(parseBlock(definition, defaults, broken));
        if (broken.isSet())
            return fail(templateInvalid(id, int(result.blocks.size()), broken.text()));
    }
    return result;
}

} // namespace kuaiban::documents
