#pragma once

#include "Type.h"

namespace kuaiban::expr {

// The variables an expression may read. With declarations every other name is a mistake found when compiling.
class Declarations
{
public:
    // `path` is dotted: "today", "card.name". A dotted path adds one key to the record before the dot.
    void declare(const QString& path, const Type& type);
    std::optional<Type> find(const QString& name) const; // an undotted name

private:
    QMap<QString, Type> m_types;
};

} // namespace kuaiban::expr
