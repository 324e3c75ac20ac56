#include "devices/base/SerialStream.h"
#include "devices/idcard/SamModule.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/devices/Persons.h"
#include "tests/support/devices/PythonDouble.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

QJsonObject fault(const QString& name, int times = 1, const QString& value = u"0"_s)
{
    return {{"fault"_L1, name}, {"times"_L1, times}, {"value"_L1, value}};
}

} // namespace

// Every command of GA 450 against a reader on a pseudo terminal, and what becomes of its mishaps.
class TestSamModule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void commands_healthyReader_areAnswered();
    void read_formsOfTheStandard_haveTheirLengths_data();
    void read_formsOfTheStandard_haveTheirLengths();
    void readAddedAddress_none_isEmpty();
    void status_everySw3_hasItsCode_data();
    void status_everySw3_hasItsCode();
    void read_lineMishaps_areSurvived_data();
    void read_lineMishaps_areSurvived();
    void read_lastingMishaps_areTold_data();
    void read_lastingMishaps_areTold();
    void read_unpluggedMidFrame_isUnplugged();
    void find_stopRequested_endsQuickly();
    void reply_brokenBodies_areLayoutErrors_data();
    void reply_brokenBodies_areLayoutErrors();
    void reply_randomBodies_stayWithinTheLimits();

private:
    std::unique_ptr<test::PythonDouble> m_reader;
    std::unique_ptr<SamModule> m_module;
};

void TestSamModule::init()
{
    m_reader = std::make_unique<test::PythonDouble>(u"sam_emulator.py"_s);
    const auto path = m_reader->greeting().value("path"_L1).toString();
    QVERIFY(!path.isEmpty());
    m_module = std::make_unique<SamModule>(std::make_unique<SerialStream>(path, 115'200));
    QVERIFY(m_module->open({}));
}

void TestSamModule::cleanup()
{
    m_module.reset();
    m_reader.reset();
}

void TestSamModule::commands_healthyReader_areAnswered()
{
    QVERIFY(m_module->status({}));
    QVERIFY(m_module->reset({}));
    QCOMPARE(m_module->id({}).value(), u"05.03-20230101-0000000123-0004567890"_s);
    QVERIFY(m_module->setBaud(0, {}));
    QVERIFY(m_module->setMostRadioBytes(0x50, {}));
    QCOMPARE(m_module->findCard({}).value(), false);
    QVERIFY(m_reader->obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QCOMPARE(m_module->findCard({}).value(), true);
    QVERIFY(m_module->selectCard({}));
    QCOMPARE(m_module->readTextAndPhoto({})->text.size(), 256);
    QCOMPARE(m_module->readAddedAddress({})->size(), 280);
    QCOMPARE(m_module->readManagementNumber({})->size(), 28);
}

void TestSamModule::read_formsOfTheStandard_haveTheirLengths_data()
{
    QTest::addColumn<QString>("fingerprint"); // bytes, in hexadecimal
    QTest::addColumn<qsizetype>("bytes");
    QTest::addRow("1297: none") << u"0"_s << qsizetype(0);
    QTest::addRow("1809: one finger") << u"200"_s << qsizetype(512);
    QTest::addRow("2321: two fingers") << u"400"_s << qsizetype(1024);
}

void TestSamModule::read_formsOfTheStandard_haveTheirLengths()
{
    QFETCH(QString, fingerprint);
    QVERIFY(m_reader->obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QVERIFY(m_reader->obey(fault(u"fingerprint"_s, 1, fingerprint)));
    const auto blocks = m_module->readTextPhotoAndFingerprint({});
    QVERIFY(blocks);
    QCOMPARE(blocks->text.size(), 256);
    QCOMPARE(blocks->photo.size(), 1024);
    QTEST(blocks->fingerprint.size(), "bytes");
}

void TestSamModule::readAddedAddress_none_isEmpty()
{
    QVERIFY(m_reader->obey({{"place"_L1, test::demoPerson(u"li-jianguo"_s)}}));
    QCOMPARE(m_module->readAddedAddress({}).value(), QByteArray());
}

void TestSamModule::status_everySw3_hasItsCode_data()
{
    QTest::addColumn<QString>("sw3");
    QTest::addColumn<QString>("code");
    const QList<std::pair<const char*, const char*>> rows{{"10", "idcard.request-checksum"},
        {"11", "idcard.request-length"}, {"21", "idcard.command"}, {"24", "idcard.reader-error"},
        {"31", "idcard.card-rejects-reader"}, {"32", "idcard.reader-rejects-card"}, {"33", "idcard.information-check"},
        {"40", "idcard.card-type"}, {"41", "idcard.read"}, {"47", "idcard.random"}, {"60", "idcard.self-test"},
        {"66", "idcard.not-authorised"}, {"80", "idcard.no-card"}, {"81", "idcard.select"}, {"91", "idcard.no-item"},
        {"ee", "idcard.status"}};
    for (const auto& [sw3, code] : rows)
        QTest::addRow("%s", sw3) << QString::fromLatin1(sw3) << QString::fromLatin1(code);
}

void TestSamModule::status_everySw3_hasItsCode()
{
    QFETCH(QString, sw3);
    QVERIFY(m_reader->obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QVERIFY(m_reader->obey(fault(u"sw3"_s, 9, sw3)));
    const auto blocks = m_module->readTextAndPhoto({});
    QVERIFY(!blocks);
    QTEST(blocks.error().code, "code");
}

void TestSamModule::read_lineMishaps_areSurvived_data()
{
    QTest::addColumn<QJsonObject>("order");
    QTest::addRow("noise before the answer") << fault(u"noise"_s);
    QTest::addRow("noise behind the answer") << fault(u"trailing"_s);
    QTest::addRow("byte by byte") << fault(u"split"_s);
    QTest::addRow("wrong checksum once") << fault(u"checksum"_s);
    QTest::addRow("damaged request once") << fault(u"sw3"_s, 1, u"10"_s);
}

void TestSamModule::read_lineMishaps_areSurvived()
{
    QFETCH(QJsonObject, order);
    QVERIFY(m_reader->obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QVERIFY(m_reader->obey(order));
    QVERIFY(m_module->readTextAndPhoto({}));
    QVERIFY(m_module->status({})); // and the line is clean afterwards
}

void TestSamModule::read_lastingMishaps_areTold_data()
{
    QTest::addColumn<QJsonObject>("order");
    QTest::addColumn<QString>("code");
    QTest::addRow("wrong checksum twice") << fault(u"checksum"_s, 2) << u"idcard.checksum"_s;
    QTest::addRow("silence") << fault(u"silent"_s) << u"idcard.no-answer"_s;
    QTest::addRow("the end is missing") << fault(u"tail"_s) << u"idcard.no-answer"_s;
}

void TestSamModule::read_lastingMishaps_areTold()
{
    QFETCH(QJsonObject, order);
    QVERIFY(m_reader->obey(order));
    test::FairTimer timer;
    timer.start();
    const auto done = m_module->status({});
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QVERIFY(timer.elapsed() < 1500);
    QVERIFY(m_module->status({}));
}

void TestSamModule::read_unpluggedMidFrame_isUnplugged()
{
    QVERIFY(m_reader->obey({{"place"_L1, test::demoPerson(u"wang-guilan"_s)}}));
    QVERIFY(m_reader->obey(fault(u"unplug"_s)));
    const auto blocks = m_module->readTextAndPhoto({});
    QVERIFY(!blocks);
    QCOMPARE(blocks.error().code, u"device.unplugged"_s);
}

void TestSamModule::find_stopRequested_endsQuickly()
{
    QVERIFY(m_reader->obey(fault(u"silent"_s, 9)));
    std::stop_source source;
    source.request_stop();
    test::FairTimer timer;
    timer.start();
    const auto found = m_module->findCard(source.get_token());
    QVERIFY(!found);
    QCOMPARE(found.error().code, u"device.cancelled"_s);
    QVERIFY(timer.elapsed() < 300);
}

void TestSamModule::reply_brokenBodies_areLayoutErrors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addRow("no lengths") << QByteArray::fromHex("0100");
    QTest::addRow("text longer than the answer") << QByteArray::fromHex("01000400") + QByteArray(100, 'x');
    QTest::addRow("text above its limit") << QByteArray::fromHex("01010000") + QByteArray(257, 'x');
    QTest::addRow("photo above its limit") << QByteArray::fromHex("00000401") + QByteArray(1025, 'x');
    QTest::addRow("bytes left over") << QByteArray::fromHex("00010001") + QByteArray(3, 'x');
}

void TestSamModule::reply_brokenBodies_areLayoutErrors()
{
    QFETCH(QByteArray, data);
    const auto blocks = splitCardBlocks(data, WithFingerprint::No);
    QVERIFY(!blocks);
    QCOMPARE(blocks.error().code, u"idcard.layout"_s);
    QCOMPARE(samModuleId(data).error().code, u"idcard.layout"_s);
    QCOMPARE(samReply("\x00"_ba.first(1)).error().code, u"idcard.layout"_s);
}

void TestSamModule::reply_randomBodies_stayWithinTheLimits()
{
    test::SeededRandom random(30);
    int split = 0;
    for (int i = 0; i < 20'000; ++i) {
        const int text = random.below(300);
        const int photo = random.below(1200);
        QByteArray data = QByteArray::fromHex(QByteArray::number(text, 16).rightJustified(4, '0')) +
                          QByteArray::fromHex(QByteArray::number(photo, 16).rightJustified(4, '0')) +
                          random.bytes(random.below(3)) + QByteArray(text + photo, 'x');
        data.truncate(random.below(4) ? data.size() : random.below(static_cast<int>(data.size()) + 1));
        for (const auto with : {WithFingerprint::No, WithFingerprint::Yes}) {
            const auto blocks = splitCardBlocks(data, with);
            split += blocks.has_value();
            QVERIFY(!blocks ||
                    (blocks->text.size() <= 256 && blocks->photo.size() <= 1024 && blocks->fingerprint.size() <= 1024));
        }
    }
    QVERIFY(split > 500);
}

QTEST_GUILESS_MAIN(TestSamModule)
#include "test_sam_module.moc"
