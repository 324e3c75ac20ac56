#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <bitset>
#include <optional>

namespace kuaiban::devices {

// What a frame is for decides which holes it may have.
enum class KeypadFrameUse {
    Order,  // from the counter: bytes and checksums
    Ask,    // from the counter about one question: {question} too
    Reply,  // from the keypad: ?? too
    Pressed // from the keypad: {value} once, ?? and {question} too
};

// One frame of a keypad's language, written as bytes in hexadecimal with holes between them, for example
// FF 68 04 04 68 01 91 {question} {value} {sum8:6-9} 16. Each element stands for one byte:
//   ??           any byte
//   {value}      the key that was pressed, one of those the profile grades
//   {question}   the number of the question, for keypads that repeat it in their answer
//   {sum8:6-9}   the sum of bytes 6 to 9, counted from 1, modulo 256; {xor8:6-9} the same by exclusive or
class KeypadPattern
{
public:
    using Keys = std::bitset<256>; // the bytes that {value} stands for
    enum class Fit {
        No,
        Begins, // so far; more bytes are needed
        Whole,
    };

    // The pattern, or what is wrong with the text.
    static tl::expected<KeypadPattern, QString> parse(const QString& text, KeypadFrameUse use, const Keys& keys);

    qsizetype size() const { return m_elements.size(); }
    // The frame with its holes filled; ?? becomes zero.
    QByteArray frame(quint8 question, quint8 value = 0) const;

    // Whether these bytes, from the first on, are the frame; more may follow it.
    Fit fit(QByteArrayView bytes) const;
    // What a whole frame says; nothing if the pattern does not have the hole.
    std::optional<quint8> valueIn(QByteArrayView frame) const { return byteOf(Kind::Value, frame); }
    std::optional<quint8> questionIn(QByteArrayView frame) const { return byteOf(Kind::Question, frame); }

    // Whether some bytes would be one of the two and the other, or its beginning.
    bool isConfusedWith(const KeypadPattern& other) const;

private:
    enum class Kind { Fixed, Any, Value, Question, Sum8, Xor8 };
    struct Element
    {
        Kind kind = Kind::Fixed;
        Keys bytes;      // those that may stand here
        quint8 byte = 0; // the one of a fixed byte
        int first = 0;   // of the bytes a checksum covers, counted from 0
        int last = 0;

        bool isChecksum() const { return kind == Kind::Sum8 || kind == Kind::Xor8; }
        bool allows(char sent) const { return bytes.test(static_cast<quint8>(sent)); }
    };

    static std::optional<Element> element(const QString& text, const Keys& keys);
    static bool belongs(Kind kind, KeypadFrameUse use);
    static quint8 checksum(const Element& element, QByteArrayView frame);
    bool coversOnlyData(const Element& element) const;
    std::optional<quint8> byteOf(Kind kind, QByteArrayView frame) const;

    QList<Element> m_elements;
};

} // namespace kuaiban::devices
