#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace kuaiban::documents::samples {

using namespace Qt::StringLiterals;

// 2026-11-21 09:32:07 in Shanghai.
constexpr qint64 CreatedAtMs = 1'795'224'727'000;

inline QJsonArray materials(int count)
{
    const QStringList names{u"居民身份证"_s, u"社会保障卡"_s, u"解除劳动合同证明书"_s, u"就业失业登记申请表"_s,
        u"单位为职工办理停保手续的证明材料及经办机构盖章的缴费明细（近十二个月）"_s, u"本人银行账户信息"_s};
    const QStringList kinds{u"原件"_s, u"复印件"_s, u"电子"_s};
    const QStringList states{u"已核验"_s, u"与原件一致"_s, u"数据共享"_s};
    QJsonArray rows;
    for (int i = 0; i < count; ++i)
        rows.append(QJsonObject{{u"no"_s, i + 1}, {u"name"_s, names.at(i % names.size())}, {u"kind"_s, kinds.at(i % 3)},
            {u"copies"_s, 1 + i % 2}, {u"pages"_s, 1 + i % 4}, {u"state"_s, states.at(i % 3)}});
    return rows;
}

// A whole set of fields, enough for every template that is delivered.
inline QJsonObject data(const QString& applicant = u"张晓雯"_s, int materialCount = 5)
{
    return {
        {u"hall"_s, u"宽平市人力资源和社会保障服务中心"_s},
        {u"case_no"_s, u"2201042026112100017"_s},
        {u"item"_s, u"失业保险金申领"_s},
        {u"scenario"_s, u"单位解除劳动合同，本人到窗口申领"_s},
        {u"applicant"_s, applicant},
        {u"id_no_masked"_s, u"220104********0027"_s},
        {u"phone_masked"_s, u"138****0017"_s},
        {u"agent"_s, u"李建国"_s},
        {u"materials"_s, materials(materialCount)},
        {u"entries"_s, QJsonArray{QJsonObject{{u"label"_s, u"离职日期"_s}, {u"value"_s, u"2026年10月31日"_s}},
                           QJsonObject{{u"label"_s, u"离职原因"_s}, {u"value"_s, u"劳动合同期满终止"_s}},
                           QJsonObject{{u"label"_s, u"累计缴费月数"_s}, {u"value"_s, u"87"_s}},
                           QJsonObject{{u"label"_s, u"求职意愿"_s}, {u"value"_s, u""_s}},
                           QJsonObject{{u"label"_s, u"现居住地址"_s},
                               {u"value"_s, u"宽平市南湖区同心街道和顺社区春晖路118号春晖家园7幢2单元601室"_s}}}},
        {u"clerk"_s, u"王丽"_s},
        {u"window"_s, u"3号综合窗口"_s},
        {u"accepted_at"_s, u"2026-11-21T09:32:07.000+08:00"_s},
        {u"due_at"_s, u"2026-12-04"_s},
        {u"query_code"_s, u"7K3Q9A"_s},
        {u"progress_url"_s, u"https://hall.example/p?n=2201042026112100017&c=7K3Q9A"_s},
        {u"missing"_s,
            QJsonArray{QJsonObject{{u"no"_s, 1}, {u"name"_s, u"解除劳动合同证明书"_s},
                           {u"reason"_s, u"未加盖单位公章，且缺少离职原因，请由原单位补充完整后重新提交原件。"_s}},
                QJsonObject{{u"no"_s, 2}, {u"name"_s, u"本人银行账户信息"_s},
                    {u"reason"_s, u"未提交，请提供本人社会保障卡金融账户或者本人名下一类银行账户。"_s}}}},
        {u"deadline"_s, u"2026-12-11"_s},
        {u"legal_basis"_s, u"《社会保险经办条例》和《失业保险条例》的有关规定"_s},
        {u"consequence"_s, u"逾期未补正的，视为撤回本次申请；今后可以重新提出申请。"_s},
        {u"reason"_s, u"你的失业保险关系和缴费记录均在邻市参保地，申请事项不属于本单位职权范围。"_s},
        {u"competent_organ"_s, u"参保地的社会保险经办机构"_s},
        {u"remedies"_s, u"如不服本决定，可以自收到本决定书之日起六十日内，向宽平市人民政府申请行政复议；也可以自收到本"
                        u"决定书之日起六个月内，"
                        u"依法直接向有管辖权的人民法院提起行政诉讼。"_s},
        {u"decided_at"_s, u"2026-11-21"_s},
        {u"result"_s,
            QJsonArray{QJsonObject{{u"label"_s, u"核定领取月数"_s}, {u"value"_s, u"14"_s}},
                QJsonObject{{u"label"_s, u"月领取标准"_s}, {u"value"_s, u"1,638.00元（大写：壹仟陆佰叁拾捌元整）"_s}}}},
        {u"form_new_card"_s, u"A10000017"_s},
        {u"form_bank"_s, u"虚构银行"_s},
        {u"form_expires_on"_s, u"2036年11月21日"_s},
        {u"collector"_s, u"李建国"_s},
        {u"collected_at"_s, u"2026-11-21T10:02:00.000+08:00"_s},
        {u"list_no"_s, u"JJ202611211002-3"_s},
        {u"made_at"_s, u"2026-11-21T17:02:00.000+08:00"_s},
        {u"count"_s, 2},
        {u"papers"_s, 5},
        {u"copies"_s, 6},
        {u"pages"_s, 9},
        {u"cases"_s,
            QJsonArray{QJsonObject{{u"no"_s, 1}, {u"case_no"_s, u"2201042026112100017"_s}, {u"applicant"_s, applicant},
                           {u"item"_s, u"失业保险金申领"_s}, {u"papers"_s, 2}, {u"copies"_s, 3}, {u"pages"_s, 4}},
                QJsonObject{{u"no"_s, 2}, {u"case_no"_s, u"2201042026112100018"_s}, {u"applicant"_s, u"买买提"_s},
                    {u"item"_s, u"职工退休申请"_s}, {u"papers"_s, 3}, {u"copies"_s, 3}, {u"pages"_s, 5}}}},
    };
}

} // namespace kuaiban::documents::samples
