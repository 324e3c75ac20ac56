#pragma once

#include "Layout.h"

namespace kuaiban::documents {

// Puts pieces onto pages whose type area is `height` points high. Chains of keepWithNext move to the next page
// together, table heads are repeated. A piece taller than a page is `documents.does-not-fit`. At least one page.
Result<std::vector<Page>> paginate(std::vector<Piece> pieces, double height, const QString& templateName);

} // namespace kuaiban::documents
