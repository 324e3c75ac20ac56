#pragma once

#include "CardTerminal.h"

namespace kuaiban::devices {

// The readers of this machine through its card service (PC/SC, pcscd), contact and contactless alike. Survives a
// service that is restarted and readers that come and go.
class PcscTerminal final : public CardTerminal
{
public:
    PcscTerminal();
    ~PcscTerminal() override;

    Done open(const std::stop_token& stop) override;
    void close() override;
    Result<QList<CardSlot>> survey(const std::stop_token& stop) override;
    Result<std::unique_ptr<CardChannel>> connectTo(const QString& reader, const std::stop_token& stop) override;

private:
    class Context;
    std::shared_ptr<Context> m_context; // shared with channels: a card may outlive a terminal that was closed
};

} // namespace kuaiban::devices
