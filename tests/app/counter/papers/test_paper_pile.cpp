#include "app/counter/papers/PaperPile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

namespace {

const QList<PaperLine> Papers{{u"claim"_s, u"申请表"_s}, {u"wages"_s, u"工资单"_s}, {u"photo"_s, u"照片"_s}};

PaperPile pileAt(const QString& paper, const QList<PaperLine>& papers = Papers)
{
    return PaperPile({u"draft"_s, {}, paper, {}}, papers);
}

} // namespace

// Where the pages of a pile go.
class TestPaperPile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separator_leadsToAPaper_data();
    void separator_leadsToAPaper();
    void separator_withoutAPaper_leavesThePagesWhereTheyWent_data();
    void separator_withoutAPaper_leavesThePagesWhereTheyWent();
    void shares_areTold_inTheOrderOfTheList();
    void pile_withoutSeparators_isNotSeparated();
};

void TestPaperPile::separator_leadsToAPaper_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("separators");
    QTest::addColumn<QString>("to");
    QTest::newRow("the next") << u"claim"_s << QStringList{{}} << u"wages"_s;
    QTest::newRow("the one after") << u"claim"_s << QStringList{{}, {}} << u"photo"_s;
    QTest::newRow("by name") << u"claim"_s << QStringList{u"photo"_s} << u"photo"_s;
    QTest::newRow("back by name") << u"photo"_s << QStringList{u"claim"_s} << u"claim"_s;
    QTest::newRow("the next after a name") << u"photo"_s << QStringList{u"claim"_s, {}} << u"wages"_s;
    QTest::newRow("the same again") << u"wages"_s << QStringList{u"wages"_s} << u"wages"_s;
}

void TestPaperPile::separator_leadsToAPaper()
{
    QFETCH(QString, from);
    QFETCH(QStringList, separators);
    QFETCH(QString, to);
    auto pile = pileAt(from);
    for (const auto& separator : separators)
        QVERIFY(pile.separate(separator));
    QCOMPARE(pile.place(), (PaperPlace{u"draft"_s, {}, to, {}}));
    QVERIFY(pile.isSeparated());
}

void TestPaperPile::separator_withoutAPaper_leavesThePagesWhereTheyWent_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("code");
    QTest::newRow("after the last") << u"photo"_s << QString() << u"papers.separator-last"_s;
    QTest::newRow("of another matter") << u"wages"_s << u"contract"_s << u"papers.separator-unknown"_s;
}

void TestPaperPile::separator_withoutAPaper_leavesThePagesWhereTheyWent()
{
    QFETCH(QString, from);
    QFETCH(QString, separator);
    auto pile = pileAt(from);
    const auto separated = pile.separate(separator);
    QVERIFY(!separated);
    QTEST(separated.error().code, "code");
    QCOMPARE(pile.place().paper, from);
    QVERIFY(!pile.isSeparated()); // nobody is told that it was
}

void TestPaperPile::shares_areTold_inTheOrderOfTheList()
{
    auto pile = pileAt(u"photo"_s);
    pile.count(u"photo"_s);
    QVERIFY(pile.separate(u"claim"_s));
    for (int i = 0; i < 3; ++i)
        pile.count(u"claim"_s);
    QCOMPARE(pile.shares(), (QList<PaperShare>{{u"申请表"_s, 3}, {u"照片"_s, 1}}));
}

void TestPaperPile::pile_withoutSeparators_isNotSeparated()
{
    auto pile = pileAt(u"proof"_s, {}); // a party's paper: there is no list
    pile.count(u"proof"_s);
    QVERIFY(!pile.isSeparated());
    QCOMPARE(pile.separate({}).error().code, u"papers.separator-unknown"_s);
    QCOMPARE(pile.place().paper, u"proof"_s);
    QVERIFY(!pile.isSeparated());
}

QTEST_GUILESS_MAIN(TestPaperPile)
#include "test_paper_pile.moc"
