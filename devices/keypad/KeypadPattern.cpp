#include "KeypadPattern.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestFrame = 64;

} // namespace

tl::expected<KeypadPattern, QString> KeypadPattern::parse(const QString& text, KeypadFrameUse use, const Keys& keys)
{
    const auto words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > LongestFrame)
        return tl::unexpected("a frame has 1 to %1 bytes"_L1.arg(QString::number(LongestFrame)));
    KeypadPattern pattern;
    for (const auto& word : words) {
        const auto place = "byte %1, %2"_L1.arg(QString::number(pattern.size() + 1), word);
        const auto read = element(word, keys);
        if (!read)
            return tl::unexpected(place + ": two hexadecimal digits, ??, {value}, {question}, {sum8:first-last} or "
                                          "{xor8:first-last}"_L1);
        if (!belongs(read->kind, use))
            return tl::unexpected(place + ": has no meaning in this frame"_L1);
        pattern.m_elements.append(*read);
    }
    for (const auto& read : pattern.m_elements) {
        if (read.isChecksum() && !pattern.coversOnlyData(read))
            return tl::unexpected(u"a checksum covers bytes of its frame, counted from 1, and no checksum"_s);
    }
    const auto values = std::count_if(pattern.m_elements.begin(), pattern.m_elements.end(),
        [](const Element& read) { return read.kind == Kind::Value; });
    if (use == KeypadFrameUse::Pressed && values != 1)
        return tl::unexpected(u"{value} stands in it exactly once"_s);
    return pattern;
}

std::optional<KeypadPattern::Element> KeypadPattern::element(const QString& text, const Keys& keys)
{
    static const QRegularExpression byte(u"^[0-9a-fA-F]{2}\\z"_s);
    static const QRegularExpression check(u"^\\{(sum8|xor8):([0-9]{1,3})-([0-9]{1,3})\\}\\z"_s);
    const auto any = ~Keys();
    if (byte.match(text).hasMatch()) {
        const auto fixed = static_cast<quint8>(text.toUInt(nullptr, 16));
        return Element{Kind::Fixed, Keys().set(fixed), fixed};
    }
    if (text == "??"_L1)
        return Element{Kind::Any, any};
    if (text == "{value}"_L1)
        return Element{Kind::Value, keys};
    if (text == "{question}"_L1)
        return Element{Kind::Question, any};
    if (const auto match = check.match(text); match.hasMatch()) {
        const auto kind = match.captured(1) == "sum8"_L1 ? Kind::Sum8 : Kind::Xor8;
        return Element{kind, any, 0, match.captured(2).toInt() - 1, match.captured(3).toInt() - 1};
    }
    return {};
}

bool KeypadPattern::belongs(Kind kind, KeypadFrameUse use)
{
    switch (kind) {
    case Kind::Any:
        return use == KeypadFrameUse::Reply || use == KeypadFrameUse::Pressed;
    case Kind::Value:
        return use == KeypadFrameUse::Pressed;
    case Kind::Question:
        return use == KeypadFrameUse::Ask || use == KeypadFrameUse::Pressed;
    default:
        return true;
    }
}

bool KeypadPattern::coversOnlyData(const Element& element) const
{
    if (element.first < 0 || element.last < element.first || element.last >= size())
        return false;
    return std::none_of(m_elements.begin() + element.first, m_elements.begin() + element.last + 1,
        [](const Element& covered) { return covered.isChecksum(); });
}

QByteArray KeypadPattern::frame(quint8 question, quint8 value) const
{
    QByteArray frame;
    for (const auto& element : m_elements) {
        const quint8 byte = element.kind == Kind::Question ? question
                            : element.kind == Kind::Value  ? value
                                                           : element.byte;
        frame.append(static_cast<char>(byte));
    }
    for (qsizetype i = 0; i < size(); ++i) {
        if (m_elements.at(i).isChecksum())
            frame[i] = static_cast<char>(checksum(m_elements.at(i), frame));
    }
    return frame;
}

quint8 KeypadPattern::checksum(const Element& element, QByteArrayView frame)
{
    int sum = 0;
    for (const char byte : frame.sliced(element.first, element.last - element.first + 1))
        sum = element.kind == Kind::Sum8 ? sum + static_cast<quint8>(byte) : sum ^ static_cast<quint8>(byte);
    return static_cast<quint8>(sum);
}

KeypadPattern::Fit KeypadPattern::fit(QByteArrayView bytes) const
{
    const auto known = std::min(bytes.size(), size());
    for (qsizetype i = 0; i < known; ++i) {
        if (!m_elements.at(i).allows(bytes[i]))
            return Fit::No;
    }
    if (known < size())
        return Fit::Begins;
    for (qsizetype i = 0; i < size(); ++i) {
        const auto& element = m_elements.at(i);
        if (element.isChecksum() && checksum(element, bytes) != static_cast<quint8>(bytes[i]))
            return Fit::No;
    }
    return Fit::Whole;
}

std::optional<quint8> KeypadPattern::byteOf(Kind kind, QByteArrayView frame) const
{
    const auto it = std::find_if(
        m_elements.begin(), m_elements.end(), [kind](const Element& element) { return element.kind == kind; });
    if (it == m_elements.end())
        return {};
    return static_cast<quint8>(frame[it - m_elements.begin()]);
}

bool KeypadPattern::isConfusedWith(const KeypadPattern& other) const
{
    const auto shared = std::min(size(), other.size());
    for (qsizetype i = 0; i < shared; ++i) {
        if ((m_elements.at(i).bytes & other.m_elements.at(i).bytes).none())
            return false;
    }
    return true;
}

} // namespace kuaiban::devices
