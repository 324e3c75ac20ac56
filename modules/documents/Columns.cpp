#include "Columns.h"

#include <QStringEncoder>

#include <algorithm>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(char32_t c)
{
    return c >= 0x20 && c < 0x7f;
}

bool isWordPart(char32_t c)
{
    return isAscii(c) && c != U' ';
}

bool mayNotBegin(char32_t c)
{
    return QStringView(u"、。，．：；！？）》〉」』】〕”’…·—,.:;!?)]}%").contains(QChar(char16_t(c))) && c < 0x10000;
}

bool mayNotEnd(char32_t c)
{
    return QStringView(u"（《〈「『【〔“‘([{").contains(QChar(char16_t(c))) && c < 0x10000;
}

// Texts that are never divided: a Hanzi with the punctuation that clings to it, or an ASCII word.
QList<QList<char32_t>> units(const QString& text)
{
    QList<QList<char32_t>> list;
    char32_t last = 0;
    for (const char32_t c : text.toUcs4()) {
        const bool joins = !list.isEmpty() && ((isWordPart(last) && isWordPart(c)) || mayNotBegin(c) ||
                                                  mayNotEnd(last) || columnsOf(c) == 0);
        if (joins && last != U' ')
            list.last().append(c);
        else
            list.append(QList<char32_t>{c});
        last = c;
    }
    return list;
}

QString string(const QList<char32_t>& characters)
{
    return QString::fromUcs4(characters.constData(), characters.size());
}

class LineBuilder
{
public:
    LineBuilder(int width, int continuedWidth)
        : m_width(width)
        , m_continuedWidth(continuedWidth)
    {}

    void add(const QList<char32_t>& unit)
    {
        const auto text = string(unit);
        const int columns = columnsOf(text);
        if (m_used + columns <= m_width) {
            m_line += text;
            m_used += columns;
        } else if (unit == QList<char32_t>{U' '}) {
            breakLine();
        } else if (columns <= m_continuedWidth) {
            breakLine();
            m_line = text;
            m_used = columns;
        } else {
            for (const char32_t c : unit) // longer than a line: broken anywhere
                addCharacter(c);
        }
    }

    QStringList finish()
    {
        if (!m_line.isEmpty() || m_lines.isEmpty())
            breakLine();
        return m_lines;
    }

private:
    void addCharacter(char32_t c)
    {
        if (m_used + columnsOf(c) > m_width)
            breakLine();
        m_line += QString::fromUcs4(&c, 1);
        m_used += columnsOf(c);
    }

    void breakLine()
    {
        while (m_line.endsWith(u' '))
            m_line.chop(1);
        m_lines.append(m_line);
        m_line.clear();
        m_used = 0;
        m_width = m_continuedWidth;
    }

    int m_width;
    int m_continuedWidth;
    int m_used = 0;
    QString m_line;
    QStringList m_lines;
};

// Rows of the code table where GBK and GB 18030 part, or that most printers leave empty.
bool isDisputed(uchar first, uchar second)
{
    const bool euro = first == 0xa2 && second == 0xe3;
    const bool smallRoman = first == 0xa2 && second >= 0xa1 && second <= 0xaa;
    const bool vertical = first == 0xa6 && ((second >= 0xd9 && second <= 0xdf) || (second >= 0xec && second <= 0xf5));
    const bool pinyin = first == 0xa8 && (second == 0xbc || second == 0xbf);
    const bool strokes = first == 0xa9 && second >= 0x89 && second <= 0x95;
    const bool components = first == 0xfe && second >= 0x50;
    return euro || smallRoman || vertical || pinyin || strokes || components;
}

} // namespace

int columnsOf(char32_t character)
{
    const auto category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    return isAscii(character) ? 1 : 2;
}

int columnsOf(const QString& text)
{
    int columns = 0;
    for (const char32_t character : text.toUcs4())
        columns += columnsOf(character);
    return columns;
}

QStringList wrapColumns(const QString& text, int width, int continuedWidth)
{
    QStringList lines;
    for (const auto& paragraph : text.split(u'\n')) {
        LineBuilder builder(lines.isEmpty() ? width : continuedWidth, continuedWidth);
        for (const auto& unit : units(paragraph))
            builder.add(unit);
        lines += builder.finish();
    }
    return lines;
}

bool isReceiptPrintable(char32_t character)
{
    if (isAscii(character))
        return true;
    if (character >= 0x10000 ||
        QChar::category(character) == QChar::Other_PrivateUse) // rows for characters of one's own
        return false;
    QStringEncoder encoder("GB18030");
    const QByteArray bytes = encoder.encode(QString::fromUcs4(&character, 1));
    return !encoder.hasError() && bytes.size() == 2 && !isDisputed(uchar(bytes.at(0)), uchar(bytes.at(1)));
}

bool isReceiptPrintable(const QString& text)
{
    const auto characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(), [](char32_t c) { return isReceiptPrintable(c); });
}

} // namespace kuaiban::documents
