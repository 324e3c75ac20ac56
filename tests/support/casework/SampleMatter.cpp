#include "SampleMatter.h"

#include "modules/base/Json.h"
#include "modules/codes/PersonIds.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Matter = R"json({
  "id": "sample-matter", "code": "900001", "kind": "matter",
  "name": { "zh_CN": "样例事项", "en": "Sample matter" },
  "workingDays": 20, "uniqueness": "none", "receiptTemplate": "acceptance-receipt",
  "scenarios": [ { "id": "first", "name": { "zh_CN": "首次申请", "en": "First claim" } } ],
  "materials": [
    { "id": "claim", "name": { "zh_CN": "申请表", "en": "Claim form" }, "form": "original", "required": true, "deferDays": 15 },
    { "id": "photo", "name": { "zh_CN": "照片", "en": "Photograph" }, "form": "electronic", "required": false },
    { "id": "contract", "name": { "zh_CN": "劳动合同", "en": "Contract" }, "form": "copy", "oneOf": "proof" },
    { "id": "wages", "name": { "zh_CN": "工资流水", "en": "Wage slips" }, "form": "copy", "oneOf": "proof" },
    { "id": "long-service", "name": { "zh_CN": "长期缴费证明", "en": "Proof of long service" }, "form": "copy",
      "required": "months >= 120" }
  ],
  "form": {
    "id": "sample-matter", "revision": 1,
    "sections": [ {
      "id": "claim", "title": { "zh_CN": "申请信息", "en": "Claim" },
      "fields": [
        { "id": "reason", "label": { "zh_CN": "事由", "en": "Reason" }, "kind": "text", "required": true, "maxLength": 20 },
        { "id": "months", "label": { "zh_CN": "缴费月数", "en": "Months paid" }, "kind": "integer", "required": true, "min": 1, "max": 480 },
        { "id": "years", "label": { "zh_CN": "缴费年数", "en": "Years paid" }, "kind": "integer", "derived": "months / 12" },
        { "id": "account", "label": { "zh_CN": "收款账号", "en": "Account" }, "kind": "text", "protected": true, "maxLength": 30 },
        { "id": "periods", "label": { "zh_CN": "缴费记录", "en": "Periods" }, "kind": "table", "columns": [
          { "id": "unit", "label": { "zh_CN": "单位", "en": "Unit" }, "kind": "text" },
          { "id": "months", "label": { "zh_CN": "月数", "en": "Months" }, "kind": "integer", "min": 1 } ] }
      ] } ],
    "checks": [
      { "id": "long", "when": "months > 400", "severity": "block", "message": { "zh_CN": "缴费月数超出可能的范围", "en": "Too many months" },
        "fields": ["months"] },
      { "id": "short", "when": "months < 12", "severity": "warn", "message": { "zh_CN": "缴费不足一年", "en": "Less than a year" },
        "fields": ["months"] } ]
  },
  "flow": {
    "id": "sample-matter",
    "steps": [
      { "id": "accept", "kind": "accept", "name": { "zh_CN": "受理", "en": "Acceptance" }, "right": "case.open", "next": "review" },
      { "id": "review", "kind": "review", "name": { "zh_CN": "审核", "en": "Review" }, "right": "case.review", "next": "approve",
        "returnsTo": ["accept"], "workingDays": 5 },
      { "id": "approve", "kind": "approve", "name": { "zh_CN": "审批", "en": "Approval" }, "right": "case.approve", "next": "finish",
        "returnsTo": ["accept", "review"], "workingDays": 3 },
      { "id": "finish", "kind": "finish", "name": { "zh_CN": "办结", "en": "Finish" } }
    ]
  }
})json";

} // namespace

QString citizenId(const QString& digits17)
{
    return digits17 + codes::mod11Check(digits17);
}

QJsonObject party(const QString& name, const QString& digits17)
{
    return {{u"name"_s, name}, {u"idKind"_s, u"01"_s}, {u"idNo"_s, citizenId(digits17)}, {u"source"_s, u"card"_s}};
}

QJsonObject sampleMatter()
{
    return parseObject(Matter).value_or(QJsonObject{});
}

catalogue::Definition sampleMatterDefinition()
{
    return {u"item"_s, u"sample-matter"_s, 0, canonicalBytes(sampleMatter())};
}

catalogue::Definition uniqueMatterDefinition()
{
    auto json = sampleMatter();
    json.insert(u"id"_s, u"unique-matter"_s);
    json.insert(u"code"_s, u"900002"_s);
    json.insert(u"uniqueness"_s, u"person-item"_s);
    return {u"item"_s, u"unique-matter"_s, 0, canonicalBytes(json)};
}

QJsonObject sampleMatterValues()
{
    const QJsonObject row{{u"unit"_s, u"振安机械厂"_s}, {u"months"_s, 30}};
    const QJsonObject periods{{u"rows"_s, QJsonObject{{u"r1"_s, row}}}, {u"order"_s, QJsonArray{u"r1"_s}}};
    return {{u"reason"_s, u"合同期满"_s}, {u"months"_s, 30}, {u"account"_s, u"6228480000000000018"_s},
        {u"periods"_s, periods}};
}

QJsonObject freeIntakeValues()
{
    return {{u"title"_s, u"补发退休审批表"_s}, {u"content"_s, u"原件在搬家时遗失，申请补发一份。"_s},
        {u"phone"_s, u"13900000001"_s}, {u"address"_s, u"振安区珍珠路虚构小区"_s}};
}

} // namespace kuaiban::test
