#include "BlockParser.h"

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostColumns = 12;
constexpr double LeastColumn = 10 * PointsPerMillimetre;
constexpr int LeastSpacing = 100;
constexpr int MostSpacing = 400;

TextStyle bodyStyle(const BlockDefaults& defaults)
{
    return {u"body"_s, defaults.size, Align::Left, Ink::Black};
}

TextStyle readStyle(DefinitionReader& reader, const BlockDefaults& defaults, const TextStyle& otherwise)
{
    TextStyle style = otherwise;
    style.font = reader.font(defaults.fonts, otherwise.font);
    style.size = reader.size(u"size"_s, otherwise.size);
    style.align = reader.align(otherwise.align);
    style.ink = reader.ink(otherwise.ink);
    return style;
}

Paragraph readParagraph(DefinitionReader& reader, const BlockDefaults& defaults, Paragraph paragraph)
{
    paragraph.text = reader.requiredText(u"text"_s);
    paragraph.style = readStyle(reader, defaults, paragraph.style);
    paragraph.indent = reader.number(u"indent"_s, paragraph.indent);
    paragraph.inset = reader.number(u"inset"_s, 0);
    paragraph.lineSpacing = reader.integer(u"lineSpacing"_s, paragraph.lineSpacing, LeastSpacing, MostSpacing);
    paragraph.keepWithNext = reader.flag(u"keep"_s, paragraph.keepWithNext);
    return paragraph;
}

Paragraph readTitle(DefinitionReader& reader, const BlockDefaults& defaults)
{
    constexpr double erHao = 22; // 二号, the title size of GB/T 9704
    Paragraph title;
    title.style = {u"title"_s, erHao, Align::Center, Ink::Black};
    title.lineSpacing = 140;
    title.keepWithNext = true;
    return readParagraph(reader, defaults, title);
}

Paragraph readHeading(DefinitionReader& reader, const BlockDefaults& defaults)
{
    Paragraph heading;
    heading.style = bodyStyle(defaults);
    heading.style.font = u"heading"_s;
    heading.lineSpacing = defaults.lineSpacing;
    heading.keepWithNext = true;
    return readParagraph(reader, defaults, heading);
}

Paragraph readBody(DefinitionReader& reader, const BlockDefaults& defaults)
{
    Paragraph body;
    body.style = bodyStyle(defaults);
    body.style.align = Align::Justify;
    body.lineSpacing = defaults.lineSpacing;
    return readParagraph(reader, defaults, body);
}

Grid readGrid(DefinitionReader& reader, const BlockDefaults& defaults, BrokenRule& broken)
{
    Grid grid;
    grid.columns = reader.integer(u"columns"_s, 2, 1, 4);
    grid.labelWidth = reader.length(u"labelWidth"_s, 26);
    grid.borders = reader.flag(u"borders"_s, true);
    grid.empty = reader.word(u"empty"_s, u"—"_s);
    grid.value = bodyStyle(defaults);
    grid.value.size = reader.size(u"size"_s, defaults.size);
    grid.lineSpacing = reader.integer(u"lineSpacing"_s, grid.lineSpacing, LeastSpacing, MostSpacing);
    grid.label = grid.value;
    grid.label.font = u"heading"_s;
    for (const auto& object : reader.objects(u"items"_s)) {
        DefinitionReader item(object, broken);
        grid.items.push_back({item.requiredText(u"label"_s), item.requiredText(u"value"_s),
            item.integer(u"span"_s, 1, 1, grid.columns), item.conditions()});
        item.finish();
    }
    if (grid.labelWidth + LeastColumn > defaults.width / grid.columns)
        broken.set(u"\"labelWidth\" leaves no room for values"_s);
    return grid;
}

Table readTable(DefinitionReader& reader, const BlockDefaults& defaults, BrokenRule& broken)
{
    Table table;
    table.rows = reader.listField(u"rows"_s);
    table.empty = reader.word(u"empty"_s, u"—"_s);
    table.cell = bodyStyle(defaults);
    table.cell.size = reader.size(u"size"_s, defaults.size);
    table.lineSpacing = reader.integer(u"lineSpacing"_s, table.lineSpacing, LeastSpacing, MostSpacing);
    table.head = table.cell;
    table.head.font = u"heading"_s;
    for (const auto& object : reader.objects(u"columns"_s)) {
        DefinitionReader column(object, broken);
        table.columns.push_back({column.requiredText(u"title"_s), column.requiredText(u"text"_s),
            column.length(u"width"_s, 0), column.align(Align::Left)});
        column.finish();
    }
    if (table.columns.size() > MostColumns)
        broken.set(u"\"columns\" may hold at most 12 columns"_s);
    double needed = 0;
    for (const auto& column : table.columns)
        needed += column.width > 0 ? column.width : LeastColumn;
    if (needed > defaults.width)
        broken.set(u"the columns are wider than the type area"_s);
    return table;
}

Qr readQr(DefinitionReader& reader, const BlockDefaults& defaults)
{
    Qr qr;
    qr.value = reader.requiredText(u"value"_s);
    qr.caption = reader.text(u"caption"_s);
    if (defaults.kind == Template::Kind::Slip)
        return qr;
    qr.size = reader.length(u"size"_s, 26);
    qr.lines = reader.texts(u"lines"_s);
    qr.style = bodyStyle(defaults);
    qr.style.size = reader.size(u"textSize"_s, defaults.size);
    qr.captionStyle = qr.style;
    qr.captionStyle.size = 9;
    qr.captionStyle.align = Align::Center;
    return qr;
}

Signatures readSignatures(DefinitionReader& reader, const BlockDefaults& defaults, BrokenRule& broken)
{
    Signatures signatures;
    signatures.columns = reader.integer(u"columns"_s, 2, 1, 4);
    signatures.style = bodyStyle(defaults);
    signatures.style.size = reader.size(u"size"_s, defaults.size);
    for (const auto& object : reader.objects(u"items"_s)) {
        DefinitionReader item(object, broken);
        signatures.items.push_back({item.requiredText(u"label"_s), item.text(u"value"_s), item.flag(u"line"_s, true),
            item.field(u"picture"_s), item.conditions()});
        item.finish();
    }
    return signatures;
}

Closing readClosing(DefinitionReader& reader, const BlockDefaults& defaults, BrokenRule& broken)
{
    Closing closing;
    closing.organ = reader.requiredText(u"organ"_s);
    closing.date = reader.requiredText(u"date"_s);
    closing.style = readStyle(reader, defaults, bodyStyle(defaults));
    if (const auto object = reader.object(u"qr"_s); !object.isEmpty()) {
        DefinitionReader qr(object, broken);
        closing.qr = readQr(qr, defaults);
        qr.finish();
    }
    return closing;
}

bool readPageBlock(
    const QString& type, DefinitionReader& reader, const BlockDefaults& defaults, BrokenRule& broken, Block& block)
{
    if (type == "title"_L1)
        block.content = readTitle(reader, defaults);
    else if (type == "heading"_L1)
        block.content = readHeading(reader, defaults);
    else if (type == "paragraph"_L1)
        block.content = readBody(reader, defaults);
    else if (type == "grid"_L1)
        block.content = readGrid(reader, defaults, broken);
    else if (type == "table"_L1)
        block.content = readTable(reader, defaults, broken);
    else if (type == "rule"_L1)
        block.content = Rule{reader.number(u"width"_s, 0.5), reader.ink(Ink::Black)};
    else if (type == "spacer"_L1)
        block.content = Spacer{reader.length(u"height"_s, 5)};
    else if (type == "signatures"_L1)
        block.content = readSignatures(reader, defaults, broken);
    else if (type == "closing"_L1)
        block.content = readClosing(reader, defaults, broken);
    else
        return false;
    return true;
}

bool readSlipBlock(const QString& type, DefinitionReader& reader, Block& block)
{
    if (type == "line"_L1)
        block.content = SlipLine{reader.requiredText(u"text"_s), reader.align(Align::Left),
            reader.flag(u"double"_s, false), reader.flag(u"bold"_s, false)};
    else if (type == "pair"_L1)
        block.content = SlipPair{reader.requiredText(u"label"_s), reader.requiredText(u"value"_s)};
    else if (type == "list"_L1)
        block.content = SlipList{reader.listField(u"rows"_s), reader.requiredText(u"text"_s), reader.text(u"right"_s)};
    else if (type == "rule"_L1)
        block.content = Rule{};
    else if (type == "feed"_L1)
        block.content = Feed{reader.integer(u"lines"_s, 1, 1, 10)};
    else if (type == "cut"_L1)
        block.content = Cut{};
    else
        return false;
    return true;
}

} // namespace

Block parseBlock(const QJsonObject& definition, const BlockDefaults& defaults, BrokenRule& broken)
{
    DefinitionReader reader(definition, broken);
    Block block;
    const auto type = reader.requiredWord(u"type"_s);
    block.conditions = reader.conditions();
    bool known = true;
    if (type == "qr"_L1)
        block.content = readQr(reader, defaults);
    else if (defaults.kind == Template::Kind::Slip)
        known = readSlipBlock(type, reader, block);
    else
        known = readPageBlock(type, reader, defaults, broken, block);
    if (!known) {
        broken.set(u"\"%1\" is not a block of this kind of template"_s.arg(type));
        return block;
    }
    if (defaults.kind == Template::Kind::Page)
        block.before = reader.length(u"before"_s, 0);
    reader.finish();
    return block;
}

} // namespace kuaiban::documents
