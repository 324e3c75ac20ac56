#include "tests/support/casework/SampleMatter.h"

#include "modules/catalogue/Item.h"

#include <QJsonArray>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::catalogue;
using namespace Qt::StringLiterals;

class TestItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_sample_keepsEverySetting();
    void parse_mistake_namesPlaceAndRule_data();
    void parse_mistake_namesPlaceAndRule();
    void documents_ofAnItem_areKept();
    void templateOf_papersOfAnItem_isNamed();
    void material_unknownId_isNothing();
    void words_withoutEnglish_fallBackToChinese();
};

namespace {

const QJsonValue Gone(QJsonValue::Undefined);

QJsonObject with(const QString& name, const QJsonValue& value)
{
    auto json = test::sampleMatter();
    json.insert(name, value);
    return json;
}

QJsonObject withMaterial(qsizetype index, const QString& name, const QJsonValue& value)
{
    auto materials = test::sampleMatter().value("materials"_L1).toArray();
    auto material = materials.at(index).toObject();
    material.insert(name, value);
    materials.replace(index, material);
    return with(u"materials"_s, materials);
}

} // namespace

void TestItem::parse_sample_keepsEverySetting()
{
    const auto item = parseItem(test::sampleMatter(), 7);
    QVERIFY(item);
    QCOMPARE(item->id, u"sample-matter"_s);
    QCOMPARE(item->revision, 7);
    QCOMPARE(item->kind, u"matter"_s);
    QCOMPARE(item->workingDays, 20);
    QCOMPARE(item->scenarios.size(), 1);
    QVERIFY(!item->freeMaterials);
    QCOMPARE(item->materials.size(), 5);
    QCOMPARE(item->material(u"claim"_s)->requiredWhen, u"true"_s);
    QCOMPARE(item->material(u"claim"_s)->deferDays, 15);
    QCOMPARE(item->material(u"photo"_s)->requiredWhen, u"false"_s);
    QCOMPARE(item->material(u"wages"_s)->oneOf, u"proof"_s);
    QCOMPARE(item->material(u"long-service"_s)->requiredWhen, u"months >= 120"_s);
    QVERIFY(item->documents.isEmpty());
    QVERIFY(item->form.contains("sections"_L1));
    QVERIFY(item->flow.contains("steps"_L1));
}

void TestItem::parse_mistake_namesPlaceAndRule_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("rule");
    for (const auto* name : {"id", "code", "kind", "name", "uniqueness", "form", "flow", "receiptTemplate"})
        QTest::addRow("without %s", name)
            << with(QString::fromLatin1(name), Gone) << QString::fromLatin1(name) << QString();
    QTest::newRow("unknown kind") << with(u"kind"_s, u"party"_s) << u"kind"_s << u"intake, matter"_s;
    QTest::newRow("unknown uniqueness") << with(u"uniqueness"_s, u"often"_s) << u"uniqueness"_s
                                        << u"none, person-item"_s;
    QTest::newRow("name in one language")
        << with(u"name"_s, QJsonObject{{u"zh_CN"_s, u"样例"_s}}) << u"name"_s << u"zh_CN and en"_s;
    QTest::newRow("days as text") << with(u"workingDays"_s, u"20"_s) << u"workingDays"_s << u"an integer"_s;
    QTest::newRow("too many days") << with(u"workingDays"_s, 251) << u"workingDays"_s << u"0 to 250"_s;
    QTest::newRow("negative days") << with(u"workingDays"_s, -1) << u"workingDays"_s << u"0 to 250"_s;
    QTest::newRow("form is a list") << with(u"form"_s, QJsonArray{}) << u"form"_s << u"an object"_s;
    QTest::newRow("material without id") << withMaterial(1, u"id"_s, Gone) << u"materials[1].id"_s << u"required"_s;
    QTest::newRow("material named twice")
        << withMaterial(1, u"id"_s, u"claim"_s) << u"materials[1].id"_s << u"not used before"_s;
    QTest::newRow("material in one language") << withMaterial(0, u"name"_s, QJsonObject{{u"zh_CN"_s, u"表"_s}})
                                              << u"materials[0].name"_s << u"zh_CN and en"_s;
    QTest::newRow("material of stone") << withMaterial(0, u"form"_s, u"stone"_s) << u"materials[0].form"_s
                                       << u"original, copy"_s;
    QTest::newRow("deferred for a century")
        << withMaterial(0, u"deferDays"_s, 36500) << u"materials[0].deferDays"_s << u"0 to 90"_s;
    QTest::newRow("required is a number")
        << withMaterial(0, u"required"_s, 1) << u"materials[0].required"_s << u"true, false"_s;
    QTest::newRow("document without template")
        << with(u"documents"_s, QJsonArray{QJsonObject{}}) << u"documents[0].template"_s << u"required"_s;
    QTest::newRow("notice of an unknown kind") << with(u"notices"_s, QJsonObject{{u"obituary"_s, u"leaflet"_s}})
                                               << u"notices.obituary"_s << u"supplement-notice"_s;
    QTest::newRow("notice without template")
        << with(u"notices"_s, QJsonObject{{u"confirmation"_s, u""_s}}) << u"notices.confirmation"_s << u"a template"_s;
    QTest::newRow("scenario without name") << with(u"scenarios"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}})
                                           << u"scenarios[0].name"_s << u"zh_CN and en"_s;
}

void TestItem::parse_mistake_namesPlaceAndRule()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, place);
    QFETCH(QString, rule);
    const auto item = parseItem(json, 1);
    QVERIFY(!item);
    QCOMPARE(item.error().code, u"base.json-field"_s);
    QCOMPARE(item.error().fields.value("path"_L1).toString(), place);
    const QString said = item.error().fields.value("expected"_L1).toString();
    QVERIFY2(said.contains(rule), qPrintable(said));
}

void TestItem::documents_ofAnItem_areKept()
{
    const auto item =
        parseItem(with(u"documents"_s,
                      QJsonArray{QJsonObject{{u"template"_s, u"materials-list"_s}, {u"onlyWithMaterials"_s, true}},
                          QJsonObject{{u"template"_s, u"leaflet"_s}}}),
            1);
    QVERIFY(item);
    QCOMPARE(item->documents.size(), 2);
    QCOMPARE(item->documents.at(0).id, u"materials-list"_s);
    QVERIFY(item->documents.at(0).onlyWithMaterials);
    QCOMPARE(item->documents.at(1).id, u"leaflet"_s);
    QVERIFY(!item->documents.at(1).onlyWithMaterials);
}

void TestItem::templateOf_papersOfAnItem_isNamed()
{
    auto json = with(u"notices"_s, QJsonObject{{u"confirmation"_s, u"confirmation-claim"_s}});
    json.insert(u"slipTemplate"_s, u"slip"_s);
    json.insert(u"documents"_s, QJsonArray{QJsonObject{{u"template"_s, u"leaflet"_s}}});
    const auto item = parseItem(json, 1);
    QVERIFY(item);
    QCOMPARE(item->templateOf(u"receipt"_s), u"acceptance-receipt"_s);
    QCOMPARE(item->templateOf(u"slip"_s), u"slip"_s);
    QCOMPARE(item->templateOf(u"confirmation"_s), u"confirmation-claim"_s);
    QCOMPARE(item->templateOf(u"refusal-decision"_s), u"refusal-decision"_s); // names none of its own
    QCOMPARE(
        item->templates(), (QStringList{u"acceptance-receipt"_s, u"slip"_s, u"leaflet"_s, u"confirmation-claim"_s}));
}

void TestItem::material_unknownId_isNothing()
{
    const auto item = parseItem(test::sampleMatter(), 1);
    QVERIFY(item);
    QVERIFY(!item->material(u"moon-rock"_s));
}

void TestItem::words_withoutEnglish_fallBackToChinese()
{
    const auto words = Words::fromJson({{u"zh_CN"_s, u"样例"_s}});
    QCOMPARE(words.in(u"en"_s), u"样例"_s);
    QCOMPARE(words.in(u"zh_CN"_s), u"样例"_s);
}

QTEST_GUILESS_MAIN(TestItem)
#include "test_item.moc"
