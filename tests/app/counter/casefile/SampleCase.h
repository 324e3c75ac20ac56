#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "modules/base/Json.h"
#include "modules/casework/FormEnvironments.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/places/Places.h"

#include <QFile>

namespace kuaiban::counter {

// An item with every kind of field, and a case of it as a reviewer finds it.
inline ItemPtr sampleItem()
{
    static const QByteArray json = R"json({
  "id": "reading", "code": "900009", "kind": "matter", "name": { "zh_CN": "样例事项", "en": "Sample matter" },
  "workingDays": 10, "uniqueness": "none", "receiptTemplate": "acceptance-receipt",
  "materials": [ { "id": "proof", "name": { "zh_CN": "证明", "en": "Proof" }, "form": "original", "required": true, "deferDays": 10 } ],
  "form": { "id": "reading", "revision": 1, "sections": [
    { "id": "person", "title": { "zh_CN": "人员", "en": "Person" }, "fields": [
      { "id": "name", "label": { "zh_CN": "姓名", "en": "Name" }, "kind": "text", "source": ["card.name", "register.name"] },
      { "id": "phone", "label": { "zh_CN": "电话", "en": "Phone" }, "kind": "text", "checkAs": "mobile", "source": "register.phone" },
      { "id": "sex", "label": { "zh_CN": "性别", "en": "Sex" }, "kind": "code", "codeTable": "AAC004", "source": "register.sex" },
      { "id": "village", "label": { "zh_CN": "区划", "en": "Area" }, "kind": "area" },
      { "id": "local", "label": { "zh_CN": "本地", "en": "Local" }, "kind": "flag" } ] },
    { "id": "work", "title": { "zh_CN": "工作", "en": "Work" }, "fields": [
      { "id": "wage", "label": { "zh_CN": "工资", "en": "Wage" }, "kind": "money", "source": "register.wage" },
      { "id": "ended", "label": { "zh_CN": "终止日期", "en": "Ended" }, "kind": "date" },
      { "id": "periods", "label": { "zh_CN": "经历", "en": "Periods" }, "kind": "table", "columns": [
        { "id": "unit", "label": { "zh_CN": "单位", "en": "Unit" }, "kind": "text" },
        { "id": "months", "label": { "zh_CN": "月数", "en": "Months" }, "kind": "integer" } ] },
      { "id": "months", "label": { "zh_CN": "合计", "en": "Total" }, "kind": "integer", "derived": "periods.map(p, p.months).sum()" } ] },
    { "id": "away", "title": { "zh_CN": "外地", "en": "Away" }, "visibleWhen": "!local", "fields": [
      { "id": "city", "label": { "zh_CN": "城市", "en": "City" }, "kind": "text" },
      { "id": "street", "label": { "zh_CN": "街道", "en": "Street" }, "kind": "text" } ] } ], "checks": [] },
  "flow": { "id": "reading", "steps": [
    { "id": "accept", "kind": "accept", "name": { "zh_CN": "受理", "en": "Acceptance" }, "right": "case.open", "next": "review" },
    { "id": "review", "kind": "review", "name": { "zh_CN": "审核", "en": "Review" }, "right": "case.review", "next": "approve", "returnsTo": ["accept"] },
    { "id": "approve", "kind": "approve", "name": { "zh_CN": "审批", "en": "Approval" }, "right": "case.approve", "next": "finish", "returnsTo": ["accept", "review"] },
    { "id": "finish", "kind": "finish", "name": { "zh_CN": "办结", "en": "Finish" } } ] }
})json";
    const auto item = casework::prepareItem(json, QStringLiteral("reading"), 1, casework::standardFormEnvironment());
    if (!item)
        qFatal("%s", qPrintable(logLine(item.error())));
    return *item;
}

inline casework::Case sampleCase()
{
    using namespace Qt::StringLiterals;
    const QJsonObject row{{u"unit"_s, u"振安机械厂"_s}, {u"months"_s, 30}};
    casework::Case state;
    state.id = u"0190a000-0000-7000-8000-000000000001"_s;
    state.phase = casework::Phase::InProgress;
    state.number = u"2106032026112100023"_s;
    state.item = u"reading"_s;
    state.itemRevision = 1;
    state.area = u"210603"_s;
    state.window = u"3"_s;
    state.openedBy = u"clerk"_s;
    state.openedByName = u"陈思远"_s;
    state.openedAt = utcMs(QDate(2026, 11, 21), QTime(9, 31));
    state.makers = {u"clerk"_s};
    state.parties = {{u"applicant"_s, QJsonObject{{u"name"_s, u"王桂兰"_s}, {u"idKind"_s, u"01"_s},
                                          {u"idNo"_s, u"210603198001010028"_s}, {u"source"_s, u"card"_s}}}};
    state.values = {{u"name"_s, u"王桂兰"_s}, {u"phone"_s, u"13898712206"_s}, {u"sex"_s, u"2"_s},
        {u"village"_s, u"210603"_s}, {u"local"_s, true}, {u"wage"_s, 182000}, {u"ended"_s, u"2026-10-31"_s},
        {u"months"_s, 30},
        {u"periods"_s, QJsonObject{{u"rows"_s, QJsonObject{{u"r1"_s, row}}}, {u"order"_s, QJsonArray{u"r1"_s}}}}};
    state.origins = {
        {u"name"_s, u"card"_s}, {u"phone"_s, u"typed"_s}, {u"sex"_s, u"register"_s}, {u"months"_s, u"derived"_s}};
    state.registered = {{u"name"_s, u"王桂兰"_s}, {u"phone"_s, u"13304150087"_s}, {u"sex"_s, u"2"_s}};
    casework::Task task;
    task.id = u"review-1"_s;
    task.step = u"review"_s;
    state.tasks = {task};
    return state;
}

// The posts of the catalogue.
inline identity::Posts samplePosts()
{
    using namespace Qt::StringLiterals;
    QFile file(test::inSource(u"resources/catalogue/posts.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no posts");
    return identity::parsePosts(parseObject(file.readAll()).value_or(QJsonObject())).value_or(identity::Posts());
}

// Words without a hub: only the compiled-in tables are known.
struct PlainWords
{
    PlainWords()
        : session({clock, random, ids, shelf}, {}, {}, {}, {})
        , words(session)
    {}

    test::FakeClock clock;
    test::SeededRandom random;
    IdSource ids{clock, random};
    casework::ItemShelf shelf{forms::FormEnvironment{}};
    Session session;
    CodeWords words;
};

} // namespace kuaiban::counter
