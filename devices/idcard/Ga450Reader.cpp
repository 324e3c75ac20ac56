#include "Ga450Reader.h"

#include "IdCardCheck.h"
#include "IdCardErrors.h"
#include "IdCardText.h"

namespace kuaiban::devices {

Ga450Reader::Ga450Reader(std::unique_ptr<ByteStream> stream)
    : m_module(std::move(stream))
{}

Done Ga450Reader::open(const std::stop_token& stop)
{
    KB_CHECK(m_module.open(stop));
    const auto status = m_module.status(stop);
    if (!status)
        m_module.close();
    return status;
}

void Ga450Reader::close()
{
    m_module.close();
}

Result<QString> Ga450Reader::moduleId(const std::stop_token& stop)
{
    return m_module.id(stop);
}

Result<bool> Ga450Reader::findCard(const std::stop_token& stop)
{
    return m_module.findCard(stop);
}

Result<bool> Ga450Reader::wakeCard(const std::stop_token& stop)
{
    KB_TRY(const bool found, m_module.findCard(stop));
    const auto selected = m_module.selectCard(stop);
    if (selected)
        return true;
    const auto& error = selected.error();
    if (found || (!error.is("idcard.select"_L1) && !error.is("idcard.no-card"_L1)))
        return fail(error);
    return false;
}

Result<IdCard> Ga450Reader::readCard(IdCardExtent extent, const std::stop_token& stop)
{
    KB_TRY(const bool awake, wakeCard(stop));
    auto blocks = m_module.readTextAndPhoto(stop);
    if (!blocks && !awake && blocks.error().is("idcard.read"_L1))
        return fail(idCardNoCard());
    if (!blocks)
        return fail(blocks.error());
    KB_TRY(auto card, decodeIdCardText(blocks->text));
    KB_CHECK(checkIdCard(card));
    card.photoWlt = blocks->photo;
    if (extent == IdCardExtent::Full && card.kind == IdCardKind::Resident) {
        KB_TRY(const auto address, m_module.readAddedAddress(stop));
        card.addedAddress = decodeAddedAddress(address);
    }
    return card;
}

} // namespace kuaiban::devices
