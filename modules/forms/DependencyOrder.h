#pragma once

#include <QList>
#include <QSet>

namespace kuaiban::forms {

struct DependencyOrder
{
    QList<qsizetype> order; // every index after those it depends on; those without a tie keep their own order
    QList<qsizetype> cycle; // when there is one: a → b → a without the repetition; `order` is then incomplete
};

// dependencies[i] holds the indices that must come before i.
DependencyOrder dependencyOrder(const QList<QSet<qsizetype>>& dependencies);

} // namespace kuaiban::forms
