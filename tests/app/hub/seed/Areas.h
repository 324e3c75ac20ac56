#pragma once

#include "modules/codes/AreaTree.h"
#include "tests/support/places/Places.h"

#include <QFile>

namespace kuaiban::test {

// The areas that are shipped.
inline const codes::AreaTree& shippedAreas()
{
    static const auto tree = [] {
        QFile file(test::inSource(u"resources/codes/areas.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("areas.csv is missing");
        return codes::AreaTree::parse(file.readAll()).value();
    }();
    return tree;
}

} // namespace kuaiban::test
