#include "modules/documents/Filler.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

class TestFilling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_values_areFormatted_data();
    void text_values_areFormatted();
    void text_wrongValue_isFieldFormat_data();
    void text_wrongValue_isFieldFormat();
    void text_noValue_isMissing_data();
    void text_noValue_isMissing();
    void text_optionalWithoutValue_isNothing();
    void text_severalMissing_areNamedTogether();
    void text_inRow_looksThereFirst();
    void text_missingInRow_namesTheRow();
    void rows_emptyList_isMissing();
    void holds_conditions_data();
    void holds_conditions();
};

static Text parsed(const QString& source)
{
    return Text::parse(source).value();
}

void TestFilling::text_values_areFormatted_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("filled");
    QTest::addRow("text") << u"致{v}："_s << QJsonValue(u"张三"_s) << u"致张三："_s;
    QTest::addRow("integer") << u"{v}份"_s << QJsonValue(3) << u"3份"_s;
    QTest::addRow("zero") << u"{v}份"_s << QJsonValue(0) << u"0份"_s;
    QTest::addRow("line ends and tabs") << u"{v}"_s << QJsonValue(u"一\r\n二\t三"_s) << u"一\n二 三"_s;
    QTest::addRow("date of a day") << u"{v:date}"_s << QJsonValue(u"2026-12-04"_s) << u"2026年12月4日"_s;
    QTest::addRow("date near midnight") << u"{v:date}"_s << QJsonValue(u"2026-11-21T16:30:00.000Z"_s)
                                        << u"2026年11月22日"_s;
    QTest::addRow("time of another offset")
        << u"{v:datetime}"_s << QJsonValue(u"2026-11-21T01:32:07Z"_s) << u"2026年11月21日 09:32"_s;
    QTest::addRow("milliseconds") << u"{v:datetime}"_s << QJsonValue(qint64(1'795'224'727'000))
                                  << u"2026年11月21日 09:32"_s;
    QTest::addRow("money") << u"{v:yuan}元"_s << QJsonValue(qint64(163'805)) << u"1,638.05元"_s;
}

void TestFilling::text_values_areFormatted()
{
    QFETCH(QString, source);
    QFETCH(QJsonValue, value);
    QFETCH(QString, filled);
    Filler filler(u"样张"_s, {{u"v"_s, value}});
    QCOMPARE(filler.text(parsed(source)), filled);
    QVERIFY(filler.finish());
}

void TestFilling::text_wrongValue_isFieldFormat_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QJsonValue>("value");
    QTest::addRow("time of day missing") << u"{v:datetime}"_s << QJsonValue(u"2026-11-21"_s);
    QTest::addRow("no offset") << u"{v:datetime}"_s << QJsonValue(u"2026-11-21T09:32:07"_s);
    QTest::addRow("no such day") << u"{v:date}"_s << QJsonValue(u"2026-02-30"_s);
    QTest::addRow("date in words") << u"{v:date}"_s << QJsonValue(u"2026年11月21日"_s);
    QTest::addRow("money as text") << u"{v:yuan}"_s << QJsonValue(u"12.50"_s);
    QTest::addRow("fraction") << u"{v}"_s << QJsonValue(1.5);
    QTest::addRow("list") << u"{v}"_s << QJsonValue(QJsonArray{1});
}

void TestFilling::text_wrongValue_isFieldFormat()
{
    QFETCH(QString, source);
    QFETCH(QJsonValue, value);
    Filler filler(u"样张"_s, {{u"v"_s, value}});
    filler.text(parsed(source));
    const auto done = filler.finish();
    QVERIFY(!done);
    QVERIFY(done.error().is("documents.field-format"_L1));
    QCOMPARE(done.error().fields.value("field"_L1).toString(), u"v"_s);
    // What stands in the data stays out of logs.
    QVERIFY(value.toString().isEmpty() || !done.error().detail.contains(value.toString()));
}

void TestFilling::text_noValue_isMissing_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::addRow("null") << QJsonValue(QJsonValue::Null);
    QTest::addRow("empty") << QJsonValue(QString());
    QTest::addRow("only spaces") << QJsonValue(u" \u3000 "_s);
    QTest::addRow("object") << QJsonValue(QJsonObject());
}

void TestFilling::text_noValue_isMissing()
{
    QFETCH(QJsonValue, value);
    QJsonObject data;
    data.insert("v"_L1, value);
    Filler filler(u"样张"_s, data);
    filler.text(parsed(u"{v}"_s));
    const auto done = filler.finish();
    QVERIFY(!done);
    QVERIFY(done.error().is("documents.missing-field"_L1));
}

void TestFilling::text_optionalWithoutValue_isNothing()
{
    Filler filler(u"样张"_s, {});
    QCOMPARE(filler.text(parsed(u"代办人：{agent?}{day?:date}"_s)), u"代办人："_s);
    QVERIFY(filler.finish());
}

void TestFilling::text_severalMissing_areNamedTogether()
{
    Filler filler(u"样张"_s, {});
    filler.text(parsed(u"{item}{applicant}{item}"_s));
    QCOMPARE(filler.finish().error().fields.value("field"_L1).toString(), u"item、applicant"_s);
    QCOMPARE(filler.finish().error().fields.value("template"_L1).toString(), u"样张"_s);
}

void TestFilling::text_inRow_looksThereFirst()
{
    Filler filler(u"样张"_s, {{u"name"_s, u"外"_s}, {u"hall"_s, u"大厅"_s}});
    QCOMPARE(filler.text(parsed(u"{hall}{name}"_s), {{u"name"_s, u"内"_s}}, u"rows[0]"_s), u"大厅内"_s);
}

void TestFilling::text_missingInRow_namesTheRow()
{
    Filler filler(u"样张"_s, {{u"name"_s, u"外"_s}});
    filler.text(parsed(u"{name}{kind}"_s), {{u"name"_s, u""_s}}, u"materials[2]"_s);
    QCOMPARE(filler.finish().error().fields.value("field"_L1).toString(), u"materials[2].name、materials[2].kind"_s);
}

void TestFilling::rows_emptyList_isMissing()
{
    Filler filler(u"样张"_s, {{u"materials"_s, QJsonArray()}});
    QVERIFY(filler.rows(u"materials"_s).isEmpty());
    QVERIFY(filler.finish().error().is("documents.missing-field"_L1));
    Filler wrong(u"样张"_s, {{u"materials"_s, QJsonArray{u"身份证"_s}}});
    wrong.rows(u"materials"_s);
    QVERIFY(wrong.finish().error().is("documents.field-format"_L1));
}

void TestFilling::holds_conditions_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("present");
    QTest::addRow("text") << QJsonValue(u"有"_s) << true;
    QTest::addRow("blank") << QJsonValue(u" "_s) << false;
    QTest::addRow("zero") << QJsonValue(0) << true;
    QTest::addRow("false") << QJsonValue(false) << false;
    QTest::addRow("true") << QJsonValue(true) << true;
    QTest::addRow("list") << QJsonValue(QJsonArray{1}) << true;
    QTest::addRow("empty list") << QJsonValue(QJsonArray()) << false;
    QTest::addRow("null") << QJsonValue() << false;
}

void TestFilling::holds_conditions()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, present);
    const Filler filler(u"样张"_s, {{u"v"_s, value}});
    QCOMPARE(filler.holds({{u"v"_s, true}}), present);
    QCOMPARE(filler.holds({{u"v"_s, false}}), !present);
    QVERIFY(filler.holds({}));
    QVERIFY(!filler.holds({{u"v"_s, true}, {u"v"_s, false}}));
}

QTEST_GUILESS_MAIN(TestFilling)
#include "test_filling.moc"
