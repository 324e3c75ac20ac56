#include "modules/flow/FlowDefinition.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::flow;
using namespace Qt::StringLiterals;

namespace {

QJsonObject step(const QString& id, const QString& kind, const QString& next, const QStringList& returnsTo = {})
{
    QJsonObject json{
        {u"id"_s, id}, {u"kind"_s, kind}, {u"name"_s, QJsonObject{{u"zh_CN"_s, u"环节"_s}, {u"en"_s, u"Step"_s}}}};
    if (kind != "finish"_L1)
        json.insert(u"right"_s, u"case.review"_s);
    if (!next.isEmpty())
        json.insert(u"next"_s, next);
    if (!returnsTo.isEmpty())
        json.insert(u"returnsTo"_s, QJsonArray::fromStringList(returnsTo));
    return json;
}

QJsonObject flowOf(const QList<QJsonObject>& steps)
{
    QJsonArray list;
    for (const auto& entry : steps)
        list.append(entry);
    return {{u"id"_s, u"sample"_s}, {u"steps"_s, list}};
}

QList<QJsonObject> fullFlow()
{
    return {step(u"accept"_s, u"accept"_s, u"dispatch"_s),
        step(u"dispatch"_s, u"dispatch"_s, u"review"_s, {u"accept"_s}),
        step(u"review"_s, u"review"_s, u"approve"_s, {u"accept"_s, u"dispatch"_s}),
        step(u"approve"_s, u"approve"_s, u"finish"_s, {u"review"_s}), step(u"finish"_s, u"finish"_s, {})};
}

// The full flow with one step's field set to a value, or taken away when the value is undefined.
QJsonObject changed(qsizetype index, const QString& name, const QJsonValue& value)
{
    auto steps = fullFlow();
    steps[index].insert(name, value);
    return flowOf(steps);
}

} // namespace

class TestFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_mistake_namesPlaceAndRule_data();
    void parse_mistake_namesPlaceAndRule();
    void parse_fullFlow_keepsEverySetting();
    void walk_fromFirstStep_reachesTheEndThroughEveryStep();
    void after_endOrUnknownStep_isNothing();
    void name_language_isThatOfTheReader();
    void kindNames_everyKind_readBackAsTheSame();
};

void TestFlow::parse_mistake_namesPlaceAndRule_data()
{
    QTest::addColumn<QJsonObject>("flow");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("rule"); // a part of it

    const QJsonValue gone(QJsonValue::Undefined);
    QTest::newRow("no steps at all") << flowOf({}) << u"steps[0].kind"_s << u"accept"_s;
    QTest::newRow("steps is not a list") << QJsonObject{{u"steps"_s, u"accept"_s}} << u"steps[0].kind"_s << u"accept"_s;
    QTest::newRow("a step that is a text")
        << QJsonObject{{u"steps"_s, QJsonArray{u"accept"_s}}} << u"steps[0].name"_s << u"required"_s;
    QTest::newRow("begins with a review") << flowOf({step(u"a"_s, u"review"_s, u"b"_s), step(u"b"_s, u"finish"_s, {})})
                                          << u"steps[0].kind"_s << u"accept"_s;
    QTest::newRow("without id") << changed(1, u"id"_s, gone) << u"steps[1].id"_s << u"required"_s;
    QTest::newRow("the same id twice") << changed(2, u"id"_s, u"dispatch"_s) << u"steps[2].id"_s
                                       << u"not used before"_s;
    QTest::newRow("unknown kind") << changed(2, u"kind"_s, u"dance"_s) << u"steps[2].kind"_s << u"accept, dispatch"_s;
    QTest::newRow("without name") << changed(1, u"name"_s, gone) << u"steps[1].name"_s << u"required"_s;
    QTest::newRow("without Chinese name")
        << changed(1, u"name"_s, QJsonObject{{u"en"_s, u"x"_s}}) << u"steps[1].name.zh_CN"_s << u"required"_s;
    QTest::newRow("without English name")
        << changed(1, u"name"_s, QJsonObject{{u"zh_CN"_s, u"分发"_s}}) << u"steps[1].name.en"_s << u"required"_s;
    QTest::newRow("without right") << changed(2, u"right"_s, gone) << u"steps[2].right"_s << u"required"_s;
    QTest::newRow("days as a text") << changed(2, u"workingDays"_s, u"3"_s) << u"steps[2].workingDays"_s
                                    << u"an integer"_s;
    QTest::newRow("negative days") << changed(2, u"workingDays"_s, -1) << u"steps[2].workingDays"_s << u"0 to 250"_s;
    QTest::newRow("leads nowhere") << changed(2, u"next"_s, gone) << u"steps[2].next"_s
                                   << u"a step, except at the end"_s;
    QTest::newRow("goes on after the end")
        << changed(4, u"next"_s, u"review"_s) << u"steps[4].next"_s << u"except at the end"_s;
    QTest::newRow("leads to an unknown step")
        << changed(2, u"next"_s, u"moon"_s) << u"steps[2].next"_s << u"“moon” is not a step"_s;
    QTest::newRow("returns to an unknown step") << changed(2, u"returnsTo"_s, QJsonArray{u"moon"_s})
                                                << u"steps[2].returnsTo"_s << u"“moon” is not an earlier step"_s;
    QTest::newRow("returns to itself") << changed(2, u"returnsTo"_s, QJsonArray{u"review"_s}) << u"steps[2].returnsTo"_s
                                       << u"“review” is not an earlier step"_s;
    QTest::newRow("returns to a later step") << changed(1, u"returnsTo"_s, QJsonArray{u"approve"_s})
                                             << u"steps[1].returnsTo"_s << u"“approve” is not an earlier step"_s;
    QTest::newRow("returns to numbers") << changed(2, u"returnsTo"_s, QJsonArray{7}) << u"steps[2].returnsTo"_s
                                        << u"a list of texts"_s;
    QTest::newRow("returns to the end, written before it")
        << flowOf({step(u"accept"_s, u"accept"_s, u"review"_s), step(u"finish"_s, u"finish"_s, {}),
               step(u"review"_s, u"review"_s, u"finish"_s, {u"finish"_s})})
        << u"steps[2].returnsTo"_s << u"“finish” is not an earlier step"_s;
    QTest::newRow("a branch without condition")
        << changed(2, u"branches"_s, QJsonArray{QJsonObject{{u"next"_s, u"finish"_s}}})
        << u"steps[2].branches[0].when"_s << u"required"_s;
    QTest::newRow("a branch to an unknown step")
        << changed(2, u"branches"_s, QJsonArray{QJsonObject{{u"when"_s, u"true"_s}, {u"next"_s, u"moon"_s}}})
        << u"steps[2].next"_s << u"“moon” is not a step"_s;
    QTest::newRow("a circle by a branch")
        << changed(3, u"branches"_s, QJsonArray{QJsonObject{{u"when"_s, u"true"_s}, {u"next"_s, u"review"_s}}})
        << u"steps[0].next"_s << u"circle"_s;
    QTest::newRow("more minutes than a day has")
        << changed(2, u"minutes"_s, 900) << u"steps[2].minutes"_s << u"0 to 480"_s;
    QTest::newRow("a circle of two") << changed(2, u"next"_s, u"dispatch"_s) << u"steps[0].next"_s << u"circle"_s;
    QTest::newRow("a step that leads to itself")
        << changed(3, u"next"_s, u"approve"_s) << u"steps[0].next"_s << u"circle"_s;
}

void TestFlow::parse_mistake_namesPlaceAndRule()
{
    QFETCH(QJsonObject, flow);
    QFETCH(QString, place);
    QFETCH(QString, rule);
    const auto parsed = FlowDefinition::parse(flow);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"flow.broken"_s);
    QCOMPARE(parsed.error().fields.value("place"_L1).toString(), place);
    const QString said = parsed.error().fields.value("rule"_L1).toString();
    QVERIFY2(said.contains(rule), qPrintable(said));
}

void TestFlow::parse_fullFlow_keepsEverySetting()
{
    const auto parsed = FlowDefinition::parse(changed(2, u"workingDays"_s, 3));
    QVERIFY(parsed);
    QCOMPARE(parsed->steps().size(), 5);
    const auto* review = parsed->step(u"review"_s);
    QVERIFY(review);
    QCOMPARE(review->kind, StepKind::Review);
    QCOMPARE(review->right, u"case.review"_s);
    QCOMPARE(review->next, u"approve"_s);
    QCOMPARE(review->returnsTo, QStringList({u"accept"_s, u"dispatch"_s}));
    QCOMPARE(review->workingDays, 3);
    QCOMPARE(parsed->step(u"finish"_s)->right, QString());
    QVERIFY(!parsed->step(u"moon"_s));
}

void TestFlow::walk_fromFirstStep_reachesTheEndThroughEveryStep()
{
    const auto parsed = FlowDefinition::parse(flowOf(fullFlow()));
    QVERIFY(parsed);
    QStringList walked{parsed->first().id};
    for (const auto* at = parsed->after(walked.constLast()); at; at = parsed->after(at->id))
        walked.append(at->id);
    QCOMPARE(walked, QStringList({u"accept"_s, u"dispatch"_s, u"review"_s, u"approve"_s, u"finish"_s}));
}

void TestFlow::after_endOrUnknownStep_isNothing()
{
    const auto parsed = FlowDefinition::parse(flowOf(fullFlow()));
    QVERIFY(parsed);
    QVERIFY(!parsed->after(u"finish"_s));
    QVERIFY(!parsed->after(u"moon"_s));
}

void TestFlow::name_language_isThatOfTheReader()
{
    const auto parsed = FlowDefinition::parse(flowOf(fullFlow()));
    QVERIFY(parsed);
    QCOMPARE(parsed->first().name(u"zh_CN"_s), u"环节"_s);
    QCOMPARE(parsed->first().name(u"en"_s), u"Step"_s);
}

void TestFlow::kindNames_everyKind_readBackAsTheSame()
{
    const auto parsed = FlowDefinition::parse(flowOf(fullFlow()));
    QVERIFY(parsed);
    QStringList names;
    for (const auto& entry : parsed->steps())
        names.append(stepKindName(entry.kind));
    QCOMPARE(names, QStringList({u"accept"_s, u"dispatch"_s, u"review"_s, u"approve"_s, u"finish"_s}));
}

QTEST_GUILESS_MAIN(TestFlow)
#include "test_flow.moc"
