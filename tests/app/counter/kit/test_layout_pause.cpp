#include "app/counter/kit/LayoutPause.h"

#include <QLabel>
#include <QtTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using kuaiban::counter::LayoutPause;

namespace {

// Counts how often it places its widgets.
class CountingLayout : public QVBoxLayout
{
public:
    using QVBoxLayout::QVBoxLayout;
    void setGeometry(const QRect& place) override
    {
        ++placed;
        QVBoxLayout::setGeometry(place);
    }
    int placed = 0;
};

// A window with a pane, as a page with its parts.
struct Window
{
    explicit Window(int labels)
        : layout(new CountingLayout(&widget))
        , pane(new QWidget)
        , inner(new QVBoxLayout(pane))
    {
        layout->addWidget(pane);
        for (int i = 0; i < labels; ++i) {
            auto* label = new QLabel(u"text"_s);
            label->hide();
            inner->addWidget(label);
        }
        widget.show();
    }
    QList<QLabel*> labels() const { return pane->findChildren<QLabel*>(); }
    void showAll() const
    {
        for (auto* label : labels())
            label->show();
    }

    QWidget widget;
    CountingLayout* layout;
    QWidget* pane;
    QVBoxLayout* inner;
};

} // namespace

// Many changes, one layout.
class TestLayoutPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_withinAPause_areLaidOutOnce();
    void pause_withinAPause_waitsForTheOuter();
    void widget_deletedMeanwhile_doesNoHarm();
};

void TestLayoutPause::changes_withinAPause_areLaidOutOnce()
{
    const Window one(10);
    QVERIFY(QTest::qWaitForWindowExposed(const_cast<QWidget*>(&one.widget)));
    one.layout->placed = 0;
    one.showAll();
    QVERIFY2(one.layout->placed >= 10, "Qt became better: the pause is not needed any more");
    const Window other(10);
    QVERIFY(QTest::qWaitForWindowExposed(const_cast<QWidget*>(&other.widget)));
    other.layout->placed = 0;
    {
        const LayoutPause pause(other.pane);
        other.showAll();
        QCOMPARE(other.layout->placed, 0);
    }
    QCoreApplication::processEvents();
    QVERIFY2(other.layout->placed <= 2, qPrintable(QString::number(other.layout->placed))); // the window grows as well
    QCOMPARE(other.labels().last()->geometry().top(), one.labels().last()->geometry().top()); // as without it
    QVERIFY(other.labels().last()->geometry().top() > 0);
}

void TestLayoutPause::pause_withinAPause_waitsForTheOuter()
{
    const Window window(3);
    QVERIFY(QTest::qWaitForWindowExposed(const_cast<QWidget*>(&window.widget)));
    window.layout->placed = 0;
    {
        const LayoutPause outer(window.pane);
        {
            const LayoutPause inner(window.pane);
            window.showAll();
        }
        QCOMPARE(window.layout->placed, 0);
    }
    QCoreApplication::processEvents();
    QVERIFY2(window.layout->placed <= 2, qPrintable(QString::number(window.layout->placed)));
}

void TestLayoutPause::widget_deletedMeanwhile_doesNoHarm()
{
    Window window(3);
    {
        const LayoutPause pause(window.pane);
        delete window.pane;
    }
    QVERIFY(window.layout->isEnabled());
    QCOMPARE(window.layout->count(), 0);
}

QTEST_MAIN(TestLayoutPause)
#include "test_layout_pause.moc"
