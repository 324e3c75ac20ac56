#include "PersonName.h"

#include <QSet>

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

bool isHan(uint point)
{
    return QChar::script(point) == QChar::Script_Han;
}

const QSet<QString>& doubleSurnames()
{
    static const QSet<QString> surnames{u"欧阳"_s, u"司马"_s, u"上官"_s, u"诸葛"_s, u"司徒"_s, u"东方"_s, u"皇甫"_s,
        u"尉迟"_s, u"公孙"_s, u"令狐"_s, u"慕容"_s, u"宇文"_s, u"长孙"_s, u"夏侯"_s, u"轩辕"_s, u"端木"_s, u"闻人"_s,
        u"南宫"_s, u"独孤"_s, u"呼延"_s, u"申屠"_s, u"钟离"_s, u"万俟"_s, u"赫连"_s, u"澹台"_s, u"淳于"_s, u"太史"_s,
        u"东郭"_s, u"百里"_s, u"西门"_s};
    return surnames;
}

} // namespace

QString normalisedName(const QString& name)
{
    constexpr QStringView dots = u"•‧∙・･．．⋅᛫";
    QString text;
    text.reserve(name.size());
    for (QChar c : name.simplified()) {
        if (c >= u'\uff01' && c <= u'\uff5e' && !dots.contains(c))
            c = QChar(static_cast<char16_t>(c.unicode() - 0xfee0));
        if (dots.contains(c))
            c = u'·';
        if (c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            text.append(c);
    }
    const auto points = text.toUcs4();
    QString joined;
    joined.reserve(text.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        // Forms print 王　明 and 买买提 · 阿不都.
        const auto beside = [&](qsizetype at) {
            return at >= 0 && at < points.size() && (isHan(points[at]) || points[at] == u'·');
        };
        if (points[i] != u' ' || !(beside(i - 1) || beside(i + 1)))
            joined += QStringView(QChar::fromUcs4(points[i]));
    }
    return joined;
}

QString givenNameOf(const QString& name)
{
    if (const auto dot = name.indexOf(u'·'); dot >= 0)
        return name.sliced(dot + 1);
    if (const auto space = name.indexOf(u' '); space >= 0)
        return name.sliced(space + 1);
    if (name.isEmpty() || (!name.front().isSurrogate() && !isHan(name.front().unicode())))
        return {};
    if (name.size() > 2 && doubleSurnames().contains(name.first(2)))
        return name.sliced(2);
    return name.sliced(name.front().isHighSurrogate() && name.size() > 1 ? 2 : 1);
}

} // namespace kuaiban::registry
