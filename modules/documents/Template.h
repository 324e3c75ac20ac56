#pragma once

#include "Text.h"

#include <QMap>

#include <optional>
#include <variant>

namespace kuaiban::documents {

// A document template: JSON data that travels to the counters through the feed, so a new paper needs no new program.
// Numbers are integers and decimals are texts ("2.5"), as everywhere in signed JSON.
//
//   { "id": "intake-receipt", "version": 1, "name": "收件回执", "kind": "page" | "slip",
//     "category": "decision",
//     "page": { "size": "A4", "oneSided": true, "margins": { "top": 37, "right": 26, "bottom": 35, "left": 28 } },
//     "fonts": { "body": { "family": "Noto Serif CJK SC", "weight": 400 }, "title": {…}, "heading": {…}, … },
//     "text": { "size": "小四", "lineSpacing": 150 },
//     "header": { "left": "…", "center": "…", "right": "…", "size": "小五", "rule": true, "firstPage": false },
//     "footer": { "center": "第 {page} 页 共 {pages} 页" },
//     "watermark": "{print_mark?}",
//     "blocks": [ … ] }
//
// `category` is one of DocumentCategory.h; a page without one is printed as the window prints by default. A one-sided
// page never shares its sheet, however the printer is set up. Margins are millimetres, line spacings per cent of the
// size. Sizes are points (integer or decimal text) or the Chinese names 初号 … 八号. `fonts` must name "body"; "title"
// and "heading" default to it; more names may be added and used as "font" of a block. {page} and {pages} exist in
// header and footer only.
//
// Every block has "type"; "when": "field" keeps it only if the data has that field, "unless": "field" only if not;
// "before" is the space above in millimetres (dropped at the top of a page). A property nobody knows is a mistake.
//
// Blocks of a page:
//   title, heading, paragraph
//                text; font, size, align (left center right justify), indent (first line, in characters), inset (whole
//                text, in characters), lineSpacing, color (black red grey), keep (stays with the next)
//   grid         items [{label, value, span, when, unless}], columns (pairs a row), labelWidth (mm), size, lineSpacing,
//                borders, empty (shown for an empty value, "—")
//   table        rows (a list field), columns [{title, text, width (mm; without: a share of the rest), align}], size,
//                lineSpacing, empty; the head is repeated on every page, a row is never divided
//   qr           value, size (mm), caption, lines [texts beside it], textSize
//   rule         width (points), color
//   spacer       height (mm)
//   signatures   items [{label, value, line, picture, when, unless}], columns, size; `picture` names a field that
//                holds a PNG in base64: what somebody wrote by hand stands over the line in place of the value, as
//                ink on nothing whatever its ground was; without it the line is there to be signed
//   closing      organ, date; font, size; qr {value, size, caption}: the sign-off at the right as in GB/T 9704, the
//                organ centred over the date, never on a page alone; a code may stand in the empty half at the left
//
// Blocks of a slip (48 columns on 80 mm paper, 32 on 58 mm; one Hanzi takes two; font "body" draws rare characters):
//   line         text, align, double, bold
//   pair         label, value (continued under the value; left out without one)
//   list         rows, text, right
//   qr           value, caption
//   rule, feed (lines), cut

enum class Align { Left, Center, Right, Justify };
enum class Ink { Black, Red, Grey, Pale };

struct Typeface
{
    QString family;
    int weight = 400; // as in OpenType: 400 regular, 500 medium, 700 bold
    friend bool operator==(const Typeface&, const Typeface&) = default;
};

struct TextStyle
{
    QString font;     // a name in Template::fonts
    double size = 12; // points
    Align align = Align::Left;
    Ink ink = Ink::Black;
};

struct Paragraph
{
    Text text;
    TextStyle style;
    double indent = 0;     // first line, characters
    double inset = 0;      // all lines, characters
    int lineSpacing = 150; // per cent of the size
    bool keepWithNext = false;
};

struct Condition
{
    QString field;
    bool present = true;
};

struct Grid
{
    struct Item
    {
        Text label;
        Text value;
        int span = 1; // columns of pairs
        QList<Condition> conditions;
    };
    std::vector<Item> items;
    int columns = 2;
    double labelWidth = 0; // points
    bool borders = true;
    QString empty;
    TextStyle label;
    TextStyle value;
    int lineSpacing = 140;
};

struct Table
{
    struct Column
    {
        Text title;
        Text text;
        double width = 0; // points; 0: a share of the rest
        Align align = Align::Left;
    };
    QString rows;
    std::vector<Column> columns;
    QString empty;
    TextStyle head;
    TextStyle cell;
    int lineSpacing = 130;
};

struct Qr
{
    Text value;
    double size = 0; // points
    Text caption;
    std::vector<Text> lines;
    TextStyle style;
    TextStyle captionStyle;
};

struct Rule
{
    double width = 0.5; // points
    Ink ink = Ink::Black;
};

struct Spacer
{
    double height = 0; // points
};

struct Signatures
{
    struct Item
    {
        Text label;
        Text value;
        bool line = true;
        QString picture; // a field, or empty
        QList<Condition> conditions;
    };
    std::vector<Item> items;
    int columns = 2;
    TextStyle style;
};

struct Closing
{
    Text organ;
    Text date;
    TextStyle style;
    std::optional<Qr> qr; // in the empty half at the left
};

struct SlipLine
{
    Text text;
    Align align = Align::Left;
    bool doubleSize = false;
    bool bold = false;
};

struct SlipPair
{
    Text label;
    Text value;
};

struct SlipList
{
    QString rows;
    Text text;
    Text right;
};

struct Feed
{
    int lines = 1;
};

struct Cut
{};

struct Block
{
    std::variant<Paragraph, Grid, Table, Qr, Rule, Spacer, Signatures, Closing, SlipLine, SlipPair, SlipList, Feed, Cut>
        content;
    QList<Condition> conditions;
    double before = 0; // points
};

// Running head or foot: up to three texts on one line.
struct Running
{
    Text left;
    Text center;
    Text right;
    TextStyle style;
    bool rule = false;
    bool firstPage = true;
    bool isEmpty() const { return left.isEmpty() && center.isEmpty() && right.isEmpty(); }
};

struct Margins // points
{
    double top = 0;
    double right = 0;
    double bottom = 0;
    double left = 0;
};

struct Template
{
    enum class Kind { Page, Slip };

    QString id;
    int version = 1;
    QString name;
    Kind kind = Kind::Page;
    QString category; // of a page; may be empty
    bool oneSided = false;
    Margins margins;
    QMap<QString, Typeface> fonts;
    Running header;
    Running footer;
    Text watermark;
    std::vector<Block> blocks;
};

constexpr double PointsPerMillimetre = 72.0 / 25.4;
constexpr double PageWidth = 210 * PointsPerMillimetre; // A4
constexpr double PageHeight = 297 * PointsPerMillimetre;

} // namespace kuaiban::documents
