#include "modules/base/FailureManual.h"
#include "modules/registry/BulkLoad.h"
#include "Samples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::registry;
using namespace Qt::StringLiterals;

// Provokes every failure of the room and reads what people would read about it.
class TestRegistryFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manual_provokedFailures_haveFullTexts();
};

void TestRegistryFailures::manual_provokedFailures_haveFullTexts()
{
    const auto connection = test::emptyRegister();
    Persons persons(*connection);
    auto person = *persons.put(test::samplePerson(1, u"王明"_s, u"220122198003150014"_s));
    auto gone = person;
    gone.id = test::sampleId(2);
    auto late = person;
    late.version = 9;
    auto unit = test::sampleUnit(3, u"某单位"_s, {}, u"91220101MA0Y4XK15A"_s);
    unit.version = 1;
    auto twin = person;
    twin.id = test::sampleId(4);
    twin.version = 0;
    const QList<Error> errors{persons.put(gone).error(), persons.put(late).error(), persons.put(twin).error(),
        Units(*connection).put(unit).error(), persons.search({u"1"_s}).error(),
        persons.search({u"王明"_s, {}, 20, u"x"_s}).error(), BulkLoad::begin(*connection).error()};
    const FailureManual manual;
    QStringList provoked;
    for (const auto& error : errors) {
        provoked.append(error.code);
        QVERIFY2(manual.has(error.code), qPrintable(error.code));
        QCOMPARE(manual.origin(error.code), originName(error.origin));
        QVERIFY2(!error.detail.contains(person.idNo) && !error.detail.contains(person.name), qPrintable(error.code));
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            const auto text = manual.text(error, language);
            QVERIFY(!text.what.isEmpty() && !text.cause.isEmpty() && !text.remedy.isEmpty());
            QVERIFY2(!(text.what + text.cause + text.remedy).contains(u'{'), qPrintable(error.code));
        }
    }
    auto documented = manual.codes().filter(QRegularExpression(u"^registry\\."_s));
    documented.sort();
    provoked.sort();
    QCOMPARE(provoked, documented);
}

QTEST_GUILESS_MAIN(TestRegistryFailures)
#include "test_registry_failures.moc"
