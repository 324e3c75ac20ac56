#pragma once

#include <QString>

namespace kuaiban::forms {

// A text of a definition in the two languages of the product.
struct LocalText
{
    QString zh; // "zh_CN" in JSON
    QString en;

    const QString& in(const QString& language) const { return language == QStringLiteral("en") ? en : zh; }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

} // namespace kuaiban::forms
