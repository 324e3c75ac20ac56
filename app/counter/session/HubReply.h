#pragma once

#include "modules/sync/HubLink.h"

namespace kuaiban::counter {

// The JSON of an answer, for QFuture::then(), which takes objects and no functions.
inline constexpr auto jsonOf = [](const Result<sync::HubResponse>& response) -> Result<QJsonObject> {
    if (!response)
        return fail(response.error());
    return response->json();
};

} // namespace kuaiban::counter
