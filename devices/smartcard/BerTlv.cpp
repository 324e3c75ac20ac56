#include "BerTlv.h"

namespace kuaiban::devices {

namespace {

constexpr int DeepestNesting = 8;

struct Field
{
    quint16 tag = 0;
    bool constructed = false;
    QByteArrayView value;
};

std::optional<quint8> takeByte(QByteArrayView& data)
{
    if (data.isEmpty())
        return {};
    const auto byte = static_cast<quint8>(data.front());
    data = data.sliced(1);
    return byte;
}

std::optional<Field> takeField(QByteArrayView& data)
{
    const auto first = takeByte(data);
    if (!first)
        return {};
    Field field{*first, (*first & 0x20) != 0, {}};
    if ((*first & 0x1f) == 0x1f) {
        const auto second = takeByte(data);
        if (!second)
            return {};
        field.tag = static_cast<quint16>((*first << 8) | *second);
    }
    auto length = takeByte(data);
    if (length && *length == 0x81)
        length = takeByte(data);
    else if (length && *length > 0x7f)
        return {};
    if (!length || data.size() < *length)
        return {};
    field.value = data.first(*length);
    data = data.sliced(*length);
    return field;
}

std::optional<QByteArray> find(QByteArrayView data, quint16 tag, int depth)
{
    while (!data.isEmpty() && depth < DeepestNesting) {
        if (data.front() == '\0' || data.front() == '\xff') { // filling between fields
            data = data.sliced(1);
            continue;
        }
        const auto field = takeField(data);
        if (!field)
            return {};
        if (field->tag == tag)
            return field->value.toByteArray();
        if (!field->constructed)
            continue;
        if (const auto inside = find(field->value, tag, depth + 1))
            return inside;
    }
    return {};
}

} // namespace

std::optional<QByteArray> berValue(QByteArrayView data, quint16 tag)
{
    return find(data, tag, 0);
}

} // namespace kuaiban::devices
