#include "SaneOptions.h"

#include "SaneStatus.h"

#include <cmath>

namespace kuaiban::devices {

namespace {

double fromWord(const SANE_Option_Descriptor& option, SANE_Word word)
{
    return option.type == SANE_TYPE_FIXED ? word / 65536.0 : word;
}

SANE_Word toWord(const SANE_Option_Descriptor& option, double value)
{
    return static_cast<SANE_Word>(std::lround(option.type == SANE_TYPE_FIXED ? value * 65536.0 : value));
}

bool isNumber(const SANE_Option_Descriptor& option)
{
    return (option.type == SANE_TYPE_INT || option.type == SANE_TYPE_FIXED) &&
           option.size == static_cast<SANE_Int>(sizeof(SANE_Word));
}

SANE_Word nearestAllowed(const SANE_Option_Descriptor& option, double value)
{
    SANE_Word word = toWord(option, value);
    if (option.constraint_type == SANE_CONSTRAINT_RANGE) {
        const auto& range = *option.constraint.range;
        word = std::clamp(word, range.min, std::max(range.min, range.max));
        if (range.quant > 0)
            word = range.min + (word - range.min) / range.quant * range.quant;
    } else if (option.constraint_type == SANE_CONSTRAINT_WORD_LIST && option.constraint.word_list[0] > 0) {
        const SANE_Word* const list = option.constraint.word_list;
        word = *std::min_element(list + 1, list + 1 + list[0],
            [word](SANE_Word a, SANE_Word b) { return std::llabs(qint64(a) - word) < std::llabs(qint64(b) - word); });
    }
    return word;
}

} // namespace

SaneOptions::SaneOptions(SANE_Handle handle)
    : m_handle(handle)
{
    reload();
}

void SaneOptions::reload()
{
    m_options.clear();
    SANE_Int count = 0;
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return;
    for (SANE_Int i = 1; i < count; ++i) {
        const auto* const option = sane_get_option_descriptor(m_handle, i);
        const bool usable = option && option->name && *option->name && option->type != SANE_TYPE_GROUP &&
                            SANE_OPTION_IS_ACTIVE(option->cap) && SANE_OPTION_IS_SETTABLE(option->cap);
        if (usable)
            m_options.insert(QString::fromUtf8(option->name), {i, option});
    }
}

QStringList SaneOptions::choices(const QString& name) const
{
    QStringList texts;
    const auto option = m_options.value(name).descriptor;
    if (!option || option->constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return texts;
    for (const auto* choice = option->constraint.string_list; *choice; ++choice)
        texts.append(QString::fromUtf8(*choice));
    return texts;
}

std::optional<double> SaneOptions::largest(const QString& name) const
{
    const auto option = m_options.value(name).descriptor;
    if (!option || option->constraint_type != SANE_CONSTRAINT_RANGE)
        return {};
    return fromWord(*option, option->constraint.range->max);
}

std::optional<double> SaneOptions::smallest(const QString& name) const
{
    const auto option = m_options.value(name).descriptor;
    if (!option || option->constraint_type != SANE_CONSTRAINT_RANGE)
        return {};
    return fromWord(*option, option->constraint.range->min);
}

bool SaneOptions::isInPixels(const QString& name) const
{
    const auto option = m_options.value(name).descriptor;
    return option && option->unit == SANE_UNIT_PIXEL;
}

Done SaneOptions::set(SANE_Int index, void* value)
{
    SANE_Int info = 0;
    const auto status = sane_control_option(m_handle, index, SANE_ACTION_SET_VALUE, value, &info);
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_control_option"));
    if (info & SANE_INFO_RELOAD_OPTIONS)
        reload();
    return {};
}

Done SaneOptions::setText(const QString& name, const QString& value)
{
    const auto option = m_options.value(name);
    auto bytes = value.toUtf8();
    if (!option.descriptor || option.descriptor->type != SANE_TYPE_STRING || bytes.size() >= option.descriptor->size)
        return fail(scannerUnsupported(name));
    bytes.resize(option.descriptor->size, '\0'); // the backend may copy as many bytes as it declared
    return set(option.index, bytes.data());
}

Done SaneOptions::setFlag(const QString& name, bool value)
{
    const auto option = m_options.value(name);
    if (!option.descriptor || option.descriptor->type != SANE_TYPE_BOOL)
        return fail(scannerUnsupported(name));
    SANE_Word word = value ? SANE_TRUE : SANE_FALSE;
    return set(option.index, &word);
}

Result<double> SaneOptions::setNumber(const QString& name, double value)
{
    const auto option = m_options.value(name);
    if (!option.descriptor || !isNumber(*option.descriptor))
        return fail(scannerUnsupported(name));
    SANE_Word word = nearestAllowed(*option.descriptor, value);
    const double taken = fromWord(*option.descriptor, word);
    KB_CHECK(set(option.index, &word));
    return taken;
}

} // namespace kuaiban::devices
