#pragma once

#include "SmartCardErrors.h"

#include "modules/base/Result.h"

#include <QByteArray>

#include <array>
#include <string.h>
#include <utility>

namespace kuaiban::devices {

// A PIN on its way to the card: 4 to 12 digits, held in one place only and wiped when it goes. Never logged, never
// kept.
class Pin
{
public:
    static constexpr int Shortest = 4;
    static constexpr int Longest = 12;

    // Errors: smartcard.pin-format.
    static Result<Pin> fromText(QStringView text)
    {
        if (text.size() < Shortest || text.size() > Longest)
            return fail(smartCardPinFormat());
        Pin pin;
        for (const QChar c : text) {
            if (c < u'0' || c > u'9')
                return fail(smartCardPinFormat());
            pin.m_digits.at(pin.m_length++) = static_cast<char>(c.unicode() - u'0');
        }
        return pin;
    }

    Pin(Pin&& other) noexcept
        : m_digits(other.m_digits)
        , m_length(std::exchange(other.m_length, 0))
    {
        other.wipe();
    }
    Pin& operator=(Pin&& other) noexcept
    {
        m_digits = other.m_digits;
        m_length = std::exchange(other.m_length, 0);
        other.wipe();
        return *this;
    }
    Q_DISABLE_COPY(Pin)
    ~Pin() { wipe(); }

    // Two digits a byte, an odd one filled with F: as VERIFY takes it. Whoever sends it wipes the bytes.
    QByteArray packed() const
    {
        QByteArray bytes;
        for (size_t i = 0; i < m_length; i += 2) {
            const int second = i + 1 < m_length ? m_digits.at(i + 1) : 0x0f;
            bytes.append(static_cast<char>((m_digits.at(i) << 4) | second));
        }
        return bytes;
    }

private:
    Pin() = default;
    void wipe() { explicit_bzero(m_digits.data(), m_digits.size()); }

    std::array<char, Longest> m_digits{};
    size_t m_length = 0;
};

} // namespace kuaiban::devices
