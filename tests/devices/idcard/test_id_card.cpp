#include "devices/idcard/IdCardCheck.h"
#include "devices/idcard/IdCardJson.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/devices/Persons.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

IdCard demo(const QString& name)
{
    return idCardFromJson(test::demoPerson(name)).value();
}

} // namespace

class TestIdCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_demoPersons_areSound_data();
    void check_demoPersons_areSound();
    void check_contradiction_isRefused_data();
    void check_contradiction_isRefused();
    void check_unstatedSex_isAccepted();
    void validityOn_days_data();
    void validityOn_days();
    void isSameCard_renewedCard_isAnother();
    void toJson_resident_hasTheAgreedNames();
    void toJson_anyKind_roundTrips_data();
    void toJson_anyKind_roundTrips();
    void fromJson_wrongField_isNamed_data();
    void fromJson_wrongField_isNamed();
    void fromJson_randomObjects_neverCrash();
};

void TestIdCard::check_demoPersons_areSound_data()
{
    QTest::addColumn<QString>("name");
    for (const auto* name : {"wang-guilan", "li-jianguo", "zhang-xiumei", "jin-mingzhe", "guan-lihua", "zhao-qiang",
             "chen-jiahui", "ivanov"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestIdCard::check_demoPersons_areSound()
{
    QFETCH(QString, name);
    QVERIFY(checkIdCard(demo(name)));
}

void TestIdCard::check_contradiction_isRefused_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("idNo");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QString>("code");
    const QDate birth(1966, 3, 12);
    QTest::addRow("check digit") << u"wang-guilan"_s << u"210603196603120028"_s << u"2"_s << birth
                                 << u"idcard.check-digit"_s;
    QTest::addRow("17 digits") << u"wang-guilan"_s << u"21060319660312002"_s << u"2"_s << birth
                               << u"idcard.check-digit"_s;
    QTest::addRow("small x") << u"wang-guilan"_s << u"21060319660312002x"_s << u"2"_s << birth
                             << u"idcard.check-digit"_s;
    QTest::addRow("letters") << u"wang-guilan"_s << u"2106031966031200A7"_s << u"2"_s << birth
                             << u"idcard.check-digit"_s;
    QTest::addRow("full-width digits") << u"wang-guilan"_s << u"２10603196603120027"_s << u"2"_s << birth
                                       << u"idcard.check-digit"_s;
    QTest::addRow("another birth") << u"wang-guilan"_s << u"210603196603120027"_s << u"2"_s << birth.addDays(1)
                                   << u"idcard.birth-mismatch"_s;
    QTest::addRow("another sex") << u"wang-guilan"_s << u"210603196603120027"_s << u"1"_s << birth
                                 << u"idcard.sex-mismatch"_s;
    QTest::addRow("gat with another sex")
        << u"chen-jiahui"_s << u"810000199104080060"_s << u"1"_s << QDate(1991, 4, 8) << u"idcard.sex-mismatch"_s;
    QTest::addRow("foreigner whose number does not begin with 9")
        << u"ivanov"_s << u"210603196603120027"_s << u"1"_s << birth << u"idcard.layout"_s;
}

void TestIdCard::check_contradiction_isRefused()
{
    QFETCH(QString, person);
    QFETCH(QString, idNo);
    QFETCH(QString, sex);
    QFETCH(QDate, birth);
    auto card = demo(person);
    card.idNo = idNo;
    card.sexCode = sex;
    card.birth = birth;
    const auto done = checkIdCard(card);
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QVERIFY(!done.error().detail.contains(idNo)); // failures are logged, numbers are not
}

void TestIdCard::check_unstatedSex_isAccepted()
{
    auto card = demo(u"wang-guilan"_s);
    card.sexCode = u"9"_s;
    QVERIFY(checkIdCard(card));
}

void TestIdCard::validityOn_days_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<std::optional<QDate>>("validTo");
    QTest::addColumn<IdCardValidity>("validity");
    const std::optional<QDate> end = QDate(2034, 9, 11);
    QTest::addRow("first day") << QDate(2014, 9, 11) << end << IdCardValidity::Valid;
    QTest::addRow("day before the first") << QDate(2014, 9, 10) << end << IdCardValidity::NotYetValid;
    QTest::addRow("last day") << QDate(2034, 9, 11) << end << IdCardValidity::Valid;
    QTest::addRow("day after the last") << QDate(2034, 9, 12) << end << IdCardValidity::Expired;
    QTest::addRow("long term") << QDate(2134, 1, 1) << std::optional<QDate>() << IdCardValidity::Valid;
}

void TestIdCard::validityOn_days()
{
    QFETCH(QDate, day);
    QFETCH(std::optional<QDate>, validTo);
    auto card = demo(u"zhang-xiumei"_s);
    card.validTo = validTo;
    QTEST(card.validityOn(day), "validity");
}

void TestIdCard::isSameCard_renewedCard_isAnother()
{
    const auto card = demo(u"zhang-xiumei"_s);
    auto renewed = card;
    renewed.validFrom = card.validFrom.addYears(10);
    QVERIFY(card.isSameCard(card));
    QVERIFY(!card.isSameCard(renewed));
    QVERIFY(!card.isSameCard(demo(u"wang-guilan"_s)));
}

void TestIdCard::toJson_resident_hasTheAgreedNames()
{
    const auto object = toJson(demo(u"wang-guilan"_s));
    for (const auto* name : {"kind", "name", "name_en", "sex", "sex_code", "ethnicity", "ethnicity_code", "birth",
             "address", "id_no", "authority", "valid_from", "valid_to", "photo_wlt_base64", "added_address",
             "permit_no", "issue_count", "nationality"})
        QVERIFY2(object.contains(QLatin1StringView(name)), name);
    QCOMPARE(object.value("sex_code"_L1), QJsonValue(2));
    QVERIFY(object.value("sex"_L1).toString().startsWith(u'女'));
    QCOMPARE(object.value("ethnicity_code"_L1), QJsonValue(1));
    QVERIFY(object.value("ethnicity"_L1).toString().startsWith(u'汉'));
    QCOMPARE(object.value("birth"_L1).toString(), u"1966-03-12"_s);
    QVERIFY(object.value("valid_to"_L1).isNull());
}

void TestIdCard::toJson_anyKind_roundTrips_data()
{
    check_demoPersons_areSound_data();
}

void TestIdCard::toJson_anyKind_roundTrips()
{
    QFETCH(QString, name);
    auto card = demo(name);
    card.photoWlt = QByteArray(1024, '\x81');
    QCOMPARE(idCardFromJson(toJson(card)).value(), card);
}

void TestIdCard::fromJson_wrongField_isNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addRow("kind") << u"kind"_s << QJsonValue(u"passport"_s);
    QTest::addRow("sex") << u"sex_code"_s << QJsonValue(12);
    QTest::addRow("ethnicity") << u"ethnicity_code"_s << QJsonValue(120);
    QTest::addRow("birth") << u"birth"_s << QJsonValue(u"12.3.1966"_s);
    QTest::addRow("number missing") << u"id_no"_s << QJsonValue();
    QTest::addRow("valid to") << u"valid_to"_s << QJsonValue(u"soon"_s);
}

void TestIdCard::fromJson_wrongField_isNamed()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    auto object = test::demoPerson(u"wang-guilan"_s);
    object.insert(field, value);
    const auto card = idCardFromJson(object);
    QVERIFY(!card);
    QCOMPARE(card.error().code, u"base.json-field"_s);
    QCOMPARE(card.error().fields.value("path"_L1).toString(), field);
}

void TestIdCard::fromJson_randomObjects_neverCrash()
{
    test::SeededRandom random(7);
    const auto good = test::demoPerson(u"ivanov"_s);
    const QList<QJsonValue> values{
        QJsonValue(), true, 0, -1, 1e300, u""_s, u"长期"_s, u"2020-01-01"_s, QJsonArray{1}, QJsonObject{{"a"_L1, 1}}};
    for (int i = 0; i < 20'000; ++i) {
        auto object = good;
        for (int n = 1 + random.below(3); n > 0; --n)
            object.insert(good.keys().at(random.below(static_cast<int>(good.size()))),
                values.at(random.below(static_cast<int>(values.size()))));
        const auto card = idCardFromJson(object);
        if (card)
            std::ignore = checkIdCard(*card);
    }
}

QTEST_GUILESS_MAIN(TestIdCard)
#include "test_id_card.moc"
