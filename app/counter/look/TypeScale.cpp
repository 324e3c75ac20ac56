#include "TypeScale.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// The system's default may be a Latin face with Japanese or no glyphs behind it, so a simplified Chinese face leads
// where the system font is none; HanaMin carries the rare characters of personal names.
QStringList families(const QString& systemFamily)
{
    const QStringList installed = QFontDatabase::families();
    QStringList chosen;
    const auto take = [&](const QString& family) {
        if (installed.contains(family) && !chosen.contains(family))
            chosen.append(family);
    };
    if (QFontDatabase::families(QFontDatabase::SimplifiedChinese).contains(systemFamily) &&
        !systemFamily.contains("CJK JP"_L1) && !systemFamily.contains("DejaVu"_L1))
        take(systemFamily);
    for (const QString& family : {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Microsoft YaHei UI"_s,
             u"Microsoft YaHei"_s, u"PingFang SC"_s})
        take(family);
    if (chosen.isEmpty())
        chosen.append(systemFamily);
    for (const QString& family : {u"HanaMinA"_s, u"HanaMinB"_s})
        take(family);
    return chosen;
}

} // namespace

TypeScale::TypeScale(const QFont& systemFont, double textScale)
    : m_base(systemFont)
    , m_scale(textScale)
{
    const QFontInfo info(systemFont);
    m_base.setFamilies(families(info.family()));
    m_base.setWeight(QFont::Normal);
    // People who made the system's type larger get larger type here too, as far as the layout carries it.
    m_body = qBound(13, info.pixelSize(), 16);
}

int TypeScale::pixelSize(TextRole role) const
{
    const auto scaled = [this](int delta) { return qRound((m_body + delta) * m_scale); };
    switch (role) {
    case TextRole::Title:
        return scaled(5);
    case TextRole::Heading:
        return scaled(1);
    case TextRole::Strong:
    case TextRole::Body:
        return scaled(0);
    case TextRole::Label:
        return scaled(-1);
    case TextRole::Hint:
        return scaled(-2);
    }
    return scaled(0);
}

QFont TypeScale::font(TextRole role) const
{
    QFont font = m_base;
    font.setPixelSize(pixelSize(role));
    if (role == TextRole::Title || role == TextRole::Heading || role == TextRole::Strong)
        font.setWeight(QFont::Bold);
    return font;
}

int TypeScale::lineHeight(TextRole role) const
{
    return QFontMetrics(font(role)).height();
}

} // namespace kuaiban::counter
