#include "modules/registry/PersonQuery.h"

#include <QtTest>

using namespace kuaiban::registry;
using namespace Qt::StringLiterals;
using Readings = QList<PersonQuery>;

class TestPersonQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognise_byForm_data();
    void recognise_byForm();
};

void TestPersonQuery::recognise_byForm_data()
{
    using enum PersonKey;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Readings>("expected");
    QTest::addRow("whole identity number")
        << u"210602196512319026"_s << Readings{{IdNo, u"210602196512319026"_s}, {BankAccount, u"210602196512319026"_s}};
    QTest::addRow("identity number with a small x")
        << u"21060219651231902x"_s << Readings{{IdNo, u"21060219651231902X"_s}};
    QTest::addRow("identity number in full-width groups")
        << u"２１０６０２ 19651231 902X"_s << Readings{{IdNo, u"21060219651231902X"_s}};
    QTest::addRow("old number of fifteen digits")
        << u"210602651231902"_s << Readings{{IdNo, u"21060219651231902"_s}, {IdNo, u"210602651231902"_s}};
    QTest::addRow("beginning of an identity number") << u"21060219"_s << Readings{{IdNo, u"21060219"_s}};
    QTest::addRow("beginning that could be a phone") << u"1301"_s << Readings{{Phone, u"1301"_s}, {IdNo, u"1301"_s}};
    QTest::addRow("mobile phone") << u"138 0415 5678"_s
                                  << Readings{{Phone, u"13804155678"_s}, {IdNo, u"13804155678"_s}};
    QTest::addRow("land line") << u"0415-2123456"_s << Readings{{Phone, u"04152123456"_s}};
    QTest::addRow("card number") << u"k12345678"_s << Readings{{CardNo, u"K12345678"_s}, {IdNo, u"K12345678"_s}};
    QTest::addRow("card number of digits")
        << u"210602196"_s << Readings{{CardNo, u"210602196"_s}, {IdNo, u"210602196"_s}};
    QTest::addRow("bank account") << u"6217990000000000121"_s << Readings{{BankAccount, u"6217990000000000121"_s}};
    QTest::addRow("bank account in groups")
        << u"6217 9900 0000 0000 121"_s << Readings{{BankAccount, u"6217990000000000121"_s}};
    QTest::addRow("foreigner's card") << u"RUS210687061505"_s << Readings{{IdNo, u"RUS210687061505"_s}};
    QTest::addRow("name") << u"王桂兰"_s << Readings{{Name, u"王桂兰"_s}, {GivenName, u"王桂兰"_s}};
    QTest::addRow("spread name") << u"王　桂兰 "_s << Readings{{Name, u"王桂兰"_s}, {GivenName, u"王桂兰"_s}};
    QTest::addRow("surname alone") << u"欧阳"_s << Readings{{Name, u"欧阳"_s}, {GivenName, u"欧阳"_s}};
    QTest::addRow("dotted name with another dot")
        << u"阿依古丽•买买提"_s << Readings{{Name, u"阿依古丽·买买提"_s}, {GivenName, u"阿依古丽·买买提"_s}};
    QTest::addRow("rare character") << u"𠮷"_s << Readings{{Name, u"𠮷"_s}, {GivenName, u"𠮷"_s}};
    QTest::addRow("initials") << u"WGL"_s << Readings{{Initials, u"wgl"_s}};
    QTest::addRow("Latin name") << u"Ivanov Aleksei"_s << Readings{{Initials, u"ivanovaleksei"_s}};
    QTest::addRow("surname and initials") << u"王gl"_s << Readings{{Name, u"王gl"_s}, {Initials, u"wgl"_s}};
    QTest::addRow("two digits") << u"21"_s << Readings{};
    QTest::addRow("nothing") << u"  "_s << Readings{};
    QTest::addRow("marks only") << u"·"_s << Readings{};
    QTest::addRow("ASCII marks only") << u"'%_"_s << Readings{};
    QTest::addRow("wildcards are no digits") << u"2106%"_s << Readings{{Initials, u"2106"_s}};
}

void TestPersonQuery::recognise_byForm()
{
    QFETCH(QString, typed);
    QTEST(recognise(typed), "expected");
}

QTEST_GUILESS_MAIN(TestPersonQuery)
#include "test_person_query.moc"
