#pragma once

#include <QStringList>

namespace kuaiban::documents {

// What sort of paper a template makes, so that a window can keep the right stock for it: receipts (回执), decisions and
// notices under the organ's name (决定书、通知书), lists (清单), confirmations that are signed (确认单), and papers
// that stay in the house (内部单据).
inline const QStringList& documentCategories()
{
    using namespace Qt::StringLiterals;
    static const QStringList names{u"receipt"_s, u"decision"_s, u"list"_s, u"confirmation"_s, u"internal"_s};
    return names;
}

} // namespace kuaiban::documents
