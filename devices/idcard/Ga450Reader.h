#pragma once

#include "IdCardReader.h"
#include "SamModule.h"

namespace kuaiban::devices {

// A reader of GA 450 / GA 467 on a serial line.
class Ga450Reader final : public IdCardReader
{
public:
    explicit Ga450Reader(std::unique_ptr<ByteStream> stream);

    Done open(const std::stop_token& stop) override;
    void close() override;
    Result<QString> moduleId(const std::stop_token& stop) override;
    Result<bool> findCard(const std::stop_token& stop) override;
    Result<IdCard> readCard(IdCardExtent extent, const std::stop_token& stop) override;

private:
    // Find and select; false when the card stayed silent, which a card that was read already does until it is lifted.
    Result<bool> wakeCard(const std::stop_token& stop);

    SamModule m_module;
};

} // namespace kuaiban::devices
