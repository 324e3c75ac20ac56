#pragma once

#include "SourceTree.h"

#include <QSet>

namespace kuaiban::tree {

// A Qt Linguist file (.ts), read for its gaps.
class Translations
{
public:
    Translations(const QString& path, const QString& text);

    // "context: source (comment)" of every text that the programs show.
    const QSet<QString>& sources() const { return m_sources; }
    // Texts without a translation, marked as unfinished, or that lose a %1 of their source.
    const Findings& gaps() const { return m_gaps; }

private:
    QSet<QString> m_sources;
    Findings m_gaps;
};

} // namespace kuaiban::tree
