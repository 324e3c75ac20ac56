#pragma once

#include "Value.h"

namespace kuaiban::expr {

// What is known about a value before there is one. Also the hint by which JSON is read and written: decimals, dates and
// months are texts there. Immutable, cheap to copy, usable from any thread.
class Type
{
public:
    static Type any();
    static Type of(Kind kind); // a list or map of anything for Kind::List and Kind::Map
    static Type null() { return of(Kind::Null); }
    static Type boolean() { return of(Kind::Bool); }
    static Type integer() { return of(Kind::Int); }
    static Type decimal() { return of(Kind::Decimal); }
    static Type string() { return of(Kind::String); }
    static Type date() { return of(Kind::Date); }
    static Type month(); // a date that is its month's first day and is YYYY-MM in JSON
    static Type list(const Type& element);
    static Type map(const Type& element);                // any keys
    static Type record(const QMap<QString, Type>& keys); // these keys only; each may be absent

    bool isAny() const { return !m_kind.has_value(); }
    bool is(Kind kind) const { return m_kind == kind; }
    bool maybe(Kind kind) const { return isAny() || m_kind == kind; }
    bool maybeNumber() const { return isAny() || is(Kind::Int) || is(Kind::Decimal); }
    bool isMonth() const { return m_month; }
    bool isRecord() const { return m_keys != nullptr; }

    Type element() const;                               // of a list or open map; any() where unknown
    std::optional<Type> key(const QString& name) const; // nothing when a record has no such key
    QMap<QString, Type> keys() const;                   // of a record

    // Whether a value of `other` may stand where this type is wanted. Unknown types pass, an int passes as decimal, and
    // null passes everywhere because a declared value may always be absent.
    bool accepts(const Type& other) const;
    bool accepts(const Value& value) const; // only the outermost kind; does not look into lists and maps

    QString name() const; // "list(int)", "any"

private:
    std::optional<Kind> m_kind; // none: any
    bool m_month = false;
    std::shared_ptr<const Type> m_element;
    std::shared_ptr<const QMap<QString, Type>> m_keys;
};

// The type of a value that may be of either type; nothing when they do not go together.
std::optional<Type> commonType(const Type& left, const Type& right);

} // namespace kuaiban::expr
