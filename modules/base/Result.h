#pragma once

#include "Failure.h"

#include <tl/expected.hpp>

namespace kuaiban {

// A value or the Error that stands in its way. A class of its own because an alias cannot carry [[nodiscard]] in C++20.
template<class T>
struct [[nodiscard]] Result : tl::expected<T, Error>
{
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other)
        : tl::expected<T, Error>(std::move(other))
    {}

    friend bool operator==(const Result& a, const Result& b)
    {
        return a.has_value() == b.has_value() && (a.has_value() ? *a == *b : a.error() == b.error());
    }
    template<class U>
    requires(!std::is_base_of_v<tl::expected<T, Error>, U>) friend bool operator==(const Result& a, const U& b)
    {
        return a.has_value() && *a == b;
    }
};

template<>
struct [[nodiscard]] Result<void> : tl::expected<void, Error>
{
    using tl::expected<void, Error>::expected;
    Result(tl::expected<void, Error> other)
        : tl::expected<void, Error>(std::move(other))
    {}
};

using Done = Result<void>;

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace kuaiban

#define KB_JOIN_INNER(a, b) a##b
#define KB_JOIN(a, b) KB_JOIN_INNER(a, b)

// KB_TRY(auto row, find(id)): gives the value a name, or leaves the function with the error.
#define KB_TRY(declaration, expression) KB_TRY_NAMED(KB_JOIN(kbResult, __COUNTER__), declaration, expression)
#define KB_TRY_NAMED(result, declaration, expression)                                                                  \
    auto result = (expression);                                                                                        \
    if (!result)                                                                                                       \
        return ::kuaiban::fail(std::move(result).error());                                                             \
    declaration = *std::move(result)

// KB_CHECK(step()): leaves the function with the error if there is one.
#define KB_CHECK(expression) KB_CHECK_NAMED(KB_JOIN(kbDone, __COUNTER__), expression)
#define KB_CHECK_NAMED(done, expression)                                                                               \
    do {                                                                                                               \
        if (auto done = (expression); !done)                                                                           \
            return ::kuaiban::fail(std::move(done).error());                                                           \
    } while (false)
