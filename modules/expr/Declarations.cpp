#include "Declarations.h"

namespace kuaiban::expr {

namespace {

QMap<QString, Type> withPath(QMap<QString, Type> types, const QString& path, const Type& type)
{
    const auto dot = path.indexOf(u'.');
    if (dot < 0) {
        types.insert(path, type);
        return types;
    }
    const QString first = path.first(dot);
    types.insert(first, Type::record(withPath(types.value(first).keys(), path.sliced(dot + 1), type)));
    return types;
}

} // namespace

void Declarations::declare(const QString& path, const Type& type)
{
    m_types = withPath(m_types, path, type);
}

std::optional<Type> Declarations::find(const QString& name) const
{
    const auto found = m_types.constFind(name);
    if (found == m_types.cend())
        return {};
    return *found;
}

} // namespace kuaiban::expr
