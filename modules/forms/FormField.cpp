#include "FormField.h"

#include <array>
#include <utility>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<FieldKind, QLatin1StringView>, 11> KindNames{{
    {FieldKind::Text, "text"_L1},
    {FieldKind::Multiline, "multiline"_L1},
    {FieldKind::Integer, "integer"_L1},
    {FieldKind::Money, "money"_L1},
    {FieldKind::Decimal, "decimal"_L1},
    {FieldKind::Date, "date"_L1},
    {FieldKind::Month, "month"_L1},
    {FieldKind::Flag, "flag"_L1},
    {FieldKind::Code, "code"_L1},
    {FieldKind::Table, "table"_L1},
    {FieldKind::Area, "area"_L1},
}};

} // namespace

QStringList fieldKindNames()
{
    QStringList names;
    for (const auto& [kind, name] : KindNames)
        names.append(name);
    return names;
}

QString fieldKindName(FieldKind kind)
{
    for (const auto& [value, name] : KindNames) {
        if (value == kind)
            return name;
    }
    return {};
}

std::optional<FieldKind> fieldKindFromName(const QString& name)
{
    for (const auto& [value, text] : KindNames) {
        if (text == name)
            return value;
    }
    return {};
}

const Field* Field::column(const QString& columnId) const
{
    for (const auto& candidate : columns) {
        if (candidate.id == columnId)
            return &candidate;
    }
    return nullptr;
}

expr::Type Field::type() const
{
    switch (kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
        return expr::Type::integer();
    case FieldKind::Decimal:
        return expr::Type::decimal();
    case FieldKind::Date:
        return expr::Type::date();
    case FieldKind::Month:
        return expr::Type::month();
    case FieldKind::Flag:
        return expr::Type::boolean();
    case FieldKind::Table: {
        QMap<QString, expr::Type> keys{{u"rowId"_s, expr::Type::string()}};
        for (const auto& candidate : columns)
            keys.insert(candidate.id, candidate.type());
        return expr::Type::list(expr::Type::record(keys));
    }
    default:
        return expr::Type::string();
    }
}

} // namespace kuaiban::forms
