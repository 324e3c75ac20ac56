#pragma once

#include "Picture.h"
#include "Template.h"

#include <memory>

typedef struct hb_face_t hb_face_t;

namespace kuaiban::documents {

// Plain data of a laid-out paper: points, y downwards.

// Glyphs of one font in the order of the text, with the text they stand for, so that it can be found again in the PDF.
struct GlyphRun
{
    struct Glyph
    {
        quint32 id;
        double x; // from the start of the line
        double y; // from the baseline
    };
    struct Cluster
    {
        int bytes;
        int glyphs;
    };
    hb_face_t* face = nullptr; // owned by the FontSet
    double size = 0;
    QByteArray utf8;
    std::vector<Glyph> glyphs;
    std::vector<Cluster> clusters;
};

struct ShapedLine
{
    std::vector<GlyphRun> runs;
    double x = 0; // where it starts within its width, by alignment and indent
    double width = 0;
    QString text;
};

struct TextItem
{
    ShapedLine line;
    double x = 0;
    double baseline = 0;
    Ink ink = Ink::Black;
    double angle = 0; // radians, about its start
};

struct StrokeItem
{
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    double width = 0.5;
    Ink ink = Ink::Black;
};

struct QrItem
{
    QByteArray modules; // side × side bytes, 1 is black
    int side = 0;
    double x = 0;
    double y = 0;
    double size = 0;
};

struct PictureItem
{
    std::shared_ptr<const Picture> picture;
    double x = 0;
    double y = 0;
};

using Item = std::variant<TextItem, StrokeItem, QrItem, PictureItem>;

// What is never divided by a page break: a line of a paragraph, a row of a table, a picture with its caption.
struct Piece
{
    double height = 0;
    double before = 0; // space above, dropped at the top of a page
    int block = 0;     // for failures, from 1
    bool keepWithNext = false;
    bool droppedAtTop = false;         // a spacer
    std::shared_ptr<const Piece> head; // drawn first when this piece begins a page: the head of its table
    std::vector<Item> items;           // from the piece's upper left corner
};

struct PlacedPiece
{
    std::shared_ptr<const Piece> piece;
    double y = 0; // from the top of the type area
};

using Page = std::vector<PlacedPiece>;

} // namespace kuaiban::documents
