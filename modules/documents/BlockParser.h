#pragma once

#include "DefinitionReader.h"

namespace kuaiban::documents {

// What blocks inherit from the head of their template.
struct BlockDefaults
{
    Template::Kind kind = Template::Kind::Page;
    QMap<QString, Typeface> fonts;
    double size = 12;      // points
    int lineSpacing = 150; // per cent
    double width = 0;      // of the type area, points
};

// Reads one block; what it breaks is noted in `broken`. Same limits as Template.h describes.
Block parseBlock(const QJsonObject& definition, const BlockDefaults& defaults, BrokenRule& broken);

} // namespace kuaiban::documents
