#pragma once

#include "Value.h"

#include <QHash>

namespace kuaiban::expr {

// The variables of one evaluation. A value class; sets replace.
class Scope
{
public:
    void set(const QString& name, const Value& value) { m_variables.insert(name, value); }
    void remove(const QString& name) { m_variables.remove(name); }
    const Value* find(const QString& name) const
    {
        const auto found = m_variables.constFind(name);
        return found == m_variables.cend() ? nullptr : &*found;
    }

private:
    QHash<QString, Value> m_variables;
};

} // namespace kuaiban::expr
