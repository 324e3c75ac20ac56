#pragma once

#include "app/counter/session/Session.h"
#include "devices/smartcard/SscStation.h"

namespace kuaiban::counter {

// Carries the conversation between a social security card of specification 3.0 and the hub's security module, so that
// the station tells the person after all. Without the hub the station's `failed` says why it could not.
class CardProver final : public QObject
{
    Q_OBJECT

public:
    CardProver(devices::SscStation& station, Session& session, QObject* parent = nullptr);
};

} // namespace kuaiban::counter
