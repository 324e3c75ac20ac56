#include "Progress.h"

#include "HubErrors.h"
#include "modules/casework/Case.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using casework::Phase;

namespace {

struct Words
{
    QString zh;
    QString en;
};

QString in(const QString& language, const Words& words)
{
    return language == "en"_L1 ? words.en : words.zh;
}

Words closedSentence(Phase phase)
{
    switch (phase) {
    case Phase::Completed:
        return {u"已办结，可凭身份证件到受理窗口领取结果。"_s,
            u"Finished. The result can be collected at the window with an identity card."_s};
    case Phase::Refused:
        return {u"未予通过，决定书载明了理由和救济途径，请到受理窗口领取。"_s,
            u"Not approved. The decision names the reasons and how to object; collect it at the window."_s};
    case Phase::NotAccepted:
        return {u"不予受理，通知书载明了理由，请到受理窗口领取。"_s,
            u"Not accepted. The notice names the reasons; collect it at the window."_s};
    case Phase::Merged:
        return {u"此件与同一事项的另一件合并办理，凭本编号仍可查询。"_s,
            u"This case goes on together with another one of the same matter; this number still finds it."_s};
    case Phase::Voided:
        return {u"此件已作废，如有疑问请联系受理窗口。"_s,
            u"This case was voided. Ask at the window if you have questions."_s};
    default:
        return {};
    }
}

Words nextSentence(Phase phase, const flow::Step* following)
{
    if (casework::isClosed(phase))
        return closedSentence(phase);
    if (phase == Phase::Supplement)
        return {u"请按补正通知书补齐材料后交到受理窗口，补齐后继续办理。"_s,
            u"Bring what the notice asks for to the window; the case goes on when it is complete."_s};
    if (!following || following->kind == flow::StepKind::Finish)
        return {u"本环节完成后即办结，无需到场。"_s, u"The case ends with this step; you need not come."_s};
    return {
        u"下一环节：%1，无需到场。"_s.arg(following->nameZh), u"Next: %1; you need not come."_s.arg(following->nameEn)};
}

QString phaseWords(const QString& state)
{
    switch (casework::phaseFromName(state)) {
    case Phase::Supplement:
        return u"待补正"_s;
    case Phase::Completed:
        return u"已办结"_s;
    case Phase::Refused:
        return u"不予通过"_s;
    case Phase::NotAccepted:
        return u"不予受理"_s;
    case Phase::Voided:
        return u"已作废"_s;
    case Phase::Merged:
        return u"已并案"_s;
    default:
        return u"办理中"_s;
    }
}

// The colour repeats what the words say, it never says it alone.
QString phaseColour(const QString& state)
{
    switch (casework::phaseFromName(state)) {
    case Phase::Completed:
        return u"#1b7f4b"_s;
    case Phase::Supplement:
        return u"#a15c00"_s;
    case Phase::InProgress:
        return u"#1f5fbf"_s;
    default:
        return u"#5b6470"_s;
    }
}

QByteArray page(const QString& title, const QString& content)
{
    return uR"(<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>%1</title>
<style>
:root { color-scheme: light }
body { margin: 0; background: #f4f5f7; color: #1f2429; font: 17px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 30em; margin: 0 auto; padding: 1.5em 1.25em 3em }
h1 { font-size: 1.05em; font-weight: 600; margin: 0 0 1em; color: #5b6470 }
.card { background: #fff; border: 1px solid #dfe3e8; border-radius: 10px; padding: 1.25em }
.state { font-size: 1.7em; font-weight: 700; line-height: 1.3; margin: 0 0 .6em }
dl { margin: 0 }
dt { color: #5b6470; font-size: .85em }
dd { margin: 0 0 .8em; overflow-wrap: anywhere }
dd:last-child { margin-bottom: 0 }
p { margin: 0 }
footer { margin-top: 1.25em; color: #5b6470; font-size: .85em }
</style>
</head>
<body>
<main>
<h1>办件进度查询</h1>
%2
<footer>本页只显示办理进度，不含个人信息。</footer>
</main>
</body>
</html>
)"_s.arg(title, content)
        .toUtf8();
}

QString entry(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString() : u"<dt>%1</dt><dd>%2</dd>"_s.arg(name, value.toHtmlEscaped());
}

} // namespace

Result<Progress> findProgress(store::Connection& connection, const HubParts& parts, const QString& number,
    const QString& code, const QString& language)
{
    struct Found
    {
        QString phase;
        QString step;
        QString item;
        int revision = 0;
    };
    if (number.isEmpty() || code.isEmpty())
        return fail(progressUnknown());
    // The receipt of a case that was merged tells of the one it goes on as.
    KB_TRY(
        const auto found, connection.first("SELECT g.phase, COALESCE(g.step, ''), g.item, g.revision FROM case_row c "
                                           "JOIN case_number n ON n.number = c.number JOIN case_row g ON g.stream = "
                                           "n.stream WHERE c.number = ? AND upper(c.query_code) = upper(?)",
                              {number, code}, [](const store::Row& row) {
                                  return Found{row.text(0), row.text(1), row.text(2), static_cast<int>(row.integer(3))};
                              }));
    if (!found)
        return fail(progressUnknown());
    const auto phase = casework::phaseFromName(found->phase);
    Progress progress{found->phase, {}, {}};
    KB_TRY(const auto item, parts.shelf.item(connection, found->item, found->revision));
    const flow::Step* following = nullptr;
    if (item && !casework::isClosed(phase)) {
        if (const auto* step = item->flow.step(found->step))
            progress.step = step->name(language);
        following = item->flow.after(found->step);
    }
    progress.next = in(language, nextSentence(phase, following));
    return progress;
}

QByteArray progressPage(const QString& number, const Progress& progress)
{
    const QString state = phaseWords(progress.state);
    return page(u"%1 · 办件进度"_s.arg(state),
        u"<div class=\"card\"><p class=\"state\" style=\"color:%1\">%2</p><dl>%3%4%5</dl></div>"_s.arg(
            phaseColour(progress.state), state, entry(u"办件编号"_s, number), entry(u"当前环节"_s, progress.step),
            entry(u"接下来"_s, progress.next)));
}

QByteArray progressUnknownPage()
{
    return page(u"没有查到"_s,
        u"<div class=\"card\"><p class=\"state\" style=\"color:#5b6470\">没有查到</p>"
        "<p>办件编号或查询码不对。请核对回执上的编号和查询码，或重新扫描回执上的二维码。</p></div>"_s);
}

} // namespace kuaiban::hub
