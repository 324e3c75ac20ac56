#pragma once

#include "modules/sync/HubLink.h"

namespace kuaiban::counter {

// The JSON of an answer, for QFuture::then(), which takes objects and no functions.
inline constexpr auto jsonOf = [](const Result<sync::HubResponse>& response) -> Result<QJsonObject> {
    if (!response)
        return fail(response.error());
    return response->json();
};

// For answers that say no more than that it was done.
inline constexpr auto isDone = [](const Result<sync::HubResponse>& response) -> Result<void> {
    if (!response)
        return fail(response.error());
    return {};
};

} // namespace kuaiban::counter
