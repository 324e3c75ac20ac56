#include "modules/base/Clock.h"
#include "modules/base/Digest.h"
#include "modules/base/FailureManual.h"
#include "modules/base/Ids.h"
#include "modules/base/Money.h"

#include <QtTest>

using namespace kuaiban;
using namespace Qt::StringLiterals;

class FrozenClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_now; }
    qint64 m_now = 1'790'000'000'000;
};

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sm3_standardVectors_match_data();
    void sm3_standardVectors_match();
    void legalDate_nearMidnightUtc_isShanghaiDay();
    void rfc3339_roundTrip_keepsMilliseconds();
    void fromRfc3339_withoutOffset_isRefused();
    void nextId_manyInOneMillisecond_sortAndAreUnique();
    void nextId_clockGoesBack_stillSorts();
    void formatYuan_amounts_data();
    void formatYuan_amounts();
    void capitalYuan_amounts_data();
    void capitalYuan_amounts();
    void parseYuan_texts_data();
    void parseYuan_texts();
    void manual_unknownCode_stillNamesIt();
    void manual_fields_areFilledIn();
};

void TestBase::sm3_standardVectors_match_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("digest");
    // Both examples of GB/T 32905 appendix A.
    QTest::addRow("abc") << "abc"_ba << u"sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"_s;
    QTest::addRow("64 bytes") << QByteArray("abcd").repeated(16)
                              << u"sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"_s;
}

void TestBase::sm3_standardVectors_match()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, digest);
    QCOMPARE(digestOf(input), digest);
    QVERIFY(isDigest(digest));
    QVERIFY(!isDigest(digest.toUpper()));
}

void TestBase::legalDate_nearMidnightUtc_isShanghaiDay()
{
    const qint64 eveningUtc = QDateTime({2026, 11, 21}, {16, 30}, Qt::UTC).toMSecsSinceEpoch();
    QCOMPARE(legalDate(eveningUtc), QDate(2026, 11, 22));
    QCOMPARE(utcMs({2026, 11, 22}, {0, 30}), eveningUtc);
}

void TestBase::rfc3339_roundTrip_keepsMilliseconds()
{
    QCOMPARE(rfc3339(1'790'000'000'123), u"2026-09-21T22:13:20.123+08:00"_s);
    QCOMPARE(fromRfc3339(rfc3339(1'790'000'000'123)), 1'790'000'000'123);
    QCOMPARE(fromRfc3339(u"2026-09-21T14:13:20.123Z"_s), 1'790'000'000'123);
}

void TestBase::fromRfc3339_withoutOffset_isRefused()
{
    QCOMPARE(fromRfc3339(u"2026-09-21T14:13:20"_s), -1);
    QCOMPARE(fromRfc3339(u"yesterday"_s), -1);
}

void TestBase::nextId_manyInOneMillisecond_sortAndAreUnique()
{
    FrozenClock clock;
    SecureRandom random;
    IdSource ids(clock, random);
    QString last;
    for (int i = 0; i < 10'000; ++i) {
        const auto id = ids.next();
        QVERIFY2(isUuid7(id), qPrintable(id));
        QVERIFY(id > last);
        last = id;
    }
}

void TestBase::nextId_clockGoesBack_stillSorts()
{
    FrozenClock clock;
    SecureRandom random;
    IdSource ids(clock, random);
    const auto before = ids.next();
    clock.m_now -= 86'400'000;
    QVERIFY(ids.next() > before);
}

void TestBase::formatYuan_amounts_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QString>("text");
    QTest::addRow("zero") << qint64(0) << u"0.00"_s;
    QTest::addRow("fen only") << qint64(7) << u"0.07"_s;
    QTest::addRow("grouped") << qint64(163'800) << u"1,638.00"_s;
    QTest::addRow("millions") << qint64(123'456'789'05) << u"123,456,789.05"_s;
    QTest::addRow("negative") << qint64(-100'000) << u"-1,000.00"_s;
    QTest::addRow("smallest") << std::numeric_limits<qint64>::min() << u"-92,233,720,368,547,758.08"_s;
}

void TestBase::formatYuan_amounts()
{
    QFETCH(qint64, fen);
    QTEST(formatYuan(fen), "text");
}

void TestBase::capitalYuan_amounts_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"零元整"_s;
    QTest::newRow("one fen") << qint64(1) << u"壹分"_s;
    QTest::newRow("jiao only") << qint64(50) << u"伍角整"_s;
    QTest::newRow("whole yuan") << qint64(163'800) << u"壹仟陆佰叁拾捌元整"_s;
    QTest::newRow("jiao and fen") << qint64(497'279) << u"肆仟玖佰柒拾贰元柒角玖分"_s;
    QTest::newRow("fen without jiao") << qint64(100'105) << u"壹仟零壹元零伍分"_s;
    QTest::newRow("zeros before jiao") << qint64(1'000'050) << u"壹万元零伍角整"_s;
    QTest::newRow("zero inside") << qint64(1'020'300) << u"壹万零贰佰零叁元整"_s;
    QTest::newRow("ten") << qint64(1'000) << u"壹拾元整"_s;
    QTest::newRow("ten million") << qint64(1'000'000'000) << u"壹仟万元整"_s;
    QTest::newRow("empty group") << qint64(10'000'000'500) << u"壹亿零伍元整"_s;
    QTest::newRow("both groups") << qint64(12'345'678'912'34)
                                 << u"壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰壹拾贰元叁角肆分"_s;
    QTest::newRow("a trillion") << qint64(100'000'000'000'000) << u"壹万亿元整"_s;
    QTest::newRow("taken back") << qint64(-163'800) << u"负壹仟陆佰叁拾捌元整"_s;
}

void TestBase::capitalYuan_amounts()
{
    QFETCH(qint64, fen);
    QTEST(capitalYuan(fen), "text");
}

void TestBase::parseYuan_texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("fen");
    QTest::addRow("whole") << u"1638"_s << true << qint64(163'800);
    QTest::addRow("one decimal") << u"1638.5"_s << true << qint64(163'850);
    QTest::addRow("grouped") << u" 1,638.05 "_s << true << qint64(163'805);
    QTest::addRow("negative") << u"-3.20"_s << true << qint64(-320);
    QTest::addRow("three decimals") << u"1.005"_s << false << qint64(0);
    QTest::addRow("full-width") << u"１２"_s << false << qint64(0);
    QTest::addRow("words") << u"十元"_s << false << qint64(0);
    QTest::addRow("wrong grouping") << u"16,38"_s << false << qint64(0);
}

void TestBase::parseYuan_texts()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto amount = parseYuan(text);
    QCOMPARE(amount.has_value(), valid);
    if (valid)
        QTEST(*amount, "fen");
    else
        QCOMPARE(amount.error().code, u"base.money"_s);
}

void TestBase::manual_unknownCode_stillNamesIt()
{
    const FailureManual manual;
    QVERIFY(manual.text(Error{u"no.such"_s, Origin::Data, {}, {}}, u"zh_CN"_s).what.contains(u"no.such"_s));
}

void TestBase::manual_fields_areFilledIn()
{
    const FailureManual manual;
    const auto text = manual.text(
        Error{u"base.json-field"_s, Origin::Data, {}, {{u"path"_s, u"a.b"_s}, {u"expected"_s, u"x"_s}}}, u"en"_s);
    QVERIFY2(text.what.contains(u"a.b"_s), qPrintable(text.what));
}

QTEST_GUILESS_MAIN(TestBase)
#include "test_base.moc"
