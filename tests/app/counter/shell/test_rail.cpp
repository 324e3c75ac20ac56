#include "app/counter/kit/NavigationRail.h"
#include "app/counter/shell/Page.h"
#include "tests/support/counter/CounterSeat.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The pages' names at the left.
class TestRail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void count_toldBeforeTheRailStands_isShown();
};

// Pages are made one a turn: the first may have counted before the last is there.
void TestRail::count_toldBeforeTheRailStands_isShown()
{
    CounterHall hall;
    QVERIFY(hall.open());
    CounterMachine machine(hall);
    QVERIFY(machine.enrol());
    CounterSeat seat(machine);
    QVERIFY(seat.signIn(u"chen"_s));
    auto* page = seat.add<counter::Page>(u"counted"_s);
    Q_EMIT page->countChanged(3);
    QVERIFY(seat.show());
    const auto* rail = seat.workplace().findChild<counter::NavigationRail*>();
    QVERIFY(rail);
    QCOMPARE(rail->model()->index(0, 0).data(counter::NavigationRows::CountRole).toInt(), 3);
}

QTEST_MAIN(TestRail)
#include "test_rail.moc"
