#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::hub {

// Cells of a sheet by which a hall brings along what it has.
inline Error importLoginUnfit(const QString& login)
{
    return failure("hub.import-login", Origin::User).with(QStringLiteral("login"), login);
}
inline Error importLoginTwice(const QString& login)
{
    return failure("hub.import-twice", Origin::User).with(QStringLiteral("login"), login);
}
inline Error importCellEmpty()
{
    return failure("hub.import-empty", Origin::User);
}
inline Error importAreaUnknown(const QString& area)
{
    return failure("hub.import-area", Origin::User).with(QStringLiteral("area"), area);
}
// A sheet without lines, or with more than `most`.
inline Error importSize(qint64 most)
{
    return failure("hub.import-size", Origin::User).with(QStringLiteral("most"), most);
}
// An organisation that stands in the sheet twice for the same area.
inline Error importOrganisationTwice(const QString& name)
{
    return failure("hub.import-organisation-twice", Origin::User).with(QStringLiteral("name"), name);
}

} // namespace kuaiban::hub
