#include "app/counter/kit/KeyboardFlow.h"

#include <QLineEdit>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban::counter;

class TestOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visualOrder_ofPlacedFields_goesByRows_data();
    void visualOrder_ofPlacedFields_goesByRows();
};

void TestOrder::visualOrder_ofPlacedFields_goesByRows_data()
{
    QTest::addColumn<QList<QRect>>("places"); // in the order of making
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("two columns") << QList<QRect>{{100, 0, 80, 30}, {0, 0, 80, 30}, {0, 40, 80, 30}}
                                 << QList<int>{1, 0, 2};
    QTest::newRow("a taller one beside two")
        << QList<QRect>{{0, 0, 80, 100}, {100, 5, 80, 30}, {100, 45, 80, 30}} << QList<int>{0, 1, 2};
    // As a page is before its first layout, or a field that has folded away.
    QTest::newRow("without height") << QList<QRect>{{0, 0, 80, 0}, {0, 0, 80, 0}} << QList<int>{0, 1};
    QTest::newRow("without any size") << QList<QRect>{{0, 0, 0, 0}, {0, 10, 80, 30}} << QList<int>{0, 1};
}

void TestOrder::visualOrder_ofPlacedFields_goesByRows()
{
    QFETCH(QList<QRect>, places);
    QFETCH(QList<int>, order);
    QWidget page;
    QVector<QWidget*> expected(order.size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        auto* field = new QLineEdit(&page);
        field->setGeometry(places[i]);
        expected[order.indexOf(static_cast<int>(i))] = field;
    }
    QCOMPARE(KeyboardFlow::visualOrder(&page), expected);
}

QTEST_MAIN(TestOrder)
#include "test_order.moc"
