#pragma once

#include "modules/catalogue/Definitions.h"
#include "modules/codes/AreaTree.h"
#include "modules/codes/CodeBook.h"

namespace kuaiban::casework {

// Which codes exist, from the published code tables and areas. A table nobody published cannot be asked, so any code of
// it passes; the catalogue check sees to it that items name published ones. Immutable, usable from several threads.
class KnownCodes
{
public:
    // Reads all published tables. Errors: codes.table, codes.areas for one that cannot be read.
    static Result<KnownCodes> read(const QList<catalogue::Definition>& definitions);

    // Areas are asked as table "area". Below the leaves of the tree (villages of a county that lists none) the area
    // above decides.
    bool has(const QString& table, const QString& code) const;

    const codes::CodeBook& book() const { return m_book; }
    const codes::AreaTree& areas() const { return m_areas; }

private:
    bool hasArea(const QString& code) const;

    codes::CodeBook m_book;
    codes::AreaTree m_areas;
};

} // namespace kuaiban::casework
