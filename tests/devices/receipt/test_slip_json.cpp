#include "devices/receipt/EscPosEncoder.h"
#include "devices/receipt/SlipJson.h"
#include "modules/base/Json.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

class TestSlipJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slip_everyKindOfLine_isRead();
    void slip_mistakes_areNamed_data();
    void slip_mistakes_areNamed();
    void slip_randomObjects_neverCrash();
    void testSlip_anyPaper_canBePrinted();
};

void TestSlipJson::slip_everyKindOfLine_isRead()
{
    const auto object = parseObject(R"({"lines":[{"text":"回执","align":"center","double":true,"bold":true},
        {"qr":"x","dots":6},{"rule":true},{"feed":2},{"cut":true}]})");
    const auto slip = slipFromJson(object.value()).value();
    QCOMPARE(slip.lines.size(), size_t(5));
    QCOMPARE(std::get<SlipText>(slip.lines.at(0)), (SlipText{u"回执"_s, SlipText::Align::Center, true, true}));
    QCOMPARE(std::get<SlipQr>(slip.lines.at(1)), (SlipQr{"x", 6}));
    QVERIFY(std::holds_alternative<SlipRule>(slip.lines.at(2)));
    QCOMPARE(std::get<SlipFeed>(slip.lines.at(3)).lines, 2);
    QVERIFY(std::holds_alternative<SlipCut>(slip.lines.at(4)));
}

void TestSlipJson::slip_mistakes_areNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addRow("no lines") << "{}"_ba << u"lines"_s;
    QTest::addRow("unknown line") << R"({"lines":[{"rule":true},{"picture":1}]})"_ba << u"lines.1"_s;
    QTest::addRow("alignment") << R"({"lines":[{"text":"x","align":"middle"}]})"_ba << u"lines.0.align"_s;
    QTest::addRow("feed without a number") << R"({"lines":[{"feed":"two"}]})"_ba << u"lines.0.feed"_s;
}

void TestSlipJson::slip_mistakes_areNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto slip = slipFromJson(parseObject(json).value());
    QVERIFY(!slip);
    QCOMPARE(slip.error().code, u"receipt.slip"_s);
    QVERIFY2(slip.error().detail.startsWith(place), qPrintable(slip.error().detail));
}

void TestSlipJson::slip_randomObjects_neverCrash()
{
    test::SeededRandom random(3);
    const QStringList names{u"text"_s, u"align"_s, u"double"_s, u"qr"_s, u"dots"_s, u"rule"_s, u"feed"_s, u"cut"_s};
    const QList<QJsonValue> values{true, 0, -3, 1e20, u"center"_s, u""_s, QJsonArray(), QJsonValue(), u"表"_s};
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QJsonArray lines;
        for (int n = random.below(4); n > 0; --n) {
            QJsonObject line;
            for (int k = random.below(3); k >= 0; --k)
                line.insert(names.at(random.below(8)), values.at(random.below(9)));
            lines.append(line);
        }
        const auto slip = slipFromJson({{"lines"_L1, lines}});
        read += slip.has_value();
        if (slip)
            std::ignore = EscPosEncoder(32).encode(*slip);
    }
    QVERIFY(read > 1000);
}

void TestSlipJson::testSlip_anyPaper_canBePrinted()
{
    QVERIFY(EscPosEncoder(48).encode(testSlip()));
    QVERIFY(EscPosEncoder(32).encode(testSlip()));
}

QTEST_GUILESS_MAIN(TestSlipJson)
#include "test_slip_json.moc"
