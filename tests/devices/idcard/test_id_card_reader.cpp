#include "devices/idcard/IdCardDrivers.h"
#include "devices/idcard/IdCardJson.h"
#include "devices/idcard/SimulatedIdCardReader.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/devices/Persons.h"
#include "tests/support/devices/PythonDouble.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// What happens on the reader, one stage after another: the same for every driver.
enum Stage { PlaceWang, Lift, PlaceLi, FailOnce, Unplug };

class Rig
{
public:
    virtual ~Rig() = default;
    virtual bool enter(Stage stage) = 0; // stages come in their order
    IdCardReader& reader() { return *m_reader; }

protected:
    std::unique_ptr<IdCardReader> m_reader;
};

class SerialRig final : public Rig
{
public:
    explicit SerialRig(bool findOnce)
        : m_emulator(u"sam_emulator.py"_s)
    {
        m_reader =
            idCardDrivers(m_clock).make("ga450:serial:"_L1 + m_emulator.greeting().value("path"_L1).toString()).value();
        m_emulator.obey({{"find_once"_L1, findOnce}});
    }
    bool enter(Stage stage) override
    {
        const QList<QJsonObject> orders{
            {{"place"_L1, test::demoPerson(u"wang-guilan"_s)}},
            {{"remove"_L1, true}},
            {{"place"_L1, test::demoPerson(u"li-jianguo"_s)}},
            {{"fault"_L1, "sw3"_L1}, {"value"_L1, "31"_L1}, {"only"_L1, "3001"_L1}},
            {{"fault"_L1, "unplug"_L1}},
        };
        return m_emulator.obey(orders.at(stage));
    }

private:
    test::FakeClock m_clock;
    test::PythonDouble m_emulator;
};

class SimulatedRig final : public Rig
{
public:
    SimulatedRig()
    {
        const QJsonObject second{{"wait"_L1, 1000}};
        const QJsonArray steps{second, QJsonObject{{"place"_L1, "wang"_L1}}, second, QJsonObject{{"remove"_L1, true}},
            second, QJsonObject{{"place"_L1, "li"_L1}}, second, QJsonObject{{"fault"_L1, "31"_L1}}, second,
            QJsonObject{{"unplug"_L1, true}}};
        const QJsonObject persons{
            {"wang"_L1, test::demoPerson(u"wang-guilan"_s)}, {"li"_L1, test::demoPerson(u"li-jianguo"_s)}};
        auto script = readIdCardScript({{"persons"_L1, persons}, {"steps"_L1, steps}}, u"test"_s);
        m_reader = std::make_unique<SimulatedIdCardReader>(*std::move(script), m_clock);
    }
    bool enter(Stage) override
    {
        m_clock.advance(1000);
        return true;
    }

private:
    test::FakeClock m_clock;
};

std::unique_ptr<Rig> makeRig(const QString& name)
{
    if (name == "simulator"_L1)
        return std::make_unique<SimulatedRig>();
    return std::make_unique<SerialRig>(name.endsWith("once"_L1));
}

} // namespace

// The contract of IdCardReader, kept by the simulator and by the serial driver alike.
class TestIdCardReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reader_aDayAtTheWindow_keepsTheContract_data();
    void reader_aDayAtTheWindow_keepsTheContract();
    void serial_everyKindOfCard_isRead_data();
    void serial_everyKindOfCard_isRead();
    void serial_contradictoryCard_isRefused();
    void serial_brokenText_isLayout();
    void serial_noReaderAtTheEnd_doesNotOpen();
    void simulator_onRead_laysCardsDownInTurn();
    void simulator_pollingOnly_laysNothingDown();
    void simulator_slow_isCancelledQuickly();
    void script_mistakes_areRefused_data();
    void script_mistakes_areRefused();
};

void TestIdCardReader::reader_aDayAtTheWindow_keepsTheContract_data()
{
    QTest::addColumn<QString>("rig");
    QTest::addRow("simulator") << u"simulator"_s;
    QTest::addRow("GA 450 on a serial line") << u"serial"_s;
    QTest::addRow("GA 450 whose card answers find once") << u"serial once"_s;
}

void TestIdCardReader::reader_aDayAtTheWindow_keepsTheContract()
{
    QFETCH(QString, rig);
    const auto bench = makeRig(rig);
    auto& reader = bench->reader();
    QVERIFY(reader.open({}));
    if (rig == "simulator"_L1)
        QVERIFY(reader.findCard({})); // its time begins
    QVERIFY(!reader.moduleId({})->isEmpty());
    QCOMPARE(reader.findCard({}).value(), false);
    QCOMPARE(reader.readCard(IdCardExtent::Full, {}).error().code, u"idcard.no-card"_s);

    QVERIFY(bench->enter(PlaceWang));
    QCOMPARE(reader.findCard({}).value(), true);
    const auto card = reader.readCard(IdCardExtent::Full, {});
    QVERIFY(card);
    auto expected = idCardFromJson(test::demoPerson(u"wang-guilan"_s)).value();
    expected.photoWlt = card->photoWlt;
    QCOMPARE(*card, expected);
    QVERIFY(!card->addedAddress.isEmpty());
    const auto again = reader.readCard(IdCardExtent::TextOnly, {}); // it still lies there
    QVERIFY(again);
    QVERIFY(again->isSameCard(*card));
    QVERIFY(again->addedAddress.isEmpty());

    QVERIFY(bench->enter(Lift));
    QCOMPARE(reader.findCard({}).value(), false);
    QCOMPARE(reader.readCard(IdCardExtent::TextOnly, {}).error().code, u"idcard.no-card"_s);

    QVERIFY(bench->enter(PlaceLi));
    QCOMPARE(reader.findCard({}).value(), true);
    QVERIFY(bench->enter(FailOnce));
    QCOMPARE(reader.readCard(IdCardExtent::Full, {}).error().code, u"idcard.card-rejects-reader"_s);
    QCOMPARE(reader.readCard(IdCardExtent::Full, {})->name, u"李建国"_s);

    QVERIFY(bench->enter(Unplug));
    QCOMPARE(reader.readCard(IdCardExtent::Full, {}).error().code, u"device.unplugged"_s);
    reader.close();
}

void TestIdCardReader::serial_everyKindOfCard_isRead_data()
{
    QTest::addColumn<QJsonObject>("person");
    QTest::addRow("resident") << test::demoPerson(u"guan-lihua"_s);
    QTest::addRow("gat") << test::demoPerson(u"chen-jiahui"_s);
    QTest::addRow("foreigner 2023") << test::demoPerson(u"ivanov"_s);
    const QJsonObject older{{"kind"_L1, "foreigner2017"_L1}, {"name_en"_L1, "IVANOV ALEKSEI"_L1}, {"sex_code"_L1, 1},
        {"birth"_L1, "1987-06-15"_L1}, {"id_no"_L1, "RUS210087061500"_L1}, {"authority"_L1, "2100"_L1},
        {"valid_from"_L1, "2018-02-03"_L1}, {"valid_to"_L1, "2028-02-02"_L1}, {"nationality"_L1, "RUS"_L1}};
    auto named = older;
    named.insert("name"_L1, u"伊万诺夫"_s);
    QTest::addRow("foreigner 2017") << named;
}

void TestIdCardReader::serial_everyKindOfCard_isRead()
{
    QFETCH(QJsonObject, person);
    test::PythonDouble emulator(u"sam_emulator.py"_s);
    const test::FakeClock clock;
    auto reader =
        idCardDrivers(clock).make("ga450:serial:"_L1 + emulator.greeting().value("path"_L1).toString()).value();
    QVERIFY(reader->open({}));
    QVERIFY(emulator.obey({{"place"_L1, person}}));
    auto card = reader->readCard(IdCardExtent::Full, {});
    QVERIFY(card);
    QCOMPARE(card->photoWlt.size(), 1024);
    card->photoWlt.clear();
    QCOMPARE(*card, idCardFromJson(person).value());
}

void TestIdCardReader::serial_contradictoryCard_isRefused()
{
    test::PythonDouble emulator(u"sam_emulator.py"_s);
    const test::FakeClock clock;
    auto reader =
        idCardDrivers(clock).make("ga450:serial:"_L1 + emulator.greeting().value("path"_L1).toString()).value();
    QVERIFY(reader->open({}));
    auto person = test::demoPerson(u"wang-guilan"_s);
    person.insert("birth"_L1, u"1967-03-12"_s);
    QVERIFY(emulator.obey({{"place"_L1, person}}));
    QCOMPARE(reader->readCard(IdCardExtent::Full, {}).error().code, u"idcard.birth-mismatch"_s);
}

void TestIdCardReader::serial_brokenText_isLayout()
{
    test::PythonDouble emulator(u"sam_emulator.py"_s);
    const test::FakeClock clock;
    auto reader =
        idCardDrivers(clock).make("ga450:serial:"_L1 + emulator.greeting().value("path"_L1).toString()).value();
    QVERIFY(reader->open({}));
    QVERIFY(emulator.obey({{"place_raw"_L1, QJsonObject{{"text"_L1, QString(200, u'0')}}}}));
    QCOMPARE(reader->readCard(IdCardExtent::Full, {}).error().code, u"idcard.layout"_s);
}

void TestIdCardReader::serial_noReaderAtTheEnd_doesNotOpen()
{
    test::PythonDouble emulator(u"sam_emulator.py"_s);
    const test::FakeClock clock;
    auto reader =
        idCardDrivers(clock).make("ga450:serial:"_L1 + emulator.greeting().value("path"_L1).toString()).value();
    QVERIFY(emulator.obey({{"fault"_L1, "silent"_L1}, {"times"_L1, 1}}));
    QCOMPARE(reader->open({}).error().code, u"idcard.no-answer"_s);
    QVERIFY(reader->open({})); // and tries again when asked
}

void TestIdCardReader::simulator_onRead_laysCardsDownInTurn()
{
    test::FakeClock clock;
    const auto reader = idCardDrivers(clock).make(u"sim:idcard"_s).value();
    QVERIFY(reader->open({}));
    QCOMPARE(reader->readCard(IdCardExtent::Full, {})->name, u"王桂兰"_s);
    QCOMPARE(reader->findCard({}).value(), true);
    QCOMPARE(reader->readCard(IdCardExtent::Full, {})->name, u"王桂兰"_s); // it still lies there
    clock.advance(10'000);
    QCOMPARE(reader->findCard({}).value(), false);
    QCOMPARE(reader->readCard(IdCardExtent::Full, {})->name, u"张秀梅"_s);
}

void TestIdCardReader::simulator_pollingOnly_laysNothingDown()
{
    const test::FakeClock clock;
    const auto reader = idCardDrivers(clock).make(u"sim:idcard"_s).value();
    QCOMPARE(reader->findCard({}).value(), false);
    QCOMPARE(reader->readCard(IdCardExtent::TextOnly, {}).error().code, u"idcard.no-card"_s);
}

void TestIdCardReader::simulator_slow_isCancelledQuickly()
{
    const test::FakeClock clock;
    SimulatedIdCardReader reader(
        readIdCardScript({{"steps"_L1, QJsonArray{QJsonObject{{"delay"_L1, 60'000}}}}}, {}).value(), clock);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(reader.findCard(source.get_token()).error().code, u"device.cancelled"_s);
}

void TestIdCardReader::script_mistakes_areRefused_data()
{
    QTest::addColumn<QJsonObject>("script");
    const auto steps = [](const QJsonObject& step) { return QJsonObject{{"steps"_L1, QJsonArray{step}}}; };
    QTest::addRow("unknown step") << steps({{"jump"_L1, true}});
    QTest::addRow("two words in a step") << steps({{"wait"_L1, 1}, {"remove"_L1, true}});
    QTest::addRow("a person nobody knows") << steps({{"place"_L1, "nobody"_L1}});
    QTest::addRow("onRead nobody knows") << QJsonObject{{"onRead"_L1, "nobody"_L1}};
    QTest::addRow("steps are no list") << QJsonObject{{"steps"_L1, 1}};
    QTest::addRow("person without birth")
        << QJsonObject{{"persons"_L1, QJsonObject{{"a"_L1, QJsonObject{{"id_no"_L1, "1"_L1}}}}}};
}

void TestIdCardReader::script_mistakes_areRefused()
{
    QFETCH(QJsonObject, script);
    const auto read = readIdCardScript(script, u"x.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.script"_s);
}

QTEST_GUILESS_MAIN(TestIdCardReader)
#include "test_id_card_reader.moc"
